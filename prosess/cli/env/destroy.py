"""``prosess env destroy``: take a sandbox away again."""

from typing import TYPE_CHECKING, Annotated

import typer

from prosess.cli.env.apply import find_pulumi, unjudged
from prosess.cli.exit import Exit
from prosess.cli.options import EnvironmentFile, Lang, Stack, Tongue

if TYPE_CHECKING:
    from prosess.contracts import Graph
    from prosess.domain.environment import Environment


def destroy(
    environment: EnvironmentFile,
    confirm: Annotated[
        str, typer.Option("--confirm", metavar="NAME", help="Name of the environment, so that no other is taken.")
    ],
    stack: Stack = None,
    lang: Lang = Tongue.EN,
) -> None:
    """Delete every resource of a sandbox with the real Pulumi. Any other stage is refused."""
    from infra.planning.driver import EngineError
    from infra.planning.engine import plan_from_export
    from infra.planning.graph import PlanError
    from prosess.cli.output import say, show
    from prosess.cli.refusing import refused
    from prosess.cli.reviewed import environment_of
    from prosess.cli.text import text
    from prosess.domain.access import Stage

    declared = environment_of(environment, lang)
    if declared.stage is not Stage.SANDBOX:
        raise refused(Exit.FAILED, "NO_SANDBOX", lang, where=environment.name, stage=declared.stage.value)
    if confirm != declared.name:
        raise refused(Exit.FAILED, "NOT_CONFIRMED", lang, where=environment.name, name=declared.name)
    pulumi = find_pulumi(stack or declared.name, lang)
    try:
        stands = plan_from_export(pulumi.export())
    except PlanError as error:
        raise unjudged(error, pulumi, lang) from error
    if strangers := _strangers(stands, declared):
        raise refused(
            Exit.FAILED, "NOT_OURS", lang, where=pulumi.stack, count=len(strangers), example=strangers[0], name=confirm
        )
    say(text("destroy.destroying", lang, stack=pulumi.stack, count=sum(node.custom for node in stands.nodes)))
    try:
        pulumi.unprotect()
        pulumi.destroy()
    except EngineError as error:
        raise refused(Exit.FAILED, "DESTROY_FAILED", lang, where=pulumi.stack, why=str(error)) from error
    show(f"✓ {text('destroy.done', lang, stack=pulumi.stack)}")


def _strangers(graph: "Graph", declared: "Environment") -> list[str]:
    """Give the names of what stands in the stack and is not of the environment: a wrong stack must not be emptied.

    What stands tells its class of data, too: a file that calls itself a sandbox does not make health data synthetic.
    """
    from prosess.cli.planning import PROJECT

    if (graph.project, graph.stack) != (PROJECT, declared.name):
        return [f"{graph.project}/{graph.stack}"]
    own = (node for node in graph.nodes if node.custom and not node.type.startswith("pulumi:"))
    expected = (declared.name, declared.data_class.value)
    return [node.name for node in own if (node.labels.environment, node.labels.data_class) != expected]
