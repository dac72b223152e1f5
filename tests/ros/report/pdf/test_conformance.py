"""The PDF is the PDF/UA-1 that it says it is: veraPDF judges it, and what veraPDF would catch if it were not."""

import io
import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from pikepdf import Pdf

from prosess.domain.text import Language
from ros.report import pdf
from ros.report.compose import compose
from tests.real import missing
from tests.ros.report.pdf.test_binding import made
from tests.ros.report.sample import document
from tests.ros.test_report import report

pytestmark = pytest.mark.verify

Rules = frozenset[str]
"""Rules of PDF/UA-1 that a file breaks: clause of ISO 14289-1, and number of veraPDF's test of it."""


def short(language: Language = Language.NB) -> bytes:
    return pdf.render(document(language, 6))


def example() -> bytes:
    return pdf.render(compose(report(Language.NB)))


def bound() -> bytes:
    return made()[0]


def spoilt(content: bytes, spoil: Callable[[Pdf], None]) -> bytes:
    """Give a copy in which something is not as it was."""
    copy, out = Pdf.open(io.BytesIO(content)), io.BytesIO()
    spoil(copy)
    copy.save(out)
    return out.getvalue()


def without_language(file: Pdf) -> None:
    del file.Root.Lang


def without_a_links_words(file: Pdf) -> None:
    link = next(link for page in file.pages for link in page.obj.get("/Annots", []))
    del link.Contents


def without_the_claim(file: Pdf) -> None:
    with file.open_metadata(set_pikepdf_as_editor=False) as told:
        del told["{http://www.aiim.org/pdfua/ns/id/}part"]


MADE: dict[str, Callable[[], bytes]] = {
    **{f"short, {language.value}": partial(short, language) for language in Language},
    "example": example,
    "bound": bound,
}
SPOILT: dict[str, tuple[Callable[[Pdf], None], Rules]] = {
    "no language": (without_language, frozenset({"7.2-2", "7.2-24", "7.2-30", "7.2-33", "7.2-34"})),
    "a link that says nothing": (without_a_links_words, frozenset({"7.18.1-2", "7.18.5-2"})),
    "no claim": (without_the_claim, frozenset({"5-1"})),
}


@pytest.fixture(scope="module")
def verapdf() -> str:
    """The real veraPDF. In ``make verify`` its absence is a failure, never a skip."""
    found = shutil.which("verapdf-ua")
    if found is None:
        missing("there is no verapdf-ua: run `make tools`, which needs maven and default-jdk-headless")
    return found


@pytest.fixture(scope="module")
def broken(verapdf: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Rules]:
    """File → what it breaks. All are judged in one run: Java starts slowly."""
    files = {name: make() for name, make in MADE.items()}
    files |= {name: spoilt(short(), spoil) for name, (spoil, _) in SPOILT.items()}
    folder = tmp_path_factory.mktemp("conformance")
    for name, content in files.items():
        (folder / f"{name}.pdf").write_bytes(content)
    command = [verapdf, *(str(folder / f"{name}.pdf") for name in files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    found: dict[str, Rules] = {}
    for line in done.stdout.splitlines():
        verdict, file, *told = line.split("\t")
        assert verdict in {"conforms", "fails"}
        rule = {f"{told[0]}-{told[1]}"} if verdict == "fails" else set()
        name = Path(file).stem
        found[name] = found.get(name, frozenset()) | rule
    return found


@pytest.mark.parametrize("name", MADE)
def test_it_conforms(name: str, broken: dict[str, Rules]) -> None:
    assert broken[name] == frozenset()


@pytest.mark.parametrize("name", SPOILT)
def test_what_does_not_conform_breaks_the_very_rule(name: str, broken: dict[str, Rules]) -> None:
    assert broken[name] == SPOILT[name][1]


def test_what_cannot_be_read_is_not_judged(verapdf: str, tmp_path: Path) -> None:
    file = tmp_path / "torn.pdf"
    file.write_bytes(short()[:2000])
    done = subprocess.run([verapdf, str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stdout.startswith(f"unjudged\t{file}\t")
