"""A whole environment that serves many data controllers: planned, judged, rendered and compared."""

import itertools
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from infra.arm import render
from infra.planning.diff import compare
from policies.engine.embedded import EmbeddedEngine
from policies.engine.evaluate import evaluate
from prosess.contracts import Graph
from prosess.domain.identifiers import OrganisationNumber

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "helse-sor-ost"
PROSESS = Path(sys.executable).with_name("prosess")
SIZES = (1000, 5000)
RESOURCES_EACH = 9
"""What a data controller's space holds at the least; what is planned is counted."""


def _organisations(count: int) -> list[str]:
    """Give numbers that are valid by their check digit; which organisations have them is of no matter here."""
    valid = TypeAdapter(OrganisationNumber)
    numbers: list[str] = []
    for candidate in itertools.count(810000000):
        with suppress(ValueError):
            numbers.append(valid.validate_python(str(candidate)))
        if len(numbers) == count:
            break
    return numbers


def _region(folder: Path, resources: int) -> tuple[Path, Path]:
    """Give an environment file with room for all, and the document that says whom it serves."""
    copied = Path(shutil.copytree(EXAMPLE, folder))
    file = copied / "environments" / "prod.yaml"
    file.write_text(file.read_text("utf-8").replace("10.100.200.0/23", "10.0.0.0/8"), "utf-8")
    tenants = [
        {"id": f"t{number}", "organisation": number, "manifest": "sha256:a"}
        for number in _organisations(resources // RESOURCES_EACH)
    ]
    served = copied / "onboarding.json"
    served.write_text(json.dumps({"schema": "onboarding/1", "environment": "prod", "tenants": tenants}), "utf-8")
    return file, served


def _planned(file: Path, served: Path) -> tuple[Graph, float]:
    began = time.perf_counter()
    done = subprocess.run(
        [str(PROSESS), "env", "plan", str(file), "--onboarding", str(served), "-o", "json"],
        check=True,
        capture_output=True,
        env={**os.environ, "NO_COLOR": "1"},
    )
    return Graph.from_bytes(done.stdout), time.perf_counter() - began


def _of_size(wanted: int, folder: Path) -> dict[str, float]:
    file, served = _region(folder, wanted)
    graph, planned = _planned(file, served)
    count = sum(node.type.startswith("azure-native:") for node in graph.nodes)
    figures: dict[str, float] = {"resources": count, "plan, whole process, s": planned}
    began = time.perf_counter()
    render(graph)
    figures["render, s per 1,000 (goal 2)"] = (time.perf_counter() - began) * 1000 / count
    engine = EmbeddedEngine()
    try:
        began = time.perf_counter()
        evaluate(graph, engine, as_of=date(2026, 11, 24))
        figures["rules, s per 1,000 (goal 2)"] = (time.perf_counter() - began) * 1000 / count
    finally:
        engine.close()
    fewer = graph.model_copy(update={"nodes": graph.nodes[: -len(graph.nodes) // 10]})
    began = time.perf_counter()
    compare(fewer, graph)
    figures["diff, s per 1,000 (goal 2)"] = (time.perf_counter() - began) * 1000 / count
    return figures


def measure() -> dict[str, Any]:
    """Give seconds for each step at both sizes, the growth, and the largest process of all."""
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            figures[f"{size:,} resources and more"] = _of_size(size, Path(folder, str(size)))
    small, large = figures.values()
    growth = (large["plan, whole process, s"] / small["plan, whole process, s"]) / (
        large["resources"] / small["resources"]
    )
    figures["plan: growth of time ÷ growth of resources (linear is 1)"] = growth
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    figures["peak memory of a planning process, MiB"] = largest / 1024
    return figures
