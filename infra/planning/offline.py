"""Plan a Pulumi program without an engine: the recorder, run by path in the program's own interpreter."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any, Final

from infra.planning.graph import PlanError, build
from prosess.contracts import Graph
from prosess.domain.guard import mask

HERE: Final = Path(__file__).resolve().parent
RECORDER: Final = HERE / "recorder.py"
ARM_IDS: Final = HERE / "arm_ids.json"

LONGEST_TRACEBACK: Final = 40
"""Lines of the program's own traceback that a failure tells; the last are the ones that matter."""


def plan(
    program: Path,
    *,
    project: str,
    stack: str,
    config: Mapping[str, Any] | None = None,
    strict_preview: bool = False,
    interpreter: Path | None = None,
    subscription: str | None = None,
    organization: str = "organization",
    environment: Mapping[str, str] | None = None,
    timeout: float = 300.0,
) -> Graph:
    """Give the graph that a program would register, from nothing but the program and its configuration.

    Args:
        program: the program's folder, or its file.
        project: the project's name, as in ``Pulumi.yaml``.
        stack: the stack's name, without organization.
        config: key → value, ``{"secure": text}`` for a secret; a key without a colon belongs to the project.
        strict_preview: leave ids unknown as well, as a first preview of the engine does.
        interpreter: a Python that has the program's packages; this one, if not given.
        subscription: of the ids; else ``azure-native:subscriptionId`` of the configuration, else a UUID of zeros.
        organization: what ``pulumi.get_organization()`` answers.
        environment: variables for the program, beside the few that it always gets.
        timeout: seconds until the program is stopped.

    Raises:
        PlanError: where the program raises, is stopped, or its record is cut short.
    """
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as talk:
        settings = Path(folder, "config.json")
        settings.write_text(json.dumps(dict(config or {})), encoding="utf-8")
        command = [
            *(str(interpreter or sys.executable), str(RECORDER), "--project", project, "--stack", stack),
            *("--program", str(program), "--ids", str(ARM_IDS), "--config", str(settings)),
            *("--organization", organization),
            *(("--subscription", subscription) if subscription else ()),
            *(("--strict-preview",) if strict_preview else ()),
        ]
        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=talk,
                env=_environment(environment or {}),
                start_new_session=True,
            )
        except OSError as error:
            raise PlanError(f"the interpreter {command[0]} cannot be started: {error.strerror}") from error
        stopped = threading.Event()
        timer = threading.Timer(timeout, _stop, (process, stopped))
        timer.start()
        end: dict[str, Any] = {}
        try:
            with process:
                assert process.stdout is not None  # noqa: S101 - for the type checker: it is a pipe
                try:
                    graph = build(project, stack, _lines(process.stdout, end))
                except KeyboardInterrupt:
                    _stop(process, stopped)  # its own session does not hear Ctrl-C, and nobody waits for the rest
                    raise
        except (PlanError, json.JSONDecodeError, KeyError) as error:
            if process.returncode == 0:
                raise PlanError(f"the record is not one: {error}") from error
            graph = None
        finally:
            timer.cancel()
        if stopped.is_set():
            raise PlanError(f"the program was still running after {timeout:g} seconds and was stopped")
        if process.returncode or end.get("errors"):
            talk.seek(0)
            raise _failure(talk.read().decode("utf-8", "replace"), end)
        if graph is None or not end:
            raise PlanError("the record was cut short: it has no end line")
        return graph


def _lines(stream: IO[bytes], end: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Give the lines as they come, and fill ``end`` with the last."""
    count = 0
    for raw in stream:
        line = json.loads(raw)
        if "end" in line:
            end.update(line["end"])
        else:
            count += 1
            yield line
    if end and end["resources"] != count:
        raise PlanError(f"the record was cut short: {count} of {end['resources']} resources")


def _environment(more: Mapping[str, str]) -> dict[str, str]:
    """Give a small and always equal environment: what a plan holds must not hang on who made it."""
    kept = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT", "TMPDIR") if key in os.environ}
    fixed = {"LANG": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "PYTHONWARNINGS": "ignore"}
    return kept | fixed | dict(more)


def _stop(process: "subprocess.Popen[bytes]", stopped: threading.Event) -> None:
    stopped.set()
    with contextlib.suppress(ProcessLookupError):  # it ended in this very moment
        os.killpg(process.pid, signal.SIGKILL)  # its own session, so its children too


def _failure(talk: str, end: Mapping[str, Any]) -> PlanError:
    errors = end.get("errors") or ["the program ended without a record"]
    _, mark, trace = talk.rpartition("Traceback (most recent call last):")
    lines = (mark + trace if mark else talk).strip().splitlines()[-LONGEST_TRACEBACK:]
    return PlanError(mask(f"the program failed: {errors[0]}"), mask("\n".join(lines)))
