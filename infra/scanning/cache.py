"""Checkov's answers, kept by what they depend on: an unchanged plan costs no second run.

An answer depends on the templates, on the lock of Checkov's environment and on the program that asks; exemptions and
days are applied to it afterwards. An entry holds its own digest: one that is cut short or changed is not believed.
The folder is as trustworthy as whoever can write in it, so it lies within the project.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from infra.scanning.answer import CheckovAnswer
from prosess.contracts import digest
from prosess.documents import write_whole

KEPT = 50
"""Entries that are kept, the last used; a large plan's is about a megabyte."""


def cache_folder() -> Path:
    """Give the folder: ``PROSESS_CACHE``, or ``build/cache`` in the project."""
    told = os.environ.get("PROSESS_CACHE")
    return (Path(told) if told else Path(__file__).parents[2] / "build" / "cache") / "checkov"


@dataclass(frozen=True)
class Cache:
    """Answers under their keys. Whatever goes wrong with the disk, the answer is only asked for again."""

    folder: Path

    def find(self, key: str) -> CheckovAnswer | None:
        """Give the answer of a key; none where there is none that can be believed."""
        path = self._path(key)
        try:
            told, _, body = path.read_bytes().partition(b"\n")
            if told.decode("ascii", "replace") != digest(key.encode() + body):
                return None
            answer = CheckovAnswer.from_bytes(body)
        except (OSError, ValidationError):
            return None
        with suppress(OSError):
            path.touch()
        return answer

    def keep(self, key: str, answer: CheckovAnswer) -> None:
        """Keep an answer, and drop those that nobody has used for longest."""
        body = answer.to_bytes()
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            write_whole(self._path(key), digest(key.encode() + body).encode() + b"\n" + body)
            entries = sorted(self.folder.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
            for path in entries[KEPT:]:
                path.unlink()

    def _path(self, key: str) -> Path:
        return self.folder / f"{key.removeprefix('sha256:')}.json"
