"""The controls of an assessment as JUnit: a case for each risk and control, for whatever reads test results."""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from prosess.contracts.assessment import ControlDerivation, ResourceEvidence, Risk
from prosess.contracts.findings import State
from ros.explain import control_words, value_words
from ros.report.prepared import Prepared
from ros.wording.text import resource_words, say

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(prepared: Prepared) -> bytes:
    """Give the document, UTF-8. What failed is a failure; what was exempted or not evaluated is skipped, with why.

    Nothing passes by being left out, and no time is told: the same assessment gives the same bytes.
    """
    assessment = prepared.shown.assessment
    states = [derived.state for risk in assessment.risks for derived in risk.derivation.controls]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<testsuites name={_attribute(assessment.id)} {_counts(states)}>",
    ]
    for risk in assessment.risks:
        lines += _suite(prepared, risk)
    return ("\n".join([*lines, "</testsuites>"]) + "\n").encode()


def _counts(states: list[State]) -> str:
    failed = states.count(State.FAIL)
    skipped = states.count(State.NOT_EVALUATED) + states.count(State.SUPPRESSED)
    return f'tests="{len(states)}" failures="{failed}" errors="0" skipped="{skipped}"'


def _suite(prepared: Prepared, risk: Risk) -> Iterator[str]:
    title = risk.title[prepared.language]
    derived = risk.derivation.controls
    yield f"  <testsuite name={_attribute(f'{risk.id} {title}')} {_counts([one.state for one in derived])}>"
    for one in derived:
        yield from _case(prepared, risk, one)
    yield "  </testsuite>"


def _case(prepared: Prepared, risk: Risk, derived: ControlDerivation) -> Iterator[str]:
    language = prepared.language
    name = f"{prepared.shown.assessment.id}.{risk.id}"
    case = f"    <testcase classname={_attribute(name)} name={_attribute(derived.control)}"
    if derived.state is State.PASS:
        yield f"{case}/>"
        return
    because = say(f"because.{derived.because}", language)
    message = _attribute(f"{control_words(derived.control, language, prepared.shown.files)}: {because}")
    yield f"{case}>"
    if derived.state is State.FAIL:
        rows = [_row(prepared, one) for one in derived.evidence if one.state is State.FAIL]
        if risk.id in prepared.shown.evidence_withheld:
            rows.append(say("withheld", language))
        yield f'      <failure type="fail" message={message}>{_text(chr(10).join(rows))}</failure>'
    else:
        yield f"      <skipped message={message}/>"
    yield "    </testcase>"


def _row(prepared: Prepared, row: ResourceEvidence) -> str:
    language = prepared.language
    said = f"{row.rule}: {resource_words(row.resource, language)} ({row.resource})"
    if not row.path:
        return said
    expected, actual = value_words(row.expected, language), value_words(row.actual, language)
    return f"{said}; {say('explain.property', language, path=row.path, expected=expected, actual=actual)}"


def _attribute(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", text))


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text))
