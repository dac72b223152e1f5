import re
from xml.etree import ElementTree

import pytest

from infra.components.access import DESIGNS
from infra.components.access.tokens import Validation, fragment_xml, gateway_xml, validation_of
from prosess.domain.access import OPTIONS, AccessOption, Stage

TENANT = "00000000-0000-4000-8000-000000000001"


def every(stage: Stage = Stage.PROD) -> tuple[Validation, ...]:
    found = [validation_of(option, stage, TENANT) for option in AccessOption]
    return tuple(one for one in found if one)


def test_every_option_that_authenticates_has_an_issuer_and_a_design() -> None:
    authenticating = {option for option, profile in OPTIONS.items() if profile.authenticates}
    assert {one.option for one in every()} == authenticating == set(DESIGNS)


@pytest.mark.parametrize("stage", Stage)
def test_test_tokens_do_not_open_prod(stage: Stage) -> None:
    found = {one.option: one for one in every(stage)}
    for option, word in ((AccessOption.HELSEID_ATTESTED, "test"), (AccessOption.CITIZEN_IDPORTEN, "test")):
        assert (word in found[option].issuer) is (stage is not Stage.PROD)
        assert found[option].metadata.startswith(found[option].issuer)


@pytest.mark.parametrize("validation", every(), ids=lambda one: one.option.value)
def test_a_fragment_asks_for_everything(validation: Validation) -> None:
    (rule,) = ElementTree.fromstring(fragment_xml(validation))  # noqa: S314 - our own text
    assert rule.tag == "validate-jwt"
    assert rule.get("require-expiration-time") == rule.get("require-signed-tokens") == "true"
    assert rule.get("require-scheme") == validation.scheme
    assert [node.text for node in rule.iter("issuer")] == [validation.issuer]
    assert [node.get("url") for node in rule.iter("openid-config")] == [validation.metadata]
    assert [node.text for node in rule.iter("audience")] == [f"{{{{{validation.audience}}}}}"]
    asked = {claim.get("name"): [value.text for value in claim] for claim in rule.iter("claim")}
    assert asked == {name: list(values) for name, values in validation.claims.items()}


def test_the_gateway_knows_each_issuer_and_refuses_the_rest() -> None:
    validations = every()
    policy = ElementTree.fromstring(gateway_xml(validations))  # noqa: S314 - our own text
    choose = policy.find("inbound/choose")
    assert choose is not None
    cases = {case[0].get("fragment-id"): case.get("condition", "") for case in choose.findall("when")}
    assert list(cases) == [one.fragment for one in validations]
    for one in validations:
        assert f'== "{one.issuer}")' in cases[one.fragment]
    (refusal,) = choose.findall("otherwise/return-response/set-status")
    assert refusal.get("code") == "401"


def test_a_gateway_without_an_issuer_lets_nobody_in() -> None:
    policy = ElementTree.fromstring(gateway_xml(()))  # noqa: S314 - our own text
    assert [node.tag for node in policy.findall("inbound/*")] == ["return-response"]


def test_named_values_are_named_as_azure_takes_them() -> None:
    for one in every():
        assert all(re.fullmatch(r"[A-Za-z0-9-]{1,80}", name) for name in one.named_values)
        for name in re.findall(r"\{\{(.*?)\}\}", fragment_xml(one)):
            assert name in one.named_values
