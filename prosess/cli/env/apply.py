"""``prosess env apply``: let Pulumi make what was approved, and nothing else."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from prosess.cli.exit import CommandError, Exit
from prosess.cli.options import AsOf, EnvironmentFile, ExemptionsFile, Lang, OnboardingFile, Stack, Tongue

if TYPE_CHECKING:
    from datetime import date

    from infra.planning.driver import Pulumi
    from infra.planning.graph import PlanError
    from prosess.contracts import Changes, Graph

_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")


def _digest(text: str) -> str:
    if not _DIGEST.fullmatch(text):
        raise typer.BadParameter("not a digest: sha256: and 64 hexadecimal digits, as `prosess env plan` prints it")
    return text


def apply(
    environment: EnvironmentFile,
    approved: Annotated[
        str,
        typer.Option(
            "--approved", metavar="DIGEST", parser=_digest, help="Digest of the offline plan that was approved."
        ),
    ],
    onboarding: OnboardingFile = None,
    exemptions: ExemptionsFile = None,
    stack: Stack = None,
    as_of: AsOf = None,
    lang: Lang = Tongue.EN,
) -> None:
    """Apply with the real Pulumi, if its preview is the plan that was approved and no data is lost unseen."""
    from prosess.cli.judging import as_of_day
    from prosess.cli.output import say, show
    from prosess.cli.planning import planned
    from prosess.cli.refusing import refused
    from prosess.cli.text import text

    offline = planned(environment, onboarding=onboarding, lang=lang)
    if offline.digest != approved:
        raise refused(Exit.FAILED, "NOT_APPROVED", lang, where=environment.name, digest=offline.digest)
    pulumi = find_pulumi(stack or offline.stack, lang)
    say(text("apply.previewing", lang, stack=pulumi.stack))
    _hold_preview(pulumi, offline, exemptions, as_of_day(as_of), lang)
    say(text("apply.applying", lang, stack=pulumi.stack))
    _apply(pulumi, lang)
    _hold_result(pulumi, offline, lang)
    show(f"✓ {text('apply.done', lang, stack=pulumi.stack, digest=offline.digest)}")


def find_pulumi(stack: str, lang: Tongue) -> "Pulumi":
    """Find the real Pulumi, for a stack of this project.

    Raises:
        CommandError: exit 4, where it is not on PATH.
    """
    import infra
    from infra.planning.driver import EngineMissingError, Pulumi
    from prosess.cli.refusing import refused

    try:
        return Pulumi.found(Path(infra.__file__).parents[1], stack)
    except EngineMissingError as error:
        raise refused(Exit.NOT_ASSESSED, "PULUMI_MISSING", lang) from error


def _hold_preview(pulumi: "Pulumi", offline: "Graph", exemptions: Path | None, day: "date", lang: Tongue) -> None:
    """Let nothing through but the approved plan, that takes no data away unseen.

    Raises:
        CommandError: exit 4, where there is no preview to judge; 1, where it loses data.
        typer.Exit: 1, where it is another plan.
    """
    from infra.planning.diff import compare
    from infra.planning.engine import plan_from_preview, replaced_by, standing_before
    from infra.planning.graph import PlanError, equivalent
    from prosess.cli.comparing import judged_changes
    from prosess.cli.differences import say_differences
    from prosess.contracts import Graph

    try:
        document = pulumi.preview()
        preview, standing, replaced = plan_from_preview(document), standing_before(document), replaced_by(document)
    except PlanError as error:
        raise unjudged(error, pulumi, lang) from error
    if differences := equivalent(offline, preview):
        say_differences(differences, lang)
        raise typer.Exit(Exit.FAILED)
    before = standing or Graph(project=preview.project, stack=preview.stack, nodes=())
    changes = judged_changes(compare(before, preview, replaced=replaced), exemptions, as_of=day, lang=lang)
    _refuse_losses(changes, pulumi, lang)


def _refuse_losses(changes: "Changes", pulumi: "Pulumi", lang: Tongue) -> None:
    from prosess.cli.env.changes import counts, print_table
    from prosess.cli.output import say
    from prosess.cli.refusing import refused

    if changes.blocked:
        print_table(changes, lang)
        raise refused(Exit.FAILED, "DATA_WOULD_BE_LOST", lang, where=pulumi.stack, count=len(changes.blocked))
    say(counts(changes, lang))


def _apply(pulumi: "Pulumi", lang: Tongue) -> None:
    from infra.planning.driver import EngineError
    from prosess.cli.refusing import refused

    try:
        pulumi.up()
    except EngineError as error:
        raise refused(Exit.FAILED, "APPLY_FAILED", lang, where=pulumi.stack, why=str(error)) from error


def _hold_result(pulumi: "Pulumi", offline: "Graph", lang: Tongue) -> None:
    """See that what stands is what was approved.

    Raises:
        CommandError: exit 4, where Pulumi does not tell.
        typer.Exit: 1, where something else stands.
    """
    from infra.planning.engine import plan_from_export
    from infra.planning.graph import PlanError, equivalent
    from prosess.cli.differences import say_differences

    try:
        stands = plan_from_export(pulumi.export())
    except PlanError as error:
        raise unjudged(error, pulumi, lang) from error
    if differences := equivalent(offline, stands):
        say_differences(differences, lang)
        raise typer.Exit(Exit.FAILED)


def unjudged(error: "PlanError", pulumi: "Pulumi", lang: Tongue) -> CommandError:
    """Give the command error of an answer of Pulumi's that cannot be judged."""
    from prosess.cli.refusing import refused

    why = f"{error}: {error.detail}" if error.detail else str(error)
    return refused(Exit.NOT_ASSESSED, "ENGINE_SILENT", lang, where=pulumi.stack, why=why)
