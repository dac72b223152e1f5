"""Law 4 in files: eleven digits are refused wherever they stand, told by place, and never echoed."""

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field, JsonValue

from prosess.documents import DocumentError, load_text, read_text
from prosess.documents.text import LANGUAGES
from prosess.domain.base import Model
from prosess.domain.guard import mask
from prosess.domain.identifiers import Cidr, Digest, Oid, OrganisationNumber, PhoneNumber, Text, Uuid


class Contact(Model):
    name: Text | None = None
    role: Text = "operator"


class Device(Model):
    name: Text | None = None
    serial: int = 0


class Typed(Model):
    cidr: Cidr | None = None
    oid: Oid | None = None
    uuid: Uuid | None = None
    digest: Digest | None = None
    phone: PhoneNumber | None = None
    organisation: OrganisationNumber | None = None
    text: Text | None = None
    texts: dict[str, Text] = {}
    number: int | None = None
    ratio: float | None = None
    free: JsonValue = None
    contacts: tuple[Contact, ...] = ()
    either: Contact | Text | None = None
    sided: Contact | Device | None = None
    kind: str | None = Field(default=None, pattern="^[a-z]+$")


NUMBERS = ["13116900216", "131169 00216", "131169-00216", "131169.00216", "13 11 69 002 16"]


def problems(text: str, name: str = "x.yaml") -> list[tuple[int, int, str]]:
    with pytest.raises(DocumentError) as refusal:
        read_text(Typed, text, name)
    for language in LANGUAGES:
        assert_not_echoed(refusal.value, language)
    found = [one for one in refusal.value.problems if one.code == "PERSON_IDENTIFIER"]
    return [(one.line, one.column, one.path) for one in found]


def assert_not_echoed(error: DocumentError, language: str = "en") -> None:
    everything = "\n".join(
        [
            error.render(language),
            json.dumps([one.to_json(language) for one in error.problems]),
            repr(error),
            repr(error.problems),
            repr(error.args),
        ]
    )
    digits = re.sub(r"\D", "", everything)
    assert "131169" not in digits
    assert "00216" not in everything


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("text: se {}\n", (1, 7, "text")),
        ("text: |\n  se\n  {}\n", (1, 7, "text")),
        ("# se {}\ntext: a\n", (1, 6, "")),
        ("text: a  # {}\n", (1, 12, "")),
        ("text: |  # {}\n  a\n", (1, 12, "")),
        ("text: a\n\n# {}\n", (3, 3, "")),
        ("texts:\n  a: 'x # y'\n  # {}\n  b: z\n", (3, 5, "")),
        ("contacts:\n  - name: 'p {}'\n", (2, 11, "contacts[0].name")),
        ("either: 'p {}'\n", (1, 9, "either")),
        ("either: {{name: 'p {}'}}\n", (1, 16, "either.name")),
        ("sided: {{name: 'p {}', role: 1, serial: x}}\n", (1, 15, "sided.name")),
        ("free: {{a: [1, 'p {}']}}\n", (1, 15, "free.a[1]")),
        ("unknown: 'p {}'\n", (1, 10, "unknown")),
        ("unknown: {{a: [b, 'p {}']}}\n", (1, 18, "unknown.a[1]")),
        ("contacts: {{a: 'p {}'}}\n", (1, 15, "contacts.a")),
        ("texts: {{'{}': x}}\n", (1, 9, 'texts."<11 digits>"')),
        ("'{}': x\n", (1, 1, '"<11 digits>"')),
        ("'{}': {{a: x}}\n'{}': y\n", (1, 1, '"<11 digits>"')),
        ('{{"text": "p {}"}}', (1, 10, "text")),
    ],
)
def test_they_are_refused_in_texts_keys_and_comments(
    number: str, template: str, expected: tuple[int, int, str]
) -> None:
    assert expected in problems(template.format(number, number))


@pytest.mark.parametrize("number", NUMBERS)
def test_they_are_refused_in_file_names(number: str) -> None:
    for name in (f"{number}.yaml", f"env/a {number}.json"):
        assert problems('{"text": "a"}', name) == [(1, 1, "")]
        assert problems("{", name) == [(1, 1, "")]
    with pytest.raises(DocumentError, match="<11 digits>"):
        load_text("a: 1", f"{number}.yaml")
    with pytest.raises(DocumentError) as refusal:
        load_text("a: [", f"{number}/x.yaml")
    assert_not_echoed(refusal.value)


@pytest.mark.parametrize("key", ["number", "ratio", "text", "organisation", "free", "unknown"])
@pytest.mark.parametrize("number", ["13116900216", "-13116900216", "131169.00216", "+131169.00216"])
def test_numbers_are_no_typed_fields(key: str, number: str) -> None:
    assert problems(f"{key}: {number}\n") == [(1, len(key) + 3, key)]


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("key", ["cidr", "oid", "uuid", "digest", "phone", "organisation", "kind"])
def test_typed_fields_refuse_them_by_their_own_grammar(key: str, number: str) -> None:
    with pytest.raises(DocumentError) as refusal:
        read_text(Typed, f"{key}: '{number}'\n", "x.yaml")
    assert [(one.line, one.path) for one in refusal.value.problems] == [(1, key)]
    assert_not_echoed(refusal.value)


def test_values_that_follow_the_grammar_of_their_field_pass() -> None:
    text = """\
cidr: 10.100.200.128/25
oid: 2.16.578.1.12.4.1.4.101
uuid: 12345678-1234-4123-8123-123456789012
digest: sha256:1311690021600000000000000000000000000000000000000000000000000000
phone: 0047 22 33 44 55
organisation: "983975259"
text: "0047 22 33 44 55"
number: 1234567890
"""
    assert read_text(Typed, text, "x.yaml").cidr == "10.100.200.128/25"


def test_a_key_that_is_shown_shortened_is_masked_first() -> None:
    with pytest.raises(DocumentError) as refusal:
        read_text(Typed, f"'{'k' * 52} 131169 00216': 1\n", "x.yaml")
    assert_not_echoed(refusal.value)


def test_a_duplicate_or_merged_or_tagged_key_is_not_echoed_either() -> None:
    assert problems("'131169 00216': 1\n'131169 00216': 2\n!x '131169-00216': 3\n13116900216: 4\n")
    assert problems("a: &a131169-00216 1\nb: *a131169-00216\n")
    assert problems("text: 'a\n  131169\n  00216'\n") == [(1, 7, "text")]


def test_a_validator_that_quotes_its_input_is_not_repeated() -> None:
    class Careless(Model):
        value: str

        def model_post_init(self, context: Any) -> None:
            raise ValueError(f"{self.value} is wrong")

    with pytest.raises(DocumentError) as refusal:
        read_text(Careless, "value: 131169 00216\n", "x.yaml")
    assert_not_echoed(refusal.value)


@given(
    st.sampled_from(NUMBERS), st.text("ab:#'\"-{}[]&*!|>\n ", max_size=12), st.text("ab:#'\"-{}[]&*!|>\n ", max_size=12)
)
def test_no_text_around_them_brings_them_into_a_message(number: str, before: str, after: str) -> None:
    for name in ("x.yaml", "x.json"):
        with pytest.raises(DocumentError) as refusal:
            read_text(Typed, before + number + after, name)
        # A tag or an anchor may end inside the number; what is left of it is none, and may be a key.
        for language in LANGUAGES:
            shown = refusal.value.render(language)
            assert "13116900216" not in re.sub(r"\D", "", shown)
            assert mask(shown) == shown
