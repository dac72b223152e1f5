"""The formats that a report is written in, by name. A format renders what was prepared and decides nothing."""

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from ros.collecting import uncollected
from ros.report.prepared import Prepared


@dataclass(frozen=True)
class Format:
    """One format."""

    extension: str
    render: Callable[[Prepared], bytes]
    apart: Callable[[Prepared], Callable[[], bytes]] | None = None
    """Where most of the work is another process's: makes ready for it, and gives what waits for it."""


def _html(prepared: Prepared) -> bytes:
    from ros.report.html import render

    return render(prepared.document)


def _markdown(prepared: Prepared) -> bytes:
    from ros.report.markdown import render

    return render(prepared).encode()


def _sarif(prepared: Prepared) -> bytes:
    from ros.report.sarif import render

    return render(prepared)


def _sarif_github(prepared: Prepared) -> bytes:
    from ros.report.sarif import render

    return render(prepared, profile="github")


def _junit(prepared: Prepared) -> bytes:
    from ros.report.junit import render

    return render(prepared)


def _json(prepared: Prepared) -> bytes:
    return prepared.shown.assessment.to_bytes()


def _pdf(prepared: Prepared) -> bytes:
    return _pdf_apart(prepared)()


def _pdf_apart(prepared: Prepared) -> Callable[[], bytes]:
    from ros.report.pdf import apart

    return apart(prepared.document)


def _docx(prepared: Prepared) -> bytes:
    from ros.report.docx import render

    return render(prepared.document)


def _xlsx(prepared: Prepared) -> bytes:
    """Give the workbook; a reviewer's holds the risks themselves beside, for ``prosess ros init --from``.

    The team's does not: what is edited there is the whole of a risk, sensitive or not.
    """
    from ros.report.xlsx import render
    from ros.workbook import add_risk_sheets

    if prepared.audience != "reviewer":
        return render(prepared.document)
    return render(prepared.document, lambda book: add_risk_sheets(book, prepared.shown.files, prepared.language))


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


_HEAVIEST = "sarif"
"""The format that needs most memory while it is made: it goes first, and the others use the memory again."""


def rendered(prepared: Prepared, formats: Iterable[str]) -> dict[str, bytes]:
    """Render every format that is named before any of them is written; a failure leaves nothing half-made.

    What another process sets is begun first and waited for last.

    Raises:
        KeyError: where there is no such format.
    """
    wanted = {name: FORMATS[name] for name in dict.fromkeys(formats)}
    with uncollected(), ThreadPoolExecutor(max_workers=1) as beside:
        begun = {name: beside.submit(one.apart(prepared)) for name, one in wanted.items() if one.apart}
        here = sorted((name for name, one in wanted.items() if not one.apart), key=_HEAVIEST.__ne__)
        made = {name: wanted[name].render(prepared) for name in here}
        return {name: begun[name].result() if name in begun else made[name] for name in wanted}
