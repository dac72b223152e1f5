"""Whatever is refused anywhere is told in nb, nn and en, from facts that its raiser gives."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from prosess.domain.errors import DomainError
from prosess.domain.role import Role
from prosess.domain.text import Language
from prosess.domain.text.compatibility import RULES
from prosess.domain.text.refusals import REFUSALS, TOPICS, explain, refusal
from prosess.domain.text.services import SERVICES
from prosess.domain.text.wording import FactMissingError

ROOT = Path(__file__).parents[4]
PACKAGES = ("prosess", "infra", "ros")
CODE = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")

BY_GRAMMAR = {"_grammar", "_parsed_by"}
"""They take the code of what they refuse, and give it no facts."""
GIVEN_ELSEWHERE = {"PERSON_IDENTIFIER", "TRANSITION_REFUSED"}
"""Their own classes give the facts."""


@dataclass(frozen=True)
class Raised:
    """One place where something is refused."""

    where: str
    code: str
    facts: frozenset[str] | None
    """Keys of its facts; None where the source does not spell them out."""


def refusing(tree: ast.AST) -> set[str]:
    """Names of a module's own subclasses of a refusal, beside those that every module may know."""
    names = {"DomainError", "refusal"}
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and {ast.unparse(base) for base in node.bases} & names:
            names.add(node.name)
    return names


TREES = {
    str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8"))
    for package in PACKAGES
    for path in sorted((ROOT / package).rglob("*.py"))
}
REFUSING = set().union(*(refusing(tree) for tree in TREES.values()))


def raised() -> Iterator[Raised]:
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            own = name == "__init__" and "super" in ast.unparse(node.func)
            if name not in REFUSING | BY_GRAMMAR and not own:
                continue
            for argument in node.args if name in BY_GRAMMAR else node.args[:1]:
                if isinstance(argument, ast.Constant) and CODE.fullmatch(str(argument.value)):
                    yield Raised(f"{path}:{node.lineno}", str(argument.value), facts_of(node))


def facts_of(call: ast.Call) -> frozenset[str] | None:
    given = next((keyword.value for keyword in call.keywords if keyword.arg == "facts"), None)
    if given is None:
        return frozenset()
    if isinstance(given, ast.Dict) and all(isinstance(key, ast.Constant) for key in given.keys):
        return frozenset(str(key.value) for key in given.keys if isinstance(key, ast.Constant))
    return None


RAISED = list(raised())


def test_the_search_finds_what_is_refused() -> None:
    assert {"IdentifierError", "AnalysisError", "CriteriaError", "UnknownRiskError", "TransitionError"} <= REFUSING
    assert len(RAISED) > 80
    for package in PACKAGES:
        assert [one for one in RAISED if one.where.startswith(package)]


def test_every_code_has_texts_and_no_text_is_left_over() -> None:
    assert {one.code for one in RAISED} == set(REFUSALS)


def test_no_code_has_texts_in_two_topics() -> None:
    assert sum(len(topic) for topic in TOPICS) == len(REFUSALS)


def test_no_code_is_taken_for_a_compatibility_rule() -> None:
    assert not set(REFUSALS) & {f"ACCESS_{rule}" for rule in RULES}
    assert explain(refusal("ACCESS_NEEDS_SECRET_VAULT", facts={"options": ["entra_groups"]}), Language.NN).hint


@pytest.mark.parametrize("one", RAISED, ids=[f"{one.code}-{index}" for index, one in enumerate(RAISED)])
def test_every_fact_that_a_text_speaks_of_is_given(one: Raised) -> None:
    text = REFUSALS[one.code]
    spoken_of = text.text.placeholders | text.hint.placeholders
    if one.facts is None:
        pytest.fail(f"{one.where}: spell out the facts")
    if one.code not in GIVEN_ELSEWHERE:
        assert spoken_of <= one.facts, one.where


SAMPLES: dict[str, object] = {
    "alert_kind": "device_error",
    "allowed": [],
    "asked": 60,
    "character": 7,
    "checked": "2026-11-22",
    "direction": "below",
    "event": "activate",
    "object": "tenant",
    "role": Role.RISK_OWNER.value,
    "room": 59,
    "service": "fhir",
    "state": "active",
}
LISTS = {"controls", "countries", "elsewhere", "ids", "known", "levels", "options", "references", "risks", "scopes"}
LISTS |= {"task_owners", "zones"}


@pytest.mark.parametrize("code", sorted(REFUSALS))
@pytest.mark.parametrize("language", Language)
def test_every_code_is_told_in_every_language(code: str, language: Language) -> None:
    text = REFUSALS[code]
    names = text.text.placeholders | text.hint.placeholders
    facts = {name: SAMPLES.get(name, ["en-id", "to-id"] if name in LISTS else "en-id") for name in names}
    said, hint = explain(DomainError(code, "", facts=facts), language)
    for sentence in (said, hint):
        assert sentence.endswith(".")
        assert "{" not in sentence
        assert "[" not in sentence
    assert said != hint
    if names:
        with pytest.raises(FactMissingError):
            explain(DomainError(code, ""), language)


def test_a_refusal_without_words_of_its_own_speaks_english() -> None:
    error = refusal(
        "SERVICE_NOT_IN_REGION",
        facts={
            "service": "fhir",
            "location": "norwayeast",
            "checked": "2026-11-22",
            "elsewhere": ["northeurope", "swedencentral", "westeurope"],
            "source": "https://example.org",
        },
        at=("fhir", "hosting"),
    )
    assert error.message == (
        "Azure Health Data Services, FHIR service is not offered in norwayeast (checked 22 November 2026)."
    )
    assert error.hint == (
        "Choose northeurope, swedencentral or westeurope, or do without it (source: https://example.org)."
    )
    assert error.at == ("fhir", "hosting")
    nowhere = explain(DomainError(error.code, "", facts={**error.facts, "elsewhere": []}), Language.NB)
    assert nowhere.hint.startswith("Velg en annen tjeneste, eller")
    new = explain(DomainError(error.code, "", facts={**error.facts, "service": "quantum"}), Language.NB)
    assert new.text.startswith("quantum ")
    assert "quantum" not in SERVICES
