"""Record another's program: in its own interpreter, bounded, without network or credentials, whatever becomes of it.

This is no sandbox for hostile code: the program runs as the user who starts it and may read what that user may, as
under any preview. What is kept from it is what an offline plan must not hang on: the network, the caller's environment
and home folder, our own packages, and more time, memory or output than was granted.
"""

import json
import re
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from infra.arm.catalogue import older_tokens
from infra.planning.graph import PlanError, build
from infra.planning.offline import ARM_IDS, HERE, RECORDER, last_traceback, surroundings
from infra.planning.process import Run, run
from infra.planning.project import Needed, Project
from infra.refusal import refusal
from prosess.contracts import Graph
from prosess.domain.guard import MASK, person_identifier_stretches

CONFINE: Final = HERE / "confine.py"

GRACE: Final = 5.0
"""Seconds that an interrupted program has to come to its end, before it is killed."""
LARGEST_FILE: Final = 256 * 2**20
"""Bytes of the largest file that the program may write."""

_OUT_OF_MEMORY: Final = "MemoryError"
_OUT_OF_TIME: Final = "OutOfTimeError"
_TYPED: Final = re.compile(
    r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?:/\d{1,2})?(?![\d.])"
    r"|[0-9a-fA-F]{32,}"
)
"""Texts with a grammar of their own (UUID, address or range, digest), whose digits identify nobody."""


@dataclass(frozen=True)
class Bounds:
    """What a program is granted."""

    seconds: float = 120.0
    memory: int = 2 * 2**30
    """Bytes of address space, of each of its processes; azure-native itself takes some 250 MB."""


class Ended(StrEnum):
    """How a program ended."""

    WELL = "well"
    RAISED = "raised"
    """With an error of its own."""
    TIME = "time"
    """It was still running, and was stopped."""
    MEMORY = "memory"
    """It asked for more than it was granted."""
    SIZE = "size"
    """It registered more than any record holds, and was stopped."""
    VANISHED = "vanished"
    """It left without a word: killed, or by an exit that nothing outlives."""


@dataclass(frozen=True)
class Recorded:
    """What was seen of a program. Nothing in it holds a secret or a person identifier."""

    graph: Graph
    """Every resource that was registered before the end."""
    ended: Ended
    error: str = ""
    """The program's own error, or the signal or exit code with which it vanished; empty where it ended well."""
    traceback: str = ""
    invokes: tuple[str, ...] = ()
    """Provider functions that it called, answered by unknowns."""
    remote: tuple[str, ...] = ()
    """URNs of the components that a provider would build, so that what they hold was not seen."""
    refused: tuple[str, ...] = ()
    """Addresses that it tried to reach."""
    sdk: Mapping[str, str] = field(default_factory=dict)
    """Distribution → version, of ``pulumi`` and ``pulumi-azure-native``."""
    children_offline: bool | None = None
    """Whether processes that it started had no network either; None where that could not be told."""

    @property
    def whole(self) -> bool:
        """Tell whether all that the program registers was seen."""
        return self.ended is Ended.WELL


class MissingConfigurationError(Exception):
    """A program requires configuration that it was not given: all of it that could be found."""

    needed: tuple[Needed, ...]

    def __init__(self, needed: tuple[Needed, ...]) -> None:
        super().__init__(", ".join(one.key for one in needed))
        self.needed = needed


def record(project: Project, bounds: Bounds | None = None) -> Recorded:
    """Run a project's program and give what it registered.

    Raises:
        DomainError: where its interpreter cannot run it, or configuration is of the wrong kind.
        MissingConfigurationError: where configuration is missing; the program is not shown then, since what it
            registers without it is not what it would.
    """
    bounds = bounds or Bounds()
    with tempfile.TemporaryDirectory() as folder:
        done = _run(project, bounds, Path(folder))
    if done.begin is None:
        _refuse_interpreter(project, done)
    needed = {one.key: one for one in project.missing}
    needed |= {one["key"]: Needed(one["key"], one["type"], one["secret"]) for one in done.end.get("missing", ())}
    if needed:
        raise MissingConfigurationError(tuple(needed[key] for key in sorted(needed)))
    for one in done.end.get("wrong", ()):
        raise refusal("SCAN_CONFIG_KIND", facts={"key": one["key"], "kind": one["type"]})
    begin = done.begin or {}
    interfaces = begin.get("interfaces")
    ended = _ended(done)
    errors = done.end.get("errors") or [_left(done) if ended is Ended.VANISHED else ""]
    return Recorded(
        graph=_graph(project, done.lines),
        ended=ended,
        error=_masked(_one_line(errors[0])),
        traceback=last_traceback(done.talk) if ended in (Ended.RAISED, Ended.VANISHED) else "",
        invokes=tuple(done.end.get("invokes", ())),
        remote=tuple(_masked(urn) for urn in done.end.get("remote", ())),
        refused=tuple(_masked(where) for where in done.end.get("refused", ())),
        sdk=begin.get("sdk", {}),
        children_offline=None if interfaces is None else interfaces in ([], ["lo"]),
    )


