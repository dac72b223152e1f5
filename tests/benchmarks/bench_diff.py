"""What turns one plan into another, beside planning one of them."""

import statistics
import time
import tracemalloc
from typing import Any

from infra.planning.diff import compare
from infra.planning.graph import build
from prosess.contracts import Graph

_STACK = "urn:pulumi:s::p::pulumi:pulumi:Stack::p-s"
_TYPES = ("keyvault:Vault", "servicebus:Queue", "storage:StorageAccount", "network:NetworkSecurityGroup")


def _graph(count: int, *, changed: bool) -> Graph:
    """Give a plan of some resources, four properties deep; changed, each fifth of them differs."""
    lines = [_line("pulumi:pulumi:Stack", "p-s", custom=False) | {"parent": None}]
    for index in range(count):
        type_ = f"azure-native:{_TYPES[index % len(_TYPES)]}"
        other = changed and index % 5 == 0
        properties = {
            "resourceGroupName": f"rg-{'b' if other and index % 10 == 0 else 'a'}",
            "tags": {"environment": "prod", "service": f"s{index}"},
            "rules": [{"name": f"r{number}", "priority": number + other} for number in range(20)],
            "properties": {"sku": {"name": "premium", "family": "A"}, "more": {"deep": {"deeper": [index] * 10}}},
        }
        lines.append(_line(type_, f"r{index}", properties=properties))
    return build("p", "s", lines)


def _line(type_: str, name: str, *, custom: bool = True, **more: Any) -> dict[str, Any]:
    return {
        "urn": f"urn:pulumi:s::p::{type_}::{name}",
        "type": type_,
        "name": name,
        "custom": custom,
        "external": False,
        "id": {"unknown": True} if custom else None,
        "parent": _STACK,
        "provider": None,
        "dependencies": [],
        "property_dependencies": {},
        "properties": {},
        "protect": False,
        "aliases": [],
    } | more


def measure() -> dict[str, Any]:
    """Give seconds and peak memory by number of resources, canonical bytes included."""
    figures: dict[str, Any] = {}
    for count in (1000, 5000):
        before, after = (_graph(count, changed=changed) for changed in (False, True))
        times = []
        for _ in range(3):
            began = time.perf_counter()
            changes = compare(before, after)
            changes.to_bytes()
            times.append(time.perf_counter() - began)
        figures[f"{count} resources, a fifth changed, s" + (" (goal 2)" if count == 1000 else "")] = statistics.median(
            times
        )
        tracemalloc.start()
        compare(before, after)
        figures[f"{count} resources, peak MB beside the graphs"] = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
    ratio = figures["5000 resources, a fifth changed, s"] / figures["1000 resources, a fifth changed, s (goal 2)"]
    figures["5,000 ÷ 1,000 (linear is 5)"] = ratio
    return figures
