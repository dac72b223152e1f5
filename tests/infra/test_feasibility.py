"""What is refused of a file is what the program refuses, and nothing that it would plan."""

import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from infra.components.access.tokens import validation_of
from infra.feasibility import needs_secret_vault, problems, refuse
from prosess.contracts.graph import Graph
from prosess.domain.access import OPTIONS, AccessOption
from prosess.domain.environment import Environment
from prosess.domain.errors import DomainError
from prosess.domain.text import Language
from prosess.domain.text.refusals import explain
from tests.infra.conftest import RefusedError, override

ID = "/subscriptions/00000000-0000-4000-8000-000000000010/resourceGroups/rg-dns/providers/Microsoft.Network/{}"
VAULT_ID = ID.format("vaults/kv").replace("Network", "KeyVault")
OFF = {"mode": "off", "reason": "None wanted."}
EXISTING = {"mode": "existing", "id": VAULT_ID}
LONG = "et-navn-som-er-saa-langt-som-et-navn-kan"


def environment(base: dict[str, Any], change: dict[str, Any]) -> Environment:
    return Environment.model_validate_json(json.dumps(override(base, change)))


def space(range_: str) -> dict[str, Any]:
    return {"services": {"datacentre": {"address_space": range_}}}


def zones(*names: str) -> dict[str, Any]:
    named = {name: ID.format(f"privateDnsZones/{name}") for name in names}
    return {"services": {"datacentre": {"private_dns": {"mode": "existing", "zones": named}}}}


def vault(chosen: dict[str, Any], options: list[str], **more: Any) -> dict[str, Any]:
    """An environment for staff: any single option fits there."""
    return {
        "stage": "test",
        "access": {"options": options, "overlays": [], "admits": ["health_trust"], "patient_facing": False},
        "services": {"security": {"secret_vault": chosen}, **more},
    }


def watched(services: dict[str, Any]) -> dict[str, Any]:
    return {"services": {"security": services}}


def exempting(policy: str, resource: str) -> dict[str, Any]:
    exemption = {"policy": policy, "resource": resource, "reason": "None.", "owner": "Nobody", "expires": "2027-01-31"}
    policies = {"mode": "create", "exemptions": [exemption]}
    return {"services": {"security": {"monitoring": OFF}, "governance": {"policies": policies}}}


GUID = "00000000-0000-4000-8000-000000000401"
SIEM = {"mode": "create", "soc_group": GUID, "emergency_accounts": [GUID]}
WORKSPACE = {"mode": "existing", "id": ID.format("workspaces/log").replace("Network", "OperationalInsights")}
NO_GATEWAY = {"integration": {"api_gateway": OFF}}

