"""The report as a tagged PDF: A4, contents with page numbers, page one alone, the same bytes for the same document.

Set by typst. The document goes in as JSON that the template reads: no text of it is ever markup. Only the letters that
come with typst are used, so that a page is the same on every machine.
"""

from ros.report.pdf.setting import apart, render

__all__ = ["apart", "render"]
