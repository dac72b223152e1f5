"""``prosess env plan``: the whole graph of an environment, without a subscription."""

from typing import Annotated

import typer

from prosess.cli.exit import Exit
from prosess.cli.options import EnvironmentFile, Format, Lang, OnboardingFile, Output, Tongue


def plan(
    environment: EnvironmentFile,
    onboarding: OnboardingFile = None,
    strict_preview: Annotated[
        bool, typer.Option("--strict-preview", help="Leave ids unknown, as the engine's own preview does.")
    ] = False,
    output: Output = Format.TABLE,
    lang: Lang = Tongue.EN,
) -> None:
    """Show what the environment would contain. Touches no subscription."""
    from prosess.cli.output import emit, show, table
    from prosess.cli.planning import planned
    from prosess.cli.text import text

    graph = planned(environment, onboarding=onboarding, strict_preview=strict_preview, lang=lang)
    if output is Format.JSON:
        emit(graph.to_bytes())
        return
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
    show(text("env.planned", lang, count=total, digest=graph.digest))
    if not total:
        raise typer.Exit(Exit.NOT_ASSESSED)
