"""The gates' own cases, read from the tests beside the rules: facts on which every gate is open, changed."""

import copy
from dataclasses import dataclass
from functools import cache

from pydantic import JsonValue

from policies.engine.bundle import RULES, Module, RuleBundle, load
from policies.engine.embedded import EmbeddedEngine

FOLDER = RULES / "onboarding"


@dataclass(frozen=True)
class Case:
    """Facts, and the codes that speak against."""

    name: str
    facts: dict[str, JsonValue]
    denies: tuple[str, ...]
    spares: tuple[str, ...]


@cache
def read() -> tuple[dict[str, JsonValue], tuple[Case, ...]]:
    """Give the facts on which every gate is open, and all cases."""
    modules = list(load().modules)
    told = []
    for path in sorted([*FOLDER.glob("*_test.rego"), *(RULES / "lib").glob("*_test.rego")]):
        # Its last rules are for `opa test`, which can replace the input inside a policy.
        source = path.read_text(encoding="utf-8").partition("\ntest_")[0]
        module = Module(path.relative_to(RULES).as_posix(), source)
        modules.append(module)
        if "\njudged :=" in source:
            told.append(module.package.replace(".", "/"))
    reader = EmbeddedEngine(RuleBundle(tuple(modules), entry_rules=("open", "judged")), threads=1)
    open_facts = reader.evaluate("onboarding/cases/open", {})
    assert isinstance(open_facts, dict)
    cases = []
    for package in told:
        judged = reader.evaluate(f"{package}/judged", {})
        assert isinstance(judged, dict)
        for name, said in sorted(judged.items()):
            assert isinstance(said, dict), name
            assert said.keys() <= {"change", "denies", "spares"}, name
            cases.append(
                Case(
                    f"{package.rpartition('/')[2].removesuffix('_test')}: {name}",
                    _changed(open_facts, said["change"]),
                    _codes(said["denies"]),
                    _codes(said.get("spares")),
                )
            )
    return open_facts, tuple(cases)


def _codes(value: JsonValue) -> tuple[str, ...]:
    return tuple(sorted(str(one) for one in value)) if isinstance(value, list) else ()


def _changed(facts: dict[str, JsonValue], changes: JsonValue) -> dict[str, JsonValue]:
    """Apply ``add`` and ``remove`` of JSON Patch (RFC 6902) to objects."""
    result = copy.deepcopy(facts)
    assert isinstance(changes, list)
    for change in changes:
        assert isinstance(change, dict)
        *parents, last = str(change["path"]).removeprefix("/").split("/")
        at: JsonValue = result
        for key in parents:
            at = at[int(key)] if isinstance(at, list) else at[key] if isinstance(at, dict) else None
        if isinstance(at, list):
            assert change["op"] == "remove"
            del at[int(last)]
        else:
            assert isinstance(at, dict)
            if change["op"] == "remove":
                del at[last]
            else:
                at[last] = change["value"]
    return result
