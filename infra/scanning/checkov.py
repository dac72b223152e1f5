"""Runs Checkov over rendered templates, in its own locked environment and without network."""

import os
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from infra.scanning.answer import CheckovAnswer
from infra.scanning.cache import Cache
from infra.scanning.layout import lay_out
from prosess.contracts import canonical_bytes, digest

if TYPE_CHECKING:
    from infra.arm import Template

ROOT: Final = Path(__file__).resolve().parents[2]
INSIDE: Final = Path(__file__).with_name("in_checkov.py")
LOCK: Final = ROOT / "tools" / "checkov" / "uv.lock"
BUILT: Final = ROOT / ".tools" / "checkov"
"""Where ``make tools`` puts the environment."""

LARGEST: Final = 256 * 1024 * 1024
"""Bytes of an answer that is read; 5,000 resources give about five megabytes."""
TALK: Final = 4096
"""Bytes of what the program says about its own failure that are told."""


class Trouble(StrEnum):
    """Why Checkov gave no answer."""

    MISSING = "CHECKOV_MISSING"
    OTHER_LOCK = "CHECKOV_OTHER_LOCK"
    """The environment was made from another lock than the project's."""
    TIMED_OUT = "CHECKOV_TIMED_OUT"
    FAILED = "CHECKOV_FAILED"
    MALFORMED = "CHECKOV_MALFORMED"
    """It ended well, but what it wrote cannot be read."""


class ScanError(Exception):
    """Checkov gave no answer, so nothing is assessed.

    ``detail`` is the end of what the program said, where it failed.
    """

    def __init__(self, code: Trouble, detail: str = "") -> None:
        super().__init__(f"{code.value}: {detail}" if detail else code.value)
        self.code = code
        self.detail = detail


@dataclass(frozen=True)
class Checkov:
    """The pinned Checkov.

    Args:
        environment: folder of the virtual environment that ``tools/checkov/build.sh`` makes.
        timeout: seconds until it is stopped, with whatever it started.
    """

    environment: Path = BUILT
    lock_file: Path = LOCK
    timeout: float = 300.0

    @property
    def interpreter(self) -> Path:
        """The Python that has Checkov."""
        return self.environment / "bin" / "python"

    @cached_property
    def lock(self) -> str:
        """Digest of the lock that decides which Checkov, and which of its dependencies, answers."""
        return digest(self.lock_file.read_bytes())

    @property
    def version(self) -> str | None:
        """The version that stands in the environment; none where there is none that would be asked."""
        try:
            self.check()
        except ScanError:
            return None
        found = sorted(self.environment.glob("lib/python*/site-packages/checkov-*.dist-info"))
        return found[0].name.removeprefix("checkov-").removesuffix(".dist-info") if found else None

    def check(self) -> None:
        """See to it that the environment stands, and was made from the project's lock.

        Raises:
            ScanError: ``CHECKOV_MISSING``, ``CHECKOV_OTHER_LOCK``.
        """
        if not os.access(self.interpreter, os.X_OK):
            raise ScanError(Trouble.MISSING)
        try:
            made_from = (self.environment / ".lock").read_bytes()
        except OSError:
            made_from = b""  # the build was cut short, or somebody else made it
        if digest(made_from) != self.lock:
            raise ScanError(Trouble.OTHER_LOCK)

    def ask(self, templates: "Sequence[Template]", cache: Cache | None = None) -> CheckovAnswer:
        """Give what Checkov says about templates, from the cache where the same was asked before.

        Raises:
            ScanError: where there is no Checkov, or it gives no answer; also where the cache could answer, so that
                a machine without Checkov never seems to have one.
        """
        self.check()
        key = self.key(templates)
        if cache is not None and (kept := cache.find(key)) is not None:
            return kept
        answer = self._run(templates)
        if cache is not None:
            cache.keep(key, answer)
        return answer

    def key(self, templates: "Sequence[Template]") -> str:
        """Give the digest of everything that an answer depends on."""
        asked = {"templates": digest_of(templates), "lock": self.lock, "program": digest(INSIDE.read_bytes())}
        return digest(canonical_bytes(asked))

    def _run(self, templates: "Sequence[Template]") -> CheckovAnswer:
        with tempfile.TemporaryDirectory(prefix="prosess-scan-") as folder, tempfile.TemporaryFile() as talk:
            asked, answered = Path(folder, "templates"), Path(folder, "answer.json")
            asked.mkdir()
            lay_out(templates, asked)
            process = subprocess.Popen(
                [str(self.interpreter), "-I", str(INSIDE), str(asked), str(answered)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=talk,
                cwd=folder,
                env=_environment(folder),
                start_new_session=True,
            )
            try:
                status = process.wait(self.timeout)
            except subprocess.TimeoutExpired:
                raise ScanError(Trouble.TIMED_OUT, f"{self.timeout:g}") from None
            finally:
                # Its own session, so whatever it started ends too, also where Ctrl-C ends us.
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()
            if status:
                talk.seek(max(0, talk.seek(0, os.SEEK_END) - TALK))
                said = talk.read().decode("utf-8", "replace").strip().splitlines()
                raise ScanError(Trouble.FAILED, said[-1] if said else f"exit {status}")
            return _answer(answered)


def digest_of(templates: "Sequence[Template]") -> str:
    """Give one digest of a set of templates."""
    return digest(canonical_bytes([[template.name, digest(template.to_bytes())] for template in templates]))


def _answer(path: Path) -> CheckovAnswer:
    try:
        if path.stat().st_size > LARGEST:
            raise ScanError(Trouble.MALFORMED, f"more than {LARGEST} bytes")
        return CheckovAnswer.from_bytes(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise ScanError(Trouble.MALFORMED, type(error).__name__) from error


def _environment(folder: str) -> dict[str, str]:
    """Give a small and always equal environment. No key of a platform account reaches Checkov, so it calls no one."""
    return {
        "PATH": os.defpath,
        "HOME": folder,
        "TMPDIR": folder,
        "LANG": "C.UTF-8",
        "TZ": "UTC",
    }
