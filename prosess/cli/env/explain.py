"""``prosess env explain``: where a resource comes from, which rules read it, and which risks lean on that."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from prosess.cli.exit import CommandError, Exit
from prosess.cli.options import AsOf, Format, Lang, OnboardingFile, Output, Tongue

if TYPE_CHECKING:
    from datetime import datetime

    from prosess.cli.judging import Judged
    from prosess.contracts import Finding, Graph, Node
    from prosess.contracts.scan import Scan

RULE = re.compile(r"PP-[A-Z]+-[0-9]{3}|CKV2?_AZURE_[0-9]{1,3}")


@dataclass(frozen=True)
class Leaning:
    """A risk that leans on a rule through a control, and whether the control is proven."""

    risk: str
    title: str
    level: str
    control: str
    state: str

    @property
    def document(self) -> dict[str, str]:
        """The same for programs."""
        return {
            "risk": self.risk,
            "title": self.title,
            "level": self.level,
            "control": self.control,
            "state": self.state,
        }


def explain(
    subject: Annotated[
        str, typer.Argument(metavar="URN|RULE", help="URN or name of a resource, or id of a rule such as PP-KV-002.")
    ],
    env: Annotated[Path, typer.Option("--env", help="Environment file that the plan is made from.", metavar="ENV")],
    onboarding: OnboardingFile = None,
    as_of: AsOf = None,
    output: Output = Format.TABLE,
    lang: Lang = Tongue.EN,
) -> None:
    """Tell where a resource was asked for, what judges it, and which risks lean on it; or the same for a rule."""
    from prosess.cli.judging import judged
    from prosess.cli.output import emit_json

    is_rule = RULE.fullmatch(subject) is not None
    if is_rule and subject.startswith("PP-"):
        from prosess.cli.rules import known_rule

        known_rule(subject)  # before the plan, which takes seconds
    graph, own = judged(env, as_of=as_of, lang=lang, onboarding=onboarding)
    node = None if is_rule else _resource(subject, graph)
    scan = _scan(graph, own, as_of=as_of, lang=lang)
    findings = [
        one
        for one in (scan.findings if scan else own.findings).findings
        if one.rule == subject or (node is not None and one.resource == node.urn)
    ]
    risks = _leaning(env, graph, own, rule=subject if is_rule else None, node=node, as_of=as_of, lang=lang)
    told: dict[str, Any] = {
        "subject": node.urn if node else subject,
        "findings": [_finding(one) for one in findings],
        "checkov": scan is not None,
        "risks": [one.document for one in risks],
    }
    if node is not None:
        told["source"] = _source(node, env, onboarding, lang)
    elif subject.startswith("PP-"):
        from prosess.cli.rules import document, known_rule

        told["rule"] = document(known_rule(subject), lang)
    else:
        told["rule"] = {"rule": subject, "title": (scan.titles.get(subject) if scan else None) or subject}
    if output is Format.JSON:
        emit_json(told)
    else:
        _show(told, node, findings, risks, scan, lang)
    if not findings:
        raise typer.Exit(Exit.NOT_ASSESSED)


def _resource(subject: str, graph: "Graph") -> "Node":
    """Give the resource of a URN, or of a name that only one resource has.

    Raises:
        CommandError: exit 3, where there is none, or several.
    """
    from difflib import get_close_matches

    if subject in graph.by_urn:
        return graph.by_urn[subject]
    named = [node for node in graph.nodes if node.name == subject]
    # A component often shares its name with the one resource that it is about.
    named = [node for node in named if node.custom] or named
    if len(named) == 1:
        return named[0]
    if named:
        raise CommandError(
            Exit.INVALID,
            "RESOURCE_AMBIGUOUS",
            f"{len(named)} resources have this name",
            hint="name one by its URN: " + ", ".join(node.urn for node in named[:3]),
        )
    near = get_close_matches(subject, [node.name for node in graph.nodes], n=1)
    raise CommandError(
        Exit.INVALID,
        "RESOURCE_UNKNOWN",
        "the plan has no resource with this URN or name, and no rule has this id",
        hint=f"did you mean {near[0]}?" if near else "`prosess env plan ENV -o json` lists every URN",
    )


def _scan(graph: "Graph", own: "Judged", *, as_of: "datetime | None", lang: Tongue) -> "Scan | None":
    """Give the scan; none, and a word on stderr, where there is no Checkov: our own rules can be explained without."""
    from prosess.cli.output import say
    from prosess.cli.scanning import scan

    try:
        return scan(graph, own, as_of=as_of, lang=lang)
    except CommandError as error:
        say(f"{error.message} {error.hint}", style="dim")
        return None


def _leaning(
    env: Path,
    graph: "Graph",
    own: "Judged",
    *,
    rule: str | None,
    node: "Node | None",
    as_of: "datetime | None",
    lang: Tongue,
) -> list[Leaning]:
    """Give the risks of the assessment beside the environment that lean on a rule, or on what a resource showed."""
    from prosess.cli.reviewed import reading
    from prosess.cli.ros.assessing import assessment_of
    from prosess.cli.workspace import root_of
    from ros.loading import load_analysis

    root = root_of(env)
    if root is None or not (root / "ros" / "ros.yaml").is_file():
        return []
    with reading(lang):
        files = load_analysis(root / "ros")
    of_rule = {one.id for one in files.controls if any(check.rule == rule for check in one.rule_checks)}
    return [
        Leaning(risk.id, risk.title[lang.value], risk.current.level, derived.control, derived.state.value)
        for risk in assessment_of(files, graph, own, as_of=as_of).risks
        for derived in risk.derivation.controls
        if derived.control in of_rule
        or (node is not None and any(row.resource == node.urn for row in derived.evidence))
    ]


def _source(node: "Node", env: Path, onboarding: Path | None, lang: Tongue) -> dict[str, Any]:
    from prosess.cli.places import Places

    place = Places(env, onboarding, lang).of(node)
    return {
        "component": node.source.component,
        "declared_at": node.source.declared_at,
        "file": place.file,
        "line": place.line,
        "type": node.type,
    }


def _finding(finding: "Finding") -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "resource": finding.resource,
        "state": finding.state,
        "severity": finding.severity,
        "path": finding.path,
    }


def _show(
    told: dict[str, Any],
    node: "Node | None",
    findings: "list[Finding]",
    risks: list[Leaning],
    scan: "Scan | None",
    lang: Tongue,
) -> None:
    from prosess.cli.output import MARKS, show, table
    from prosess.cli.rules import known_rule, show_rule
    from prosess.cli.text import text

    if node is not None:
        source = told["source"]
        show(f"{node.name} ({node.type})", style="bold")
        show(node.urn, style="dim")
        component = (source["component"] or "–").rpartition("::")[2]
        show(text("explain.component", lang, component=component, type=_component_type(source["component"])))
        place, declared = f"{source['file']}:{source['line']}", source["declared_at"] or "–"
        show(text("explain.declared", lang, place=place, declared=declared))
    elif told["subject"].startswith("PP-"):
        show_rule(known_rule(told["subject"]), lang)
    else:
        show(f"{told['subject']} {told['rule']['title']}", style="bold")
    if findings:
        about = "rule" if node is not None else "resource"
        table(
            [text(f"column.{name}", lang) for name in (about, "state", "severity", "message")],
            [
                (
                    one.rule if node is not None else one.resource.rpartition("::")[2],
                    f"{MARKS[one.state]} {text(f'state.{one.state.value}', lang)}",
                    one.severity.value,
                    _about(one, scan, lang),
                )
                for one in findings
            ],
        )
    else:
        show(text("explain.no_rule", lang))
    if risks:
        table(
            [text(f"column.{name}", lang) for name in ("risk", "level", "control", "state")],
            [(f"{one.risk} {one.title}", one.level, one.control, text(f"state.{one.state}", lang)) for one in risks],
        )
    else:
        show(text("explain.no_risk", lang))


def _component_type(urn: str | None) -> str:
    return urn.split("::")[-2].rpartition("$")[2] if urn else "–"


def _about(finding: "Finding", scan: "Scan | None", lang: Tongue) -> str:
    """Say what stands between a rule and a pass; what was read, where there is nothing to say."""
    from policies.text import text as rule_text
    from prosess.cli.scan_report import finding_text
    from prosess.contracts import State
    from prosess.domain.text import Language

    if finding.state is State.PASS:
        return (scan.titles.get(finding.rule) if scan else None) or finding.path or ""
    return finding_text(scan, finding, lang) if scan else rule_text(finding.message, Language(lang.value))
