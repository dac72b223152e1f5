"""Plan quickly: the SDK is loaded once, and each plan is made by a fork of the process that loaded it.

Run as a program it reads one JSON request a line, ``{"arguments": [of the recorder], "out": path, "talk": path}``, and
answers each with the recorder's exit status.
"""

import gc
import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from infra.planning.offline import RECORDER, surroundings
from infra.planning.process import Run


class Planner:
    """The process that forks, as a test sees it; it is started when a first plan is asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._asked = 0
        self._process: subprocess.Popen[str] | None = None

    def run(self, command: Sequence[str], *, environment: Mapping[str, str], seconds: float) -> Run:
        """Give what ``infra.planning.process.run`` gives of the recorder's command, but for bounds and for talk's end.

        What is planned must be trusted to end, and to be planned in the surroundings that every offline plan has.
        """
        assert tuple(command[:2]) == (sys.executable, str(RECORDER))
        assert dict(environment) == surroundings()
        lines, talk, status = self.asked(command[2:])
        result = Run(talk=talk, status=status)
        for line in lines:
            if "end" in line:
                result.end = dict(line["end"])
            else:
                result.lines.append(line)
        return result

    def asked(self, arguments: Sequence[str]) -> tuple[list[dict[str, Any]], str, int]:
        """Give the record's lines, what was said beside it, and the exit status."""
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-P", __file__],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                env=surroundings(),
            )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._asked += 1
        out, talk = (self._folder / f"{self._asked}.{kind}" for kind in ("out", "talk"))
        request = {"arguments": list(arguments), "out": str(out), "talk": str(talk)}
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        status = int(self._process.stdout.readline())
        lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
        return lines, talk.read_text("utf-8"), status

    def end(self) -> None:
        """End the process, if it was ever started."""
        if self._process is not None:
            self._process.communicate()


def _recorder() -> Any:
    spec = importlib.util.spec_from_file_location("recorder", RECORDER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _plan(recorder: Any, arguments: list[str], out: str, talk: str) -> int:
    child = os.fork()
    if child == 0:
        status = 70
        try:
            for number, path in ((1, out), (2, talk)):
                os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
            status = recorder.main(arguments)
        finally:
            sys.stderr.flush()
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _warm() -> None:
    """Load before the forks what each of them would load, and nothing that a plan could change.

    The SDK reads the types of each class that it meets from annotations, and remembers them: a third of a small plan.
    """
    import pulumi
    from pulumi import _types

    import infra.program  # noqa: F401
    from infra.regions import table

    table()
    for name, module in list(sys.modules.items()):
        for found in list(vars(module).values()) if name.startswith("pulumi_azure_native.") else ():
            own = isinstance(found, type) and found.__module__ == name
            if own and (issubclass(found, pulumi.Resource) or _types.is_input_type(found)):
                _types._types_from_py_properties(found)
    gc.collect()
    gc.freeze()  # else a collection in a fork would copy every page of this process


def main() -> None:
    """Serve until the input ends."""
    _warm()
    recorder = _recorder()
    for line in sys.stdin:
        request = json.loads(line)
        print(_plan(recorder, request["arguments"], request["out"], request["talk"]), flush=True)


if __name__ == "__main__":
    main()
