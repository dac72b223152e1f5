"""The formats that a report is written in, by name. A format renders what was prepared and decides nothing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from prosess.contracts.canonical import canonical_bytes
from ros.report.prepared import Prepared


@dataclass(frozen=True)
class Format:
    """One format."""

    extension: str
    render: Callable[[Prepared], bytes]


def _html(prepared: Prepared) -> bytes:
    from ros.report.html import render

    return render(prepared.document)


def _markdown(prepared: Prepared) -> bytes:
    from ros.report.markdown import render

    return render(prepared).encode()


def _sarif(prepared: Prepared) -> bytes:
    from ros.report.sarif import sarif

    return canonical_bytes(sarif(prepared))


def _sarif_github(prepared: Prepared) -> bytes:
    from ros.report.sarif import sarif

    return canonical_bytes(sarif(prepared, profile="github"))


def _junit(prepared: Prepared) -> bytes:
    from ros.report.junit import render

    return render(prepared)


def _json(prepared: Prepared) -> bytes:
    return prepared.shown.assessment.to_bytes()


def _office(name: str) -> Callable[[Prepared], bytes]:
    def render(prepared: Prepared) -> bytes:
        made = import_module(f"ros.report.{name}").render(prepared.document)
        assert isinstance(made, bytes)  # noqa: S101 - for the type checker; the module is loaded by name
        return made

    return render


FORMATS: Mapping[str, Format] = {
    "html": Format("html", _html),
    **{
        name: Format(name, _office(name))
        for name in ("pdf", "docx", "xlsx")
        if find_spec(f"ros.report.{name}") is not None
    },
    "markdown": Format("md", _markdown),
    "sarif": Format("sarif", _sarif),
    "sarif-github": Format("github.sarif", _sarif_github),
    "junit": Format("junit.xml", _junit),
    "json": Format("json", _json),
}
"""Name → format. ``sarif-github`` leaves out what passed, of which code scanning would make alerts."""


def rendered(prepared: Prepared, formats: Iterable[str]) -> dict[str, bytes]:
    """Render every format that is named before any of them is written; a failure leaves nothing half-made.

    Raises:
        KeyError: where there is no such format.
    """
    return {name: FORMATS[name].render(prepared) for name in dict.fromkeys(formats)}
