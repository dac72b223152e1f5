"""JUnit as evidence: a pass is believed of a file that is whole, dated and agrees with itself."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from prosess.contracts.findings import State
from prosess.documents import DocumentError
from ros.evidence import OSLO, TestRun
from ros.evidence.junit import read_junit

SUITE = """<?xml version="1.0"?>
<testsuites><testsuite name="s" tests="4" failures="1" errors="1" skipped="1" timestamp="2023-10-05T08:00:00+02:00">
<testcase classname="restore" name="passes"/>
<testcase classname="restore" name="fails"><failure message="m"/></testcase>
<testcase classname="restore" name="breaks"><error message="m"/></testcase>
<testcase classname="restore" name="waits"><skipped/></testcase>
</testsuite></testsuites>
"""


def read(folder: Path, text: str, collected: datetime | None = None) -> TestRun:
    path = folder / "results.xml"
    path.write_text(text, encoding="utf-8")
    return read_junit(path, collected=collected)


def test_each_outcome_is_read(tmp_path: Path) -> None:
    run = read(tmp_path, SUITE)
    assert {case.name: case.state for case in run.cases} == {
        "restore::passes": State.PASS,
        "restore::fails": State.FAIL,
        "restore::breaks": State.FAIL,
        "restore::waits": State.NOT_EVALUATED,
    }
    assert run.collected == datetime(2023, 10, 5, 8, tzinfo=timezone(timedelta(hours=2)))


def test_what_a_program_says_it_did_not_run_is_no_pass(tmp_path: Path) -> None:
    run = read(tmp_path, SUITE.replace('name="passes"/>', 'name="passes" status="notrun"/>'))
    assert {case.name: case.state for case in run.cases}["restore::passes"] is State.NOT_EVALUATED


def test_a_run_is_as_old_as_its_oldest_suite_and_inner_suites_inherit(tmp_path: Path) -> None:
    inner = '<testsuite><testcase classname="a" name="b"/></testsuite>'
    text = (
        f'<testsuites><testsuite timestamp="2023-10-04T08:00:00">{inner}</testsuite>'
        '<testsuite timestamp="2023-10-05T08:00:00"><testcase classname="a" name="c"/></testsuite></testsuites>'
    )
    run = read(tmp_path, text)
    assert run.collected == datetime(2023, 10, 4, 8, tzinfo=OSLO)
    assert [case.name for case in run.cases] == ["a::b", "a::c"]


def test_a_day_stands_in_for_a_time_that_is_not_told(tmp_path: Path) -> None:
    undated = SUITE.replace(' timestamp="2023-10-05T08:00:00+02:00"', "")
    day = datetime(2023, 10, 1, tzinfo=UTC)
    assert read(tmp_path, undated, day).collected == day
    assert read(tmp_path, SUITE, day).collected != day


BOMB = '<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (SUITE.replace(' timestamp="2023-10-05T08:00:00+02:00"', ""), "EVIDENCE_UNDATED", 1),
        (SUITE.replace("2023-10-05T08", "yesterday"), "JUNIT_TIMESTAMP", 1),
        (SUITE[:200], "JUNIT_NOT_XML", 4),
        (SUITE.replace("<testsuites>", BOMB + "<testsuites>"), "JUNIT_FORBIDDEN", 1),
        ("<report/>", "JUNIT_NOT_JUNIT", 1),
        ("<testsuites/>", "JUNIT_EMPTY", 1),
        (
            '<testsuite failures="2" timestamp="2023-10-05T08:00:00"><testcase classname="a" name="b"/></testsuite>',
            "JUNIT_COUNTS_DIFFER",
            1,
        ),
        (SUITE.replace('name="fails"', 'name="01010112345"'), "PERSON_IDENTIFIER", 4),
    ],
    ids=lambda value: value if isinstance(value, str) and value.isupper() else "",
)
def test_a_file_that_proves_nothing_is_refused_with_its_place(tmp_path: Path, text: str, code: str, line: int) -> None:
    with pytest.raises(DocumentError) as refused:
        read(tmp_path, text)
    (problem,) = refused.value.problems
    assert (problem.code, problem.line) == (code, line)
    assert problem.file.endswith("results.xml")
    assert "01010112345" not in str(refused.value)
