"""Sets pages: a template and a document in, a PDF/UA-1 out. Runs as a program of its own and needs nothing of ours."""

import sys
from pathlib import Path


def typeset(template: bytes, document: str) -> bytes:
    """Set a document by a template, in the letters that come with typst."""
    import typst

    return typst.compile(
        template,
        format="pdf",
        sys_inputs={"document": document},
        font_paths=typst.Fonts(include_system_fonts=False),
        pdf_standards="ua-1",
    )


if __name__ == "__main__":
    sys.stdout.buffer.write(typeset(Path(sys.argv[1]).read_bytes(), sys.stdin.buffer.read().decode()))
