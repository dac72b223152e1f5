"""Plan many variants quickly: the SDK is loaded once, and each plan is made by a fork of the process that loaded it.

Reads one JSON request a line, ``{"config": path, "out": path}``; answers each with the recorder's exit status.
"""

import gc
import importlib.util
import json
import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
VARIANT = ROOT / "tests/infra/programs/variant"


def _recorder() -> Any:
    spec = importlib.util.spec_from_file_location("recorder", ROOT / "infra/planning/recorder.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _plan(recorder: Any, config: str, out: str) -> int:
    child = os.fork()
    if child == 0:
        status = 70
        try:
            os.dup2(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            status = recorder.main(
                [
                    *("--project", "prosess", "--stack", "variant", "--program", str(VARIANT)),
                    *("--ids", str(ROOT / "infra/planning/arm_ids.json"), "--config", config),
                ]
            )
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _warm() -> None:
    """Load before the forks what each of them would load, and nothing that a plan could change.

    The SDK reads the types of each class that it meets from annotations, and remembers them: a third of a small plan.
    """
    import infra.program  # noqa: F401
    import pulumi
    from infra.regions import table
    from pulumi import _types

    table()
    for name, module in list(sys.modules.items()):
        for found in list(vars(module).values()) if name.startswith("pulumi_azure_native.") else ():
            if isinstance(found, type) and found.__module__ == name:
                if issubclass(found, pulumi.Resource) or _types.is_input_type(found):
                    _types._types_from_py_properties(found)
    gc.collect()
    gc.freeze()  # else a collection in a fork would copy every page of this process


def main() -> None:
    """Serve until the input ends."""
    _warm()
    recorder = _recorder()
    for line in sys.stdin:
        request = json.loads(line)
        print(_plan(recorder, request["config"], request["out"]), flush=True)


if __name__ == "__main__":
    main()