CASES: dict[str, tuple[dict[str, Any], set[tuple[str, str]]]] = {
    "the base": ({}, set()),
    "a range of links": (
        space("169.254.0.0/24"),
        {("services.datacentre.address_space", "ADDRESS_SPACE_KIND")},
    ),
    "a loopback range": (space("127.0.0.0/16"), {("services.datacentre.address_space", "ADDRESS_SPACE_KIND")}),
    "the smallest range": (space("10.0.0.0/25"), set()),
    "the largest range": (space("10.0.0.0/8"), set()),
    "zones of others": (
        zones("privatelink.vaultcore.azure.net"),
        {("services.datacentre.private_dns.zones", "PRIVATE_DNS_ZONE_MISSING")},
    ),
    "an option without its vault": (
        vault(OFF, ["helseid_attested"], **NO_GATEWAY),
        {("access.options", "ACCESS_NEEDS_SECRET_VAULT")},
    ),
    "a gateway without the vault": (vault(OFF, ["entra_groups"]), {("access.options", "ACCESS_NEEDS_SECRET_VAULT")}),
    "no gateway and no vault": (vault(OFF, ["entra_groups"], **NO_GATEWAY), set()),
    "a launch without gateway and vault": (vault(OFF, ["epj_delegated"], **NO_GATEWAY), set()),
    "the region's own vault": (vault(EXISTING, ["helseid_attested"]), set()),
    "a name too long for a shared vault": (
        vault(EXISTING, ["helseid_attested"]) | {"name": LONG},
        {("name", "NAME")},
    ),
    "a long name and a vault of its own": ({"name": LONG}, set()),
    "a siem on another's workspace": (
        watched({"siem": SIEM, "monitoring": WORKSPACE}),
        {
            ("services.security.siem", "SIEM_NEEDS_OWN_WORKSPACE"),
            ("services.security.activity_log", "SIEM_NEEDS_ACTIVITY_LOG"),
        },
    ),
    "a siem that is fed": (watched({"siem": SIEM, "activity_log": {"mode": "create"}}), set()),
    "an activity log with nowhere to go": (
        watched({"monitoring": OFF, "activity_log": {"mode": "create"}}) | {"stage": "test", "data_class": "internal"},
        {("services.security.activity_log", "ACTIVITY_LOG_NEEDS_WORKSPACE")},
    ),
    "an activity log for the region's siem alone": (
        watched({"monitoring": OFF, "activity_log": {"mode": "create"}, "siem": WORKSPACE})
        | {"stage": "test", "data_class": "internal"},
        set(),
    ),
    "a key for the log, and no vault": (
        watched({"key_vault": OFF, "monitoring": {"customer_key": True}}),
        {("services.security.monitoring.customer_key", "LOG_KEY_NEEDS_KEY_VAULT")},
    ),
    "a key for the log in the region's vault": (
        watched({"key_vault": EXISTING, "monitoring": {"customer_key": True}}),
        set(),
    ),
    "exemptions from nothing and from afar": (
        exempting("diagnostics", ID.format("x/y")) | {"stage": "test", "data_class": "internal"},
        {
            ("services.governance.policies.exemptions.0.policy", "POLICY_EXEMPTION_OF_NOTHING"),
            ("services.governance.policies.exemptions.0.resource", "POLICY_EXEMPTION_OUTSIDE"),
        },
    ),
    "many at once": (
        override(zones(), override(space("127.0.0.0/16"), vault(OFF, ["helseid_attested"])))
        | {"azure": {"location": "norwaywest"}},
        {
            ("access.options", "ACCESS_NEEDS_SECRET_VAULT"),
            ("services.datacentre.address_space", "ADDRESS_SPACE_KIND"),
            ("services.datacentre.private_dns.zones", "PRIVATE_DNS_ZONE_MISSING"),
            ("services.integration.messaging", "SERVICE_NEEDS_ZONES"),
        },
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_refused_of_the_file_is_what_the_program_refuses(
    name: str, base: dict[str, Any], plan: Callable[..., Graph]
) -> None:
    change, expected = CASES[name]
    found = problems(environment(base, change))
    assert {(".".join(map(str, one.at)), one.code) for one in found} == expected
    assert list(found) == sorted(found, key=lambda one: (one.at, one.code))
    if expected:
        with pytest.raises(RefusedError) as refused:
            plan(change)
        assert str(refused.value) == f"{found[0].code} at {'.'.join(map(str, found[0].at))}"
        with pytest.raises(DomainError):
            refuse(environment(base, change))
    else:
        assert plan(change).nodes


@pytest.mark.parametrize("gateway", [True, False])
@pytest.mark.parametrize("option", [option for option in AccessOption if OPTIONS[option].authenticates])
def test_an_option_needs_the_vault_exactly_where_it_uses_it(
    option: AccessOption, gateway: bool, base: dict[str, Any], plan: Callable[..., Graph]
) -> None:
    change = vault({"mode": "create"}, [option.value], **({} if gateway else NO_GATEWAY))
    asked = environment(base, change)
    graph = plan(change)
    keys = [node for node in graph.of_type("azure-native:keyvault:Key") if node.name.endswith("-client")]
    named = graph.of_type("azure-native:apimanagement:NamedValue")
    assert needs_secret_vault(option, asked) is bool(keys or named)
    assert (validation_of(option, asked.stage, asked.azure.tenant) is not None) is OPTIONS[option].authenticates


@pytest.mark.parametrize("name", [name for name, (_, expected) in CASES.items() if expected])
def test_every_problem_is_told_in_every_language(name: str, base: dict[str, Any]) -> None:
    for problem in problems(environment(base, CASES[name][0])):
        told = {language: explain(problem, language) for language in Language}
        assert (problem.message, problem.hint) == told[Language.EN]
        assert len({said.hint for said in told.values()}) == 3


def test_nothing_heavy_is_loaded_to_judge_a_file() -> None:
    code = (
        "import sys, infra.feasibility; "
        "print([one for one in sys.modules if one.split('.')[0] in ('pulumi', 'pulumi_azure_native', 'grpc')"
        " or one == 'prosess.domain.text.names'])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
