"""The risks as a workbook that people edit, and the way back; and another's workbook, taken in as a draft."""

from ros.workbook.foreign import Columns, take_foreign
from ros.workbook.opening import Book, open_workbook
from ros.workbook.read import is_ours, take_ours
from ros.workbook.taken import Note, Taken
from ros.workbook.write import add_risk_sheets

__all__ = [
    "Book",
    "Columns",
    "Note",
    "Taken",
    "add_risk_sheets",
    "is_ours",
    "open_workbook",
    "take_foreign",
    "take_ours",
]
