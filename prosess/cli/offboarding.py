"""An off-boarding plan: made from two offline plans, printed as a table or as Markdown."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from prosess.cli.options import Tongue

if TYPE_CHECKING:
    from prosess.contracts.offboarding import Offboarding, OffboardingStep


def offboarding(environment: Path, onboarding: Path, tenant: str, lang: Tongue) -> "Offboarding":
    """Plan an environment with a tenant and without, and tell what happens to what differs.

    Raises:
        CommandError: exit 3, where a file is invalid or the tenant is not in it.
    """
    from infra.offboarding import plan, without
    from prosess.cli.planning import planned
    from prosess.cli.reviewed import reading
    from prosess.contracts.onboarding import Onboarding
    from prosess.documents import DocumentError, read_document
    from prosess.domain.errors import DomainError

    with reading(lang):
        document = read_document(Onboarding, onboarding)
        try:
            rest = without(document.value, tenant)
        except DomainError as error:
            raise DocumentError([document.problem(error)]) from error
    before = planned(environment, onboarding=onboarding, lang=lang)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "onboarding.json"
        path.write_bytes(rest.to_bytes())
        after = planned(environment, onboarding=path, lang=lang)
    return plan(before, after, document.value, tenant)


def rows(plan: "Offboarding", lang: Tongue) -> list[tuple[str, str, str, str, str, str]]:
    """Give a plan's steps in words: what, with what, whose, how, what shows it, and who attests."""
    from prosess.domain.role import Role
    from prosess.domain.text import Language
    from prosess.domain.text.names import name_of
    from prosess.domain.text.offboarding import ACTIONS, EVIDENCE, HOW, KINDS, how_key

    language = Language(lang.value)
    return [
        (
            ACTIONS[step.action].in_language(language),
            _with(step, KINDS[step.kind].in_language(language), lang),
            step.data_controller,
            HOW[how_key(step.action, step.kind)].in_language(language),
            EVIDENCE[step.action].in_language(language),
            name_of(Role(step.attested_by), language),
        )
        for step in plan.steps
    ]


def _with(step: "OffboardingStep", kind: str, lang: Tongue) -> str:
    from prosess.cli.text import text

    said = f"{kind} ({len(step.resources)})"
    return f"{said}, {text('offboard.days', lang, days=step.days)}" if step.days is not None else said


def columns(lang: Tongue) -> list[str]:
    """Give the heads of the columns of :func:`rows`."""
    from prosess.cli.text import text

    return [
        text(key, lang)
        for key in (
            "column.step",
            "column.what",
            "column.controller",
            "column.how",
            "column.evidence",
            "column.attests",
        )
    ]


def markdown(plan: "Offboarding", lang: Tongue) -> str:
    """Give a plan as a Markdown page."""
    from prosess.cli.text import text

    told = [columns(lang), ["---"] * 6, *(list(row) for row in rows(plan, lang))]
    table = "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in told)
    return f"# {title(plan, lang)}\n\n{table}\n\n{text('offboard.untouched', lang)}"


def title(plan: "Offboarding", lang: Tongue) -> str:
    """Give what a plan is called."""
    from prosess.cli.text import text

    return text(
        "offboard.title", lang, tenant=plan.tenant, organisation=plan.organisation, environment=plan.environment
    )
