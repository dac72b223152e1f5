"""All mistakes of a file at once: golden listings of what a person is told."""

import ipaddress
import uuid
from datetime import date, time
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, Self

import pytest
from pydantic import AwareDatetime, Field, JsonValue, field_validator, model_validator
from pydantic_core import PydanticCustomError

from prosess.documents import Document, DocumentError, load, load_text, read, read_document, read_text
from prosess.documents.text import LANGUAGES
from prosess.domain.base import Model
from prosess.domain.errors import DomainError
from prosess.domain.identifiers import Cidr, OrganisationNumber, Text


class Sku(StrEnum):
    STANDARD = "standard"
    PREMIUM = "premium"


class Vault(Model):
    sku: Sku
    retention_days: Annotated[int, Field(ge=7, le=90)] = 90
    purge_protection: bool = True


class Security(Model):
    vault: Vault
    contact: Text | None = None


class Services(Model):
    security: Security


class Hospital(Model):
    kind: Literal["hospital"]
    organisation: OrganisationNumber


class Municipality(Model):
    kind: Literal["municipality"]
    name: Text
    code: Annotated[str, Field(pattern="^[0-9]{4}$")]


class Window(Model):
    start: time
    end: time

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start >= self.end:
            raise DomainError(
                "WINDOW_ORDER",
                "begins after it ends",
                facts={"start": str(self.start)},
                hint="let `end` be later",
                at=("end",),
            )
        return self


class Environment(Model):
    name: Text
    address_space: Cidr
    opened: date
    services: Services
    participants: tuple[Annotated[Hospital | Municipality, Field(discriminator="kind")], ...] = ()
    window: Window | None = None


GOOD = """\
name: prod
address_space: 10.100.200.128/25  # a typed field: passes
opened: 2023-10-20
services:
  security:
    vault:
      sku: premium
participants:
  - kind: hospital
    organisation: "983975259"
  - kind: municipality
    name: Eksempelvik
    code: "9999"
window: {start: 08:00, end: 16:00}
"""

BAD = """\
nam: prod
address_space: 10.100.200.128/99
opened: 20.10.2023
services:
  security:
    vault:
      sku: premum
      retention-days: 9
      retention_days: 100
      purge_protection: no
    contact: 5
participants:
  - kind: hospital
    organisation: 983975259
  - kind: munincipality
    name: Eksempelvik
  - name: Eksempelvik
  - kind: municipality
    name: ""
    code: 12
    organisation: x
  - hospital
window: {start: 16:00, end: 08:00}
"""


def errors(model: type[Model], text: str, name: str = "x.yaml") -> DocumentError:
    with pytest.raises(DocumentError) as refusal:
        read_text(model, text, name)
    return refusal.value


def test_a_file_without_mistakes_is_read(tmp_path: Path) -> None:
    path = tmp_path / "prod.yaml"
    path.write_text(GOOD, encoding="utf-8")
    environment = read(Environment, path)
    assert environment.services.security.vault == Vault(sku=Sku.PREMIUM)
    assert environment.opened == date(2023, 10, 20)
    document = read_document(Environment, path)
    assert document.value == environment
    assert document.data is None
    assert document.position(("services", "security", "vault", "sku")) == (7, 7)
    assert load(path).validate(Environment) == environment


def test_all_mistakes_are_told_at_once() -> None:
    assert str(errors(Environment, BAD, "env/prod.yaml")).splitlines() == [
        "env/prod.yaml:1:1: name: the key is missing. Add it: text.",
        "env/prod.yaml:1:1: nam: unknown key. Did you mean `name`? Allowed: `name`, `address_space`, `opened`, "
        "`services`, `participants`, `window`.",
        "env/prod.yaml:2:16: address_space: is not an address range such as `10.0.0.0/16`. "
        "Write an address range such as `10.0.0.0/16`.",
        "env/prod.yaml:3:9: opened: the value is not a date such as `2023-10-20`.",
        "env/prod.yaml:7:12: services.security.vault.sku: `premum` is not allowed. Did you mean `premium`? "
        "Allowed: `standard`, `premium`.",
        "env/prod.yaml:8:7: services.security.vault.retention-days: unknown key. Did you mean `retention_days`? "
        "Allowed: `sku`, `retention_days`, `purge_protection`.",
        "env/prod.yaml:9:23: services.security.vault.retention_days: the number is outside the allowed range. "
        "From 7 to 90.",
        "env/prod.yaml:10:25: services.security.vault.purge_protection: this is text, "
        "but `true` or `false` is expected.",
        "env/prod.yaml:11:14: services.security.contact: this is a whole number, but text is expected. "
        "Put the text in quotation marks.",
        "env/prod.yaml:14:19: participants[0].organisation: this is a whole number, but text is expected. "
        "Put the text in quotation marks.",
        "env/prod.yaml:15:11: participants[1].kind: `munincipality` is not allowed. Did you mean `municipality`? "
        "Allowed: `hospital`, `municipality`.",
        "env/prod.yaml:17:5: participants[2].kind: the key is missing. Add it: `hospital`, `municipality`.",
        "env/prod.yaml:19:11: participants[3].name: the value is empty.",
        "env/prod.yaml:20:11: participants[3].code: this is a whole number, but text is expected. "
        "Put the text in quotation marks.",
        "env/prod.yaml:21:5: participants[3].organisation: unknown key. Allowed: `kind`, `name`, `code`.",
        "env/prod.yaml:22:5: participants[4]: this is text, but keys with values is expected.",
        "env/prod.yaml:23:29: window.end: begins after it ends. Let `end` be later.",
    ]


