import json
import re
import string
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infra.naming import RULES, Kind, Naming, child, party
from prosess.domain.environment import Environment
from prosess.domain.errors import DomainError
from prosess.domain.guard import find_person_identifier

WORD = st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=12)
SLUG = st.lists(WORD, min_size=1, max_size=4).map("-".join).filter(lambda slug: slug[0].isalpha() and len(slug) <= 40)
ORGANISATION = st.from_regex(r"\A[1-9][0-9]{8}\Z")

# Azure's own words, written apart from the module's: https://learn.microsoft.com/azure/azure-resource-manager/
# management/resource-name-rules
AZURE = {
    Kind.RESOURCE_GROUP: r"[\w().-]{1,89}[\w()-]",
    Kind.VIRTUAL_NETWORK: r"[a-z0-9][\w.-]{0,62}\w",
    Kind.SECURITY_GROUP: r"[a-z0-9][\w.-]{0,78}\w",
    Kind.PRIVATE_ENDPOINT: r"[a-z0-9][\w.-]{0,62}\w",
    Kind.KEY_VAULT: r"(?!.*--)[a-z][a-z0-9-]{1,22}[a-z0-9]",
    Kind.LOG_WORKSPACE: r"[a-z0-9][a-z0-9-]{2,61}[a-z0-9]",
    Kind.PRIVATE_LINK_SCOPE: r"[a-z0-9][\w.-]{0,253}\w",
    Kind.STORAGE: r"[a-z0-9]{3,24}",
    Kind.IDENTITY: r"[a-z0-9][\w-]{2,127}",
    Kind.SERVICE_BUS: r"(?!.*-sb$)(?!.*-mgmt$)[a-z][a-z0-9-]{4,48}[a-z0-9]",
    Kind.EVENT_GRID_TOPIC: r"[a-z0-9-]{3,50}",
    Kind.EVENT_HUBS: r"[a-z][a-z0-9-]{4,48}[a-z0-9]",
    Kind.API_MANAGEMENT: r"[a-z](?:[a-z0-9-]{0,48}[a-z0-9])?",
    Kind.HEALTH_WORKSPACE: r"[a-z0-9]{3,24}",
    Kind.FHIR: r"[a-z0-9][a-z0-9-]{1,22}[a-z0-9]",
    Kind.CONTAINER_ENVIRONMENT: r"[a-z][a-z0-9-]{0,58}[a-z0-9]",
    Kind.CONTAINER_APP: r"(?!.*--)[a-z][a-z0-9-]{0,30}[a-z0-9]",
    Kind.CONTAINER_JOB: r"(?!.*--)[a-z][a-z0-9-]{0,30}[a-z0-9]",
    Kind.POSTGRESQL: r"[a-z0-9][a-z0-9-]{1,61}[a-z0-9]",
    Kind.ZONE_LINK: r"[a-z0-9][\w.-]{0,78}\w",
    Kind.FIREWALL: r"[a-z0-9][\w.-]{0,54}\w",
    Kind.FIREWALL_POLICY: r"[a-z0-9][\w.-]{0,78}\w",
    Kind.PUBLIC_ADDRESS: r"[a-z0-9][\w.-]{0,78}\w",
    Kind.ROUTE_TABLE: r"[a-z0-9][\w.-]{0,78}\w",
    Kind.PEERING: r"[a-z0-9][\w.-]{0,78}\w",
    Kind.RESOLVER: r"[a-z0-9][\w-]{0,78}[a-z0-9]",
    Kind.FORWARDING_RULESET: r"[a-z0-9][\w-]{0,78}[a-z0-9]",
    Kind.NETWORK_GATEWAY: r"[a-z0-9][\w.-]{0,78}\w",
    Kind.LOCAL_GATEWAY: r"[a-z0-9][\w.-]{0,78}\w",
    Kind.GATEWAY_CONNECTION: r"[a-z0-9][\w.-]{0,78}\w",
    Kind.BACKUP_VAULT: r"[a-z][a-z0-9-]{0,48}[a-z0-9]",
    Kind.RESOURCE_GUARD: r"[a-z0-9][a-z0-9-]{1,48}[a-z0-9]",
    Kind.REGISTRY: r"[a-z0-9]{5,50}",
    Kind.ACTION_GROUP: r"[^:<>+/&%\\?|]{1,259}[^:<>+/&%\\?|. ]",
    Kind.ALERT: r"[^:<>+/&%\\?|]{1,259}[^:<>+/&%\\?|. ]",
    Kind.LOG_CLUSTER: r"[a-z0-9][a-z0-9-]{2,61}[a-z0-9]",
    Kind.POLICY: r"[^<>*%&:\\?.+/]{1,63}[^<>*%&:\\?.+/ ]",
}


def named(base: dict[str, Any], **change: str) -> Naming:
    environment = Environment.model_validate_json(json.dumps(base))
    subscription = change.pop("subscription", environment.azure.subscription)
    azure = environment.azure.model_copy(update={"subscription": subscription})
    return Naming(environment.model_copy(update={**change, "azure": azure}))


def test_every_kind_has_a_rule_and_azures_words() -> None:
    assert set(RULES) == set(Kind) == set(AZURE)


@given(kind=st.sampled_from(Kind), name=SLUG, region=SLUG, purpose=SLUG)
def test_every_name_is_one_that_azure_takes(
    base: dict[str, Any], kind: Kind, name: str, region: str, purpose: str
) -> None:
    given_name = named(base, name=name, region=region).of(kind, purpose)
    assert re.fullmatch(AZURE[kind], given_name), given_name
    assert given_name == named(base, name=name, region=region).of(kind, purpose)


@given(kind=st.sampled_from(Kind), one=st.tuples(SLUG, SLUG, SLUG), other=st.tuples(SLUG, SLUG, SLUG))
def test_two_environments_never_share_a_name(
    base: dict[str, Any], kind: Kind, one: tuple[str, str, str], other: tuple[str, str, str]
) -> None:
    names = {named(base, region=region, name=name).of(kind, purpose) for region, name, purpose in (one, other)}
    assert len(names) == len({one, other})


def test_the_same_words_cut_otherwise_are_another_environment(base: dict[str, Any]) -> None:
    assert named(base, region="a-b", name="c").of(Kind.KEY_VAULT, "d") != named(base, region="a", name="b-c").of(
        Kind.KEY_VAULT, "d"
    )
    assert named(base, name="c").of(Kind.KEY_VAULT, "d") != named(
        base, name="c", subscription="00000000-0000-4000-8000-000000000099"
    ).of(Kind.KEY_VAULT, "d")


@given(kind=st.sampled_from(Kind), digits=st.from_regex(r"\Ae(-?[0-9]){0,4}\Z"), organisation=ORGANISATION)
def test_no_name_looks_like_a_person_identifier(
    base: dict[str, Any], kind: Kind, digits: str, organisation: str
) -> None:
    name = named(base, name=digits).of(kind, f"{party(organisation)}-secrets")
    assert find_person_identifier(name) is None, name
    assert find_person_identifier(child(f"{digits}-{party(organisation)}")) is None


@pytest.mark.parametrize("name", ["", "ab", "A-queue", "a--b", "-a-", "a" * 64, "with space", "under_score"])
def test_a_child_that_azure_would_refuse_is_refused(name: str) -> None:
    with pytest.raises(DomainError) as caught:
        child(name)
    assert caught.value.code == "NAME"


def test_a_purpose_without_a_name_is_refused(base: dict[str, Any]) -> None:
    with pytest.raises(DomainError):
        named(base).of(Kind.KEY_VAULT, "Caps")
