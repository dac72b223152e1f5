"""Programs written in a test, and their record."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from infra.planning.offline import ARM_IDS, RECORDER

PROGRAMS = Path(__file__).parent / "programs"


@dataclass(frozen=True)
class Record:
    """What the recorder wrote."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> dict[str, dict[str, Any]]:
        """The resources by name; the last of a name."""
        return {line["name"]: line for line in self.resources}

    @property
    def resources(self) -> list[dict[str, Any]]:
        """The resources as they came."""
        return [line for line in map(json.loads, self.out.splitlines()) if "end" not in line]

    @property
    def end(self) -> dict[str, Any]:
        """The end line, or nothing."""
        last = json.loads(self.out.splitlines()[-1])
        return dict(last.get("end", {}))


def run(program: Path, *more: str, config: dict[str, Any] | None = None) -> Record:
    """Run the recorder by path, as anyone would."""
    command = [sys.executable, str(RECORDER), "--project", "p", "--stack", "s", "--program", str(program)]
    command += ["--ids", str(ARM_IDS), *more]
    if config is not None:
        file = program.parent / "config.json"
        file.write_text(json.dumps(config))
        command += ["--config", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    return Record(done.returncode, done.stdout, done.stderr)


PREAMBLE = """
import pulumi

class Thing(pulumi.CustomResource):
    made: pulumi.Output[str]
    def __init__(self, name, props=None, opts=None, type_="test:index:Thing"):
        super().__init__(type_, name, {"made": None, **(props or {})}, opts)

class Part(pulumi.ComponentResource):
    def __init__(self, name, props=None, opts=None, type_="test:index:Part"):
        super().__init__(type_, name, props, opts)

"""


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    """Write a program, with a resource ``Thing`` and a component ``Part`` at hand; give its folder."""

    def program(source: str) -> Path:
        folder = tmp_path / "program"
        folder.mkdir(exist_ok=True)
        (folder / "__main__.py").write_text(PREAMBLE + dedent(source))
        return folder

    return program


@pytest.fixture
def record(write: Callable[[str], Path]) -> Callable[..., Record]:
    """Write a program and record it."""
    return lambda source, *more, config=None: run(write(source), *more, config=config)


@pytest.fixture(scope="session")
def small() -> Record:
    """The record of ``programs/small``."""
    folder = PROGRAMS / "small"
    command = [sys.executable, str(RECORDER), "--project", "parity", "--stack", "test", "--program", str(folder)]
    command += ["--ids", str(ARM_IDS), "--config", str(PROGRAMS / "small.config.json")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return Record(done.returncode, done.stdout, done.stderr)
