"""The real OPA gives the same answers, and runs the rules' own tests."""

import copy
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pydantic import JsonValue

from policies.engine.binary import OpaBinary, find_opa
from policies.engine.bundle import RULES
from policies.engine.embedded import EmbeddedEngine
from policies.engine.protocol import PolicyError, Request
from policies.gates import ENTRYPOINT
from prosess.contracts import canonical_bytes
from tests.policies.onboarding.told import read
from tests.real import missing

pytestmark = pytest.mark.verify

OPEN, CASES = read()


@pytest.fixture(scope="module")
def opa() -> Path:
    """The real program. In ``make verify`` its absence is a failure, never a skip."""
    found = find_opa()
    if found is None:
        missing("there is no opa: run `make tools`, or set PROSESS_OPA")
    return found


def plain(answer: JsonValue | PolicyError) -> JsonValue:
    return str(answer.code) if isinstance(answer, PolicyError) else answer


def unordered(answer: JsonValue) -> JsonValue:
    """Without the order of sets: the engines order values of different types differently, and no id is a number."""
    if not isinstance(answer, dict):
        return answer
    return {
        gate: sorted(reasons, key=canonical_bytes) if isinstance(reasons, list) else reasons
        for gate, reasons in answer.items()
    }


def test_both_engines_answer_every_case_alike(engine: EmbeddedEngine, opa: Path) -> None:
    requests: list[Request] = [(ENTRYPOINT, case.facts) for case in CASES]
    requests += [(ENTRYPOINT, {key: value for key, value in OPEN.items() if key != fact}) for fact in OPEN]
    ours = [plain(answer) for answer in engine.evaluate_many(requests)]
    theirs = [plain(answer) for answer in OpaBinary(opa).evaluate_many(requests)]
    assert ours == theirs


def test_opa_compiles_strictly_and_passes_every_case(opa: Path) -> None:
    done = subprocess.run(
        [opa, "check", "--strict", RULES / "onboarding", RULES / "lib"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    done = subprocess.run(
        [opa, "test", "--format", "json", RULES / "onboarding", RULES / "lib"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    names = [name for result in json.loads(done.stdout) for name in result.get("sub_results", {})]
    assert len(names) == len(CASES)


def places(value: JsonValue, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    items: list[tuple[str | int, JsonValue]] = []
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    return [place for key, item in items for place in [(*path, key), *places(item, (*path, key))]]


VALUES: st.SearchStrategy[JsonValue] = st.one_of(
    st.none(), st.booleans(), st.integers(-1, 3),
    st.sampled_from(["high", "none", "2023-10-04", "2024-01-01", "prod", ""]),
    st.just([]), st.just({}), st.just(["x"]),
)  # fmt: skip


# Without shrinking: each example starts a process.
@settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(range(len(CASES))),
            st.lists(st.tuples(st.sampled_from(places(OPEN)), VALUES, st.booleans()), max_size=3),
        ),
        min_size=10,
        max_size=30,
    )
)
def test_both_engines_answer_anything_alike(
    engine: EmbeddedEngine, opa: Path, asked: list[tuple[int, list[tuple[tuple[str | int, ...], JsonValue, bool]]]]
) -> None:
    requests: list[Request] = []
    for index, changes in asked:
        facts: Any = copy.deepcopy(CASES[index].facts)
        for path, value, remove in changes:
            at = facts
            try:
                for key in path[:-1]:
                    at = at[key]
                if remove:
                    del at[path[-1]]
                else:
                    at[path[-1]] = value
            except (KeyError, IndexError, TypeError):
                continue
        requests.append((ENTRYPOINT, facts))
    ours = [plain(answer) for answer in engine.evaluate_many(requests)]
    theirs = [plain(answer) for answer in OpaBinary(opa).evaluate_many(requests)]
    for request, our, their in zip(requests, ours, theirs, strict=True):
        assert unordered(our) == unordered(their), request
