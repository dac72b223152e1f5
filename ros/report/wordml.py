"""The few elements of WordprocessingML that a report is made of, as text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_A4 = (11906, 16838)
GAP = 340
"""Between two columns of text, in twentieths of a point."""
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def said(text: str) -> str:
    """Give a text as XML has it; what XML cannot hold is a replacement character."""
    return escape(_NOT_XML.sub("\ufffd", text))


def run(text: str, *, bold: bool = False, light: bool = False) -> str:
    """Give letters of one look."""
    look = ("<w:b/>" if bold else "") + ('<w:color w:val="FFFFFF"/>' if light else "")
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{said(text)}</w:t></w:r>'


def paragraph(style: str, content: str, *, numbering: int | None = None) -> str:
    """Give a paragraph in a named style, perhaps of a list with a numbering of its own."""
    number = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbering}"/></w:numPr>' if numbering is not None else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{number}</w:pPr>{content}</w:p>'


def bookmark(number: int, name: str, content: str) -> str:
    """Give content that can be linked to by name."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def link(name: str, text: str) -> str:
    """Give a text that leads to a bookmark."""
    look = '<w:rPr><w:rStyle w:val="InnerLink"/></w:rPr>'
    shown = f'<w:r>{look}<w:t xml:space="preserve">{said(text)}</w:t></w:r>'
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{shown}</w:hyperlink>'


def field(kind: str, instruction: str = "") -> str:
    """Give the beginning or the end of a field whose result stands between them."""
    if kind == "end":
        return '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return (
        '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{said(instruction)}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def counter(name: str) -> str:
    """Give a page number, or how many there are."""
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def cell(content: str, width: int, *, fill: str = "", border: str = "") -> str:
    """Give a cell of a table; a border is the four sides as text."""
    look = (f"<w:tcBorders>{border}</w:tcBorders>" if border else "") + (
        f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    )
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{look}</w:tcPr>{content}</w:tc>'


def table(
    style: str,
    columns: Sequence[int],
    head: Sequence[str],
    rows: Iterable[Sequence[str]],
) -> Iterator[str]:
    """Give a table whose head repeats on each page and whose rows are not split, row by row."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    look = f'<w:tblLook w:val="04A0" w:firstRow="{int(bool(head))}" w:firstColumn="1" w:noHBand="1" w:noVBand="1"/>'
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )
    if head:
        yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(head)}</w:tr>"
    for row in rows:
        yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(row)}</w:tr>"
    yield '</w:tbl><w:p><w:pPr><w:pStyle w:val="Tiny"/></w:pPr></w:p>'


def section_break(references: str, *, across: bool, columns: int, continuous: bool) -> str:
    """End a run of pages with one direction and number of columns, which is told at its end."""
    told = pages(references, across=across, columns=columns, continuous=continuous)
    return f'<w:p><w:pPr><w:pStyle w:val="Tiny"/>{told}</w:pPr></w:p>'


def pages(references: str, *, across: bool, columns: int, continuous: bool) -> str:
    """Give the properties of a run of A4 pages."""
    width, height = reversed(_A4) if across else _A4
    kind = '<w:type w:val="continuous"/>' if continuous else ""
    turned = ' w:orient="landscape"' if across else ""
    return (
        f'<w:sectPr>{references}{kind}<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        '<w:pgMar w:top="1077" w:right="964" w:bottom="850" w:left="964" w:header="567" w:footer="397" w:gutter="0"/>'
        f'<w:cols w:num="{columns}" w:space="{GAP}"/></w:sectPr>'
    )
