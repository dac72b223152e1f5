"""``prosess ros check``: the gates."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from prosess.cli.exit import CommandError, Exit
from prosess.cli.options import AsOf, Lang, PageFormat, PageOutput, Tongue
from prosess.cli.ros.assessing import NOTHING, Analysis, Handed, Planned, assessed, handing
from ros.collecting import uncollected

if TYPE_CHECKING:
    from prosess.contracts import Assessment, Graph
    from prosess.contracts.assessment import GateName
    from ros.check import Check

Gates = Annotated[
    list[str] | None,
    typer.Option(
        "--gate",
        help="Ask this gate: new-or-worse, level, expired, lapsed or orphans. May be given more than once. Without it: "
        "level, expired and lapsed, and new-or-worse where there is a baseline.",
        metavar="GATE",
    ),
]
BaselineFile = Annotated[
    Path | None,
    typer.Option("--baseline", help="Assessment to hold it against; baseline.json of the folder where not given."),
]
Against = Annotated[
    str | None, typer.Option("--against", help="Git revision of the folder to hold it against.", metavar="REV")
]
WriteBaseline = Annotated[
    bool, typer.Option("--write-baseline", help="Write the assessment as baseline.json of the folder.")
]


@handing
@uncollected()
def check(
    analysis: Analysis,
    env: Planned = None,
    gate: Gates = None,
    baseline: BaselineFile = None,
    against: Against = None,
    write_baseline: WriteBaseline = False,
    as_of: AsOf = None,
    output: PageOutput = PageFormat.TABLE,
    lang: Lang = Tongue.EN,
    handed: Handed = NOTHING,
) -> None:
    """Assess every risk. Exit 1 where a gate is closed, 4 where something was not assessed."""
    from prosess.cli.output import emit, show, table
    from prosess.domain.text import Language
    from ros.gate import Given, ask, exit_code
    from ros.gate.told import better, listing, markdown

    gates = _gates(gate, lang)
    language = Language(lang.value)
    found, gathered, _ = assessed(analysis, env, as_of=as_of, lang=lang, handed=handed)
    _lint(analysis, found, gathered.graph, lang=lang)
    held = _baseline(analysis, env, found.assessment, baseline, against, as_of=as_of, lang=lang)
    given = Given(found, held, accepted=found.accepted, attested=gathered.attestations)
    answers = ask(given, gates)
    if output is PageFormat.JSON:
        emit(found.assessment.model_copy(update={"gates": answers}).to_bytes())
    elif output is PageFormat.MARKDOWN:
        emit(markdown(answers, given, language).encode())
    else:
        show(found.table(language).rstrip())
        shown = listing(answers, given, language)
        table(shown.headings, shown.rows)
        if told := better(given, language):
            show(told)
    if write_baseline:
        _write(analysis, found.assessment, lang)
    raise typer.Exit(exit_code(answers))


def _gates(named: list[str] | None, lang: Tongue) -> "tuple[GateName, ...]":
    from prosess.cli.refusing import refused
    from ros.gate import GATES

    for one in named or ():
        if one not in GATES:
            raise refused(Exit.USAGE, "ROS_GATE_UNKNOWN", lang, gate=one, gates=", ".join(GATES))
    return cast("tuple[GateName, ...]", tuple(named or ()))


def _lint(analysis: Path, found: "Check", graph: "Graph", *, lang: Tongue) -> None:
    """Tell on standard error what is wrong with the files; end where it makes the analysis invalid."""
    from policies.engine.evaluate import own_catalogue
    from prosess.cli.output import say
    from prosess.cli.text import text
    from prosess.domain.text import Language
    from ros.evidence.gathered import of_checkov
    from ros.gate import invalid
    from ros.lint import lint

    language = Language(lang.value)
    # Which checks Checkov has is Checkov's to say.
    checkovs = {one.rule for control in found.files.controls for one in control.rule_checks if of_checkov(one.rule)}
    lints = lint(
        found.files,
        graph=graph,
        rules={*own_catalogue().rules, *checkovs},
        as_of=found.assessment.as_of,
        assessment=found.assessment,
    )
    if wrong := invalid(lints):
        raise CommandError(
            Exit.INVALID,
            "ROS_INVALID",
            "\n".join([text("error.ROS_INVALID", lang), *(f"  {one.told(found.files, language)}" for one in wrong)]),
            hint=text("hint.ROS_INVALID", lang),
            where=analysis.name,
            mistakes=[
                {
                    "code": one.id,
                    "message": one.text(language),
                    "hint": text("hint.ROS_INVALID", lang),
                    "where": one.place(found.files),
                }
                for one in wrong
            ],
        )
    for one in lints:
        say(f"{'✗' if one.severity == 'error' else '!'} {one.told(found.files, language)}", style="dim")


def _baseline(
    analysis: Path,
    env: Path | None,
    assessment: "Assessment",
    named: Path | None,
    against: str | None,
    *,
    as_of: "AsOf",
    lang: Tongue,
) -> "Assessment | None":
    from prosess.cli.refusing import refused
    from prosess.cli.ros.refusing import worded
    from ros.gate import BASELINE, held_against, read_baseline

    if named and against:
        raise refused(Exit.USAGE, "ROS_TWO_BASELINES", lang)
    if against and env is None:
        raise refused(Exit.USAGE, "ROS_DIFF_NEEDS_ENV", lang, where=against)
    with worded(lang, where=(named or analysis / BASELINE).name):
        if against and env:
            from prosess.cli.ros.versions import version_at

            return held_against(version_at(against, analysis, env, as_of=as_of, lang=lang).assessment, assessment)
        path = named or analysis / BASELINE
        if named is None and not path.is_file():
            return None
        return held_against(read_baseline(path), assessment)


def _write(analysis: Path, assessment: "Assessment", lang: Tongue) -> None:
    from prosess.cli.output import say
    from prosess.cli.text import text
    from prosess.documents import write_whole
    from ros.gate import BASELINE

    path = analysis / BASELINE
    write_whole(path, assessment.to_bytes())
    say(text("ros.baseline_written", lang, file=BASELINE))
