"""The blocks of a document as HTML. Written by hand and not by a template: a report may have a million cells."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import assert_never

from ros.report import model
from ros.report.document import Block, Bullets, Cell, Facts, Matrices, Paragraph, Section, Table
from ros.report.words import Words

_SHORT = 9
"""Rows that a table may have and still be kept on one page."""
_UNBROKEN = 14
"""Letters of an id that is not broken over lines."""
_TONES = {
    "normal": "<p>{}</p>",
    "lead": '<p class="lead">{}</p>',
    "quiet": '<p class="small quiet">{}</p>',
    "warning": '<p class="must">{}</p>',
    "strong": '<p class="what">{}</p>',
}


def blocks(given: Iterable[Block], words: Words, *, under: str, depth: int) -> Iterator[str]:
    """Write blocks; ``under`` is the heading that they stand under, at ``depth`` minus one."""
    for block in given:
        match block:
            case Paragraph():
                yield _TONES[block.tone].format(escape(block.text))
            case Facts():
                yield _facts(block)
            case Bullets():
                yield _bullets(block)
            case Table():
                yield from _table(block, words, hidden=block.caption == under)
            case Matrices():
                yield '<div class="pair">'
                for matrix in block.matrices:
                    yield from _matrix(matrix, words)
                yield "</div>"
            case Section():
                yield from section(block, words, depth=depth)
            case _:
                assert_never(block)


def section(one: Section, words: Words, *, depth: int) -> Iterator[str]:
    """Write a section with its heading."""
    kind = one.id.partition("-")[0] if one.id.startswith("bowtie-") else "risk" if one.id[:1].isupper() else one.id
    id_ = escape(one.id)
    yield f'<section class="{escape(kind)}" aria-labelledby="{id_}"><h{depth} id="{id_}">{escape(one.title)}</h{depth}>'
    yield from blocks(one.blocks, words, under=one.title, depth=depth + 1)
    yield "</section>"


def _facts(block: Facts) -> str:
    form = '<p><span class="digest">{}</span></p>' if block.code else "<p>{}</p>"
    rows = "".join(f'<p class="key">{escape(key)}</p>{form.format(escape(value))}' for key, value in block.rows)
    return f'<div class="facts">{rows}</div>'


def _bullets(block: Bullets) -> str:
    tag = "ol" if block.ordered else "ul"
    items = "".join(f"<li>{escape(item)}</li>" for item in block.items)
    listed = f"<{tag}>{items}</{tag}>"
    return f'<div class="list"><p class="list-title">{escape(block.title)}</p>{listed}</div>' if block.title else listed


def _region(name: str, words: Words, kind: str) -> str:
    label = escape(words("scroll", name=name))
    return f'<div class="{kind}" tabindex="0" role="region" aria-label="{label}">'


def _table(block: Table, words: Words, *, hidden: bool) -> Iterator[str]:
    yield _region(block.caption, words, "scroll wide short" if len(block.rows) <= _SHORT else "scroll wide")
    yield f'<table id="{escape(block.id)}"><caption{" class=skip" if hidden else ""}>{escape(block.caption)}</caption>'
    numbers = {place for place, cell in enumerate(block.rows[0]) if cell.kind == "number"} if block.rows else set()
    heads = (
        f'<th scope="col"{" class=number" if place in numbers else ""}>{escape(name)}</th>'
        for place, name in enumerate(block.columns)
    )
    yield f"<thead><tr>{''.join(heads)}</tr></thead><tbody>"
    for first, *rest in block.rows:
        yield f'<tr><th scope="row"{_CLASSES[first.kind]}>{_cell(first)}</th>{"".join(map(_data, rest))}</tr>'
    yield "</tbody></table></div>"


_CLASSES = {
    "text": "",
    "level": "",
    "state": "",
    "date": " class=nowrap",
    "number": " class=number",
    "code": " class=value",
    "reference": " class=key",
}


def _data(cell: Cell) -> str:
    return f"<td{_CLASSES[cell.kind]}>{_cell(cell)}</td>"


def _cell(cell: Cell) -> str:
    said = escape(cell.text)
    match cell.kind:
        case "level":
            said = f'<span class="level rank-{cell.rank}">{said}</span>'
        case "state":
            said = f'<span class="state">{said}</span>'
        case "date":
            said = f'<time datetime="{cell.value}">{said}</time>'
        case "code":
            said = f"<code>{said}</code>" if len(said) > _UNBROKEN else f'<code class="nowrap">{said}</code>'
        case "reference":
            said = ", ".join(f'<a href="#{one}">{one}</a>' for one in said.split(", "))
        case _:
            pass
    return f'{said}<span class="urn">{escape(cell.detail)}</span>' if cell.detail else said


def _matrix(one: model.Matrix, words: Words) -> Iterator[str]:
    yield "<div>" + _region(one.caption, words, "scroll")
    yield f'<table class="matrix"><caption>{escape(one.caption)}</caption>'
    heads = "".join(f'<th scope="col">{ordinal} {escape(label)}</th>' for ordinal, label in one.columns)
    yield f'<thead><tr><th scope="col">{escape(words("one.axis"))}</th>{heads}</tr></thead><tbody>'
    for row in one.rows:
        yield f'<tr><th scope="row">{row.ordinal} {escape(row.label)}</th>{"".join(map(_place, row.cells))}</tr>'
    yield "</tbody></table></div>"
    if one.unplaced:
        yield f'<p class="small">{escape(words("one.unplaced", ids=", ".join(one.unplaced)))}</p>'
    yield "</div>"


def _place(cell: model.Cell) -> str:
    said = escape(f"{cell.level.symbol} {cell.level.word}")
    if not cell.risks:
        return f'<td class="rank-{cell.level.rank}"><span class="name">{said}</span></td>'
    chips = " ".join(f'<a class="chip" href="#{id_}">{id_}</a>' for id_ in map(escape, cell.risks))
    return (
        f'<td class="rank-{cell.level.rank} filled"><span class="name">{said}: {len(cell.risks)}</span>'
        f'<span class="chips">{chips}</span></td>'
    )
