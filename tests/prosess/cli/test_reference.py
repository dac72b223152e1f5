"""The generated documentation says what the code says."""

from pathlib import Path

import pytest

from prosess.cli.reference import DOCS, documents

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("path", documents(), ids=str)
def test_the_file_is_what_make_docs_would_write(path: Path) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == documents()[path](), "run `make docs`"


def test_nothing_else_lies_among_the_generated_files() -> None:
    kept = {path.relative_to(ROOT) for folder in ("schema", "reference") for path in (ROOT / DOCS / folder).iterdir()}
    assert kept == set(documents())
