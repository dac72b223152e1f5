"""The formats for machines and for a pull request: SARIF, JUnit, Markdown and JSON."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from defusedxml import ElementTree

from prosess.contracts.assessment import Assessment
from prosess.contracts.canonical import canonical_bytes
from prosess.contracts.findings import State
from prosess.domain.text import Language
from ros.report.formats import FORMATS, Format, write
from ros.report.prepared import Prepared
from ros.report.sarif import Found
from tests.ros.report.worlds import made, ready

LANGUAGES = list(Language)
PLAIN = ("html", "markdown", "sarif", "sarif-github", "junit", "json")


def sarif(name: str = "sarif", language: Language = Language.NB, **more: Any) -> dict[str, Any]:
    (run,) = json.loads(FORMATS[name].whole(ready(language, **more)))["runs"]
    assert isinstance(run, dict)
    return run


def test_every_format_is_the_same_bytes_twice() -> None:
    first = [FORMATS[name].whole(ready()) for name in PLAIN]
    ready.cache_clear()
    assert [FORMATS[name].whole(ready()) for name in PLAIN] == first
    assert set(PLAIN) <= set(FORMATS)


def test_what_is_written_is_what_is_rendered(tmp_path: Path) -> None:
    places = {name: tmp_path / name for name in PLAIN}
    write(ready(), places)
    assert [place.read_bytes() for place in places.values()] == [FORMATS[name].whole(ready()) for name in PLAIN]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(PLAIN)


def test_an_unknown_format_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        write(ready(), {name: tmp_path / name for name in ("html", "papir")})
    assert list(tmp_path.iterdir()) == []


def test_what_another_process_sets_is_begun_first_and_put_in_place_with_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = []

    def apart(_: Prepared) -> Callable[[], bytes]:
        done.append("begun")
        return lambda: b"pages"

    def here(_: Prepared) -> Iterator[bytes]:
        done.append("made")
        yield b"text"

    slow = Format("pdf", lambda _: [b"pages"], apart=apart)
    monkeypatch.setattr("ros.report.formats.FORMATS", {"json": Format("json", here), "pdf": slow})
    write(ready(), {"json": tmp_path / "a.json", "pdf": tmp_path / "a.pdf"})
    assert done == ["begun", "made"]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.json": b"text", "a.pdf": b"pages"}


def test_a_result_is_told_for_each_risk_control_rule_and_resource() -> None:
    run = sarif()
    rules = run["tool"]["driver"]["rules"]
    assert [one["id"] for one in rules] == ["CTRL-P", "PP-KV-001", "PP-SB-001"]
    told = [(one["properties"]["risk"], one["ruleId"], one["kind"]) for one in run["results"]]
    assert told == [
        ("R01", "PP-KV-001", "fail"),
        ("R01", "CTRL-P", "open"),
        ("R02", "PP-KV-001", "fail"),
        ("R03", "PP-SB-001", "pass"),
    ]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])
    assert next(one for one in rules if one["id"] == "PP-KV-001")["properties"]["risks"] == ["R01", "R02"]
    assert all(one["level"] == "none" for one in run["results"] if one["kind"] != "fail")
    assert run["properties"]["verdict"] == made()[0].verdict.value


def test_a_result_is_known_again_in_another_language_and_apart_from_every_other() -> None:
    first, second = (sarif(language=one)["results"] for one in (Language.NB, Language.EN))
    prints = [one["partialFingerprints"]["riskAndResource/v1"] for one in first]
    assert prints == [one["partialFingerprints"]["riskAndResource/v1"] for one in second]
    assert len(set(prints)) == len(prints)
    assert [one["message"] for one in first] != [one["message"] for one in second]


def test_code_scanning_is_not_told_what_passed() -> None:
    assert {one["kind"] for one in sarif("sarif-github")["results"]} == {"fail", "open"}


def test_a_row_of_evidence_is_worded_once_and_never_for_another() -> None:
    rows = [row for risk in made()[0].risks for derived in risk.derivation.controls for row in derived.evidence]
    found = Found(Language.NB)
    assert found.words(rows[0]) is found.words(rows[0].model_copy())
    other = rows[0].model_copy(update={"actual": "noe annet"})
    assert "noe annet" in found.words(other)
    assert "noe annet" not in found.words(rows[0])


@pytest.mark.parametrize("name", ["sarif", "sarif-github", "json"])
def test_what_machines_read_is_written_canonically(name: str) -> None:
    written = FORMATS[name].whole(ready())
    assert written == canonical_bytes(json.loads(written))


def test_sarif_tells_the_team_that_evidence_is_withheld() -> None:
    run = sarif(audience="team")
    (invocation,) = run["invocations"]
    notes = [one["message"]["text"].split(":")[0] for one in invocation["toolExecutionNotifications"]]
    assert notes == ["R01", "R02"]
    assert [one["properties"]["risk"] for one in run["results"]] == ["R01", "R03"]


@pytest.mark.parametrize("audience", ["team", "reviewer"])
def test_junit_has_a_case_for_each_risk_and_control(audience: Any) -> None:
    suites = ElementTree.fromstring(FORMATS["junit"].whole(ready(audience=audience)))
    cases = {(one.get("classname"), one.get("name")): [child.tag for child in one] for one in suites.iter("testcase")}
    assert cases == {
        ("prove.R01", "CTRL-A"): ["failure"],
        ("prove.R01", "CTRL-P"): ["skipped"],
        ("prove.R02", "CTRL-A"): ["failure"],
        ("prove.R03", "CTRL-B"): [],
    }
    assert (suites.get("tests"), suites.get("failures"), suites.get("skipped")) == ("4", "2", "1")
    assert State.PASS.value not in {child.tag for one in suites.iter("testcase") for child in one}


@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown_is_short_and_says_the_verdict_first(language: Language) -> None:
    prepared = ready(language, compared=True)
    lines = FORMATS["markdown"].whole(prepared).decode().splitlines()
    assert len(lines) <= 40
    assert lines[0].startswith(f"### {prepared.document.verdict_words}")
    assert sum(line.startswith("| [R0") for line in lines) == 2
    assert sum("<details>" in line for line in lines) == sum("</details>" in line for line in lines) == 4


def test_json_is_the_assessment_itself_to_a_reviewer() -> None:
    assert FORMATS["json"].whole(ready()) == made()[0].to_bytes()
    team = Assessment.from_bytes(FORMATS["json"].whole(ready(audience="team")))
    assert team.digest != made()[0].digest
    assert [one.current for one in team.risks] == [one.current for one in made()[0].risks]
