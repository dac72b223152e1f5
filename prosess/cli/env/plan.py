"""``prosess env plan``: the whole graph of an environment, without a subscription."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from prosess.cli.exit import Exit
from prosess.cli.options import EnvironmentFile, Format, Lang, OnboardingFile, Output, Tongue

if TYPE_CHECKING:
    from prosess.contracts import Graph


def plan(
    environment: EnvironmentFile,
    onboarding: OnboardingFile = None,
    strict_preview: Annotated[
        bool, typer.Option("--strict-preview", help="Leave ids unknown, as the engine's own preview does.")
    ] = False,
    document: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help="Show what Pulumi's engine wrote (preview --json --show-sames, or stack export), and fail where "
            "it is not the offline plan.",
        ),
    ] = None,
    output: Output = Format.TABLE,
    lang: Lang = Tongue.EN,
) -> None:
    """Show what the environment would contain. Touches no subscription."""
    from prosess.cli.output import emit
    from prosess.cli.planning import planned

    offline = planned(environment, onboarding=onboarding, strict_preview=strict_preview, lang=lang)
    shown = offline if document is None else _told_by_the_engine(document, offline.stack, lang)
    if output is Format.JSON:
        emit(shown.to_bytes())
    else:
        count = _print(shown, lang, text_key="env.planned" if document is None else "env.read")
        if not count:
            raise typer.Exit(Exit.NOT_ASSESSED)
    if document is not None:
        _hold_against(shown, offline, lang)


def _told_by_the_engine(document: Path, stack: str, lang: Tongue) -> "Graph":
    """Read the engine's document.

    Raises:
        CommandError: exit 3, where it is none, is cut short, or tells of another stack.
    """
    from infra.planning.document import engine_graph_of, read_document
    from infra.planning.graph import PlanError
    from prosess.cli.comparing import not_a_plan
    from prosess.cli.planning import PROJECT
    from prosess.cli.refusing import refused

    try:
        graph = engine_graph_of(read_document(document))
    except PlanError as error:
        raise not_a_plan(error, document, lang) from error
    if (graph.project, graph.stack) != (PROJECT, stack):
        theirs, ours = f"{graph.project}/{graph.stack}", f"{PROJECT}/{stack}"
        raise refused(Exit.INVALID, "OTHER_STACK", lang, where=document.name, theirs=theirs, ours=ours)
    return graph


def _hold_against(engine: "Graph", offline: "Graph", lang: Tongue) -> None:
    """Say on standard error whether the engine's plan is the offline one.

    Raises:
        typer.Exit: 1, where it is not.
    """
    from infra.planning.graph import equivalent
    from prosess.cli.differences import say_differences
    from prosess.cli.output import say
    from prosess.cli.text import text

    if differences := equivalent(offline, engine):
        say_differences(differences, lang)
        raise typer.Exit(Exit.FAILED)
    say(f"✓ {text('env.equivalent', lang, digest=offline.digest)}")


def _print(graph: "Graph", lang: Tongue, *, text_key: str) -> int:
    """Print the resources by service group; give how many there are."""
    from prosess.cli.output import show, table
    from prosess.cli.text import text

    groups: dict[str, dict[str, int]] = {}
    for node in graph.nodes:
        if node.custom and not node.type.startswith("pulumi:"):
            of_group = groups.setdefault(node.labels.service or "–", {})
            kind = node.type.removeprefix("azure-native:")
            of_group[kind] = of_group.get(kind, 0) + 1
    table(
        [text("column.service", lang), text("column.resources", lang), text("column.types", lang)],
        [
            (
                service,
                sum(kinds.values()),
                ", ".join(f"{kind} × {count}" if count > 1 else kind for kind, count in sorted(kinds.items())),
            )
            for service, kinds in sorted(groups.items())
        ],
    )
    total = sum(sum(kinds.values()) for kinds in groups.values())
    show(text(text_key, lang, count=total, digest=graph.digest))
    return total
