"""The rules' own tests, run without the real OPA.

``*_test.rego`` beside a file of rules says its cases as data (``compliant`` and ``told``), and has one ``test_`` rule
for ``opa test``, the last of the file. The embedded engine aborts where a policy replaces the input over a rule that
calls a function, so here the cases are read by it and each is evaluated as a request of its own: the same cases, the
same rules, both engines.
"""

import copy
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import JsonValue

from policies.engine.bundle import RULES, Module, RuleBundle, load
from policies.engine.embedded import EmbeddedEngine
from policies.engine.protocol import PolicyEngine, PolicyError, PolicyErrorCode

_TEST_RULE = re.compile(r"^test_[\s\S]*\Z", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """One input, and the rules that must fail or be undecided on it; all others of its package must pass."""

    package: str
    """Dotted name of the package under test, such as ``infra.key_vault``."""
    name: str
    input: JsonValue
    fails: tuple[str, ...]
    doubts: tuple[str, ...]

    @property
    def entrypoint(self) -> str:
        """Entry point that is asked."""
        return f"{self.package.replace('.', '/')}/results"


@dataclass(frozen=True)
class CaseResult:
    """How a case went."""

    case: Case
    passed: bool
    states: dict[str, str]
    """Rule → state as the engine answered; empty where it gave no answer."""
    error: PolicyErrorCode | None = None


def read_cases(root: Path = RULES) -> tuple[Case, ...]:
    """Read the cases of every test file below a folder, sorted by package and name.

    Raises:
        PolicyError: ``POLICY_RULES_INVALID`` where a test file does not tell cases.
    """
    modules = list(load(root).modules)
    tests: list[Module] = []
    for path in sorted(root.rglob("*_test.rego")):
        source = _TEST_RULE.sub("", path.read_text(encoding="utf-8"))
        module = Module(path.relative_to(root).as_posix(), source)
        modules.append(module)
        if re.search(r"^told\b", source, re.MULTILINE):
            tests.append(module)
    reader = EmbeddedEngine(RuleBundle(tuple(modules), entry_rules=("compliant", "told")), threads=1)
    found = []
    for test in tests:
        path_ = test.package.replace(".", "/")
        compliant = reader.evaluate(f"{path_}/compliant", {})
        told = reader.evaluate(f"{path_}/told", {})
        if not isinstance(told, dict) or not isinstance(compliant, dict):
            raise PolicyError(PolicyErrorCode.RULES_INVALID, f"{test.path} tells no cases")
        found += [
            _case(test.package.removesuffix("_test"), name, compliant, said) for name, said in sorted(told.items())
        ]
    return tuple(found)


def run(engine: PolicyEngine, cases: Sequence[Case]) -> tuple[CaseResult, ...]:
    """Put every case to an engine."""
    answers = engine.evaluate_many([(case.entrypoint, case.input) for case in cases])
    return tuple(_judge(case, answer) for case, answer in zip(cases, answers, strict=True))


def _judge(case: Case, answer: JsonValue | PolicyError) -> CaseResult:
    if isinstance(answer, PolicyError):
        return CaseResult(case, passed=False, states={}, error=answer.code)
    results = [one for one in answer if isinstance(one, dict)] if isinstance(answer, list) else []
    states = {str(one.get("rule")): str(one.get("state")) for one in results}
    passed = (
        len(states) == len(results) > 0
        and {rule for rule, state in states.items() if state == "fail"} == set(case.fails)
        and {rule for rule, state in states.items() if state == "not_evaluated"} == set(case.doubts)
    )
    return CaseResult(case, passed=passed, states=states)


def _case(package: str, name: str, compliant: dict[str, JsonValue], said: JsonValue) -> Case:
    if not isinstance(said, dict) or not said.keys() <= {"change", "fails", "doubts"}:
        raise PolicyError(PolicyErrorCode.RULES_INVALID, f"{package}: the case '{name}' is not one")
    input_: JsonValue = copy.deepcopy(compliant)
    changes = said.get("change", [])
    for change in changes if isinstance(changes, list) else []:
        if isinstance(change, dict):
            _apply(input_, str(change["op"]), str(change["path"]), change.get("value"))
    return Case(package, name, input_, _ids(said.get("fails")), _ids(said.get("doubts")))


def _ids(value: JsonValue) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list) else ()


def _apply(document: JsonValue, operation: str, pointer: str, value: JsonValue) -> None:
    """Apply one ``add`` or ``remove`` of JSON Patch in place (RFC 6902; no escapes, as no key here needs one)."""
    *parents, last = pointer.removeprefix("/").split("/")
    for key in parents:
        document = _step(document, key)
    if isinstance(document, list):
        if operation == "remove":
            del document[int(last)]
        else:
            document.insert(int(last), value)
    elif isinstance(document, dict):
        if operation == "remove":
            del document[last]
        else:
            document[last] = value


def _step(document: JsonValue, key: str) -> JsonValue:
    if isinstance(document, list):
        return document[int(key)]
    if isinstance(document, dict):
        return document[key]
    raise PolicyError(PolicyErrorCode.RULES_INVALID, f"a case changes '{key}' of what is not an object")
