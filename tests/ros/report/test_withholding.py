"""What is marked sensitive reaches no reader of the team's version, in any format."""

import io
import re
import zipfile

import pytest

from prosess.domain.text import Language
from ros.report.formats import FORMATS
from tests.ros.report.worlds import RESOURCE, SECRETS, ready

LANGUAGES = list(Language)


def opened(content: bytes) -> str:
    """Give what a format holds, its parts unpacked."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return "\n".join(packed.read(name).decode(errors="replace") for name in packed.namelist())
    if content.startswith(b"%PDF"):
        import subprocess

        return subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True).stdout.decode()
    return content.decode()


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "pdf"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_team_is_shown_nothing_sensitive(name: str, language: Language) -> None:
    told = opened(FORMATS[name].whole(ready(language, "team", compared=True)))
    assert [secret for secret in (*SECRETS, RESOURCE) if secret in told] == []
    assert "R01" in told


def test_the_document_that_pages_are_made_of_holds_nothing_sensitive() -> None:
    told = "\n".join(ready(Language.NB, "team", compared=True).document.texts())
    assert [secret for secret in SECRETS if secret in told] == []


@pytest.mark.parametrize("name", ["html", "sarif", "json"])
def test_a_reviewer_is_shown_all_of_it(name: str) -> None:
    told = opened(FORMATS[name].whole(ready(Language.NB, "reviewer")))
    assert "hemmelig-verdi" in told
    if name == "html":
        assert all(re.search(secret, told, re.IGNORECASE) for secret in SECRETS)


def test_the_team_is_told_that_something_is_withheld() -> None:
    report = ready(Language.NB, "team").report
    first, second, third = report.risks
    said = "Ikke vist i denne utgaven: spør kontrolløren"
    assert first.description.whole == first.vulnerability == first.rationale == first.withheld == said
    assert first.plan[0].action == said
    assert all(said in one for one in (first.approval, *first.raises))
    assert second.withheld == said, "the same piece of evidence, of a risk that marks nothing"
    assert second.evidence == ()
    assert third.withheld == ""
    assert third.evidence


def test_withholding_changes_no_level_and_no_verdict() -> None:
    team, reviewer = ready(Language.NB, "team"), ready(Language.NB, "reviewer")
    assert team.report.verdict == reviewer.report.verdict
    assert team.report.now == reviewer.report.now
    assert team.report.method.coverage == reviewer.report.method.coverage
    assert team.report.rules == reviewer.report.rules
    assert team.report.provenance == reviewer.report.provenance
