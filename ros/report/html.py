"""The report as one HTML document that stands alone: no network, no script, the same bytes for the same report."""

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from prosess.domain.text import Language
from ros.report.model import Report
from ros.wording.text import say

_HERE = Path(__file__).parent / "templates"


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("report.html.jinja")


@cache
def _style() -> Markup:
    """The style sheet: our own file, which autoescaping would spoil."""
    return Markup((_HERE / "report.css").read_text(encoding="utf-8"))  # noqa: S704 - a file of this package


def _words(language: Language) -> Callable[..., str]:
    return partial(_say, language)


def _say(language: Language, key: str, **facts: object) -> str:
    return say(key, language, **facts)


def render(report: Report) -> bytes:
    """Give the document, UTF-8."""
    return _template().render(report=report, say=_words(report.language), style=_style()).encode()
