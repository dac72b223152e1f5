"""The formats that a report is written in, by name. A format renders what was prepared and decides nothing."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from prosess.documents import staging
from ros.collecting import uncollected
from ros.report.prepared import Prepared


@dataclass(frozen=True)
class Format:
    """One format."""

    extension: str
    render: Callable[[Prepared], Iterable[bytes]]
    """Gives the file piece by piece; a format that can makes each as it is asked for."""
    apart: Callable[[Prepared], Callable[[], bytes]] | None = None
    """Where most of the work is another process's: makes ready for it, and gives what waits for it."""

    def whole(self, prepared: Prepared) -> bytes:
        """Give the file in one piece."""
        return b"".join(self.render(prepared))


def _html(prepared: Prepared) -> Iterator[bytes]:
    from ros.report.html import render

    return render(prepared.document)


def _markdown(prepared: Prepared) -> Iterable[bytes]:
    from ros.report.markdown import render

    return [render(prepared).encode()]


def _sarif(prepared: Prepared) -> Iterator[bytes]:
    from ros.report.sarif import render

    return render(prepared)


def _sarif_github(prepared: Prepared) -> Iterator[bytes]:
    from ros.report.sarif import render

    return render(prepared, profile="github")


def _junit(prepared: Prepared) -> Iterable[bytes]:
    from ros.report.junit import render

    return [render(prepared)]


def _json(prepared: Prepared) -> Iterator[bytes]:
    return prepared.shown.assessment.to_pieces()


def _pdf(prepared: Prepared) -> Iterable[bytes]:
    return [_pdf_apart(prepared)()]


def _pdf_apart(prepared: Prepared) -> Callable[[], bytes]:
    from ros.report.pdf import apart

    return apart(prepared.document)


def _docx(prepared: Prepared) -> Iterable[bytes]:
    from ros.report.docx import render

    return [render(prepared.document)]


def _xlsx(prepared: Prepared) -> Iterable[bytes]:
    """Give the workbook; a reviewer's holds the risks themselves beside, for ``prosess ros init --from``.

    The team's does not: what is edited there is the whole of a risk, sensitive or not.
    """
    from ros.report.xlsx import render
    from ros.workbook import add_risk_sheets

    if prepared.audience != "reviewer":
        return [render(prepared.document)]
    return [render(prepared.document, lambda book: add_risk_sheets(book, prepared.shown.files, prepared.language))]


FORMATS: Mapping[str, Format] = {
    "html": Format("html", _html),
    "pdf": Format("pdf", _pdf, apart=_pdf_apart),
    "docx": Format("docx", _docx),
    "xlsx": Format("xlsx", _xlsx),
    "markdown": Format("md", _markdown),
    "sarif": Format("sarif", _sarif),
    "sarif-github": Format("github.sarif", _sarif_github),
    "junit": Format("junit.xml", _junit),
    "json": Format("json", _json),
}
"""Name → format. ``sarif-github`` leaves out what passed, of which code scanning would make alerts."""


def write(prepared: Prepared, places: Mapping[str, Path]) -> None:
    """Write each format that is named to its place, when all are made; a failure leaves everything as it was.

    Each is put on disk as it is made, so that a large report is never held whole. What another process sets is begun
    first and waited for last.

    Raises:
        KeyError: where there is no such format.
        OSError: where a file cannot be written.
    """
    wanted = {name: FORMATS[name] for name in places}
    with staging() as staged, uncollected(), ThreadPoolExecutor(max_workers=1) as beside:
        begun = {name: beside.submit(one.apart(prepared)) for name, one in wanted.items() if one.apart}
        for name, one in wanted.items():
            if name not in begun:
                staged.add(places[name], one.render(prepared))
        for name, made in begun.items():
            staged.add(places[name], [made.result()])
