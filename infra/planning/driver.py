"""Drive the real ``pulumi``: take its preview, let it apply, ask what stands. Nothing is asked of a terminal."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

from infra.planning.graph import PlanError
from prosess.domain.guard import mask

PREVIEW_SECONDS: Final = 3600.0
"""How long a preview may take: thousands of resources take minutes where their state is asked for."""
EXPORT_SECONDS: Final = 600.0
LONGEST_TALK: Final = 40
"""Lines of what Pulumi said that a failure tells; the last are the ones that matter."""

_QUIET: Final = {"PULUMI_SKIP_UPDATE_CHECK": "true", "NO_COLOR": "1"}


class EngineMissingError(Exception):
    """There is no ``pulumi`` on PATH."""


class EngineError(PlanError):
    """Pulumi did not do what it was asked to; ``detail`` holds what it said last, masked."""


@dataclass(frozen=True)
class Pulumi:
    """The command line of Pulumi, for one stack of one project."""

    program: str
    project: Path
    """Folder of ``Pulumi.yaml``."""
    stack: str
    """As Pulumi is told it: a name, or ``organization/project/name``."""

    @classmethod
    def found(cls, project: Path, stack: str) -> Self:
        """Find ``pulumi`` on PATH.

        Raises:
            EngineMissingError: where there is none.
        """
        program = shutil.which("pulumi")
        if program is None:
            raise EngineMissingError
        return cls(program, project, stack)

    def preview(self) -> dict[str, Any]:
        """Give what Pulumi would do, as its own document.

        Raises:
            EngineError: where it says nothing that can be read, or does not end in time.
        """
        return self._asked("preview", "--json", "--show-sames", seconds=PREVIEW_SECONDS)

    def export(self) -> dict[str, Any]:
        """Give what stands, as Pulumi knows it.

        Raises:
            EngineError: where it says nothing that can be read, or does not end in time.
        """
        return self._asked("stack", "export", seconds=EXPORT_SECONDS)

    def up(self) -> None:
        """Apply; what Pulumi says goes to standard error.

        Raises:
            EngineError: where it failed.
        """
        self._done("up", "--yes", "--skip-preview")

    def unprotect(self) -> None:
        """Take the engine's protection off every resource of the stack.

        Raises:
            EngineError: where it failed.
        """
        self._done("state", "unprotect", "--all", "--yes")

    def destroy(self) -> None:
        """Delete every resource of the stack.

        Raises:
            EngineError: where it failed.
        """
        self._done("destroy", "--yes", "--skip-preview")

    def _command(self, *verb: str) -> list[str]:
        return [self.program, *verb, "--non-interactive", "--cwd", str(self.project), "--stack", self.stack]

    def _asked(self, *verb: str, seconds: float) -> dict[str, Any]:
        with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as talk:
            status = _run(self._command(*verb), said, talk, seconds)
            if status is None:
                raise EngineError(f"pulumi {verb[0]} was still running after {seconds:g} seconds and was stopped")
            said.seek(0)
            talk.seek(0)
            told = talk.read().decode("utf-8", "replace")
            try:
                document = json.load(said)
            except (json.JSONDecodeError, UnicodeDecodeError) as error:
                how = f"ended with {status}" if status else "wrote no JSON"
                raise EngineError(f"pulumi {verb[0]} {how}", _last(told)) from error
            # A preview that failed tells why in its document, which is read by whoever asked for it.
            if not isinstance(document, dict) or (status and not document.get("diagnostics")):
                raise EngineError(f"pulumi {verb[0]} ended with {status}", _last(told))
            return document

    def _done(self, *verb: str) -> None:
        """Let Pulumi work for as long as it takes: stopped in the middle it leaves a stack that nobody knows.

        An interruption reaches Pulumi too, which then ends by itself.
        """
        interrupted = False
        with subprocess.Popen(
            self._command(*verb), stdin=subprocess.DEVNULL, stdout=sys.stderr.fileno(), env=os.environ | _QUIET
        ) as process:
            while process.returncode is None:
                try:
                    process.wait()
                except KeyboardInterrupt:
                    interrupted = True
        if interrupted:
            raise KeyboardInterrupt
        if process.returncode:
            raise EngineError(f"pulumi {verb[0]} ended with {process.returncode}")


def _run(command: list[str], said: Any, talk: Any, seconds: float) -> int | None:
    """Give the exit status; None where the command had to be stopped."""
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=said,
        stderr=talk,
        env=os.environ | _QUIET,
        start_new_session=True,  # its plugins and language host are stopped with it
    ) as process:
        try:
            return process.wait(seconds)
        except BaseException as error:
            os.killpg(process.pid, signal.SIGKILL)
            if isinstance(error, subprocess.TimeoutExpired):
                return None
            raise


def _last(talk: str) -> str:
    return mask("\n".join(talk.strip().splitlines()[-LONGEST_TALK:]))
