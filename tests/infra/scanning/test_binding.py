"""Nothing is believed because it is quiet: what Checkov does not see is named; what it says wrongly is no pass."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from infra.arm import NotRendered, Rendering
from infra.scanning import own_suppressions
from infra.scanning.answer import CheckovAnswer
from policies.engine.evaluate import excused
from policies.exemptions import Exemption
from prosess.contracts import Finding, State
from prosess.contracts.scan import GapCode
from tests.infra.scanning.conftest import bound
from tests.infra.scanning.templates import GOOD_VAULT, LOCK, PLAIN, TEMPLATES, VAULT, rendering, template, urn

GOOD = urn(VAULT, "kv-good")


def finding(findings: list[Finding], check: str, name: str) -> Finding:
    (found,) = [one for one in findings if one.rule == check and one.resource.endswith(f"::{name}")]
    return found


@pytest.fixture(scope="module")
def plain(recorded: CheckovAnswer) -> CheckovAnswer:
    """What was said of the first template alone, which has nothing odd in it."""
    return recorded.model_copy(
        update={
            "scanned": tuple(one for one in recorded.scanned if one.file == "0000.json"),
            "answers": tuple(one for one in recorded.answers if one.file == "0000.json"),
            "counted": len(PLAIN),
        }
    )


def gaps(answer: CheckovAnswer, of: Rendering | None = None) -> set[tuple[GapCode, str]]:
    return {(one.code, one.subject) for one in bound(answer, of or rendering(TEMPLATES[0])).gaps}


def test_a_render_that_was_wholly_read_has_no_gap(plain: CheckovAnswer) -> None:
    found = bound(plain, rendering(TEMPLATES[0]))
    assert (found.gaps, found.rendered, found.scanned) == ([], len(PLAIN), len(PLAIN))
    assert finding(found.findings, "CKV_AZURE_109", "kv-good").state is State.PASS
    assert finding(found.findings, "CKV_AZURE_109", "kv-open").state is State.FAIL


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda one: {"scanned": one.scanned[1:]}, {GapCode.RESOURCE_NOT_READ, GapCode.COUNT_DIFFERS}),
        (
            lambda one: {"scanned": (one.scanned[0].model_copy(update={"counted": False}), *one.scanned[1:])},
            {GapCode.RESOURCE_NOT_READ},
        ),
        (lambda one: {"counted": one.counted - 1}, {GapCode.COUNT_DIFFERS}),
        (
            lambda one: {"counted": 0, "scanned": (), "answers": ()},
            set(GapCode)
            & {GapCode.NOTHING_SCANNED, GapCode.COUNT_DIFFERS, GapCode.RESOURCE_NOT_READ, GapCode.CHECK_SILENT},
        ),
        (
            lambda one: {"scanned": (*one.scanned, one.scanned[0].model_copy(update={"line": 99}))},
            {GapCode.RESOURCE_UNKNOWN, GapCode.COUNT_DIFFERS},
        ),
        (lambda one: {"answers": one.answers[1:]}, {GapCode.CHECK_SILENT}),
        (
            lambda one: {"answers": (*one.answers, one.answers[0].model_copy(update={"line": 99}))},
            {GapCode.RESOURCE_UNKNOWN},
        ),
        (lambda _: {"unread": ("0000.json",)}, {GapCode.TEMPLATE_UNREAD}),
        (lambda _: {"parameters_failed": ("CKV_AZURE_131",)}, {GapCode.PARAMETER_FAILED}),
    ],
    ids=["lost", "not-counted", "count", "nothing", "stranger", "silent", "answer-of-a-stranger", "unread", "secret"],
)
def test_whatever_was_not_seen_is_a_gap(
    plain: CheckovAnswer, change: Callable[[CheckovAnswer], dict[str, Any]], expected: set[GapCode]
) -> None:
    assert {code for code, _ in gaps(plain.model_copy(update=change(plain)))} == expected


def test_symbolic_names_are_a_gap(plain: CheckovAnswer) -> None:
    found = gaps(plain, rendering(template("plain", PLAIN, languageVersion="2.0")))
    assert found == {(GapCode.TEMPLATE_SYMBOLIC, "plain")}


def test_what_was_not_rendered_is_a_gap_unless_it_exists_already(plain: CheckovAnswer) -> None:
    left = [NotRendered("a", "azure-native:x:Y", "no_rule"), NotRendered("b", "azure-native:x:Y", "existing")]
    left.append(NotRendered("c", "pulumi:providers:azure-native", "other_provider"))
    assert gaps(plain, rendering(TEMPLATES[0], not_rendered=left)) == {(GapCode.RESOURCE_NOT_RENDERED, "a")}


def test_locks_of_one_name_on_two_vaults_are_told_apart_by_their_templates(plain: CheckovAnswer) -> None:
    lock = {**PLAIN[2], "scope": f"[resourceId('{VAULT}', 'kv-open')]"}
    second = template("plain.2", [lock])
    read = plain.scanned[-1].model_copy(update={"file": "0001.json", "line": 3, "resource": f"{LOCK}.cannot-delete"})
    both = plain.model_copy(update={"scanned": (*plain.scanned, read), "counted": plain.counted + 1})
    assert gaps(both, rendering(TEMPLATES[0], second)) == set()
    assert gaps(plain, rendering(TEMPLATES[0], second)) != set()


def test_a_type_in_another_casing_and_a_name_that_is_none_are_gaps(recorded: CheckovAnswer) -> None:
    assert [one.code for one in bound(recorded).gaps] == [GapCode.NAME_NOT_LITERAL, GapCode.TYPE_SPELLED_OTHERWISE]


@pytest.mark.parametrize(
    ("check", "name", "because"),
    [
        ("CKV_AZURE_23", "crash", "CHECK_CRASHED"),
        ("CKV_AZURE_42", "kv-skipped", "CHECK_SKIPPED"),
        ("CKV_AZURE_42", "kv-unknown", "VALUE_UNKNOWN"),
    ],
)
def test_what_a_check_could_not_tell_is_not_evaluated(
    recorded: CheckovAnswer, check: str, name: str, because: str
) -> None:
    found = finding(bound(recorded).findings, check, name)
    assert (found.state, found.facts["because"]) == (State.NOT_EVALUATED, because)


def test_a_failure_that_checkov_itself_leaves_out_is_kept(recorded: CheckovAnswer) -> None:
    assert finding(bound(recorded).findings, "CKV_AZURE_206", "[toLower('STORE')]").state is State.FAIL


@pytest.mark.parametrize("one", own_suppressions(), ids=lambda one: one.check)
def test_each_check_that_answers_wrongly_does_so_and_is_not_believed(recorded: CheckovAnswer, one: Any) -> None:
    on_its_last_day = bound(recorded, as_of=one.expires).findings
    told = [each for each in on_its_last_day if each.rule == one.check and each.suppression is not None]
    assert told
    assert {each.facts["answered"] for each in told} <= set(one.answers)
    for each in told:
        assert each.state is State.SUPPRESSED
        assert each.suppression is not None
        assert each.suppression.expires == one.expires
    later = bound(recorded, as_of=date(one.expires.year + 1, 1, 1)).findings
    for each in later:
        if each.rule == one.check and "exemption_expired" in each.facts:
            assert each.state in (State.PASS, State.FAIL)
    assert [each for each in later if each.suppression is not None] == []


def test_a_check_that_says_nothing_or_never_runs_is_not_covered(recorded: CheckovAnswer) -> None:
    cosmos = urn("Microsoft.DocumentDB/databaseAccounts", "cosmos")
    found = bound(recorded)
    assert {"CKV_AZURE_140", "CKV_AZURE_100"} <= found.not_covered[cosmos].keys()
    assert not {one.rule for one in found.findings} & {"CKV_AZURE_140", "CKV_AZURE_100"}


def test_an_answer_without_a_template_proves_nothing(recorded: CheckovAnswer) -> None:
    empty = recorded.model_copy(update={"scanned": (), "answers": (), "counted": 0})
    assert gaps(empty, rendering()) == {(GapCode.NOTHING_SCANNED, "render")}


def test_the_findings_name_the_plans_resources(plain: CheckovAnswer) -> None:
    found = bound(plain, rendering(template("plain", [GOOD_VAULT, *PLAIN[1:]]))).findings
    assert {one.resource for one in found} == {GOOD, urn(VAULT, "kv-open")}
    assert found == sorted(found, key=lambda one: (one.rule, one.resource))


def test_a_reviewed_exemption_excuses_a_check_until_its_last_day(plain: CheckovAnswer) -> None:
    last = date(2026, 12, 31)
    reviewed = Exemption(
        rule="CKV_AZURE_109", resource=urn(VAULT, "kv-open"), reason="r", owner="platform_owner", expires=last
    )
    found = bound(plain, rendering(TEMPLATES[0])).findings
    held = finding(list(excused(found, [reviewed], as_of=last)), "CKV_AZURE_109", "kv-open")
    assert held.state is State.SUPPRESSED
    lapsed = finding(list(excused(found, [reviewed], as_of=date(2027, 1, 1))), "CKV_AZURE_109", "kv-open")
    assert (lapsed.state, lapsed.facts["exemption_expired"]) == (State.FAIL, "2026-12-31")
