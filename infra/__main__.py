"""Entry of the Pulumi program: the stack names an environment file, and the file decides the rest."""

from pathlib import Path

import pulumi

from infra.program import build
from prosess.contracts.onboarding import Onboarding
from prosess.documents import DocumentError, read
from prosess.domain.environment import Environment
from prosess.domain.errors import DomainError

_ROOT = Path(__file__).resolve().parent.parent
_config = pulumi.Config("prosess")
_onboarding = _config.get("onboarding")

try:
    build(
        read(Environment, _ROOT / _config.require("environment")),
        read(Onboarding, _ROOT / _onboarding) if _onboarding else None,
    )
except DocumentError as error:
    raise pulumi.RunError(str(error)) from error
except DomainError as error:
    # The engine prints this kind as it is, without the program's frames: what is wrong is in the file.
    raise pulumi.RunError(f"{error.code}: {error.message}\n{error.hint}".strip()) from error
