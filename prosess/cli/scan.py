"""``prosess scan``: another's Pulumi program, planned in its own interpreter, rendered, and judged as ours are."""

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from prosess.cli.env.scan import ScanFormat
from prosess.cli.exit import CommandError, Exit
from prosess.cli.options import AsOf, Lang, Tongue

if TYPE_CHECKING:
    from pydantic import JsonValue

    from infra.planning.foreign import Bounds, MissingConfigurationError, Recorded
    from infra.planning.project import Project
    from prosess.cli.places import Place
    from prosess.contracts import Graph, Node
    from prosess.contracts.scan import Gap, Program, Scan

MIB = 2**20


def scan(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="PATH",
            help="Folder of a Pulumi.yaml, or a Python file; FILE.py:FUNCTION where a function is the program.",
        ),
    ],
    python: Annotated[
        Path | None,
        typer.Option(
            "--python",
            help="Python with the program's packages, or its virtual environment; else the one that the project names.",
        ),
    ] = None,
    config: Annotated[
        list[str] | None,
        typer.Option("--config", metavar="KEY=VALUE", help="Configuration, over what the project's files say."),
    ] = None,
    stack: Annotated[
        str | None, typer.Option("--stack", help="Whose stack file, such as Pulumi.prod.yaml; the only one, else.")
    ] = None,
    timeout: Annotated[
        float, typer.Option("--timeout", min=1, max=3600, help="Seconds until the program is stopped.")
    ] = 120.0,
    memory: Annotated[
        int, typer.Option("--memory", min=256, help="MiB that each process of the program may ask for.")
    ] = 2048,
    as_of: AsOf = None,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Ask Checkov again, even about a plan that it has seen.")
    ] = False,
    output: Annotated[
        ScanFormat,
        typer.Option("--output", "-o", help="Print a table, scan/1 as JSON, Markdown for a pull request, or SARIF."),
    ] = ScanFormat.TABLE,
    lang: Lang = Tongue.EN,
) -> None:
    """Plan and judge any Pulumi program in Python on azure-native. It gets no network and no credentials of yours.

    The program runs: scan only what you would also preview. Exit 3 where configuration is missing, 4 where it did not
    come to its end.
    """
    from infra.planning.foreign import Bounds, MissingConfigurationError, record
    from infra.planning.graph import PlanError
    from infra.planning.project import read_project
    from infra.planning.tokens import with_current_types
    from policies.engine.facts import EnvironmentFacts
    from prosess.cli.judging import judge_by
    from prosess.cli.output import say
    from prosess.cli.policy import show_findings
    from prosess.cli.reviewed import reading
    from prosess.cli.scanning import exit_code
    from prosess.cli.scanning import scan as scan_plan
    from prosess.contracts.scan import ScanVerdict

    bounds = Bounds(seconds=timeout, memory=memory * MIB)
    with reading(lang):
        project = read_project(path, stack=stack, interpreter=python, config=config or ())
    try:
        recorded = record(project, bounds)
    except MissingConfigurationError as error:
        raise _missing(error, lang) from error
    except PlanError as error:
        raise CommandError(Exit.INVALID, "PLAN_FAILED", str(error), hint=error.detail) from error
    graph = with_current_types(recorded.graph)
    own = judge_by(EnvironmentFacts(), graph, as_of=as_of)
    program = _program(project, recorded)
    verdict = ScanVerdict.NOT_ASSESSED
    try:
        told = scan_plan(graph, own, as_of=as_of, lang=lang, cached=not no_cache)
        verdict = told.verdict if recorded.whole else verdict
        gaps = sorted([*told.gaps, *_gaps(project, recorded)], key=lambda one: (one.code, one.subject))
        told = told.model_copy(update={"program": program, "gaps": tuple(gaps), "verdict": verdict})
        _tell(told, graph, project, output, lang)
    except CommandError as error:  # there is no Checkov: what our own rules found is worth knowing all the same
        if output is ScanFormat.TABLE:
            show_findings(own.findings, lang)
            _show_program(program, graph, lang)
        if recorded.whole:
            raise
        say(error.message)
    if not recorded.whole:
        if recorded.traceback:
            say(recorded.traceback)
        raise _ended(recorded, bounds, lang)
    raise typer.Exit(exit_code(verdict))


def _missing(error: "MissingConfigurationError", lang: Tongue) -> CommandError:
    from prosess.cli.text import text

    said = [text("program.missing", lang, name=one.key, kind=one.kind) for one in error.needed]
    return CommandError(
        Exit.INVALID,
        "CONFIGURATION_MISSING",
        "\n".join(said),
        hint=text("program.give_all", lang),
        mistakes=[
            {
                "code": "CONFIGURATION_MISSING",
                "message": message,
                "hint": text("program.give", lang, name=one.key),
                "where": one.key,
            }
            for one, message in zip(error.needed, said, strict=True)
        ],
    )


