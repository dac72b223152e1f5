"""Sets pages: a template and a document in, a PDF/UA-1 out. Runs as a program of its own and needs nothing of ours.

In: a line of JSON that tells where these pages are bound, or ``null``; then the document as JSON. Out: a line of JSON
that tells of each part on which of these pages it begins and how many they are; then the PDF.
"""

import json
import sys


def typeset(template: str, document: str, bound: str) -> tuple[str, bytes]:
    """Set a document by a template, in the letters that come with typst; give where its parts begin, and the pages."""
    import typst

    compiler = typst.Compiler(
        template,
        font_paths=typst.Fonts(include_system_fonts=False),
        sys_inputs={"document": document} | ({} if bound == "null" else {"bound": bound}),
    )
    pages = compiler.compile(format="pdf", pdf_standards="ua-1")
    assert isinstance(pages, bytes)  # noqa: S101 - a PDF is one file; only pictures are a list
    return json.dumps(json.loads(compiler.query("<begins>", field="value"))), pages


if __name__ == "__main__":
    bound, _, document = sys.stdin.buffer.read().decode().partition("\n")
    begins, pages = typeset(sys.argv[1], document, bound)
    sys.stdout.buffer.write(begins.encode() + b"\n" + pages)
