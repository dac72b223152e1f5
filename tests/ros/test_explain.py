"""The explanation of one risk: complete in each language, and down to the property."""

import pytest

from prosess.contracts.assessment import Assessment
from prosess.contracts.findings import State
from prosess.domain.text import Language
from ros.engine import assess
from ros.evidence import REASONS, REFUSALS, Gathered
from ros.explain import UnknownRiskError, explain, value_words
from ros.model import AnalysisFiles, Selector
from ros.wording.text import known
from tests.ros.worlds import (
    COLLECTED,
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
        "  - CTRL-PURGE (CTRL-PURGE)\n"
        "      does not count: at least one resource does not meet it\n"
        "      would count: likelihood −3\n"
        "      PP-KV-002 on the key vault «vault-0»: not met\n"
        "        property properties.enablePurgeProtection: expected true, found false\n"
        "        address: urn:pulumi:prod::prosess::prosess:test:Component$azure-native:keyvault:Vault::vault-0\n"
    )


def test_of_many_that_pass_the_first_are_named_and_the_rest_counted() -> None:
    told = explain(judged(State.PASS, vaults=6), "R16", Language.NB, files=FILES)
    assert told.count("oppfylt\n") >= 3
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