def _ended(recorded: "Recorded", bounds: "Bounds", lang: Tongue) -> CommandError:
    from prosess.cli.text.program import ENDS
    from prosess.domain.text import Language
    from prosess.domain.text.wording import fill

    said, language = ENDS[recorded.ended.value], Language(lang.value)
    facts: dict[str, JsonValue] = {
        "error": recorded.error,
        "seconds": f"{bounds.seconds:g}",
        "memory": bounds.memory // MIB,
    }
    return CommandError(
        Exit.NOT_ASSESSED,
        f"PROGRAM_{recorded.ended.name}",
        fill(said.text, facts, language, {}),
        hint=fill(said.hint, facts, language, {}),
    )


def _gaps(project: "Project", recorded: "Recorded") -> list["Gap"]:
    from prosess.contracts.scan import Gap, GapCode

    gaps = [Gap(code=GapCode.COMPONENT_REMOTE, subject=urn) for urn in recorded.remote]
    if not recorded.whole:
        facts = {"ended": recorded.ended.value, "error": recorded.error}
        gaps.append(Gap(code=GapCode.PROGRAM_ENDED, subject=project.name, facts=dict(facts)))
    return gaps


def _program(project: "Project", recorded: "Recorded") -> "Program":
    from prosess.contracts.scan import Program

    made = [node for node in recorded.graph.nodes if _is_made(node)]
    return Program(
        project=recorded.graph.project,
        stack=recorded.graph.stack,
        ended=recorded.ended.value,
        error=recorded.error,
        sdk=dict(recorded.sdk),
        providers=dict(sorted(Counter(_provider(node.type) for node in made).items())),
        existing=sum(node.external for node in recorded.graph.nodes),
        invokes=recorded.invokes,
        refused=recorded.refused,
        encrypted=project.encrypted,
        children_offline=recorded.children_offline,
    )


def _is_made(node: "Node") -> bool:
    return node.custom and not node.external and not node.type.startswith("pulumi:")


def _provider(type_: str) -> str:
    """Give the provider of a type; an SDK that was made for one API version is the same provider's."""
    name = type_.partition(":")[0]
    return "azure-native" if name.startswith("azure-native_") else name


def _tell(told: "Scan", graph: "Graph", project: "Project", output: ScanFormat, lang: Tongue) -> None:
    from prosess.cli.env.scan import show_scan
    from prosess.cli.output import emit
    from prosess.cli.scan_report import markdown, sarif

    if output is ScanFormat.JSON:
        emit(told.to_bytes())
    elif output is ScanFormat.SARIF:
        emit(b"".join(sarif(told, graph, _Places(project), lang)))
    elif output is ScanFormat.MARKDOWN:
        sys.stdout.write(markdown(told, graph, lang))
    else:
        show_scan(told, lang)
        if told.program is not None:
            _show_program(told.program, graph, lang)


def _show_program(program: "Program", graph: "Graph", lang: Tongue) -> None:
    """Print the resources by provider, and what there is to know of the run."""
    from prosess.cli.output import say, show, table
    from prosess.cli.text import text

    why = _not_rendered(graph, lang)
    columns = ("program.provider", "column.resources", "program.rendered", "program.not_rendered")
    rows = []
    for provider, count in program.providers.items():
        reasons = why.get(provider, Counter())
        listed = ", ".join(f"{reason} × {number}" for reason, number in sorted(reasons.items()))
        rows.append((provider, count, count - reasons.total(), listed or "–"))
    table([text(column, lang) for column in columns], rows)
    if program.existing:
        show(text("program.existing", lang, count=program.existing))
    sdk = ", ".join(f"{name} {version}" for name, version in program.sdk.items())
    say(text("program.ran", lang, project=program.project, stack=program.stack, sdk=sdk or "?"))
    if program.invokes:
        say(text("program.asked", lang, functions=", ".join(program.invokes)))
    if program.encrypted:
        say(text("program.encrypted", lang, keys=", ".join(program.encrypted)))
    if program.refused:
        say(text("program.refused", lang, addresses=", ".join(program.refused)))
    if program.children_offline is False:
        say(text("program.children", lang))


def _not_rendered(graph: "Graph", lang: Tongue) -> dict[str, Counter[str]]:
    """Give how many of each provider's resources are in no template, by the reason."""
    from infra.arm import render
    from prosess.cli.text.program import REASONS
    from prosess.domain.text import Language

    found: dict[str, Counter[str]] = {}
    for one in render(graph, no_rule="name").not_rendered:
        if _is_made(graph.by_urn[one.urn]):
            reason = REASONS[one.reason].in_language(Language(lang.value)) if one.reason in REASONS else one.reason
            found.setdefault(_provider(one.type), Counter())[reason] += 1
    return found


@dataclass(frozen=True)
class _Places:
    """Every resource of another's program was asked for by the program: which line did is not recorded."""

    project: "Project"

    def of(self, _node: "Node") -> "Place":
        from prosess.cli.places import Place, shown

        program = self.project.program
        return Place(shown(program / "__main__.py" if program.is_dir() else program), 1, 1, "")
