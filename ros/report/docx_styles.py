"""How a Word report looks and what it says of itself: styles, language, header and footer, properties."""

from typing import TYPE_CHECKING, Any

from prosess.domain.text import Language
from ros.report.document import Document
from ros.report.wordml import NAMESPACES, counter, paragraph, run, said
from ros.wording.text import say

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

LANGUAGES = {Language.NB: "nb-NO", Language.NN: "nn-NO", Language.EN: "en-GB"}
FILLS = ("E9F1F7", "FBE6B8", "EBA565", "8F2F17")
_INK, _QUIET, _LINE, _ACCENT, _FAINT = "16202A", "51606E", "C9D2DA", "12466B", "F4F6F8"


def _sides(kind: str, size: int, colour: str) -> str:
    return "".join(
        f'<w:{side} w:val="{kind}" w:sz="{size}" w:space="0" w:color="{colour}"/>'
        for side in ("top", "left", "bottom", "right")
    )


BORDERS = (
    _sides("dotted", 8, "7D94A6"),
    _sides("dashed", 8, "8A6D1D"),
    _sides("single", 8, "7A3F0D"),
    _sides("double", 8, "3D0F04"),
)
"""A border of its own for each level: what a colour says is also said without it."""
KEPT = ("TableText", "TableHead", "TableNumber", "TableCode", "MatrixCell", "MatrixHead", "MatrixSide")
"""Styles that have a sister, named ``…Kept``, for tables that stand on one page: each row stays with the next."""
PLAIN = _sides("single", 6, _QUIET)


def prepare(word: "WordDocument", document: Document) -> str:
    """Set styles, language, properties, header and footer; give the references that each run of pages has to them."""
    _styles(word, document.language)
    _properties(word, document)
    section = word.sections[0]
    header, footer = section.header, section.footer
    header.is_linked_to_previous = footer.is_linked_to_previous = False
    across = '<w:r><w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/></w:r>'
    marking = run(document.kind, bold=True) + across + run(document.marking)
    page, of = (say(f"office.{word_}", document.language) for word_ in ("page", "of"))
    numbers = run(f"{page} ") + counter("PAGE") + run(f" {of} ") + counter("NUMPAGES")
    _only(header, paragraph("Header", marking))
    _only(footer, paragraph("Footer", run(document.footer) + across + numbers))
    kept = section._sectPr
    return "".join(
        f'<w:{name} w:type="default" r:id="{one.rId}"/>'
        for name in ("headerReference", "footerReference")
        for one in kept.findall(f"{{{kept.nsmap['w']}}}{name}")
    )


def _only(story: Any, content: str) -> None:
    from docx.oxml import parse_xml

    for one in story.paragraphs:
        story._element.remove(one._element)
    story._element.append(parse_xml(content.replace("<w:p>", f"<w:p {NAMESPACES}>", 1)))


def _properties(word: "WordDocument", document: Document) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE

    core = word.core_properties
    core.title, core.subject, core.language = document.title, document.kind, LANGUAGES[document.language]
    core.author = core.last_modified_by = core.comments = core.keywords = ""
    core.revision = 1
    element = core._element
    for one in [child for child in element if child.tag.endswith(("}created", "}modified"))]:
        element.remove(one)
    relations = word.part.package.rels
    for key in [key for key, one in relations.items() if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del relations[key]


def _styles(word: "WordDocument", language: Language) -> None:
    from docx.oxml import parse_xml
    from docx.shared import Pt

    styles = word.styles.element
    for one in styles.iter(f"{{{styles.nsmap['w']}}}lang"):
        for name in ("val", "eastAsia"):
            one.set(f"{{{styles.nsmap['w']}}}{name}", LANGUAGES[language])
    replaced = list(parse_xml(f"<w:styles {NAMESPACES}>{_written()}</w:styles>"))
    ids = {one.styleId for one in replaced}
    for old in [one for one in styles.style_lst if one.styleId in ids]:
        styles.remove(old)
    for new in replaced:
        styles.append(new)
    for name in ("List Bullet", "List Number"):
        listed = word.styles[name]
        listed.font.size, listed.paragraph_format.space_after = Pt(8), Pt(0)


def _style(
    id_: str,
    name: str,
    *,
    size: float,
    before: int = 0,
    after: int = 0,
    bold: bool = False,
    colour: str = _INK,
    font: str = "",
    more: str = "",
    based: str = "Normal",
    after_style: str = "",
) -> str:
    """Give a paragraph style; sizes in points, spaces in twentieths of one."""
    letters = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>' if font else ""
    weight = "<w:b/>" if bold else '<w:b w:val="0"/>'
    base = f'<w:basedOn w:val="{based}"/>' if based != id_ else ""
    following = f'<w:next w:val="{after_style}"/>' if after_style else ""
    default = ' w:default="1"' if id_ == "Normal" else ""
    first, _, last = more.partition("|")
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{id_}"><w:name w:val="{said(name)}"/>{base}{following}'
        f'<w:qFormat/><w:pPr>{first}<w:spacing w:before="{before}" w:after="{after}" w:line="252" w:lineRule="auto"/>'
        f'{last}</w:pPr><w:rPr>{letters}{weight}<w:color w:val="{colour}"/><w:sz w:val="{round(size * 2)}"/>'
        f'<w:szCs w:val="{round(size * 2)}"/></w:rPr></w:style>'
    )


