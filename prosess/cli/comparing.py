"""From two operands to what turns one into the other, and whether it may go through."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from prosess.cli.exit import CommandError, Exit
from prosess.cli.options import Tongue
from prosess.cli.refusing import refused

if TYPE_CHECKING:
    from infra.planning.graph import PlanError
    from policies.exemptions import Exemption
    from prosess.contracts import Changes, Graph


def graph_of(operand: str, *, onboarding: Path | None = None, lang: Tongue = Tongue.EN) -> "Graph":
    """Give the graph of an operand: an environment file, a document (``*.json``), or ``REVISION:path``.

    Raises:
        CommandError: exit 3, where it is none of them or does not plan.
    """
    from prosess.cli.planning import planned
    from prosess.cli.revision import is_revision, planned_at

    if is_revision(operand):
        return planned_at(operand, onboarding=onboarding, lang=lang)
    path = Path(operand)
    if path.suffix != ".json":
        return planned(path, onboarding=onboarding, lang=lang)
    from infra.planning.document import graph_of as graph_in
    from infra.planning.document import read_document
    from infra.planning.graph import PlanError

    try:
        return graph_in(read_document(path))
    except PlanError as error:
        raise not_a_plan(error, path, lang) from error


def not_a_plan(error: "PlanError", path: Path, lang: Tongue) -> CommandError:
    """Give the command error of a document that is no plan, with the place in it."""
    why = f"{error}: {error.detail}" if error.detail else str(error)
    return refused(Exit.INVALID, "NOT_A_PLAN", lang, where=path.name, why=why)


def judged_changes(changes: "Changes", exemptions: Path | None, *, as_of: date, lang: Tongue) -> "Changes":
    """Give the same changes, with those exempted that a reviewed exemption names on a day."""
    from policies.changes import excuse

    return excuse(changes, _exemptions(exemptions, lang), as_of=as_of)


def _exemptions(path: Path | None, lang: Tongue) -> "Sequence[Exemption]":
    import policies
    from policies.exemptions import load
    from prosess.cli.reviewed import reading

    with reading(lang):
        return load(path or Path(policies.__file__).with_name("exemptions.yaml"))
