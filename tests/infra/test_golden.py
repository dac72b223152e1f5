"""One YAML file a case: what is given beside the base environment, and what is expected of the plan."""

import fnmatch
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from prosess.contracts.graph import Graph

CASES = sorted((Path(__file__).parent / "golden").glob("*.yaml"))


def matches(expected: Any, actual: Any) -> bool:
    """Tell whether ``actual`` holds ``expected``: a part of an object, each item somewhere in a list, ``re:`` text."""
    if isinstance(expected, dict):
        return isinstance(actual, dict) and all(
            key in actual and matches(value, actual[key]) for key, value in expected.items()
        )
    if isinstance(expected, list):
        return isinstance(actual, list) and all(any(matches(one, other) for other in actual) for one in expected)
    if isinstance(expected, str) and expected.startswith("re:"):
        return isinstance(actual, str) and re.search(expected[3:], actual) is not None
    return type(expected) is type(actual) and bool(expected == actual)


def check(graph: Graph, expect: dict[str, Any]) -> None:
    types = [node.type for node in graph.nodes]
    counted = {pattern: len(fnmatch.filter(types, pattern)) for pattern in expect.get("count", {})}
    assert counted == expect.get("count", {})
    nodes = [node.model_dump(mode="json") for node in graph.nodes]
    for wanted in expect.get("contains", ()):
        same = [node for node in nodes if fnmatch.fnmatch(node["type"], wanted["type"])]
        assert any(matches(wanted, node) for node in same), (wanted, same)
    for unwanted in expect.get("absent", ()):
        assert not [node["urn"] for node in nodes if matches(unwanted, node)]


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_golden_case_holds(case: Path, plan: Callable[..., Graph]) -> None:
    told = yaml.safe_load(case.read_text("utf-8"))
    assert set(told) <= {"given", "settings", "onboarding", "expect"}
    expect = told["expect"]
    assert expect
    assert set(expect) <= {"count", "contains", "absent", "error_code", "error_at"}
    run: Callable[[], Graph] = lambda: plan(  # noqa: E731
        told.get("given"), settings=told.get("settings"), onboarding=told.get("onboarding")
    )
    if case.stem.startswith("error_"):
        with pytest.raises(Exception, match=f"^{expect['error_code']} at {re.escape(expect['error_at'])}$"):
            run()
    else:
        check(run(), expect)


def test_there_are_cases_of_both_kinds() -> None:
    errors = [case for case in CASES if case.stem.startswith("error_")]
    assert len(errors) >= 5
    assert len(CASES) - len(errors) >= 10


@pytest.mark.parametrize(
    ("expected", "actual"),
    [({"a": 1}, {"a": 2}), ([1], [2]), ("re:^x$", "xy"), (True, 1), ({"a": None}, {})],
)
def test_the_comparison_can_fail(expected: Any, actual: Any) -> None:
    assert not matches(expected, actual)
