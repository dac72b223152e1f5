"""Where a long report is cut: nothing lost, nothing twice, in order, and each run says what is in it."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ros.report.pdf import gatherings as cutting
from ros.report.pdf.gatherings import gatherings
from ros.report.pdf.pages import laid_out
from tests.ros.report.sample import document

Laid = dict[str, Any]


def parts_of(cut: list[Laid]) -> list[Laid]:
    return [part for one in cut for part in one["parts"]]


def light(monkeypatch: pytest.MonkeyPatch, letters: int) -> None:
    monkeypatch.setattr(cutting, "_GATHERING", letters * 2)
    monkeypatch.setattr(cutting, "_RUN", letters)


def test_a_report_that_is_not_long_stays_whole() -> None:
    laid = laid_out(document(risks=20))
    assert gatherings(laid) == [laid]


def test_the_first_gathering_is_page_one_alone_and_no_other_has_it() -> None:
    opening, *others = gatherings(laid_out(document(risks=90)))
    assert opening["opening"]["label"] == "part 0"
    assert opening["parts"] == []
    assert [one["opening"] for one in others] == [None] * len(others)


def test_what_is_light_is_not_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    light(monkeypatch, 10_000_000)
    laid = laid_out(document(risks=90))
    assert parts_of(gatherings(laid)) == laid["parts"]


def test_runs_say_what_is_in_them(monkeypatch: pytest.MonkeyPatch) -> None:
    light(monkeypatch, 60_000)
    laid = laid_out(document(risks=90))
    titles = [part["title"] for part in parts_of(gatherings(laid))]
    registers = [one for one in titles if one.startswith("Risikoregister")]
    assert len(registers) > 1
    spans = [one.removeprefix("Risikoregister: ").split("–") for one in registers]
    assert (spans[0][0], spans[-1][1]) == ("R01", "R90")
    for (_, last), (first, _) in pairwise(spans):
        assert int(first[1:]) == int(last[1:]) + 1
    labels = [part["label"] for part in parts_of(gatherings(laid))]
    assert len(set(labels)) == len(labels)
    assert {part["label"] for part in laid["parts"]} <= set(labels)


def test_a_run_whose_rows_have_no_short_names_has_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    light(monkeypatch, 60_000)
    laid = laid_out(document(risks=90))
    for row in laid["parts"][0]["blocks"][0]["rows"]:
        row[0] = "Uvedkommende leser helseopplysninger"
    titles = [part["title"] for part in parts_of(gatherings(laid)) if part["title"].startswith("Risikoregister")]
    assert titles == [f"Risikoregister ({one} av {len(titles)})" for one in range(1, len(titles) + 1)]


@given(st.integers(min_value=2_000, max_value=400_000))
@settings(max_examples=25, deadline=None)
def test_nothing_is_lost_and_nothing_is_told_twice(letters: int) -> None:
    laid = laid_out(document(risks=85))
    with pytest.MonkeyPatch.context() as patched:
        light(patched, letters)
        cut = gatherings(laid)
    told: dict[str, list[Any]] = {}
    for part in parts_of(cut):
        whole = told.setdefault(part["label"].split(".")[0], [])
        for block in part["blocks"]:
            before = whole[-1] if whole else None
            if before and before["type"] == block["type"] == "table" and before["widths"] == block["widths"]:
                before["rows"] = before["rows"] + block["rows"]
            else:
                whole.append(dict(block))
    assert told == {part["label"]: part["blocks"] for part in laid["parts"]}


@given(st.integers(min_value=20_000, max_value=400_000))
@settings(max_examples=25, deadline=None)
def test_no_gathering_holds_more_than_it_may_unless_one_block_does(letters: int) -> None:
    with pytest.MonkeyPatch.context() as patched:
        light(patched, letters)
        for one in gatherings(laid_out(document(risks=85)))[1:]:
            # A table's rows are shared evenly, so that one may hold a row more than its share.
            heavy = sum(map(cutting._weight, one["parts"])) > letters * 2.1
            assert not heavy or [len(part["blocks"]) for part in one["parts"]] == [1]
