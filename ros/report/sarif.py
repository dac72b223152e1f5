"""The findings behind an assessment as SARIF 2.1.0: a result for each risk, control, rule and resource."""

from collections.abc import Iterator, Sequence
from typing import Literal

from prosess.contracts.assessment import ControlDerivation, ResourceEvidence, Risk
from prosess.contracts.findings import Finding, Severity, State
from prosess.domain.text import Language
from prosess.sarif import Location, Notification, Result, RuleText, fingerprint, log
from ros.explain import control_words, value_words
from ros.report.prepared import Prepared
from ros.wording.text import resource_name, resource_words, say

_KINDS: dict[State, Literal["pass", "fail", "open"]] = {
    State.PASS: "pass",
    State.FAIL: "fail",
    State.SUPPRESSED: "fail",
    State.NOT_EVALUATED: "open",
}


def render(prepared: Prepared, *, profile: Literal["full", "github"] = "full") -> Iterator[bytes]:
    """Give the log piece by piece. A control that nothing answered is an open result of its own: silence is no pass.

    A result is known again by analysis, risk, control, rule and resource, never by a line or a message.
    """
    assessment = prepared.shown.assessment
    behind = {(one.rule, one.resource): one for one in prepared.findings.findings}
    found = Found(prepared.language)
    told = [(risk, derived) for risk in assessment.risks for derived in risk.derivation.controls]
    # Made one by one while the log is written: a large assessment has tens of thousands.
    results = (
        result
        for risk, derived in told
        for result in _of_control(prepared, risk, derived, behind, found, passed=profile == "full")
    )
    withheld = sorted(prepared.shown.evidence_withheld)
    text = say("withheld", prepared.language)
    return log(
        _rules(prepared, told, behind),
        results,
        [Notification("withheld", "note", f"{id_}: {text}") for id_ in withheld],
        successful=assessment.verdict.value != "not_assessed",
        properties={
            "analysis": assessment.id,
            "verdict": assessment.verdict.value,
            "levels": {risk.id: risk.current.level for risk in assessment.risks},
            "passed": sum(_KINDS[row.state] == "pass" for _, derived in told for row in derived.evidence),
        },
        profile=profile,
    )


def _of_control(
    prepared: Prepared,
    risk: Risk,
    derived: ControlDerivation,
    behind: dict[tuple[str, str], Finding],
    found: "Found",
    *,
    passed: bool,
) -> Iterator[Result]:
    language, files = prepared.language, prepared.shown.files
    name = control_words(derived.control, language, files)
    properties = {"risk": risk.id, "level": risk.current.level, "control": derived.control}
    if _is_open(derived):
        because = say(f"because.{derived.because}", language)
        yield Result(
            rule=derived.control,
            kind="open",
            severity=Severity.MEDIUM,
            message=f"{risk.id}: {name}: {because}",
            location=Location(prepared.file_of(risk.id)),
            fingerprints=_known_by(prepared, risk, derived.control, derived.control, ""),
            properties=properties,
        )
    file = prepared.file_of(risk.id) if derived.evidence else ""
    for row in derived.evidence:
        if row.state is State.PASS and not passed:
            continue
        finding = behind.get((row.rule, row.resource))
        held = finding.suppression if finding and row.state is State.SUPPRESSED else None
        yield Result(
            rule=row.rule,
            kind=_KINDS[row.state],
            severity=finding.severity if finding else Severity.MEDIUM,
            message=f"{risk.id}: {name}: {found.words(row)}",
            location=Location(file, name=resource_name(row.resource), resource=row.resource),
            fingerprints=_known_by(prepared, risk, derived.control, row.rule, row.resource),
            suppression=held.reason if held else None,
            properties=properties,
        )


def _is_open(derived: ControlDerivation) -> bool:
    """Tell whether a control has nothing to tell but that nobody answered."""
    return not derived.evidence and derived.state is State.NOT_EVALUATED


def _known_by(prepared: Prepared, risk: Risk, control: str, rule: str, resource: str) -> dict[str, str]:
    return {"riskAndResource/v1": fingerprint(prepared.shown.assessment.id, risk.id, control, rule, resource)}


class Found:
    """Words of rows of evidence. Many risks lean on the same row, so each is worded once."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._worded: dict[tuple[str, str, State], tuple[ResourceEvidence, str]] = {}

    def words(self, row: ResourceEvidence) -> str:
        """Say what a row found."""
        key = (row.rule, row.resource, row.state)
        before = self._worded.get(key)
        if before is not None:
            known, said = before
            if (known.path, known.expected, known.actual) == (row.path, row.expected, row.actual):
                return said
        said = self._say(row)
        self._worded[key] = (row, said)
        return said

    def _say(self, row: ResourceEvidence) -> str:
        language = self.language
        said = say(
            "explain.row",
            language,
            rule=row.rule,
            resource=resource_words(row.resource, language),
            state=say(f"state.{row.state.value}", language).lower(),
        )
        if not row.path:
            return said
        expected, actual = value_words(row.expected, language), value_words(row.actual, language)
        return f"{said}; {say('explain.property', language, path=row.path, expected=expected, actual=actual)}"


def _rules(
    prepared: Prepared, told: Sequence[tuple[Risk, ControlDerivation]], behind: dict[tuple[str, str], Finding]
) -> Iterator[RuleText]:
    """Give each rule with the risks and the controls that lean on it, and the title that its caller knew."""
    titles = {row.rule: row.title for row in prepared.report.rules}
    severities = {rule: finding.severity for (rule, _), finding in behind.items()}
    risks: dict[str, set[str]] = {}
    controls: dict[str, set[str]] = {}
    for risk, derived in told:
        for rule in {derived.control} if _is_open(derived) else {row.rule for row in derived.evidence}:
            risks.setdefault(rule, set()).add(risk.id)
            controls.setdefault(rule, set()).add(derived.control)
    for id_ in risks:
        named = [control_words(control, prepared.language, prepared.shown.files) for control in sorted(controls[id_])]
        title = titles.get(id_) or (named[0] if id_ in controls[id_] else id_)
        yield RuleText(
            id=id_,
            short=title,
            full=title,
            help=say("sarif.help", prepared.language, controls="; ".join(named), risks=", ".join(sorted(risks[id_]))),
            severity=severities.get(id_, Severity.MEDIUM),
            properties={
                "risks": sorted(risks[id_]),
                "controls": sorted(controls[id_]),
                "tags": ["security", *sorted(risks[id_])],
            },
        )