def _headings() -> str:
    written = ""
    for depth, (size, before, colour) in enumerate(((14, 180, _ACCENT), (11, 60, _INK), (10, 120, _QUIET)), 1):
        more = f'<w:keepNext/><w:keepLines/>|<w:outlineLvl w:val="{depth - 1}"/>'
        written += _style(
            f"Heading{depth}",
            f"heading {depth}",
            size=size,
            before=before,
            after=30,
            bold=True,
            colour=colour,
            font="Calibri",
            more=more,
            after_style="BodyText",
        )
    return written


def _written() -> str:
    left = f'<w:pBdr><w:left w:val="single" w:sz="36" w:space="6" w:color="{_ACCENT}"/></w:pBdr>'
    warned = left.replace(_ACCENT, FILLS[3])
    line = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="3" w:color="{_LINE}"/></w:pBdr>'
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{_FAINT}"/>'
    styles = [
        _style("Normal", "Normal", size=10, font="Calibri", based="Normal"),
        _style("Title", "Title", size=16, after=40, bold=True, more="<w:keepNext/>"),
        _style("Subtitle", "Subtitle", size=9.5, colour=_QUIET),
        _style("BodyText", "Body Text", size=10, after=40),
        _style("Quiet", "Quiet", size=9, after=20, colour=_QUIET),
        _style("Warning", "Warning", size=10, after=100, bold=True, more=warned),
        _style("Verdict", "Verdict", size=13, before=60, bold=True, more=f"<w:keepNext/>{left}{shade}"),
        _style("VerdictReason", "Verdict Reason", size=10, after=40, more=f"{left}{shade}"),
        _headings(),
        _style("Caption", "caption", size=9.5, before=100, after=40, bold=True, more="<w:keepNext/>"),
        _style("TableText", "Table Text", size=8.5, before=10, after=10),
        _style("TableKey", "Table Key", size=8.5, before=10, after=10, colour=_QUIET),
        _style("TableHead", "Table Head", size=8, before=20, after=20, bold=True, colour=_QUIET),
        _style("TableNumber", "Table Number", size=8.5, before=10, after=10, more='|<w:jc w:val="right"/>'),
        _style("TableCode", "Table Code", size=7.5, before=20, after=20, colour=_QUIET, font="Consolas"),
        _style("MatrixCell", "Matrix Cell", size=7.5, more='|<w:jc w:val="center"/>'),
        _style("MatrixHead", "Matrix Head", size=7.5, bold=True, more='|<w:jc w:val="center"/>'),
        _style("MatrixSide", "Matrix Side", size=7.5, bold=True),
        _style("MatrixCaption", "Matrix Caption", size=9, after=40, bold=True, more="<w:keepNext/>"),
        _style("Tiny", "Tiny", size=2),
        _style(
            "ContentsHeading",
            "Contents Heading",
            size=15,
            after=100,
            bold=True,
            colour=_ACCENT,
            more="<w:keepNext/><w:pageBreakBefore/>",
        ),
        _style("TOC1", "toc 1", size=10, before=60, bold=True, more=_tab()),
        _style("TOC2", "toc 2", size=9.5, more=_tab() + '|<w:ind w:left="240"/>'),
        _style("Header", "header", size=8, colour=_QUIET, more=line),
        _style("Footer", "footer", size=8, colour=_QUIET),
    ]
    styles += [
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{id_}Kept"><w:name w:val="{id_} Kept"/>'
        f'<w:basedOn w:val="{id_}"/><w:pPr><w:keepNext/></w:pPr></w:style>'
        for id_ in KEPT
    ]
    link = (
        '<w:style w:type="character" w:styleId="InnerLink"><w:name w:val="Inner Link"/>'
        f'<w:rPr><w:color w:val="{_ACCENT}"/><w:u w:val="single"/></w:rPr></w:style>'
    )
    return "".join(styles) + link + _tables()


def _tab() -> str:
    return '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9978"/></w:tabs>'


def _tables() -> str:
    margins = '<w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>'
    thin = f'w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"'
    lines = f"<w:tblBorders><w:bottom {thin}/><w:insideH {thin}/></w:tblBorders>"
    head = (
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{_INK}"/></w:tcBorders></w:tcPr></w:tblStylePr>'
    )
    narrow = margins.replace('"40"', '"20"').replace('"80"', '"20"')
    kinds = (
        ("ReportTable", lines + margins, head),
        ("ReportFacts", margins, ""),
        ("ReportMatrix", narrow, ""),
    )
    return "".join(
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{id_}"><w:name w:val="{id_}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr>{layout}</w:tblPr>{first}</w:style>'
        for id_, layout, first in kinds
    )
