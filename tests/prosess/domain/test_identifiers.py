"""Typed identifiers: each has its own grammar, and none is a place for another number."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from prosess.domain import identifiers, terminology
from prosess.domain.identifiers import is_synthetic

SUBSCRIPTION = "/subscriptions/00000000-0000-4000-8000-000000000010"

GOOD = {
    "OrganisationNumber": [
        "991324968", "914637651", "993467049", "983971636", "983971709", "983971768", "883971752", "983975259",
        "983975267", "983975240", "894166762", "992281618", "994598759", "310000000",
    ],
    "Slug": ["a", "kols-siv", "nye-integrasjonstjenester-api", "l3"],
    "RiskId": ["R07", "R-001", "R1234"],
    "ControlId": ["CTRL-CMK", "CTRL-LOG-2"],
    "RuleId": ["PP-KV-002"],
    "Code": ["NO_CONTACT", "A"],
    "Cidr": ["10.100.200.128/25", "10.0.0.0/8", "2001:db8::/32"],
    "IpAddress": ["10.100.0.4", "2001:db8::1"],
    "Oid": ["2.16.578.1.12.4.1.4.101", "2.16.840.1.113883.1.11.20448"],
    "Uuid": ["00000000-0000-4000-8000-000000000001", "ABCDEF01-2345-6789-abcd-ef0123456789"],
    "Digest": ["sha256:" + "0" * 64],
    "DnsName": ["privatelink.vaultcore.azure.net", "nhn.no"],
    "ArmId": [
        SUBSCRIPTION,
        f"{SUBSCRIPTION}/resourceGroups/rg-felles",
        f"{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Network/privateDnsZones/privatelink.azure-api.net",
        f"{SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/00000000-0000-4000-8000-000000000001",
    ],
    "PhoneNumber": ["0047 22 33 44 55", "+4722334455", "+47 22 33 44 55"],
    "FunctionalMailbox": ["kols-forlop@siv.example"],
    "CountryCode": ["NO", "SE"],
    "ReshId": ["100100", "4001031"],
    "Duration": ["P1D", "P7D", "P1W", "PT8H", "P1DT12H", "PT30M"],
}  # fmt: skip

BAD = {
    "OrganisationNumber": [
        "984166762", "314159265", "123456789", "99132496", "9913249680", " 991324968", "99132496a", "٩٩١٣٢٤٩٦٨",
    ],
    "Slug": ["", "-a", "a-", "a--b", "A", "1a", "æ", "a b", "a_b", "a" * 41, "a13116900216"],
    "RiskId": ["R1", "R12345", "r07"],
    "ControlId": ["CTRL-", "ctrl-a", "CTRL-A-"],
    "RuleId": ["PP-KV-2", "PP-002"],
    "Code": ["", "no_contact", "_A", "A__B"],
    "Cidr": ["10.100.200.129/25", "10.0.0.0", "10.0.0.0/33", "fe80::%13116900216/128", "x/8"],
    "IpAddress": ["10.0.0.256", "fe80::1%13116900216", "10.0.0.0/8"],
    "Oid": ["2", "3.1", "2.01", "2..1"],
    "Uuid": ["{0000000-0000-4000-8000-00000000001}", "00000000000040008000000000000001", "1" * 36, "-" * 36],
    "Digest": ["sha256:" + "0" * 63, "md5:" + "0" * 64, "sha256:" + "A" * 64],
    "DnsName": ["nhn", "nhn.no/", "13116900216.no", "a..b"],
    "ArmId": [
        "/subscriptions/x", "resourceGroups/rg",
        f"{SUBSCRIPTION}/resourceGroups/", f"{SUBSCRIPTION}/resourceGroups/rg/",
        f"{SUBSCRIPTION}/resourceGroups/rg-13116900216", f"{SUBSCRIPTION}/resourceGroups/rg?x=1",
    ],
    "PhoneNumber": ["22 33 44 55", "13116900216", "+47"],
    "FunctionalMailbox": ["kols", "a@b", "13116900216@siv.example", "a b@siv.example"],
    "CountryCode": ["no", "NOR", ""],
    "ReshId": ["10010", "10010000", "a00100"],
    "Duration": ["P", "PT", "1D", "P1Y", "P1DT", "P13116900216D"],
}  # fmt: skip


def adapter(name: Any) -> Any:
    return TypeAdapter(getattr(identifiers, name))


def test_both_tables_speak_of_every_identifier() -> None:
    typed = {name for name in vars(identifiers) if hasattr(getattr(identifiers, name), "__metadata__")} - {"Text"}
    assert typed == GOOD.keys() == BAD.keys()


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in GOOD.items() for value in values])
def test_an_identifier_is_taken_as_it_is(name: Any, value: Any) -> None:
    assert adapter(name).validate_json(f'"{value}"') == value


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in BAD.items() for value in values])
def test_what_is_not_one_is_refused_and_never_echoed(name: Any, value: Any) -> None:
    with pytest.raises(ValidationError) as caught:
        adapter(name).validate_python(value)
    for error in caught.value.errors():
        assert "13116900216" not in error["msg"]


@given(st.text("0123456789", min_size=9, max_size=9))
def test_one_check_digit_at_most_fits_eight_digits(digits: Any) -> None:
    fitting = [last for last in "0123456789" if _accepted(digits[:8] + last)]
    assert len(fitting) <= 1


@given(st.sampled_from(GOOD["OrganisationNumber"]), st.integers(0, 8), st.integers(1, 9))
def test_an_organisation_number_with_one_wrong_digit_is_refused(number: Any, place: Any, by: Any) -> None:
    wrong = number[:place] + str((int(number[place]) + by) % 10) + number[place + 1 :]
    assert not _accepted(wrong)


def _accepted(number: Any) -> Any:
    try:
        adapter("OrganisationNumber").validate_python(number)
    except ValidationError:
        return False
    return True


def test_synthetic_numbers_begin_with_two_or_three() -> None:
    assert is_synthetic("310000000")
    assert is_synthetic("210000003")
    assert not is_synthetic("983975259")


@pytest.mark.parametrize(
    "code",
    [
        "431314004", "364075005", "75367002", "434912009", "276885007", "27113001", "86290005", "1104051000000101",
        "1104441000000107", "763264000",
    ],
)  # fmt: skip
def test_a_snomed_concept_is_held_to_its_check_digit(code: Any) -> None:
    concept = TypeAdapter(terminology.SnomedConcept)
    assert concept.validate_python(code) == code
    for digit in "0123456789":
        if digit != code[-1]:
            with pytest.raises(ValidationError):
                concept.validate_python(code[:-1] + digit)


@pytest.mark.parametrize(
    "code",
    ["8867-4", "85354-9", "8480-6", "8462-4", "2708-6", "15074-8", "8310-5", "29463-7", "9279-1", "74465-6"],
)
def test_a_loinc_code_is_held_to_its_check_digit(code: Any) -> None:
    loinc = TypeAdapter(terminology.LoincCode)
    assert loinc.validate_python(code) == code
    for digit in "0123456789":
        if digit != code[-1]:
            with pytest.raises(ValidationError):
                loinc.validate_python(code[:-1] + digit)


@pytest.mark.parametrize("value", ["8867", "-4", "08867-4", "8867-44", "13116900216", "131169002-16", "a-4"])
def test_what_is_no_loinc_code_is_refused(value: Any) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(terminology.LoincCode).validate_python(value)


@pytest.mark.parametrize("value", ["13116900216", "00000000000", "12345", "431314005", "0431314004"])
def test_what_is_no_snomed_concept_is_refused(value: Any) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(terminology.SnomedConcept).validate_python(value)
