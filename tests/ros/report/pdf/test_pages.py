"""What the template reads: tables for a short report, lines for a long one, and no caption twice."""

from typing import Any

import pytest

from ros.report.document import Document
from ros.report.pdf.pages import laid_out
from tests.ros.report.sample import document


def test_a_caption_is_not_said_again_right_under_the_same_heading() -> None:
    register = laid_out(document(risks=2))["parts"][0]
    assert register["title"] == "Risikoregister"
    assert register["blocks"][0]["caption"] is None
    assert register["wide"]


def blocks_of(given_: Document, part: int) -> list[dict[str, Any]]:
    laid = laid_out(given_)
    found: list[dict[str, Any]] = [laid["opening"], *laid["parts"]][part]["blocks"]
    return found


def test_a_long_report_tells_of_its_risks_in_lines_and_links_only_a_row_to_its_own_risk() -> None:
    short, long = document(risks=20), document(risks=90)
    assert {inner["type"] for one in blocks_of(short, 2) for inner in one["blocks"]} >= {"table", "facts"}
    assert {inner["type"] for one in blocks_of(long, 2) for inner in one["blocks"]} == {
        "paragraph",
        "lines",
        "fact-lines",
        "section",
    }
    (register,) = blocks_of(long, 1)
    assert register["type"] == "table"
    assert register["rows"][6][0]["to"] == [{"text": "R07", "to": "section R07"}]
    assert {one["type"] for one in blocks_of(long, 0)} == {one["type"] for one in blocks_of(short, 0)}


@pytest.mark.parametrize(("risks", "named"), [(90, True), (150, False)])
def test_a_matrix_that_very_many_risks_are_in_tells_how_many(risks: int, named: bool) -> None:
    (matrices,) = (one for one in blocks_of(document(risks=risks), 0) if one["type"] == "matrices")
    squares = [cell for row in matrices["matrices"][0]["rows"] for cell in row["cells"] if cell["many"]]
    assert [bool(cell["risks"]) for cell in squares] == [named] * len(squares)
    assert sum(int(cell["name"].rpartition(": ")[2]) for cell in squares) == risks
