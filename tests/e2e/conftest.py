"""Commands run as a user types them, in a folder of their own."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "helse-sor-ost"
PROSESS = Path(sys.executable).with_name("prosess")


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    code: int
    out: bytes
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Give a function that runs ``prosess`` with arguments, in an empty folder unless another is named."""

    def command(*arguments: str | Path, cwd: Path = tmp_path, variables: Mapping[str, str] | None = None) -> Ran:
        clean = {key: value for key, value in os.environ.items() if not key.startswith("PROSESS_")}
        done = subprocess.run(
            [str(PROSESS), *map(str, arguments)],
            cwd=cwd,
            env={**clean, "NO_COLOR": "1", **(variables or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=120,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr.decode())

    return command


@pytest.fixture
def region(tmp_path: Path) -> Path:
    """Give a copy of the example's reviewed files, to be spoilt."""
    import shutil

    return Path(shutil.copytree(EXAMPLE, tmp_path / "region"))
