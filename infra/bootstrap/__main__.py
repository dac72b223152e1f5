"""Entry of the small program: the stack names an environment file, and who may apply it."""

from pathlib import Path

import pulumi
from pydantic import ValidationError

from infra.bootstrap.program import BootstrapSettings, build
from prosess.documents import DocumentError, read
from prosess.domain.environment import Environment
from prosess.domain.errors import DomainError

_ROOT = Path(__file__).resolve().parents[2]
_config = pulumi.Config()

try:
    build(
        read(Environment, _ROOT / _config.require("environment")),
        BootstrapSettings.told(_config.get("issuer"), _config.get("subject"), _config.get_object("allow") or []),
    )
except DocumentError as error:
    raise pulumi.RunError(str(error)) from error
except ValidationError as error:
    raise pulumi.RunError("\n".join(one["msg"] for one in error.errors(include_url=False))) from error
except DomainError as error:
    raise pulumi.RunError(f"{error.code}: {error.message}\n{error.hint}".strip()) from error
