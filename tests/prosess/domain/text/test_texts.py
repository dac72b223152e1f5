"""Everything that a person reads stands in nb, nn and en, speaks of facts that are given, and uses the glossary."""

import importlib
import pkgutil
import re
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import JsonValue

import prosess.domain
from prosess.domain import text as texts_package
from prosess.domain.access import EMERGENCY, OPTIONS, OVERLAYS
from prosess.domain.access_choice import incompatibilities
from prosess.domain.gate import GATES
from prosess.domain.guard import find_person_identifier
from prosess.domain.machine import MACHINES
from prosess.domain.role import Role
from prosess.domain.text import Language, keys
from prosess.domain.text.compatibility import RULES
from prosess.domain.text.glossary import TERMS, markdown
from prosess.domain.text.names import NAMES, name_of
from prosess.domain.text.reasons import REASONS, REMEDIES, SHOWN_AS, TOPICS, render
from prosess.domain.text.refusals import REFUSALS
from prosess.domain.text.standing import STANDING_ACCESS
from prosess.domain.text.states import EVENTS, OBJECTS, STATES
from prosess.domain.text.wording import FactMissingError, Wording, date_in, fill, list_in


def wordings() -> Any:
    """Every wording of the package, with where it stands."""
    seen = []

    def walk(where: Any, value: Any) -> Any:
        if isinstance(value, Wording):
            seen.append((where, value))
        elif isinstance(value, dict):
            for key, inner in value.items():
                walk(f"{where}.{key}", inner)
        elif isinstance(value, tuple):
            for name, inner in zip(getattr(value, "_fields", range(len(value))), value, strict=True):
                if name != "avoid":
                    walk(f"{where}.{name}", inner)

    for module in pkgutil.iter_modules(texts_package.__path__, texts_package.__name__ + "."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if not name.startswith("_") and name.isupper():
                walk(f"{module.name.rpartition('.')[2]}.{name}", value)
    return dict(seen)


WORDINGS = wordings()

# Read by files and machines only, or shown by their own code.
NAMELESS = {
    "Article6", "Article9", "AzureLocation", "DefenderPlan", "FhirHosting", "GovernancePolicy", "Language",
}  # fmt: skip

SAME_IN_ALL = re.compile(
    r"test|HL7 v2|Helsenorge|diabetes|status|scenario|criticality|"
    r"FHIR-grensesnitt|HelseID|AC\d|Key Vault|Log Analytics|API Management|Event Grid|Microsoft Sentinel"
)


def test_there_are_many_texts() -> None:
    assert len(WORDINGS) > 500


@pytest.mark.parametrize("language", Language)
def test_no_text_is_empty_or_badly_spaced(language: Any) -> None:
    for where, wording in WORDINGS.items():
        said = wording.in_language(language)
        if where == "refusals.NOTHING":
            continue
        assert said.strip(), where
        assert said == re.sub(r"\s+", " ", said).strip(), where


def test_english_is_not_norwegian() -> None:
    same = [
        where
        for where, (nb, nn, en) in WORDINGS.items()
        if en.lower() in (nb.lower(), nn.lower()) and not SAME_IN_ALL.search(en)
    ]
    assert same == []


BOKMAL = [
    "ikke",
    "fra",
    "hva",
    "hvem",
    "hvor",
    "hvordan",
    "noen",
    "noe",
    "mye",
    "være",
    "skriv_inn",
    "tjeneste",
    "tjenester",
    "tjenesten",
    "sykehus",
    "uke",
    "hjem",
    "kun",
    "virksomhet",
    "virksomheten",
    "virksomhetens",
    "avhengighet",
    "avhengigheten",
    "avhengigheter",
    "dataansvarlig",
    "deltaker",
    "deltakere",
    "risikoeier",
    "eier",
    "bekreft",
    "bekreftet",
    "bekrefte",
    "beskriv",
    "anbefal",
    "anbefalt",
    "vurdering_av_risiko",
    "sannsynlighet",
    "gjør",
    "krever",
    "gjelder",
    "lagres",
    "brukes",
    "finnes",
    "velg",
    "velger",
    "enhet",
    "enheten",
    "én_gang",
    "bare",
    "hvis",
    "uten",
    "navn",
    "rød",
    "grønn",
    "lav",
    "høy",
    "mulig",
    "tidligere",
    "begrunnet",
    "løsning",
    "enten",
    "dem",
    "de",
    "både_og",
    "utenfor",
    "måneder",
    "innen",
    "annen",
    "annet",
    "egen",
    "åpen",
    "åpne",
    "sette",
]
NYNORSK = [
    "ikkje",
    "frå",
    "kva",
    "kven",
    "kvar",
    "korleis",
    "nokon",
    "noko",
    "mykje",
    "vere",
    "teneste",
    "tenester",
    "tenesta",
    "sjukehus",
    "veke",
    "heim",
    "berre",
    "verksemd",
    "verksemda",
    "avhengnad",
    "avhengnaden",
    "avhengnader",
    "dataansvarleg",
    "deltakar",
    "deltakarar",
    "risikoeigar",
    "eigar",
    "stadfest",
    "stadfesta",
    "stadfeste",
    "skildre",
    "tilrå",
    "tilrådd",
    "sannsyn",
    "gjer",
    "krev",
    "gjeld",
    "lagrast",
    "brukast",
    "finst",
    "vel",
    "vél",
    "eining",
    "utan",
    "namn",
    "raud",
    "grøn",
    "låg",
    "høg",
    "mogleg",
    "tidlegare",
    "grunngitt",
    "løysing",
    "dei",
    "utanfor",
    "månader",
    "innan",
    "annan",
    "anna",
    "eigen",
    "eige",
    "open",
    "opna",
    "sjølv",
    "no",
    "att",
]
ENGLISH = [
    "the",
    "of",
    "and",
    "is",
    "are",
    "not",
    "with",
    "from",
    "must",
    "which",
    "who",
    "each",
    "its",
    "their",
    "has",
    "have",
]


def bare(said: str) -> str:
    """Leave out placeholders and keys of files."""
    return re.sub(r"\{[a-z_]+\}|[a-z]+_[a-z_.]+|[a-z_]+\.[a-z_.]+", " ", said)


def words(said: Any) -> Any:
    return set(re.findall(r"[a-zæøåéò]+", bare(said).lower()))


@pytest.mark.parametrize(
    ("language", "foreign"),
    [(Language.NB, NYNORSK + ENGLISH), (Language.NN, [*BOKMAL, *ENGLISH]), (Language.EN, BOKMAL + NYNORSK)],
)
def test_no_text_is_written_in_another_language(language: Any, foreign: Any) -> None:
    shared = {"no", "de", "dem", "enhet"} if language is Language.EN else {"annen", "no"}
    found = {
        where: sorted(strange)
        for where, wording in WORDINGS.items()
        if (strange := words(wording.in_language(language)) & (set(foreign) - shared))
    }
    assert found == {}


@pytest.mark.parametrize("language", Language)
def test_no_text_uses_a_synonym_of_a_term(language: Any) -> None:
    found = []
    for term in TERMS.values():
        for synonym in filter(None, term.avoid.in_language(language).split("|")):
            ending = r"(?:e?n|e?t|e?r|e?ne|a|ar|ane|s)?" if language is not Language.EN else "s?"
            pattern = re.compile(rf"(?<![\w-]){re.escape(synonym)}{ending}(?![\w-])", re.IGNORECASE)
            found += [
                (where, synonym) for where, said in WORDINGS.items() if pattern.search(bare(said.in_language(language)))
            ]
    assert found == []


def test_the_synonym_check_can_fail() -> None:
    said = "Dataeieren må godkjenne."
    assert re.search(r"(?<![\w-])dataeier(?:e?n|e?t)?(?![\w-])", said, re.IGNORECASE)


def test_the_glossary_holds_the_words_of_the_design() -> None:
    assert TERMS.keys() >= {
        "tenant", "participant", "pathway", "data_controller", "regional_service", "access_option", "gate",
        "dependency", "agreement", "assessment", "scenario", "control", "evidence", "acceptance", "residual_risk",
        "block", "break_the_glass", "self_authorisation", "emergency_account", "likelihood", "consequence", "deadline",
        "mutual_plan", "status", "criticality", "need_to_know", "environment", "risk_owner",
    }  # fmt: skip
    three = {TERMS[key].word.nb for key in ("break_the_glass", "self_authorisation", "emergency_account")}
    assert len(three) == 3


def test_terms_are_told_apart() -> None:
    for language in Language:
        said = [term.word.in_language(language) for term in TERMS.values()]
        assert len(set(said)) == len(said)


def test_no_text_could_be_a_person_identifier() -> None:
    assert [
        where for where, said in WORDINGS.items() if any(find_person_identifier(one) is not None for one in said)
    ] == []


def enumerations() -> Any:
    for module in pkgutil.walk_packages(prosess.domain.__path__, "prosess.domain."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum:
                yield value


def test_every_member_of_every_enumeration_has_a_name() -> None:
    found = {one for one in enumerations() if one.__module__.startswith("prosess.domain.")}
    assert {one.__name__ for one in found - set(NAMES)} == NAMELESS
    for enumeration, names in NAMES.items():
        assert set(names) == set(enumeration)
        for language in Language:
            said = [name_of(member, language) for member in enumeration]
            assert len(set(said)) == len(said), enumeration


def test_every_key_of_the_domain_s_data_has_a_text_and_no_text_is_left_over() -> None:
    assert set(keys.GATE_ASKS) == {ask for gate in GATES for ask in gate.asks_for}
    designs = (*OPTIONS.values(), *OVERLAYS.values(), EMERGENCY)
    assert set(keys.NEEDS) == {need.code for design in designs for need in design.needs}
    assert set(keys.GIVERS) == {need.given_by for design in designs for need in design.needs}
    assert set(keys.PROVISIONS) == {one for design in designs for one in design.provisions}
    assert set(STANDING_ACCESS) == {one.why for design in designs for one in design.standing_access}


def test_every_state_and_event_has_a_text_and_no_text_is_left_over() -> None:
    assert set(OBJECTS) == set(MACHINES)
    assert set(STATES) == {state for machine in MACHINES.values() for state in machine.states} | {"none"}
    assert set(EVENTS) == {
        event for machine in MACHINES.values() for events in machine.transitions.values() for event in events
    }


def test_every_compatibility_rule_has_texts() -> None:
    source = importlib.import_module(incompatibilities.__module__).__file__
    assert source is not None
    with open(source, encoding="utf-8") as file:  # noqa: PTH123 - a module's own path
        codes = set(re.findall(r'breaks\(\s*"([A-Z_]+)"', file.read()))
    assert codes == set(RULES)


def test_every_fact_that_a_reason_speaks_of_is_one_that_it_carries() -> None:
    for code, reason in REASONS.items():
        given = set(reason.facts) | ({"rule_hint"} if "rule" in reason.facts else set())
        for wording in (reason.text, REMEDIES[reason.remedy]):
            assert wording.placeholders <= given, code
        assert list(reason.facts) == sorted(reason.facts)


def test_the_three_languages_of_a_text_speak_of_the_same_facts() -> None:
    for where, wording in WORDINGS.items():
        spoken = [set(re.findall(r"\{([a-z_]+)\}", said)) for said in wording]
        assert spoken[0] == spoken[1] == spoken[2], where


def test_every_remedy_is_used_and_every_reason_is_of_a_gate() -> None:
    for reasons, remedies in TOPICS:
        assert set(remedies) == {reason.remedy for reason in reasons.values()}
    assert sum(len(reasons) for reasons, _ in TOPICS) == len(REASONS)
    assert sum(len(remedies) for _, remedies in TOPICS) == len(REMEDIES)
    assert all(re.match(r"G[0-6]_|POLICY_", code) for code in REASONS)


SAMPLES: dict[str, JsonValue] = {
    "agreement_kind": "data_processing", "contact_of": "tenant", "data_class": "health", "data_class_allowed": "none",
    "deadline": "2023-10-20", "expires": "2023-09-30", "frozen_until": "2023-11-24", "in_force_from": "2024-01-01",
    "kind": "municipality", "option": "helseid_attested", "overlay": "blocks", "rule": "NO_ACCESS_OPTION",
    "state": "in_review", "organisation": "983975259", "actor": "sykehuspartner", "dependency": "data-og-prosessering",
    "environment": "test", "country": "US", "integration": "pmd", "risks": 2, "approvers": 1, "approvers_needed": 2,
}  # fmt: skip


@pytest.mark.parametrize("code", REASONS)
@pytest.mark.parametrize("language", Language)
def test_every_reason_is_rendered_from_its_facts_alone(code: Any, language: Any) -> None:
    reason = REASONS[code]
    said = render(code, {name: SAMPLES[name] for name in reason.facts}, language)
    assert said.text.endswith(".")
    assert said.remedy.endswith(".")
    assert said.unblocked_by == name_of(reason.unblocked_by, language)
    assert "{" not in said.text + said.remedy
    if language is not Language.EN:  # whose words some keys are
        for key in SHOWN_AS.keys() & set(reason.facts):
            assert str(SAMPLES[key]) not in re.split(r"[\s«»(),.:;]+", said.text), key


def test_the_real_refusal_reads_well() -> None:
    facts = {
        "dependency": "data-og-prosessering", "actor": "nye-integrasjonstjenester-api", "organisation": "991324968",
        "deadline": "2023-10-20",
    }  # fmt: skip
    names = {"nye-integrasjonstjenester-api": "Nye integrasjonstjenester – API"}
    said = render("G4_DEPENDENCY_NOT_CONFIRMED", facts, Language.NB, names=names)
    assert said == (
        "Nye integrasjonstjenester – API har ikke bekreftet sin del av avhengigheten «data-og-prosessering». "
        "Fristen er 20. oktober 2023.",
        "Bekreft egen del i tjenesten, eller foreslå en annen frist.",
        "aktør som andre er avhengige av",
    )
    assert "20 October 2023" in render("G4_DEPENDENCY_NOT_CONFIRMED", facts, Language.EN).text
    assert "ikkje stadfesta" in render("G4_DEPENDENCY_NOT_CONFIRMED", facts, Language.NN).text


def test_a_missing_fact_is_an_error_and_not_a_hole() -> None:
    with pytest.raises(FactMissingError):
        render("G5_NOT_ACCEPTED", {}, Language.NB)
    with pytest.raises(KeyError):
        render("G9_UNHEARD_OF", {}, Language.NB)


@given(st.text())
def test_braces_in_a_fact_stay_what_they_are(name: Any) -> None:
    said = fill(Wording("«{actor}»", "«{actor}»", "“{actor}”"), {"actor": "{deadline}" + name}, Language.NB, {})
    assert said == "«{deadline}" + name + "»"


@given(st.dates())
def test_a_date_is_said_with_its_month(day: Any) -> None:
    said = date_in(day.isoformat(), Language.NB)
    assert said.split()[0] == f"{day.day}."
    assert said.endswith(str(day.year))


def test_lists_and_dates() -> None:
    assert date_in("2023-05-17", Language.NN) == "17. mai 2023"
    assert date_in("2023-05-17", Language.EN) == "17 May 2023"
    lists: list[JsonValue] = [[], ["a"], ["a", "b"], ["a", "b", "c"]]
    assert [list_in(items, Language.NB) for items in lists] == ["", "a", "a og b", "a, b og c"]
    assert list_in(["a", "b"], Language.EN) == "a and b"


def test_roles_that_unblock_are_people_s() -> None:
    assert Role.SERVICE_PRINCIPAL not in {reason.unblocked_by for reason in REASONS.values()}
    assert set(REFUSALS) & set(REASONS) == set()


def test_the_glossary_is_a_page_with_every_word_in_every_language() -> None:
    page = markdown()
    assert page == markdown()
    for term in TERMS.values():
        assert f"| {term.word.nb} | {term.word.nn} | {term.word.en} |" in page
        for language in Language:
            assert f"- **{term.word.in_language(language)}**: {term.definition.in_language(language)}" in page
