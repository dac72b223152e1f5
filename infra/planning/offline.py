"""Plan a Pulumi program without an engine: the recorder, run by path in the program's own interpreter."""

import json
import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from infra.planning.graph import PlanError, build
from infra.planning.process import MOST_BYTES, Stopped, run
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
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder, "config.json")
        settings.write_text(json.dumps(dict(config or {})), encoding="utf-8")
        command = [
            *(str(interpreter or sys.executable), str(RECORDER), "--project", project, "--stack", stack),
            *("--program", str(program), "--ids", str(ARM_IDS), "--config", str(settings)),
            *("--organization", organization),
            *(("--subscription", subscription) if subscription else ()),
            *(("--strict-preview",) if strict_preview else ()),
        ]
        done = run(command, environment=surroundings() | dict(environment or {}), seconds=timeout)
    if done.stopped is Stopped.TIME:
        raise PlanError(f"the program was still running after {timeout:g} seconds and was stopped")
    if done.stopped is Stopped.SIZE:
        raise PlanError(f"the record is larger than {MOST_BYTES // 2**20} MiB, and the program was stopped")
    if done.status or done.end.get("errors"):
        raise _failure(done.talk, done.end)
    if done.broken:
        raise PlanError(f"the record is not one: {done.broken}")
    if not done.end:
        raise PlanError("the record was cut short: it has no end line")
    if not done.whole:
        raise PlanError(f"the record was cut short: {len(done.lines)} of {done.end['resources']} resources")
    try:
        return build(project, stack, done.lines)
    except KeyError as error:
        raise PlanError(f"the record is not one: {error}") from error


def surroundings() -> dict[str, str]:
    """Give a small and always equal environment: what a plan holds must not hang on who made it."""
    kept = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT", "TMPDIR") if key in os.environ}
    fixed = {"LANG": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "PYTHONWARNINGS": "ignore"}
    return kept | fixed


def last_traceback(talk: str) -> str:
    """Give the end of what the program said: its last traceback where there is one, without person identifiers."""
    _, heading, trace = talk.rpartition("Traceback (most recent call last):")
    return mask("\n".join((heading + trace).strip().splitlines()[-LONGEST_TRACEBACK:]))


def _failure(talk: str, end: Mapping[str, Any]) -> PlanError:
    errors = end.get("errors") or ["the program ended without a record"]
    return PlanError(mask(f"the program failed: {errors[0]}"), last_traceback(talk))
