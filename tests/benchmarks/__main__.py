"""Measure, and print each figure beside what a user would have used instead. Never fails on a figure."""

import importlib
import json
import os
import platform
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

PARTS = ("cli", "planning", "environment", "diff", "render", "policies", "ros", "api")


def main() -> None:
    """Run every part (or those named on the command line), print a table, write ``build/bench.json``."""
    wanted = [part for part in PARTS if not sys.argv[1:] or part in sys.argv[1:]]
    results: dict[str, Any] = {}
    for part in wanted:
        module = importlib.import_module(f"tests.benchmarks.bench_{part}")
        print(f"\n{part}: {module.__doc__.splitlines()[0] if module.__doc__ else ''}")
        results[part] = module.measure()
        for name, figure in _flat(results[part]):
            print(f"  {name:<72} {figure}")
    target = Path("build/bench.json")
    target.parent.mkdir(exist_ok=True)
    machine = {"python": platform.python_version(), "cores": os.cpu_count()}
    target.write_text(json.dumps({"machine": machine, "figures": results}, indent=2, ensure_ascii=False) + "\n")
    print(f"\nwritten to {target}")


def _flat(value: Any, path: str = "") -> list[tuple[str, str]]:
    if isinstance(value, dict):
        return [row for key, inner in value.items() for row in _flat(inner, f"{path} · {key}" if path else str(key))]
    if isinstance(value, list):
        return [(path, ", ".join(map(str, value)))]
    return [(path, f"{value:.4g}" if isinstance(value, float) else str(value))]


if __name__ == "__main__":
    main()
