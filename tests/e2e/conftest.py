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
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Give what ``run`` gives, without a process of its own: the entry point, called where the tests run.

    For what is said about a file, where loading the program once for each file is most of the time.
    """
    from prosess.cli.app import main

    def command(*arguments: str | Path, cwd: Path = tmp_path, variables: Mapping[str, str] | None = None) -> Ran:
        with monkeypatch.context() as patch:
            patch.setattr("sys.argv", ["prosess", *map(str, arguments)])
            patch.chdir(cwd)
            for key in [key for key in os.environ if key.startswith("PROSESS_")]:
                patch.delenv(key)
            for key, value in {"NO_COLOR": "1", **(variables or {})}.items():
                patch.setenv(key, value)
            capfdbinary.readouterr()
            code = 0
            try:
                main()
            except SystemExit as ended:
                code = int(ended.code or 0)
            out, err = capfdbinary.readouterr()
        return Ran(code, out, err.decode())

    return command


@pytest.fixture
def region(tmp_path: Path) -> Path:
    """Give a copy of the example's reviewed files, to be spoilt."""
    import shutil

    return Path(shutil.copytree(EXAMPLE, tmp_path / "region"))
