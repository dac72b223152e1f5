"""The story that the demo tells: steps with what, how many, how long, and where the file is."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from pydantic import JsonValue

from prosess.cli.options import Tongue
from prosess.cli.output import say
from prosess.cli.text import text


@dataclass
class Step:
    """One step: the lines that a person reads, and the same as data."""

    key: str
    lines: list[str] = field(default_factory=list)
    facts: dict[str, JsonValue] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    seconds: float = 0.0


class Story:
    """Collects the steps, and tells each as it ends (on stderr where the story is asked for as JSON)."""

    def __init__(self, language: Tongue, *, silent: bool) -> None:
        self.language = language
        self.steps: list[Step] = []
        self._silent = silent

    def text(self, key: str, **facts: Any) -> str:
        """Give a text of the story in its language."""
        return text(f"demo.{key}", self.language, **facts)

    @contextmanager
    def step(self, key: str) -> Iterator[Step]:
        """Tell one step: its title at once, its lines when they come, its time when it ends."""
        step = Step(key)
        self.steps.append(step)
        if not self._silent:
            say(f"\n{len(self.steps)}. {self.text(f'{key}.title')}", style="bold")
        began = time.monotonic()
        yield step
        step.seconds = time.monotonic() - began
        if not self._silent:
            for file in step.files:
                say(f"   → {file}")
            say(f"   {step.seconds:.1f} s", style="dim")

    def line(self, step: Step, key: str, *, style: str | None = None, **facts: Any) -> None:
        """Tell one line of a step."""
        self.plain(step, self.text(f"{step.key}.{key}", **facts), style=style)

    def plain(self, step: Step, line: str, *, style: str | None = None) -> None:
        """Tell a line that is worded elsewhere, such as a reason of a decision."""
        step.lines.append(line)
        if not self._silent:
            for part in line.splitlines():
                say(f"   {part}", style=style)

    def close(self, line: str) -> None:
        """Tell the last line."""
        if not self._silent:
            say(f"\n{line}")

    def document(self) -> dict[str, JsonValue]:
        """Give the whole story as JSON."""
        return {
            "schema": "demo/1",
            "steps": [
                {
                    "step": step.key,
                    "title": self.text(f"{step.key}.title"),
                    "lines": list(step.lines),
                    "facts": step.facts,
                    "files": list(step.files),
                    "seconds": round(step.seconds, 2),
                }
                for step in self.steps
            ],
        }
