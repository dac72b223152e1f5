import ipaddress
import json
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infra.addressing import AddressPlan, carve, problems
from prosess.domain.environment import Environment
from prosess.domain.errors import DomainError


def plan_of(base: dict[str, Any], space: str) -> AddressPlan:
    environment = Environment.model_validate_json(json.dumps(base))
    datacentre = environment.services.datacentre.model_copy(update={"address_space": space})
    services = environment.services.model_copy(update={"datacentre": datacentre})
    return carve(environment.model_copy(update={"services": services}))


@st.composite
def spaces(draw: st.DrawFn) -> str:
    prefix = draw(st.integers(8, 25))
    inside = draw(st.integers(0, 2 ** (prefix - 8) - 1))
    return str(ipaddress.IPv4Network(((10 << 24) + (inside << (32 - prefix)), prefix)))


@given(spaces())
def test_subnets_lie_inside_and_apart(base: dict[str, Any], space: str) -> None:
    plan = plan_of(base, space)
    subnets = list(plan.subnets.values())
    assert all(subnet.subnet_of(plan.space) for subnet in subnets)
    assert not any(one.overlaps(other) for one, other in combinations(subnets, 2))


@given(spaces())
def test_subnets_are_large_enough(base: dict[str, Any], space: str) -> None:
    plan = plan_of(base, space)
    # Container Apps with workload profiles asks for /27; ten units of the gateway take 20 addresses and one.
    assert plan.workloads.prefixlen <= 27
    assert plan.gateway.num_addresses - 5 >= 21
    assert plan.endpoint_room >= 59


@given(spaces())
def test_the_plan_is_stable_when_a_service_is_off(base: dict[str, Any], space: str) -> None:
    without = json.loads(json.dumps(base))
    without["services"]["integration"]["api_gateway"] = {"mode": "off", "reason": "No partners."}
    assert plan_of(without, space) == plan_of(base, space)


@pytest.mark.parametrize("space", ["127.0.0.0/24", "169.254.0.0/24", "224.0.0.0/16", "10.0.0.0/7", "fd00::/24"])
def test_a_range_that_azure_cannot_route_is_refused(base: dict[str, Any], space: str) -> None:
    with pytest.raises((DomainError, ValueError)):
        plan_of(base, space)


def test_a_full_plan_says_so(base: dict[str, Any]) -> None:
    plan = plan_of(base, "10.0.0.0/25")
    plan.require_room(59)
    with pytest.raises(DomainError) as caught:
        plan.require_room(60)
    assert caught.value.code == "ADDRESS_SPACE_FULL"


@pytest.mark.parametrize(("space", "room"), [("10.0.0.0/22", 507), ("10.0.0.0/20", 2043), ("10.0.0.0/8", 8187)])
def test_a_larger_range_has_room_for_more(base: dict[str, Any], space: str, room: int) -> None:
    """The refusal tells people to give more, so that more must help."""
    assert plan_of(base, space).endpoint_room == room


def with_hub(base: dict[str, Any], space: str, hub: str, **more: Any) -> Environment:
    changed = json.loads(json.dumps(base))
    changed["services"]["datacentre"] |= {
        "address_space": space,
        "dns_servers": [],
        "hub": {"mode": "create", "address_space": hub},
        **more,
    }
    return Environment.model_validate_json(json.dumps(changed))


@given(spaces(), spaces())
def test_hub_and_environment_lie_apart_or_are_refused(base: dict[str, Any], space: str, hub: str) -> None:
    environment = with_hub(base, space, hub)
    if ipaddress.ip_network(space).overlaps(ipaddress.ip_network(hub)):
        with pytest.raises(DomainError) as caught:
            carve(environment)
        assert caught.value.code == "ADDRESS_OVERLAP"
        return
    plan = carve(environment)
    assert plan.hub is not None
    inside = list(plan.hub.subnets.values())
    assert all(subnet.subnet_of(plan.hub.space) for subnet in inside)
    assert not any(one.overlaps(other) for one, other in combinations([*inside, *plan.subnets.values()], 2))
    assert ipaddress.ip_address(plan.hub.firewall_address) in plan.hub.firewall
    assert ipaddress.ip_address(plan.hub.resolver_address) in plan.hub.resolver_inbound


@given(spaces())
def test_a_reserved_range_is_never_ours(base: dict[str, Any], reserved: str) -> None:
    environment = with_hub(base, "10.100.200.0/23", "10.101.0.0/24", reserved=[reserved])
    ours = [ipaddress.ip_network(one) for one in ("10.100.200.0/23", "10.101.0.0/24")]
    clashes = [one for one in problems(environment) if one.code == "ADDRESS_OVERLAP"]
    assert len(clashes) == sum(one.overlaps(ipaddress.ip_network(reserved)) for one in ours)
