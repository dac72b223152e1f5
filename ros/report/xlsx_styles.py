"""How cells of a workbook look: one format for each kind, and for each level one that is told apart without colour."""

from typing import Any

from prosess.domain.text import Language
from ros.report.document import Cell

LANGUAGES = {Language.NB: "nb-NO", Language.NN: "nn-NO", Language.EN: "en-GB"}
_DATES = {
    Language.NB: "[$-414]d. mmmm yyyy",
    Language.NN: "[$-814]d. mmmm yyyy",
    Language.EN: "[$-809]d mmmm yyyy",
}
_INK, _QUIET, _LINE, _ACCENT, _FAINT = "#16202A", "#51606E", "#C9D2DA", "#12466B", "#F4F6F8"
_FILLS = ("#E9F1F7", "#FBE6B8", "#EBA565", "#8F2F17")
_BORDERS = (("#7D94A6", 4), ("#8A6D1D", 3), ("#7A3F0D", 1), ("#3D0F04", 6))
"""Colour and kind of line: dotted, dashed, single, double."""


class Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any, language: Language) -> None:
        self._book = book
        self._base = {"font_name": "Calibri", "font_size": 10, "font_color": _INK, "valign": "top"}
        ruled = {"bottom": 1, "bottom_color": _LINE}
        wrapped = {"text_wrap": True}
        self.title = self._made(font_size=18, bold=True)
        self.heading = self._made(font_size=13, bold=True, font_color=_ACCENT)
        self.verdict = self._made(font_size=13, bold=True)
        self.quiet = self._made(font_color=_QUIET)
        self.quiet_text = self._made(font_color=_QUIET, **wrapped)
        self.text = self._made(**wrapped)
        self.strong = self._made(bold=True, **wrapped)
        self.line = self._made()
        self.strong_line = self._made(bold=True)
        self.key = self._made(font_color=_QUIET, **wrapped)
        self.head = self._made(bold=True, bottom=2, bottom_color=_INK, bg_color=_FAINT, **wrapped)
        self.side = self._made(bold=True, **wrapped)
        self.link = self._made(font_color=_ACCENT, underline=1)
        self.number = self._made(num_format="0", align="right", **ruled)
        self._kinds = {
            "text": self._made(**wrapped, **ruled),
            "state": self._made(bold=True, **wrapped, **ruled),
            "code": self._made(font_name="Consolas", font_size=9, **wrapped, **ruled),
            "reference": self._made(bold=True, **wrapped, **ruled),
            "date": self._made(num_format=_DATES[language], align="left", **ruled),
            "number": self.number,
        }
        self._levels = {rank: self._level(rank) for rank in range(-1, 4)}
        self._squares = {rank: self._level(rank, align="center", valign="vcenter") for rank in range(-1, 4)}

    def of(self, cell: Cell) -> Any:
        """Give the format of a table's cell."""
        if cell.kind == "level" and cell.rank is not None:
            return self._levels[min(cell.rank, 3)]
        return self._kinds.get(cell.kind, self._kinds["text"])

    def square(self, rank: int) -> Any:
        """Give the format of a matrix's cell."""
        return self._squares[min(rank, 3)]

    def _level(self, rank: int, **more: Any) -> Any:
        if rank < 0:
            return self._made(italic=True, border=1, border_color=_QUIET, text_wrap=True, **more)
        colour, line = _BORDERS[rank]
        look = {"bg_color": _FILLS[rank], "border": line, "border_color": colour, "bold": True, "text_wrap": True}
        if rank == len(_FILLS) - 1:
            look["font_color"] = "#FFFFFF"
        return self._made(**look, **more)

    def _made(self, **look: Any) -> Any:
        return self._book.add_format({**self._base, **look})