def test_the_same_mistakes_are_told_in_norwegian() -> None:
    refusal = errors(Environment, BAD)
    nb, nn = refusal.render("nb").splitlines(), refusal.render("nn").splitlines()
    assert nb[1].startswith("x.yaml:1:1: nam: ukjent nøkkel. Mente du `name`? Tillatt: `name`, ")
    assert nn[1].startswith("x.yaml:1:1: nam: ukjend nykel. Meinte du `name`? Tillate: `name`, ")
    assert nb[8] == (
        "x.yaml:11:14: services.security.contact: her står et heltall, men det ventes tekst. "
        "Sett teksten i anførselstegn."
    )
    assert len(nb) == len(nn) == len(refusal.problems) == 17


def test_texts_of_the_domain_are_looked_up_and_else_in_english() -> None:
    refusal = errors(Window, "{start: 16:00, end: 08:00}")

    def lookup(code: str, language: str, facts: object) -> tuple[str, str] | None:
        return (f"slutter før {facts['start']}", "") if (code, language) == ("WINDOW_ORDER", "nb") else None  # type: ignore[index]

    assert refusal.render("nb", lookup) == "x.yaml:1:21: end: slutter før 16:00:00."
    assert refusal.render("nn", lookup) == "x.yaml:1:21: end: begins after it ends. Let `end` be later."
    assert refusal.problems[0].to_json() == {
        "code": "WINDOW_ORDER",
        "message": "begins after it ends",
        "hint": "let `end` be later",
        "where": {"file": "x.yaml", "line": 1, "column": 21, "path": "end"},
    }


def test_mistakes_of_structure_and_content_are_told_together() -> None:
    refusal = errors(Vault, "sku: premium\nsku: standard\nretention_days: !int 3\nextra: 1\n1: x\n<<: {a: 1}\n")
    assert [(one.line, one.path, one.code) for one in refusal.problems] == [
        (2, "sku", "DUPLICATE_KEY"),
        (3, "retention_days", "TAG"),
        (4, "extra", "UNKNOWN_KEY"),
        (5, "", "KEY_NOT_TEXT"),
        (6, '"<<"', "MERGE_KEY"),
    ]


def test_json_files_are_told_alike() -> None:
    refusal = errors(Vault, '{\n\t"sku": "premum",\n\t"retention_days": 1.5\n}', "x.json")
    assert str(refusal).splitlines() == [
        "x.json:2:9: sku: `premum` is not allowed. Did you mean `premium`? Allowed: `standard`, `premium`.",
        "x.json:3:20: retention_days: this is a number, but a whole number is expected.",
    ]


class Left(Model):
    left: int
    both: int = 0


class Right(Model):
    right: int
    both: int = 0


