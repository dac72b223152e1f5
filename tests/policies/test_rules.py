"""The rules themselves, on the embedded engine: every case beside them, and that nothing is left out."""

import re
from collections import defaultdict

import pytest
from pydantic import JsonValue, TypeAdapter

from policies.engine.cases import Case, read_cases, run
from policies.engine.embedded import EmbeddedEngine
from policies.engine.evaluate import own_catalogue
from policies.engine.relations import KINDS
from policies.metadata import Catalogue
from prosess.domain.identifiers import RuleId

CASES = read_cases()
CATALOGUE = own_catalogue()
ENGINE = EmbeddedEngine()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.package}: {case.name}")
def test_a_case_is_judged_as_it_says(case: Case) -> None:
    (result,) = run(ENGINE, [case])
    assert result.error is None
    assert {rule for rule, state in result.states.items() if state == "fail"} == set(case.fails)
    assert {rule for rule, state in result.states.items() if state == "not_evaluated"} == set(case.doubts)
    assert result.passed


def test_every_package_answers_with_exactly_the_rules_that_it_declares() -> None:
    by_entrypoint = {package.entrypoint: set(package.rules) for package in CATALOGUE.by_type.values()}
    for result in run(ENGINE, CASES):
        if result.case.entrypoint in by_entrypoint:
            assert result.states.keys() == by_entrypoint[result.case.entrypoint], result.case


def test_every_package_has_a_case_in_which_all_pass() -> None:
    clean = {case.entrypoint for case in CASES if not case.fails and not case.doubts}
    assert {package.entrypoint for package in CATALOGUE.by_type.values()} <= clean


def test_every_rule_fails_alone_in_some_case_of_every_package_that_calls_it() -> None:
    alone: dict[str, set[str]] = defaultdict(set)
    for case in CASES:
        if len(case.fails) == 1:
            alone[case.entrypoint] |= set(case.fails)
    for package in CATALOGUE.by_type.values():
        assert set(package.rules) <= alone[package.entrypoint], package.type


@pytest.mark.parametrize("type_", [type_ for type_ in CATALOGUE.by_type if not type_.startswith("law:")])
def test_nothing_passes_or_fails_where_nothing_is_known(type_: str) -> None:
    package = CATALOGUE.by_type[type_]
    unknown: JsonValue = {
        "resource": {"name": "audit", "type": type_, "properties": {"unknown": True}},
        "related": {"untold": [*sorted(KINDS)]},
        "environment": {"regions": ["norwayeast"]},
    }
    answer = ENGINE.evaluate(package.entrypoint, unknown)
    assert isinstance(answer, list)
    states = {(str(one["rule"]), str(one["state"])) for one in answer if isinstance(one, dict)}
    assert states == {(rule, "not_evaluated") for rule in package.rules}


def test_the_metadata_is_complete() -> None:
    principle = re.compile(r"nsm:[1-4]\.\d{1,2}")
    scenario = re.compile(r"R(0[1-9]|1\d|20)")
    for rule in CATALOGUE.rules.values():
        TypeAdapter(RuleId).validate_python(rule.id)
        assert rule.title
        assert rule.detection.endswith((".", ")"))
        assert rule.false_positives.endswith(".")
        assert rule.controls
        assert all(principle.fullmatch(control) for control in rule.controls), rule.id
        assert rule.scenarios
        assert all(scenario.fullmatch(one) for one in rule.scenarios), rule.id


def test_every_rule_is_called_by_some_package() -> None:
    called = {rule for package in CATALOGUE.by_type.values() for rule in package.rules}
    assert called == CATALOGUE.rules.keys()


def test_the_types_of_the_foundation_are_covered() -> None:
    expected = {
        "azure-native:apimanagement:ApiManagementService", "azure-native:authorization:ManagementLockByScope",
        "azure-native:authorization:RoleAssignment", "azure-native:keyvault:Key", "azure-native:keyvault:Vault",
        "azure-native:managedidentity:FederatedIdentityCredential",
        "azure-native:managedidentity:UserAssignedIdentity", "azure-native:monitor:DiagnosticSetting",
        "azure-native:network:NetworkSecurityGroup", "azure-native:network:PrivateDnsZoneGroup",
        "azure-native:network:PrivateEndpoint", "azure-native:network:VirtualNetwork",
        "azure-native:operationalinsights:Workspace", "azure-native:privatedns:PrivateZone",
        "azure-native:privatedns:VirtualNetworkLink", "azure-native:resources:ResourceGroup",
        "azure-native:servicebus:Namespace", "azure-native:servicebus:Queue", "azure-native:storage:BlobContainer",
        "azure-native:storage:BlobContainerImmutabilityPolicy", "azure-native:storage:StorageAccount",
    }  # fmt: skip
    assert expected <= CATALOGUE.by_type.keys()


@pytest.mark.parametrize(
    "type_",
    [
        "azure-native:keyvault:Vault",
        "azure-native:keyvault/v20241101:Vault",
        "azure-native:keyvault/v20230601preview:Vault",
    ],
)
def test_a_type_is_known_in_any_api_version(type_: str) -> None:
    found = CATALOGUE.of(type_)
    assert found is not None
    assert found.entrypoint == "infra/key_vault/results"


def test_the_catalogue_is_of_the_rules_that_are_loaded() -> None:
    assert Catalogue(CATALOGUE.bundle).bundle.revision == ENGINE.revision
