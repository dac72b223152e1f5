"""Whole commands, from the shell: help, validation."""

import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "helse-sor-ost"


def seconds(*arguments: str, runs: int = 5) -> float:
    """Give the median of whole-process seconds of a ``prosess`` command, after one run that is not counted."""
    command = [str(Path(sys.executable).with_name("prosess")), *arguments]
    times = []
    for run in range(runs + 1):
        began = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, stdin=subprocess.DEVNULL)
        if run:
            times.append(time.perf_counter() - began)
    return statistics.median(times)


def measure() -> dict[str, Any]:
    """Give the figures."""
    prod = str(EXAMPLE / "environments" / "prod.yaml")
    return {
        "prosess --help, s (goal 0.3)": seconds("--help"),
        "prosess env validate, s (goal 0.7)": seconds("env", "validate", prod),
        "prosess env plan prod, s (goal 6)": seconds(
            "env", "plan", str(EXAMPLE / "environments" / "prod.yaml"), runs=3
        ),
    }
