"""Offline plans, whole process, beside the SDK's own mocks."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from infra.planning.offline import plan

_PROGRAM = """
import sys
import pulumi
from pulumi_azure_native import keyvault

for index in range({count}):
    keyvault.Vault(
        f"vault-{{index}}",
        resource_group_name="rg",
        vault_name=f"kv-{{index}}",
        properties=keyvault.VaultPropertiesArgs(
            tenant_id="00000000-0000-4000-8000-000000000001",
            sku=keyvault.SkuArgs(family="A", name="premium"),
            enable_purge_protection=True,
        ),
    )
"""
_MOCKED = """
import pulumi
from pulumi.runtime import mocks

class Mocks(mocks.Mocks):
    def new_resource(self, args):
        return args.name, args.inputs
    def call(self, args):
        return {{}}

mocks.set_mocks(Mocks(), preview=True)

@pulumi.runtime.test
def program():
{program}

program()
"""


_PROJECT = """
name: bench
runtime:
  name: python
"""


def _previewed(program: Path) -> float | str:
    """Give the seconds of the real engine's preview of a program, or why there is none to give.

    With a state and a home of its own, so that nothing of the user's is read or changed.
    """
    if shutil.which("pulumi") is None:
        return "not measured: there is no pulumi on PATH"
    (program / "Pulumi.yaml").write_text(_PROJECT)
    state = program / "state"
    state.mkdir()
    environment = os.environ | {
        "PULUMI_BACKEND_URL": state.as_uri(),
        "PULUMI_CONFIG_PASSPHRASE": "",
        "PULUMI_SKIP_UPDATE_CHECK": "true",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }

    def run(*verb: str) -> subprocess.CompletedProcess[str]:
        command = ["pulumi", *verb, "--non-interactive", "--cwd", str(program), "--stack", "b"]
        return subprocess.run(command, env=environment, capture_output=True, text=True)

    run("stack", "init")
    began = time.perf_counter()
    done = run("preview", "--json")
    seconds = time.perf_counter() - began
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip()).splitlines()
        return f"not measured: {said[-1] if said else 'pulumi said nothing'}"
    return seconds


def _median(work: Callable[[], object], runs: int = 3) -> float:
    times = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def measure() -> dict[str, Any]:
    """Give whole-process seconds, and the ratio to ``pulumi.runtime.set_mocks`` at 300 vaults."""
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        for count in (300, 1000, 5000):
            program = Path(folder, f"p{count}")
            program.mkdir()
            (program / "__main__.py").write_text(_PROGRAM.format(count=count))
            runs = 3 if count < 5000 else 1
            seconds = _median(partial(plan, program, project="bench", stack="b"), runs)
            figures[f"{count} vaults, s" + (" (goal 6)" if count == 1000 else "")] = seconds
        body = "\n".join("    " + line for line in _PROGRAM.format(count=300).splitlines())
        mocked = Path(folder, "mocked.py")
        mocked.write_text(_MOCKED.format(program=body))
        naive = _median(partial(subprocess.run, [sys.executable, str(mocked)], check=True, capture_output=True), 1)
        previewed = _previewed(Path(folder, "p300"))
    figures["300 vaults with the SDK's own mocks, s"] = naive
    figures["mocks ÷ recorder at 300 (goal ≥ 5)"] = naive / figures["300 vaults, s"]
    figures["300 vaults, the real engine's preview, s"] = previewed
    if isinstance(previewed, float):
        figures["preview ÷ recorder at 300"] = previewed / figures["300 vaults, s"]
    figures["5,000 ÷ 1,000 (linear is 5)"] = figures["5000 vaults, s"] / figures["1000 vaults, s (goal 6)"]
    return figures
