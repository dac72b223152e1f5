"""A scan as people and other tools read it: Markdown for a pull request, SARIF 2.1.0 for code scanning."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from prosess.cli.options import Tongue
from prosess.cli.output import MARKS
from prosess.cli.text import text
from prosess.contracts import Finding, Graph, Severity, State
from prosess.contracts.scan import Coverage, Gap, Scan, ScanVerdict
from prosess.sarif import Location, Notification, Result, RuleText, fingerprint, log

if TYPE_CHECKING:
    from prosess.cli.places import Finder

MOST_ROWS = 12
"""Findings that a pull request shows; the rest are counted. With the folded parts that makes 40 lines at most."""
MOST_GAPS = 5

_VERDICTS = {
    ScanVerdict.PASS: "scan.verdict_pass",
    ScanVerdict.FAIL: "scan.verdict_fail",
    ScanVerdict.NOT_ASSESSED: "scan.verdict_not_assessed",
}
_WORST_FIRST = (Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW)


def finding_text(scan: Scan, finding: Finding, lang: Tongue) -> str:
    """Say what a finding is about: its rule's message, or Checkov's own title, and why it is suppressed."""
    from policies.text import text as rule_text
    from prosess.domain.text import Language

    said = scan.titles.get(finding.rule) or rule_text(finding.message, Language(lang.value))
    if finding.suppression is None:
        because = finding.facts.get("because")
        return f"{said} – {rule_text(f'{because}.message', Language(lang.value))}" if because else said
    held = finding.suppression
    until = text("scan.until", lang, owner=held.owner, expires=held.expires.isoformat())
    return f"{said} – {_reason(finding, lang)} ({until})"


def _reason(finding: Finding, lang: Tongue) -> str:
    """Give the reason in the reader's language where it is one of the checks that answer wrongly."""
    from infra.scanning import own_suppressions
    from prosess.domain.text import Language

    assert finding.suppression is not None  # noqa: S101 - for the type checker
    told = finding.suppression.reason
    for one in own_suppressions():
        if one.check == finding.rule and told == (one.reason.en or one.reason.nb):
            return one.reason.in_language(Language(lang.value))
    return told


def gap_text(gap: Gap, lang: Tongue) -> str:
    """Say what was not looked at."""
    from prosess.cli.text.scanning import GAPS
    from prosess.domain.text import Language
    from prosess.domain.text.wording import FactMissingError, fill

    subject = gap.subject.rpartition("::")[2]
    try:
        return f"{subject}: {fill(GAPS[gap.code], gap.facts, Language(lang.value), {})}"
    except FactMissingError:
        return f"{subject}: {gap.code.value} {gap.facts}"


def covered_by(row: Coverage, lang: Tongue) -> tuple[str, str]:
    """Say which checks and which rules judge a type, or why none does."""
    if row.covered:
        silent = [f"({check})" for check in row.not_covered if check not in row.checkov]
        return ", ".join([*row.checkov, *silent]) or "–", ", ".join(row.own) or "–"
    return "–", text("scan.not_assessed", lang, why=reason_of(row, lang))


def reason_of(row: Coverage, lang: Tongue) -> str:
    """Give why nothing judges a type, in the reader's language."""
    from infra.scanning import own_reasons
    from prosess.domain.text import Language

    told = own_reasons().get(row.type)
    return told.in_language(Language(lang.value)) if told else text("scan.no_reason", lang)


def summary(scan: Scan, lang: Tongue) -> str:
    """Give the counts, and the verdict, in two lines."""
    counts = {state: sum(one.state is state for one in scan.findings.findings) for state in State}
    told = text(
        "policy.summary",
        lang,
        passed=counts[State.PASS],
        failed=counts[State.FAIL],
        unjudged=counts[State.NOT_EVALUATED],
        suppressed=counts[State.SUPPRESSED],
    )
    read = text(
        "scan.read",
        lang,
        scanned=scan.scanned,
        rendered=scan.rendered,
        version=scan.scanner.version,
        gaps=len(scan.gaps),
    )
    return f"{told}\n{read}\n{text(_VERDICTS[scan.verdict], lang)}"


