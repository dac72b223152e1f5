"""The sealed files of an analysis, each opened or refused by name: none is ever skipped unseen.

``keys.yaml`` (``seal-keys/1``) · ``acceptances/*.dsse.json`` (acceptances and their revocations) ·
``attestations/*.dsse.json``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from prosess.contracts.sealed import SealKeys, Statement
from prosess.documents import read
from prosess.domain.errors import DomainError
from prosess.sealing import SealError, open_envelope
from prosess.sealing.dsse import LONGEST

S = TypeVar("S", bound=Statement)

SUFFIX = ".dsse.json"


@dataclass(frozen=True)
class SealedFile(Generic[S]):
    """One file: what it says, or why it cannot be believed."""

    name: str
    """With the folder that it lies in."""
    statement: S | None = None
    """Given where the seal holds, also where the statement may not say what it says."""
    problem: DomainError | None = None

    def refused(self, problem: DomainError) -> "SealedFile[S]":
        """Give the file with a problem of what it says."""
        return SealedFile(self.name, self.statement, problem)


class SealedFileError(DomainError):
    """A sealed file cannot be believed, so nothing that rests on the folder can."""

    def __init__(self, name: str, problem: DomainError) -> None:
        super().__init__(
            problem.code, f"{name} {problem.message}", facts=problem.facts, hint=problem.hint, at=problem.at
        )
        self.name = name


def read_keys(folder: Path) -> SealKeys | None:
    """Read the keys that an analysis trusts, or None where it has no ``keys.yaml``.

    Raises:
        ValueError: where the file is not one, with file, line and column.
    """
    path = folder / "keys.yaml"
    return read(SealKeys, path) if path.is_file() else None


def read_sealed(folder: Path, keys: SealKeys | None, *kinds: type[S]) -> tuple[SealedFile[S], ...]:
    """Open every sealed file of a folder, by name.

    A file of another ending is one that was meant to be sealed, and is refused too.
    """
    files = sorted(path for path in folder.glob("*") if not path.name.startswith("."))
    return tuple(_opened(f"{folder.name}/{path.name}", path, keys, kinds) for path in files)


def _opened(name: str, path: Path, keys: SealKeys | None, kinds: tuple[type[S], ...]) -> SealedFile[S]:
    try:
        if not path.name.endswith(SUFFIX) or not path.is_file():
            raise SealError("SEAL_FILE", "is not a sealed file", hint=f"sealed files end in `{SUFFIX}`; move others")
        if keys is None:
            raise SealError(
                "SEAL_KEYS_MISSING",
                "cannot be proven: the folder has no `keys.yaml`",
                hint="put the issuer's public key in `keys.yaml`",
            )
        with path.open("rb") as file:
            data = file.read(LONGEST + 1)
        return SealedFile(name, open_envelope(data, keys, *kinds))
    except SealError as error:
        return SealedFile(name, problem=error)


def believed(files: Iterable[SealedFile[S]]) -> tuple[S, ...]:
    """Give what the files say.

    Raises:
        SealedFileError: where one of them cannot be believed.
    """
    found: list[S] = []
    for file in files:
        if file.problem is not None:
            raise SealedFileError(file.name, file.problem)
        if file.statement is not None:
            found.append(file.statement)
    return tuple(found)


def sound(files: Iterable[SealedFile[S]]) -> tuple[S, ...]:
    """Give what those of the files say that can be believed: for telling of each file, never for a gate."""
    return tuple(file.statement for file in files if file.statement is not None and file.problem is None)