class Many(Model):
    mixed: int | Literal["auto", "manual"] = 0
    sided: Left | Right | None = None
    listed: list[Left] | Left | None = None
    nested: dict[str, list[Left | Right]] = {}
    texts: dict[Annotated[str, Field(pattern="^[a-z]+$")], Text] = {}
    network: ipaddress.IPv4Network | None = None
    id: uuid.UUID | None = None
    at: AwareDatetime | None = None
    at_most: Annotated[float, Field(lt=3)] = 0
    few: Annotated[list[int], Field(max_length=2)] = []
    free: JsonValue = None
    word: str = "x"
    custom: str = "x"

    @field_validator("word")
    @classmethod
    def _word(cls, value: str) -> str:
        if value != "x":
            error = ValueError(f"{value!r} is not the word")
            error.hint = "say the word"  # type: ignore[attr-defined]
            raise error
        return value

    @field_validator("custom")
    @classmethod
    def _custom(cls, value: str) -> str:
        if value != "x":
            raise PydanticCustomError("our_own", "is not ours")
        return value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "mixed: atuo",
            "1:8: mixed: the value fits none of the allowed forms. "
            "Did you mean `auto`? Expected: a whole number, `auto`, `manual`.",
        ),
        (
            "mixed: [1]",
            "1:1: mixed: the value fits none of the allowed forms. Expected: a whole number, `auto`, `manual`.",
        ),
        ("sided: {left: x}", "1:15: sided.left: this is text, but a whole number is expected."),
        (
            "sided: {both: 1}",
            "1:1: sided: the value fits none of the allowed forms. Allowed: `left`, `both`, `right`.",
        ),
        ("sided: 3", "1:8: sided: the value fits none of the allowed forms. Expected: keys with values."),
        ("listed: [{left: x}]", "1:17: listed[0].left: this is text, but a whole number is expected."),
        (
            "nested: {a: [{right: 1}, {rigth: 1, right: 2}]}",
            "1:27: nested.a[1].rigth: unknown key. Did you mean `right`? Allowed: `right`, `both`.",
        ),
        ("texts: {A1: x}", "1:9: texts.A1: the text does not follow the pattern. Pattern: `^[a-z]+$`."),
        (
            "network: 10.0.0/8",
            "1:10: network: the value is not valid. Expected: an address range such as `10.0.0.0/16`.",
        ),
        ("id: abc", "1:5: id: the value is not a UUID."),
        ("at: 2023-10-20T12:00:00", "1:5: at: the value is not a point in time such as `2023-10-20T12:00:00+02:00`."),
        ("at_most: 3", "1:10: at_most: the number is outside the allowed range. Less than 3.0."),
        ("at_most: .nan", "1:10: at_most: the number is not finite."),
        ("free: [.inf]", "1:8: free[0]: the number is not finite."),
        ("few: [1, 2, 3]", "1:1: few: more than 2 entries."),
        ("word: wrong", "1:7: word: 'wrong' is not the word. Say the word."),
        ("word: a long secret, not a word", "1:7: word: the value is not valid. Expected: text."),
        ("custom: y", "1:9: custom: is not ours."),
        ('"odd key\\e": 1', '1:1: "odd key\\u001b": unknown key. Allowed: '),
        ("- a", "1:1: this is a list, but keys with values is expected."),
        ("null", "1:1: this is no value, but keys with values is expected."),
    ],
)
def test_each_kind_of_mistake_is_told_in_words(text: str, expected: str) -> None:
    refusal = errors(Many, text)
    assert len(refusal.problems) == 1
    if expected.endswith(": "):
        assert str(refusal).startswith(f"x.yaml:{expected}")
    else:
        assert str(refusal) == f"x.yaml:{expected}"
    for language in LANGUAGES:
        assert refusal.render(language)


class Tree(Model):
    name: Text
    children: tuple["Tree", ...] = ()


def test_a_model_may_hold_itself() -> None:
    refusal = errors(Tree, "name: a\nchildren:\n  - name: b\n    children:\n      - nmae: c\n")
    assert [(one.line, one.path) for one in refusal.problems] == [
        (5, "children[0].children[0].name"),
        (5, "children[0].children[0].nmae"),
    ]
    assert refusal.problems[1].hint == "Did you mean `name`? Allowed: `name`, `children`."


def test_mistakes_behind_an_alias_are_told_where_they_are_written() -> None:
    refusal = errors(Many, "sided: &s {left: x}\nlisted: [*s]\n")
    assert [(one.line, one.column, one.path) for one in refusal.problems] == [
        (1, 18, "listed[0].left"),
        (1, 18, "sided.left"),
    ]


def test_rules_beside_the_model_speak_of_the_same_places() -> None:
    document: Document[None] = load_text(GOOD, "prod.yaml")
    error = DomainError("SOME_RULE", "is against the rule", hint="change it", at=("sku",))
    problem = document.problem(error, ("services", "security", "vault"))
    assert problem.render() == "prod.yaml:7:7: services.security.vault.sku: is against the rule. Change it."
    assert str(DocumentError([problem, problem])) == problem.render()


def test_a_file_of_nothing_but_mistakes_is_cut_short() -> None:
    refusal = errors(Vault, "sku: premium\n" + "".join(f"key{number}: 1\n" for number in range(3000)))
    assert len(refusal.problems) == 1001
    assert refusal.problems[0].render() == (
        "x.yaml:1:1: the file's content has 3000 mistakes, of which 1000 are shown."
    )


def test_a_second_reading_says_the_same() -> None:
    assert str(errors(Environment, BAD)) == str(errors(Environment, BAD))
