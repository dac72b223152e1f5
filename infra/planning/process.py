"""Run the recorder in a process of its own, within bounds of time and size, and read what it wrote."""

import contextlib
import json
import os
import signal
import subprocess
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import IO, Any, Final

from infra.planning.graph import PlanError

LONGEST_LINE: Final = 32 * 2**20
"""Bytes of one resource; more is no resource that Azure would take."""
MOST_BYTES: Final = 512 * 2**20
"""Bytes of a whole record: some fifty times what 10,000 resources take."""
TALK_KEPT: Final = 256 * 2**10
"""Bytes of what the program prints that are kept; the last, since an error comes last."""


class Stopped(StrEnum):
    """Why a program was stopped from outside."""

    TIME = "time"
    SIZE = "size"


@dataclass
class Run:
    """What a run of the recorder left behind, however it ended."""

    lines: list[dict[str, Any]] = field(default_factory=list)
    """The resources, in the order of their registration."""
    begin: dict[str, Any] | None = None
    """What the line before all others tells; none where there was none."""
    end: dict[str, Any] = field(default_factory=dict)
    """The end line; empty where there was none."""
    talk: str = ""
    """The last of what the program printed and the recorder told beside the record."""
    status: int = 0
    stopped: Stopped | None = None
    broken: str = ""
    """What is wrong with the record as one; empty where nothing is."""

    @property
    def whole(self) -> bool:
        """Tell whether the record ends as one does, with every resource in it."""
        return bool(self.end) and not self.broken and self.end.get("resources") == len(self.lines)


def run(command: Sequence[str], *, environment: Mapping[str, str], seconds: float) -> Run:
    """Run the recorder's command to its end, or stop it and all that it started.

    Raises:
        PlanError: where the command cannot be started.
    """
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=dict(environment),
            start_new_session=True,
        )
    except OSError as error:
        raise PlanError(f"the interpreter {command[0]} cannot be started: {error.strerror}") from error
    assert process.stdout is not None  # noqa: S101 - for the type checker: both are pipes
    assert process.stderr is not None  # noqa: S101
    result = Run()
    talk = bytearray()
    listener = threading.Thread(target=_listen, args=(process.stderr, talk), daemon=True)
    timer = threading.Timer(seconds, _out_of_time, (process, result))
    listener.start()
    timer.start()
    try:
        _read(process, process.stdout, result)
        result.status = process.wait()
    except BaseException:
        _stop(process)  # its own session does not hear Ctrl-C, and nobody waits for the rest
        process.wait()
        raise
    finally:
        timer.cancel()
        process.stdout.close()
    _stop(process)  # what it started and left running, which would hold the pipe of its talk open
    listener.join(timeout=5)
    result.talk = talk.decode("utf-8", "replace")
    return result


def _read(process: "subprocess.Popen[bytes]", stream: IO[bytes], result: Run) -> None:
    """Read line by line into the result, up to the end line."""
    size = 0
    while raw := stream.readline(LONGEST_LINE):
        size += len(raw)
        if size > MOST_BYTES or len(raw) == LONGEST_LINE:
            result.stopped = Stopped.SIZE
            _stop(process)
            return
        try:
            line = json.loads(raw)
            if "end" in line:
                result.end = dict(line["end"])
            elif "begin" in line:
                result.begin = dict(line["begin"])
            else:
                result.lines.append(line)
        except (AttributeError, TypeError, ValueError) as error:
            result.broken = result.broken or str(error)  # a line that was being written when it was stopped


def _listen(stream: IO[bytes], talk: bytearray) -> None:
    with stream:
        while chunk := stream.read1(2**16):  # type: ignore[attr-defined]  # a buffered reader, as a pipe's is
            talk += chunk
            del talk[:-TALK_KEPT]


def _out_of_time(process: "subprocess.Popen[bytes]", result: Run) -> None:
    result.stopped = Stopped.TIME
    _stop(process)


def _stop(process: "subprocess.Popen[bytes]") -> None:
    with contextlib.suppress(ProcessLookupError):  # all of it ended already
        os.killpg(process.pid, signal.SIGKILL)  # its own session, so its children too
