"""Graphs judged: one finding per rule and resource, none inferred, none silent."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import JsonValue

from policies.engine.embedded import EmbeddedEngine
from policies.engine.evaluate import Outcome, coverage, evaluate, outcome, own_catalogue
from policies.engine.facts import EnvironmentFacts, rule_input, slim
from policies.engine.protocol import PolicyError, PolicyErrorCode, Request
from policies.engine.relations import Relations
from policies.exemptions import Exemption
from prosess.contracts import Findings, Graph, Labels, Severity, State
from tests.policies.graphs import GROUP, LABELS, VAULT, VAULT_ID, graph, guarded, node, unknown, urn, vault

TODAY = date(2023, 10, 5)
ENGINE = EmbeddedEngine()


def judge(of: Graph, **rest: Any) -> Findings:
    return evaluate(of, ENGINE, as_of=TODAY, **rest)


def states(findings: Findings, resource: str = urn(VAULT, "kv")) -> dict[str, State]:
    return {one.rule: one.state for one in findings.findings if one.resource == resource}


def failing(of: Graph) -> set[tuple[str, str]]:
    return {(one.rule, one.resource) for one in judge(of).findings if one.state is State.FAIL}


def test_a_compliant_graph_passes_and_says_so_of_every_rule() -> None:
    findings = judge(graph(vault(), *guarded(vault())))
    assert {one.state for one in findings.findings} == {State.PASS}
    assert outcome(findings) is Outcome.PASS
    expected = {*own_catalogue().by_type[VAULT].rules, "PP-CTRL-001"}
    assert states(findings).keys() == expected


def test_purge_protection_taken_away_fails_exactly_its_rule() -> None:
    without = vault(enablePurgeProtection=False)
    assert failing(graph(without, *guarded(without))) == {("PP-KV-002", without.urn)}


def test_a_finding_says_what_was_read_and_why_it_matters() -> None:
    without = vault(enablePurgeProtection=False)
    (found,) = (one for one in judge(graph(without)).findings if one.rule == "PP-KV-002")
    assert (found.state, found.severity, found.path) == (State.FAIL, Severity.HIGH, "properties.enablePurgeProtection")
    assert (found.expected, found.actual) == (True, False)
    assert (found.message, found.remedy) == ("PP-KV-002.message", "PP-KV-002.fix")
    assert (found.controls, found.scenarios) == (("nsm:2.7", "nsm:2.9"), ("R16",))


def test_what_guards_a_vault_is_asked_for() -> None:
    lock, logs, endpoint, zones = guarded(vault())
    assert failing(graph(vault(), logs, endpoint, zones)) == {("PP-LOCK-001", vault().urn)}
    assert failing(graph(vault(), lock, endpoint, zones)) == {("PP-DIAG-001", vault().urn)}
    assert failing(graph(vault(), lock, logs)) == {("PP-NET-001", vault().urn)}
    assert failing(graph(vault(), lock, logs, endpoint)) == {("PP-PE-002", endpoint.urn)}


def test_an_unknown_value_is_neither_right_nor_wrong() -> None:
    doubtful = vault(enablePurgeProtection=unknown(urn(VAULT, "other")))
    findings = judge(graph(doubtful, *guarded(doubtful)))
    (found,) = (one for one in findings.findings if one.state is not State.PASS)
    assert (found.rule, found.state, found.actual) == ("PP-KV-002", State.NOT_EVALUATED, {"unknown": True})
    assert found.facts == {"because": "VALUE_UNKNOWN"}
    assert outcome(findings) is Outcome.NOT_EVALUATED


def test_nothing_judged_is_never_green() -> None:
    for empty in (graph(), graph(node("azure-native:cdn:Profile", "p")), graph(node("prosess:x:Y", "c", custom=False))):
        assert judge(empty).findings == ()
        assert outcome(judge(empty)) is Outcome.NOT_EVALUATED


def test_providers_and_components_are_not_judged_nor_counted() -> None:
    of = graph(
        node("pulumi:providers:azure-native", "default"),
        node("prosess:security:SecretVault", "v", custom=False),
        node("azure-native:cdn:Profile", "p"),
        vault(),
    )
    counted = coverage(of)
    assert [(one.type, one.resources, bool(one.rules)) for one in counted.types] == [
        ("azure-native:cdn:Profile", 1, False),
        (VAULT, 1, True),
    ]
    assert (counted.covered, counted.not_covered) == (1, 1)


def test_what_is_only_referred_to_is_not_judged() -> None:
    judged = judge(graph(node(VAULT, "kv", external=True)))
    assert judged.findings == ()
    assert outcome(judged) is Outcome.NOT_EVALUATED


def test_findings_are_sorted_and_the_same_twice() -> None:
    of = graph(vault(), vault("second", id_=VAULT_ID + "2"), *guarded(vault()))
    first = judge(of)
    assert first.to_bytes() == judge(of).to_bytes()
    keys = [(one.rule, one.resource) for one in first.findings]
    assert keys == sorted(keys)
    assert len(keys) == len(set(keys))
    assert (first.graph, first.policy_revision) == (of.digest, ENGINE.revision)


def test_a_region_is_judged_by_the_environments() -> None:
    abroad = vault().model_copy(update={"properties": {**vault().properties, "location": "Sweden Central"}})
    assert states(judge(graph(abroad)))["PP-REG-001"] is State.FAIL
    allowed = EnvironmentFacts(stage="prod", regions=("norwayeast", "swedencentral"))
    assert states(judge(graph(abroad), environment=allowed))["PP-REG-001"] is State.PASS


# Law 5

QUEUE_TYPE = "azure-native:servicebus:Queue"


def queue(name: str, labels: Labels, **rest: Any) -> Any:
    return node(
        "azure-native:servicebus:Queue", name, {"deadLetteringOnMessageExpiration": True}, labels=labels, **rest
    )


SIV, VESTRE_VIKEN = "983975259", "894166762"


def of_controller(number: str | None, data_class: str | None = "health") -> Labels:
    return Labels(environment="prod", data_class=data_class, data_controller=number)


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (of_controller(SIV), State.PASS),
        (of_controller(None), State.FAIL),
        (of_controller(None, "personal"), State.FAIL),
        (of_controller(None, "internal"), State.PASS),
        (of_controller(None, None), State.NOT_EVALUATED),
    ],
)
def test_a_store_has_one_data_controller(labels: Labels, expected: State) -> None:
    one = queue("q", labels)
    assert states(judge(graph(one)), one.urn)["PP-CTRL-001"] is expected


def test_two_plans_for_one_queue_mix_two_controllers() -> None:
    id_ = f"{GROUP}/providers/Microsoft.ServiceBus/namespaces/n/queues/q"
    first, second = queue("a", of_controller(SIV), id=id_), queue("b", of_controller(VESTRE_VIKEN), id=id_.upper())
    assert failing(graph(first, second)) == {("PP-CTRL-001", first.urn), ("PP-CTRL-001", second.urn)}


def test_a_secret_of_another_controller_in_a_vault_is_a_mix() -> None:
    body = {"vaultName": "kv", "resourceGroupName": "rg"}
    secret = node("azure-native:keyvault:Secret", "s", body, labels=of_controller(VESTRE_VIKEN))
    findings = judge(graph(vault(), secret))
    (found,) = (one for one in findings.findings if one.rule == "PP-CTRL-001")
    assert (found.state, found.actual) == (State.FAIL, [VESTRE_VIKEN, SIV])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([SIV, VESTRE_VIKEN]), st.integers(0, 3)), min_size=1, max_size=8))
def test_queues_are_mixed_exactly_where_two_controllers_meet_in_one(placed: list[tuple[str, int]]) -> None:
    nodes = [
        queue(f"q{index}", of_controller(controller), id=f"{GROUP}/providers/b/n/queues/{number}")
        for index, (controller, number) in enumerate(placed)
    ]
    mixed = {number for number in range(4) if len({one for one, other in placed if other == number}) > 1}
    expected = {
        urn("azure-native:servicebus:Queue", f"q{i}") for i, (_, number) in enumerate(placed) if number in mixed
    }
    assert {resource for rule, resource in failing(graph(*nodes)) if rule == "PP-CTRL-001"} == expected


# An engine that is not to be trusted


class Scripted:
    """Answers what it was told to."""

    name = "scripted"
    revision = "sha256:" + "0" * 64

    def __init__(self, answer: JsonValue | PolicyError) -> None:
        self.answer = answer

    def evaluate(self, entrypoint: str, input_: JsonValue) -> JsonValue:
        (answer,) = self.evaluate_many([(entrypoint, input_)])
        if isinstance(answer, PolicyError):
            raise answer
        return answer

    def evaluate_many(self, requests: Sequence[Request]) -> list[JsonValue | PolicyError]:
        return [self.answer for _ in requests]


def result(**changes: Any) -> dict[str, JsonValue]:
    return {"rule": "PP-SBQ-001", "state": "pass", "path": "x", "expected": 1, "actual": 1, **changes}


QUEUE = queue("q", of_controller(SIV))


@pytest.mark.parametrize(
    ("answer", "because"),
    [
        (PolicyError(PolicyErrorCode.UNAVAILABLE, "gone"), "POLICY_UNAVAILABLE"),
        (PolicyError(PolicyErrorCode.INPUT_TOO_LARGE, "much"), "POLICY_INPUT_TOO_LARGE"),
        (None, "POLICY_MALFORMED"),
        (True, "POLICY_MALFORMED"),
        ({}, "POLICY_MALFORMED"),
        ([], "POLICY_MALFORMED"),
        ([True], "POLICY_MALFORMED"),
        ([result(), result()], "POLICY_MALFORMED"),
        ([result(state="ok")], "POLICY_MALFORMED"),
        ([result(state="suppressed")], "POLICY_MALFORMED"),
        ([result(rule="PP-XX-001")], "POLICY_MALFORMED"),
        ([result(extra=1)], "POLICY_MALFORMED"),
        ([{"rule": "PP-SBQ-001", "state": "pass"}], "POLICY_MALFORMED"),
    ],
    ids=repr,
)
def test_an_odd_answer_is_no_answer(answer: JsonValue | PolicyError, because: str) -> None:
    findings = evaluate(graph(QUEUE), Scripted(answer), as_of=TODAY)
    assert {one.rule for one in findings.findings} == {"PP-SBQ-001", "PP-CTRL-001"}
    assert {one.state for one in findings.findings} == {State.NOT_EVALUATED}
    assert {str(one.facts["because"]) for one in findings.findings} == {because}
    assert outcome(findings) is Outcome.NOT_EVALUATED


def test_a_rule_that_falls_silent_is_noticed() -> None:
    answer: JsonValue = [result(rule="PP-KV-001", path="p")]
    findings = evaluate(graph(vault()), Scripted(answer), as_of=TODAY)
    assert states(findings)["PP-KV-001"] is State.PASS
    assert {state for rule, state in states(findings).items() if rule != "PP-KV-001"} == {State.NOT_EVALUATED}


def test_a_resource_too_large_to_judge_is_not_evaluated() -> None:
    large = vault(accessPolicies=["x" * 100] * 300)
    findings = judge(graph(large))
    assert {one.state for one in findings.findings if one.rule.startswith("PP-KV")} == {State.NOT_EVALUATED}


# Exemptions


def exemption(expires: date, **changes: Any) -> Exemption:
    values: dict[str, Any] = {
        "rule": "PP-KV-002",
        "resource": urn(VAULT, "kv"),
        "reason": "Remade nightly under the same name.",
        "owner": "platform_owner at Sykehuspartner",
        "expires": expires,
    }
    return Exemption(**{**values, **changes})


WITHOUT = vault(enablePurgeProtection=False)


def test_an_exemption_holds_until_the_end_of_its_day() -> None:
    findings = judge(graph(WITHOUT, *guarded(WITHOUT)), exemptions=[exemption(TODAY)])
    (found,) = (one for one in findings.findings if one.rule == "PP-KV-002")
    assert found.state is State.SUPPRESSED
    assert found.suppression is not None
    assert (found.suppression.owner, found.suppression.expires) == ("platform_owner at Sykehuspartner", TODAY)
    assert outcome(findings) is Outcome.PASS


def test_an_expired_exemption_is_not_applied_and_is_told() -> None:
    findings = judge(graph(WITHOUT, *guarded(WITHOUT)), exemptions=[exemption(date(2023, 10, 4))])
    (found,) = (one for one in findings.findings if one.rule == "PP-KV-002")
    assert found.state is State.FAIL
    assert found.suppression is None
    assert found.facts == {"exemption_expired": "2023-10-04", "owner": "platform_owner at Sykehuspartner"}


@pytest.mark.parametrize("changes", [{"rule": "PP-KV-001"}, {"resource": urn(VAULT, "other")}])
def test_an_exemption_is_for_one_rule_and_one_resource(changes: dict[str, str]) -> None:
    findings = judge(graph(WITHOUT, *guarded(WITHOUT)), exemptions=[exemption(TODAY, **changes)])
    assert states(findings)["PP-KV-002"] is State.FAIL
    assert State.SUPPRESSED not in {one.state for one in findings.findings}


def test_what_was_not_evaluated_cannot_be_excused() -> None:
    doubtful = vault(enablePurgeProtection=unknown())
    assert states(judge(graph(doubtful), exemptions=[exemption(TODAY)]))["PP-KV-002"] is State.NOT_EVALUATED


def test_the_later_of_two_exemptions_counts() -> None:
    both = [exemption(date(2024, 1, 1)), exemption(date(2023, 1, 1))]
    assert states(judge(graph(WITHOUT), exemptions=both))["PP-KV-002"] is State.SUPPRESSED


# Facts


def test_input_is_small_and_names_no_urn() -> None:
    body = rule_input(vault(), Relations(graph(vault(), *guarded(vault()))), EnvironmentFacts(stage="prod"))
    assert body["environment"] == {
        "stage": "prod",
        "name": "prod",
        "service": "security",
        "data_class": "health",
        "data_controller": SIV,
        "regions": ["norwayeast", "norwaywest"],
    }
    assert body["related"] == {
        "diagnostic_settings": [{"name": "logs"}],
        "locks": [{"name": "lock", "level": "CanNotDelete"}],
        "private_endpoints": [{"name": "endpoint"}],
    }
    assert "urn:" not in repr(body)


def test_unknowns_lose_their_origins_and_secrets_stay_withheld() -> None:
    assert slim({"a": unknown("urn:x"), "b": [unknown()], "c": {"secret": True}, "d": None}) == {
        "a": {"unknown": True},
        "b": [{"unknown": True}],
        "c": {"secret": True},
    }


NETWORK = "azure-native:network:VirtualNetwork"
GROUP_REFERENCE = {"id": f"{GROUP}/providers/Microsoft.Network/networkSecurityGroups/n"}


def network(subnets: Any) -> Any:
    body = {"virtualNetworkName": "v", "resourceGroupName": "rg", "location": "norwayeast", "subnets": subnets}
    return node(NETWORK, "v", body, id=f"{GROUP}/providers/Microsoft.Network/virtualNetworks/v")


@pytest.mark.parametrize(
    ("subnet", "group", "outbound"),
    [
        ({"networkSecurityGroup": GROUP_REFERENCE, "defaultOutboundAccess": False}, State.PASS, State.PASS),
        ({"networkSecurityGroup": {"id": unknown()}, "defaultOutboundAccess": False}, State.PASS, State.PASS),
        ({"networkSecurityGroup": unknown(), "defaultOutboundAccess": False}, State.NOT_EVALUATED, State.PASS),
        ({"defaultOutboundAccess": False}, State.FAIL, State.PASS),
        ({"networkSecurityGroup": GROUP_REFERENCE}, State.PASS, State.FAIL),
        (
            {"networkSecurityGroup": GROUP_REFERENCE, "defaultOutboundAccess": unknown()},
            State.PASS,
            State.NOT_EVALUATED,
        ),
    ],
)
def test_a_subnet_is_judged_alike_inside_its_network_and_beside_it(
    subnet: dict[str, Any], group: State, outbound: State
) -> None:
    inline = network([{"name": "workload", **subnet}])
    body = {"subnetName": "workload", "virtualNetworkName": "v", "resourceGroupName": "rg", **subnet}
    beside = node("azure-native:network:Subnet", "s", body, labels=LABELS)
    for of in (graph(inline), graph(network(None), beside)):
        found = states(judge(of), inline.urn)
        assert (found["PP-VNET-001"], found["PP-VNET-002"]) == (group, outbound)


@pytest.mark.parametrize("subnets", [unknown(), [unknown()]])
def test_unknown_subnets_are_not_evaluated(subnets: JsonValue) -> None:
    one = network(subnets)
    found = states(judge(graph(one)), one.urn)
    assert {found["PP-VNET-001"], found["PP-VNET-002"]} == {State.NOT_EVALUATED}
