"""The report as one HTML document that stands alone: no network, no script, the same bytes for the same report."""

from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from ros.report.document import Document, Part
from ros.report.markup import blocks
from ros.report.words import Words
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


def render(document: Document) -> Iterator[bytes]:
    """Give the document piece by piece, UTF-8."""
    words: Words = partial(say, language=document.language)
    first, *rest = document.parts

    def written(part: Part, depth: int) -> Iterator[Markup]:
        """Give the blocks of a part, each on a line of its own."""
        for place, block in enumerate(blocks(part.blocks, words, under=part.title, depth=depth)):
            yield Markup(f"\n{block}" if place else block)  # noqa: S704 - escaped there

    pieces = _template().generate(document=document, first=first, rest=rest, written=written, say=words, style=_style())
    return (piece.encode() for piece in pieces)
