"""Sets the pages of a report in processes of their own, which give their memory back.

A report that is not long is set whole. A long one is set gathering by gathering, since typst lays a whole document out
before it writes a page of it, and is bound at the end: it needs the memory of one gathering, however long it is.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ros.report.document import Document
from ros.report.pdf.gatherings import gatherings
from ros.report.pdf.pages import Laid, laid_out

_HERE = Path(__file__).parent
_TEMPLATE = _HERE / "report.typ"


@dataclass(frozen=True)
class _Set:
    """Pages that were set."""

    content: bytes
    begins: tuple[tuple[str, int], ...]
    """Label of a part and on which of these pages it begins."""
    count: int


def render(document: Document) -> bytes:
    """Give the document as PDF/UA-1."""
    return apart(document)()


def apart(document: Document) -> Callable[[], bytes]:
    """Make the document ready, and give what sets it in other processes.

    Raises:
        RuntimeError: from what is given, where the pages could not be set.
    """
    laid = gatherings(laid_out(document))
    written = [json.dumps(one, ensure_ascii=False, separators=(",", ":")).encode() for one in laid]
    if len(written) == 1:
        return lambda: _typeset(written[0]).content
    titles = {label: title for one in laid for label, title in _led_to(one)}
    return lambda: _bound(written, titles)


def _bound(written: Sequence[bytes], titles: Mapping[str, str]) -> bytes:
    """Set every gathering with what is known of those before it, and the opening last, which tells of them all.

    Raises:
        RuntimeError: where pages could not be set, or are not those that were counted.
    """
    opening, *others = written
    parts = [label for label in titles if label.startswith("part ")]
    # Pages are counted before their numbers are known, which take the same room whatever they are.
    provisional = [{"label": label, "title": titles[label], "page": 0} for label in parts]
    first = _typeset(opening, {"before": 0, "pages": 0, "contents": provisional})
    before, begins = first.count, dict(first.begins)
    with TemporaryDirectory() as name:
        folder = Path(name)
        files = [folder / f"{place}.pdf" for place in range(len(written))]
        for file, content in zip(files[1:], others, strict=True):
            made = _typeset(content, {"before": before, "pages": None, "contents": []})
            file.write_bytes(made.content)
            begins |= {label: before + page for label, page in made.begins}
            before += made.count
        contents = [one | {"page": begins[str(one["label"])]} for one in provisional]
        last = _typeset(opening, {"before": 0, "pages": before, "contents": contents})
        if last.count != first.count:
            raise RuntimeError("the pages could not be set: the contents take other room than was counted")
        files[0].write_bytes(last.content)
        return _run("binding.py", *map(str, files), given=json.dumps(titles).encode())


def _led_to(laid: Laid) -> Iterator[tuple[str, str]]:
    """Give the label and the title of whatever in a gathering can be led to."""
    for part in filter(None, (laid["opening"], *laid["parts"])):
        yield part["label"], part["title"]
        yield from _sections(part["blocks"])


def _sections(blocks: Sequence[Laid]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        if block["type"] == "section":
            if block["label"]:
                yield block["label"], block["title"]
            yield from _sections(block["blocks"])


def _typeset(content: bytes, bound: Mapping[str, Any] | None = None) -> _Set:
    given = json.dumps(bound).encode() + b"\n" + content
    told, _, pages = _run("typesetting.py", str(_TEMPLATE), given=given).partition(b"\n")
    begins = json.loads(told)
    return _Set(pages, tuple((one["label"], one["page"]) for one in begins), begins[0]["pages"])


def _run(program: str, *arguments: str, given: bytes) -> bytes:
    command = [sys.executable, "-I", str(_HERE / program), *arguments]
    done = subprocess.run(command, input=given, capture_output=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"the pages could not be set: {done.stderr.decode(errors='replace')}")
    return done.stdout
