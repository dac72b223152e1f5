"""Where in the reviewed files a resource of a plan was asked for."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from prosess.cli.options import Tongue

if TYPE_CHECKING:
    from prosess.contracts import Node
    from prosess.documents import Document


@dataclass(frozen=True)
class Place:
    """A key of a reviewed file."""

    file: str
    """Path as a reader of the working folder would write it; the file's name alone where it lies elsewhere."""
    line: int
    column: int
    key: str

    def __str__(self) -> str:
        """Give ``file:line: key``."""
        return f"{self.file}:{self.line}: {self.key}"


class Finder(Protocol):
    """Who tells where a resource was asked for."""

    def of(self, node: "Node") -> Place:
        """Give the place that asked for a node."""


class Places:
    """The environment file of a plan, and the onboarding file where there is one."""

    def __init__(self, environment: Path, onboarding: Path | None, lang: Tongue) -> None:
        """Read the files.

        Raises:
            CommandError: exit 3, where one cannot be read.
        """
        from prosess.cli.reviewed import reading
        from prosess.documents import load

        with reading(lang):
            self._files: list[tuple[str, Document[Any]]] = [
                (shown(path), load(path)) for path in (environment, onboarding) if path is not None
            ]

    def of(self, node: "Node") -> Place:
        """Give the place that asked for a node; the first line of the environment file where none is told."""
        key = node.source.declared_at or ""
        steps = key.split(".") if key else []
        for file, document in self._files:
            if steps and isinstance(document.data, dict) and steps[0] in document.data:
                line, column = document.position(steps)
                return Place(file, line, column, key)
        return Place(self._files[0][0], 1, 1, key)


def shown(path: Path) -> str:
    """Give a path without the machine's own folders."""
    absolute, here = path.absolute(), Path.cwd()
    return absolute.relative_to(here).as_posix() if absolute.is_relative_to(here) else path.name
