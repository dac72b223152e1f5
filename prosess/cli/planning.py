"""From an environment file to its graph: our own Pulumi program, recorded."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from prosess.cli.exit import CommandError, Exit
from prosess.cli.options import Tongue

if TYPE_CHECKING:
    from infra.planning.graph import PlanError
    from prosess.contracts import Graph
    from prosess.domain.environment import Environment

PROJECT = "prosess"

_REFUSED = re.compile(
    r"the program failed: (?:\w+\.)*RunError: (?:(?P<code>[A-Z][A-Z0-9_]+): )?(?P<said>.+)", re.DOTALL
)
"""How the program's own refusal arrives: as the last thing that it said before it ended."""


def planned(
    environment: Path, *, onboarding: Path | None = None, strict_preview: bool = False, lang: Tongue = Tongue.EN
) -> "Graph":
    """Plan an environment offline.

    Raises:
        CommandError: exit 3, where a file is invalid or the program refuses it.
    """
    import infra
    from infra.planning.graph import PlanError
    from infra.planning.offline import plan
    from prosess.cli.reviewed import environment_of

    declared = environment_of(environment, lang)
    config = {"environment": str(environment.absolute())}
    if onboarding is not None:
        _hold_against(declared, onboarding, lang)
        config["onboarding"] = str(onboarding.absolute())
    try:
        return plan(
            Path(infra.__file__).parent,
            project=PROJECT,
            stack=declared.name,
            config=config,
            strict_preview=strict_preview,
            subscription=declared.azure.subscription,
        )
    except PlanError as error:
        raise ended(error, environment.name) from error


def _hold_against(declared: "Environment", onboarding: Path, lang: Tongue) -> None:
    """Refuse an onboarding that is not this environment's, where its file can still tell the line.

    Raises:
        CommandError: exit 3, with the mistake.
    """
    from infra.components.tenants.onboarded import controllers
    from prosess.cli.reviewed import reading
    from prosess.contracts.onboarding import Onboarding
    from prosess.documents import DocumentError, read_document
    from prosess.domain.errors import DomainError

    with reading(lang):
        document = read_document(Onboarding, onboarding)
        try:
            controllers(document.value, declared)
        except DomainError as error:
            raise DocumentError([document.problem(error)]) from error


def ended(error: "PlanError", where: str) -> CommandError:
    """Give the command error of a plan that was not made, and tell the program's own refusal from a fault."""
    if refused := _REFUSED.fullmatch(str(error)):
        said, _, hint = refused["said"].partition("\n")
        code = refused["code"] or "PLAN_REFUSED"
        return CommandError(Exit.INVALID, code, said, hint=hint, where=where)
    return CommandError(
        Exit.INVALID,
        "PLAN_FAILED",
        str(error),
        hint=error.detail or "mend the file or the program that the message names",
        where=where,
    )