def _worst_first(findings: Sequence[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda one: (_WORST_FIRST.index(one.severity), one.rule, one.resource))


def _cell(said: str) -> str:
    """Write a text so that it stays in its cell and makes nothing of what it quotes."""
    said = " ".join(said.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "".join(f"\\{letter}" if letter in "\\|`*[]~@#" else letter for letter in said)


def markdown(scan: Scan, graph: Graph, lang: Tongue) -> str:
    """Give the scan for a pull request: 40 lines at most, what passed or is excused folded away."""
    verdict, *counts = reversed(summary(scan, lang).splitlines())
    lines = [f"### {MARKS.get(scan.verdict.value, '?')} {graph.stack}: {verdict}", "", *reversed(counts), ""]
    told = [one for one in scan.findings.findings if one.state in (State.FAIL, State.NOT_EVALUATED)]
    failed = [one for one in told if one.state is State.FAIL]
    shown = [*_worst_first(failed), *_worst_first([one for one in told if one.state is not State.FAIL])]
    if shown:
        names = [text(f"column.{name}", lang) for name in ("rule", "severity", "resource", "message")]
        lines += [f"| {' | '.join(names)} |", "|---|---|---|---|"]
        for one in shown[:MOST_ROWS]:
            cells = (one.rule, one.severity.value, one.resource.rpartition("::")[2], finding_text(scan, one, lang))
            lines.append(f"| {MARKS[one.state]} {' | '.join(map(_cell, cells))} |")
        if len(shown) > MOST_ROWS:
            lines += ["", text("scan.more", lang, count=len(shown) - MOST_ROWS)]
        lines.append("")
    lines += [f"- ? {_cell(gap_text(gap, lang))}" for gap in scan.gaps[:MOST_GAPS]]
    if len(scan.gaps) > MOST_GAPS:
        lines.append(f"- {text('scan.more', lang, count=len(scan.gaps) - MOST_GAPS)}")
    suppressed = [one for one in scan.findings.findings if one.state is State.SUPPRESSED]
    if suppressed:
        said = [f"{one.rule} {one.resource.rpartition('::')[2]}: {finding_text(scan, one, lang)}" for one in suppressed]
        lines += _folded(text("scan.suppressed", lang, count=len(suppressed)), said)
    said = [
        f"{one.type} × {one.resources}: {' · '.join(part for part in covered_by(one, lang) if part != '–')}"
        for one in scan.coverage
    ]
    lines += _folded(text("scan.coverage", lang, count=len(scan.coverage)), said)
    return "\n".join(lines) + "\n"


def _folded(title: str, items: Sequence[str]) -> list[str]:
    """Fold a list into two lines, whatever its length: the reader of a pull request opens it or does not."""
    return [
        "",
        f"<details><summary>{_cell(title)}</summary>",
        f"<ul>{''.join(f'<li>{_html(one)}</li>' for one in items)}</ul></details>",
    ]


def _html(said: str) -> str:
    return " ".join(said.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def sarif(scan: Scan, graph: Graph, places: "Finder", lang: Tongue) -> Iterator[bytes]:
    """Give the scan as SARIF 2.1.0, piece by piece.

    What did not pass is told, at the line of the reviewed file that asked for the resource. A suppressed finding
    carries its reason. What nobody looked at is told as a notification of the run, which then did not succeed. What
    passed is counted, not listed: code scanning makes an alert of every result.
    """
    told = [one for one in scan.findings.findings if one.state is not State.PASS]
    by_rule: dict[str, Finding] = {}
    for one in told:
        by_rule.setdefault(one.rule, one)
    return log(
        [_rule(scan, one, lang) for one in by_rule.values()],
        [_result(scan, one, graph, places, lang) for one in told],
        [Notification(gap.code.value, "error", gap_text(gap, lang)) for gap in scan.gaps],
        successful=not scan.gaps,
        extensions=[{"name": "checkov", "version": scan.scanner.version}],
        properties={
            "verdict": scan.verdict.value,
            "rendered": scan.rendered,
            "scanned": scan.scanned,
            "passed": sum(one.state is State.PASS for one in scan.findings.findings),
        },
    )


def _rule(scan: Scan, finding: Finding, lang: Tongue) -> RuleText:
    from policies.text import text as rule_text
    from prosess.domain.text import Language

    language = Language(lang.value)
    id_ = finding.message.rpartition(".")[0]
    why = rule_text(f"{id_}.why", language)
    return RuleText(
        id=finding.rule,
        short=scan.titles.get(finding.rule) or rule_text(f"{id_}.message", language),
        full=why,
        help=f"{why} {rule_text(finding.remedy, language)}",
        severity=finding.severity,
        properties={"tags": ["security", *finding.controls, *finding.scenarios]},
    )


def _result(scan: Scan, finding: Finding, graph: Graph, places: "Finder", lang: Tongue) -> Result:
    place = places.of(graph.by_urn[finding.resource])
    name = finding.resource.rpartition("::")[2]
    return Result(
        rule=finding.rule,
        kind="fail" if finding.state in (State.FAIL, State.SUPPRESSED) else "open",
        severity=finding.severity,
        message=f"{name}: {finding_text(scan, finding, lang)}",
        location=Location(place.file, place.line, place.column, name, finding.resource),
        fingerprints={"ruleAndResource/v1": fingerprint(finding.rule, finding.resource)},
        suppression=None if finding.suppression is None else _reason(finding, lang),
    )
