"""The explanation of one risk: complete in each language, and down to the property."""

from datetime import timedelta
from typing import Any

import pytest

from prosess.contracts.assessment import Assessment
from prosess.contracts.canonical import digest
from prosess.contracts.findings import State
from prosess.domain.role import Role
from prosess.domain.text import Language
from ros.engine import assess
from ros.evidence import REASONS, REFUSALS, Gathered, TestedCase, TestRun
from ros.explain import UnknownRiskError, explain, value_words
from ros.model import AcceptedRisk, AnalysisFiles, Attested, Selector
from ros.wording.text import known
from tests.ros.worlds import (
    COLLECTED,
    CONTROLLER,
    PROFILE,
    VAULT,
    analysis,
    control,
    evidence_of,
    finding,
    findings_of,
    graph_of,
    node,
    risk,
    text,
    urn,
    use,
)

PURGE = control("CTRL-PURGE", "PP-KV-002", select=[{"type": VAULT}])
RISK = risk("R16", consequence=3, controls=[use("CTRL-PURGE", likelihood=-3)], applies_to=[Selector(type=VAULT)])
FILES = AnalysisFiles(analysis(), PROFILE, (PURGE,), (RISK,))


def judged(state: State = State.FAIL, vaults: int = 1) -> Assessment:
    names = [f"vault-{number}" for number in range(vaults)]
    graph = graph_of(*(node(VAULT, name) for name in names))
    findings = findings_of(
        graph,
        [
            finding(
                "PP-KV-002",
                urn(VAULT, name),
                state if name == "vault-0" else State.PASS,
                path="properties.enablePurgeProtection",
                expected=True,
                actual=state is State.PASS,
            )
            for name in names
        ],
    )
    return assess(FILES, Gathered(graph, findings, evidence_of(graph, findings)), as_of=COLLECTED.date())


def test_the_whole_explanation_in_english() -> None:
    assert explain(judged(), "R16", Language.EN, files=FILES) == (
        "R16 R16\n"
        "\n"
        "Without controls: ▲ High (likelihood 4, patient safety 3)\n"
        "Now: ▲ High (likelihood 4, patient safety 3)\n"
        "Target: ▲ High (likelihood 4, patient safety 3)\n"
        "\n"
        "The controls:\n"
        "  The effects were approved by kontrollør, 1 October 2023: tekst\n"
        "  - CTRL-PURGE (CTRL-PURGE)\n"
        "      does not count: at least one resource does not meet it\n"
        "      would count: likelihood −3\n"
        "      PP-KV-002 on the key vault «vault-0»: not met (our rules, the same day)\n"
        "        property properties.enablePurgeProtection: expected true, found false\n"
        "        address: urn:pulumi:prod::prosess::prosess:test:Component$azure-native:keyvault:Vault::vault-0\n"
        "\n"
        "Acceptance, by data controller:\n"
        "  983975259: Not given\n"
    )


def whole(language: Language, **changes: Any) -> str:
    """The explanation of a risk that was inherited, held up, approved otherwise, accepted and tested late."""
    control_ = control(
        "CTRL-RESTORE",
        checks=[
            {"test": "restore::*", "every_days": 30},
            {"statement": text("øvd"), "by": "platform_owner", "every_days": 180},
        ],
    )
    one = risk(
        "R16",
        consequence=3,
        controls=[use("CTRL-RESTORE", likelihood=-3)],
        raised=[{"likelihood": 2, "reason": text("uro"), "by": "owner", "on": "2023-10-02"}],
        **changes,
    )
    files = AnalysisFiles(analysis(), PROFILE, (control_,), (one,), origins={"R16": "region"})
    graph = graph_of(node(VAULT, "keys"))
    findings = findings_of(graph, [finding("PP-KV-001", urn(VAULT, "keys"))])
    run = TestRun((TestedCase("restore::reaches", State.PASS),), digest(b"run"), COLLECTED)
    sworn = Attested(
        id="restore-autumn",
        control="CTRL-RESTORE",
        by=Role.PLATFORM_OWNER,
        digest=digest(b"sworn"),
        on=COLLECTED.date(),
        until=COLLECTED.date() + timedelta(days=365),
    )
    accepted = AcceptedRisk(
        id="a-1",
        risk="R16",
        data_controller=CONTROLLER,
        state="active",
        level="low",
        until=COLLECTED.date() + timedelta(days=99),
    )
    gathered = Gathered(graph, findings, evidence_of(graph, findings, days=99), (), (run,), (sworn,))
    day = COLLECTED.date() + timedelta(days=40)
    return explain(assess(files, gathered, as_of=day, acceptances=(accepted,)), "R16", language, files=files)


def test_who_held_it_up_who_approved_how_old_and_why_an_acceptance_fell() -> None:
    told = whole(Language.EN)
    assert "Inherited from region\n" in told
    assert "Held up to likelihood 2 by risikoeier, 2 October 2023: uro\n" in told
    assert "the test restore::reaches: met (test results, 40 days old, out of date)\n" in told
    assert "the statement restore-autumn: met (given by a person, 40 days old)\n" in told
    assert "Without the evidence that is out of date: ▲ High (" in told
    assert "983975259 (a-1): No longer valid: the level is above the one that was accepted\n" in told


def test_what_was_approved_otherwise_is_told() -> None:
    approved = {"by": "reviewer", "on": "2023-10-01", "reason": text(), "steps": {"CTRL-RESTORE": {"likelihood": -1}}}
    told = whole(Language.NB, effects_approved=approved)
    assert "virkningen er ikke godkjent slik den står\n" in told
    assert "      godkjent er sannsynlighet −1\n" in told


@pytest.mark.parametrize("broken", ["level_raised", "material_changed", "criteria_changed", "control_fails"])
def test_every_way_that_an_acceptance_falls_has_words(broken: str) -> None:
    assert known(f"explain.broken.{broken}")


def test_of_many_that_pass_the_first_are_named_and_the_rest_counted() -> None:
    told = explain(judged(State.PASS, vaults=6), "R16", Language.NB, files=FILES)
    assert told.count(": oppfylt (våre regler, samme dag)\n") == 3
    assert "og 3 ressurser til, alle oppfylt" in told


def test_every_resource_that_fails_is_named() -> None:
    told = explain(judged(State.FAIL, vaults=6), "R16", Language.NN)
    assert "nøkkelkvelvet «vault-0»: avvik" in told


def test_without_the_files_ids_stand_in() -> None:
    told = explain(judged(), "R16", Language.EN)
    assert "Now: high (" in told
    assert "- CTRL-PURGE\n" in told


def test_an_unknown_risk_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownRiskError, match="R16"):
        explain(judged(), "R99", Language.EN)


@pytest.mark.parametrize("reason", [*REASONS, "all_pass_but_stale", "a_stronger_control_counts"])
def test_every_reason_has_words(reason: str) -> None:
    assert known(f"because.{reason}")


@pytest.mark.parametrize("refusal", sorted(REFUSALS))
def test_every_refusal_has_words(refusal: str) -> None:
    assert known(f"refused.{refusal}")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "not set"),
        ({"unknown": True, "from": []}, "known only after a deployment"),
        ({"secret": True}, "withheld"),
        (["a", "b"], "a, b"),
        ([], "none"),
        (90, "90"),
        ("related", "is there"),
    ],
)
def test_values_are_said_plainly(value: object, said: str) -> None:
    assert value_words(value, Language.EN) == said
