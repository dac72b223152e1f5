"""The program as it is, of an environment and settings that a test gives; a refusal is told by code and place."""

import json
from pathlib import Path

import pulumi
from pydantic import ValidationError

from infra.program import build
from infra.settings import ProgramSettings
from prosess.contracts.onboarding import Onboarding
from prosess.domain.environment import Environment
from prosess.domain.errors import DomainError

_given = json.loads(Path(pulumi.Config("prosess").require("given")).read_text("utf-8"))
try:
    _environment = Environment.model_validate_json(json.dumps(_given["environment"]))
except ValidationError:
    # What a model refuses is told by code and place too, as the reader of files tells it.
    from prosess.documents import DocumentError, read_text

    try:
        _environment = read_text(Environment, json.dumps(_given["environment"]), "environment.json")
    except DocumentError as error:
        raise RuntimeError(f"{error.problems[0].code} at {error.problems[0].path}") from error
_onboarding = Onboarding.model_validate_json(json.dumps(_given["onboarding"])) if _given["onboarding"] else None
_settings = ProgramSettings.of(_environment).model_dump()
for _path, _value in _given["settings"].items():
    _keys = _path.split(".")
    _part = _settings
    for _key in _keys[:-1]:
        _part = _part[_key]
    assert _keys[-1] in _part, f"no setting {_path}"
    _part[_keys[-1]] = _value

try:
    build(_environment, _onboarding, ProgramSettings.model_validate(_settings))
except DomainError as error:
    raise RuntimeError(f"{error.code} at {'.'.join(map(str, error.at))}") from error
