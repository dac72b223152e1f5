"""``prosess env bootstrap``: what must stand before an environment can, planned, and the runbook that makes it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from prosess.cli.options import EnvironmentFile, Lang, PageFormat, PageOutput, Tongue

if TYPE_CHECKING:
    from prosess.cli.env.runbook import Told
    from prosess.contracts import Graph
    from prosess.domain.environment import Environment

PROJECT: Final = "prosess-bootstrap"


def bootstrap(
    environment: EnvironmentFile,
    issuer: Annotated[
        str | None, typer.Option("--issuer", metavar="URL", help="Who issues the pipeline's tokens.")
    ] = None,
    subject: Annotated[
        str | None,
        typer.Option("--subject", help="Whom they are of, such as repo:owner/name:environment:prod."),
    ] = None,
    allow: Annotated[
        list[str] | None,
        typer.Option("--allow", metavar="CIDR", help="Public range that the pipeline comes from; may be repeated."),
    ] = None,
    output: PageOutput = PageFormat.TABLE,
    lang: Lang = Tongue.EN,
) -> None:
    """Plan where state, secrets and the pipeline's identity live; -o markdown gives the runbook. Touches nothing."""
    from prosess.cli.env.runbook import Foundation, Told, runbook
    from prosess.cli.output import emit, say, show, table
    from prosess.cli.planning import planned
    from prosess.cli.reviewed import environment_of
    from prosess.cli.text import text

    declared = environment_of(environment, lang)
    told = Told(issuer, subject, tuple(allow or ()))
    graph = foundation(environment, declared, told)
    if output is PageFormat.JSON:
        emit(graph.to_bytes())
    elif output is PageFormat.MARKDOWN:
        providers = providers_of(graph, planned(environment, lang=lang))
        emit(runbook(Foundation(environment, declared, told, graph, providers), lang).encode())
    else:
        made = [node for node in graph.nodes if node.custom]
        headings = [text("column.resource", lang), text("column.type", lang)]
        table(headings, [(node.name, node.type.removeprefix("azure-native:")) for node in made])
        for missing, key in ((not issuer, "bootstrap.no_pipeline"), (not allow, "bootstrap.closed")):
            if missing:
                say(text(key, lang))
        show(text("bootstrap.planned", lang, count=len(made), digest=graph.digest))


def foundation(environment: Path, declared: "Environment", told: "Told") -> "Graph":
    """Plan the foundation of an environment.

    Raises:
        CommandError: exit 3, where the program refuses what it is told.
    """
    import infra.bootstrap
    from infra.planning.graph import PlanError
    from infra.planning.offline import plan
    from prosess.cli.planning import ended

    try:
        return plan(
            Path(infra.bootstrap.__file__).parent,
            project=PROJECT,
            stack=declared.name,
            config={"environment": str(environment.absolute()), **told.config()},
            subscription=declared.azure.subscription,
        )
    except PlanError as error:
        raise ended(error, environment.name) from error


def providers_of(*graphs: "Graph") -> tuple[str, ...]:
    """Give the namespaces of Azure that the resources of plans belong to."""
    from infra.planning.replacement import azure_type

    found = {azure_type(node) for graph in graphs for node in graph.nodes if node.custom}
    return tuple(sorted({one.partition("/")[0] for one in found if one}))
