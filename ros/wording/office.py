"""What only the paged formats and the workbook say: page numbers, the first sheet, the contents of a Word file."""

from ros.wording.words import Row

OFFICE: tuple[Row, ...] = (
    ("office.page", "Side", "Side", "Page"),
    ("office.of", "av", "av", "of"),
    ("office.overview", "Oversikt", "Oversikt", "Overview"),
    ("office.sheets", "Arkene i denne boka", "Arka i denne boka", "The sheets of this workbook"),
    ("office.sheet", "Ark", "Ark", "Sheet"),
    ("office.rows", "Rader", "Rader", "Rows"),
)