def _run(project: Project, bounds: Bounds, folder: Path) -> Run:
    settings, ids, home = folder / "config.json", folder / "ids.json", folder / "home"
    settings.write_text(json.dumps(dict(project.config)), encoding="utf-8")
    ids.write_text(json.dumps(_ids()), encoding="utf-8")
    home.mkdir()
    command = [
        *(sys.executable, "-I", "-S", str(CONFINE)),
        *(str(bounds.memory), str(int(bounds.seconds + GRACE)), str(LARGEST_FILE)),
        *(str(project.interpreter), str(RECORDER), "--foreign", "--project", project.name, "--stack", project.stack),
        *("--program", str(project.program), "--ids", str(ids), "--config", str(settings)),
        *("--seconds", str(bounds.seconds)),
        *(("--function", project.function) if project.function else ()),
    ]
    environment = surroundings() | {"HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"}
    return run(command, environment=environment, seconds=bounds.seconds + GRACE)


def _ids() -> dict[str, str]:
    """Give the table of ARM ids, under older names too."""
    table: dict[str, str] = json.loads(ARM_IDS.read_text("utf-8"))
    return table | {old: table[new] for old, new in older_tokens().items() if new in table}


def _refuse_interpreter(project: Project, done: Run) -> None:
    """Refuse an interpreter in which not even the recorder runs."""
    last = done.talk.strip().rpartition("\n")[2] or _left(done)
    if last.startswith(f"{project.interpreter} cannot be started"):
        raise refusal("SCAN_NO_PYTHON", facts={"python": str(project.interpreter)})
    if "No module named 'pulumi'" in last:
        raise refusal("SCAN_NO_PULUMI", facts={"python": str(project.interpreter)})
    raise refusal("SCAN_OTHER_PULUMI", facts={"python": str(project.interpreter), "error": _masked(last)})


def _ended(done: Run) -> Ended:
    if done.stopped is not None:
        return Ended(done.stopped.value)
    errors = done.end.get("errors") or ()
    for kind, ended in ((_OUT_OF_MEMORY, Ended.MEMORY), (_OUT_OF_TIME, Ended.TIME)):
        if any(error.startswith(kind) for error in errors):
            return ended
    if errors:
        return Ended.RAISED
    return Ended.WELL if done.whole and done.status == 0 else Ended.VANISHED


def _one_line(error: str) -> str:
    """Give an error in one line: a syntax error's last says what it is, and its first where."""
    lines = [line.strip() for line in error.splitlines() if line.strip()]
    if not lines:
        return ""
    return f"{lines[-1]} ({lines[0]})" if lines[0].startswith("File ") else lines[0]


def _left(done: Run) -> str:
    """Say how a process ended that told nothing itself."""
    return f"signal {-done.status}" if done.status < 0 else f"exit {done.status}"


def _graph(project: Project, lines: list[dict[str, Any]]) -> Graph:
    masked = [_masked_values(line) for line in lines]
    if len({line["urn"] for line in masked}) != len(lines):
        raise PlanError("two resources have names that differ only in what may be a person identifier")
    return build(_masked(project.name), _masked(project.stack), masked)


def _masked_values(value: Any) -> Any:
    if isinstance(value, str):
        return _masked(value)
    if isinstance(value, dict):
        return {_masked(key): _masked_values(item) for key, item in value.items()}
    return [_masked_values(item) for item in value] if isinstance(value, list) else value


def _masked(text: str) -> str:
    """Write over what may be a person identifier (law 4), but not over digits of an address, a UUID or a digest."""
    found = person_identifier_stretches(text)
    if not found:
        return text
    typed = [match.span() for match in _TYPED.finditer(text)]
    for start, end in reversed(found):
        if not any(first < end and start < last for first, last in typed):
            text = text[:start] + MASK + text[end:]
    return text
