"""Random facts: the embedded engine and the real OPA must answer alike."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pydantic import JsonValue

from policies.engine.binary import OpaBinary
from policies.engine.cases import read_cases
from policies.engine.embedded import EmbeddedEngine
from policies.engine.protocol import PolicyError, Request

pytestmark = pytest.mark.verify

CASES = read_cases()
EMBEDDED = EmbeddedEngine()

# Words that rules compare with, in several writings, among others that they do not.
WORDS = st.sampled_from(
    [
        *("Disabled", "disabled", "Enabled", "Premium", "Deny", "Allow", "Inbound", "*", "Internet", "norwayeast"),
        *("Norway East", "global", "False", "True", "TLS1_2", "1.2", "Group", "CanNotDelete", "allLogs", "audit"),
        *("8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "/x/8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "ø", "Å", ""),
        "api://AzureADTokenExchange",
    ]
)
LEAVES: st.SearchStrategy[JsonValue] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-1, 5000),
    st.floats(-10, 500, allow_nan=False).map(lambda number: round(number, 2)),
    WORDS,
    st.text(max_size=8),
    st.just({"unknown": True}),
    st.just({"secret": True}),
    st.just({"unknown": False}),
)
VALUES: st.SearchStrategy[JsonValue] = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "enabled", "categoryGroup", "privateDnsZoneId", "access"]), inner)
    ),
    max_leaves=5,
)


def places(value: JsonValue, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every place inside a value, the value itself left out."""
    items: list[tuple[str | int, JsonValue]] = []
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    return [place for key, item in items for place in [(*path, key), *places(item, (*path, key))]]


def changed(value: JsonValue, changes: list[tuple[tuple[str | int, ...], JsonValue, bool]]) -> JsonValue:
    copy: Any = json.loads(json.dumps(value))
    for path, replacement, remove in changes:
        target = copy
        try:
            for key in path[:-1]:
                target = target[key]
            if remove:
                del target[path[-1]]
            else:
                target[path[-1]] = replacement
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change took the place away
    result: JsonValue = copy
    return result


@st.composite
def requests(draw: st.DrawFn) -> Request:
    case = draw(st.sampled_from(CASES))
    where = st.sampled_from(places(case.input))
    changes = draw(st.lists(st.tuples(where, VALUES, st.booleans()), min_size=1, max_size=3))
    return case.entrypoint, changed(case.input, changes)


def comparable(answer: JsonValue | PolicyError) -> str:
    """An answer whatever the order of its results; an error by its code."""
    if isinstance(answer, PolicyError):
        return answer.code.value
    if isinstance(answer, list):
        return json.dumps(sorted(json.dumps(one, sort_keys=True) for one in answer))
    return json.dumps(answer, sort_keys=True)


# Shrinking would start a process for each of its thousands of tries: the first difference is told instead.
@settings(
    max_examples=25,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
@given(st.lists(requests(), min_size=40, max_size=80))
def test_random_facts_are_judged_alike(opa: Path, asked: list[Request]) -> None:
    real = OpaBinary(opa).evaluate_many(asked)
    embedded = EMBEDDED.evaluate_many(asked)
    apart = [
        (request, one, other)
        for request, one, other in zip(asked, real, embedded, strict=True)
        if comparable(one) != comparable(other)
    ]
    assert not apart, json.dumps([apart[0][0], str(apart[0][1]), str(apart[0][2])], ensure_ascii=False)
