"""Everything that the service says exists in three languages, and every code that it may give has its words."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from platform_api.authorization.permission import Permission
from platform_api.kit.language import negotiate
from platform_api.kit.wording import codes, say, word, words
from platform_api.operations.state import OPERATION
from platform_api.portal.texts import TEXTS
from policies.roles import Roles
from prosess.domain.dependency import Criticality, Light, StatusReason
from prosess.domain.gate import GateId
from prosess.domain.guard import find_person_identifier
from prosess.domain.machine import ASSESSMENT, PATHWAY, TENANT
from prosess.domain.role import Role
from prosess.domain.text import Language
from prosess.domain.text.reasons import REASONS
from tests.platform_api.world import TEAM, World

PACKAGE = Path(__file__).parents[2] / "platform_api"
LANGUAGES = {one.value for one in Language}
_CODE = re.compile(
    r'(?:reason|Failed|Forbidden|NotFound|Conflict|Invalid|BadRequest|PreconditionFailed)\(\s*"([A-Z_0-9]+)"'
)
_CLASS = re.compile(r'^    code(?:: str)? = "([A-Z_]+)"', re.MULTILINE)
_STORED = re.compile(r'"code": "([A-Z_]+)"')


def given_codes() -> set[str]:
    found: set[str] = {"AGREEMENT_EXPIRED", "AGREEMENT_MISSING", "APPROVAL_MISSING", "APPROVAL_NOT_INDEPENDENT"}
    for path in PACKAGE.rglob("*.py"):
        source = path.read_text()
        for pattern in (_CODE, _CLASS, _STORED):
            found |= set(pattern.findall(source))
    return found - {"REFUSED"}


def test_every_code_has_its_words() -> None:
    assert given_codes() - set(codes()) == set()


def test_no_words_without_a_code() -> None:
    source = "".join(path.read_text() for path in PACKAGE.rglob("*.py"))
    assert [code for code in codes() if f'"{code}"' not in source] == []


def test_no_code_is_also_the_domain_s() -> None:
    assert set(codes()) & set(REASONS) == set()


@pytest.mark.parametrize("code", sorted(codes()))
def test_a_code_says_what_is_so_and_what_to_do_in_each_language(code: str) -> None:
    said = codes()[code]
    assert set(said) == LANGUAGES
    for texts in said.values():
        assert len(texts) == 2
        assert all(one.strip() and one.endswith((".", "}")) for one in texts), texts
    facts = [set(re.findall(r"\{(\w+)\}", " ".join(texts))) for texts in said.values()]
    assert facts[0] == facts[1] == facts[2]
    assert len({texts[0] for texts in said.values()}) >= 2
    assert "{" not in "".join(say(code, Language.NN))


def test_every_state_role_gate_and_light_has_a_word() -> None:
    wanted = [
        *(f"role:{one.value}" for one in Role),
        *(f"gate:{one.value}" for one in GateId),
        *(f"gate:{one}" for one in ("approval", "organisation", "agreements")),
        *(f"gate_state:{one}" for one in ("open", "closed", "not_needed")),
        *(f"operation_state:{one}" for one in OPERATION.states),
        *(f"pathway_state:{one}" for one in PATHWAY.states),
        *(f"tenant_state:{one}" for one in TENANT.states),
        *(f"assessment_state:{one}" for one in ASSESSMENT.states),
        *(f"light:{one.value}" for one in Light),
        *(f"light_reason:{one.value}" for one in StatusReason),
        *(f"criticality:{one.value}" for one in Criticality),
    ]
    for key in wanted:
        assert word(key, Language.NB) != key.partition(":")[2], key
        assert all(word(key, language) for language in Language), key
    assert all(set(one) == LANGUAGES for one in words().values())
    assert word("option:x", Language.NB) == "x"


def test_the_portal_says_everything_in_each_language() -> None:
    keys = [set(texts) for texts in TEXTS.values()]
    assert set(TEXTS) == set(Language)
    assert keys[0] == keys[1] == keys[2]
    used = "".join(path.read_text() for path in (PACKAGE / "portal").rglob("*") if path.suffix in (".py", ".html"))
    assert [key for key in keys[0] if f"text.{key}" not in used and f'["{key}"]' not in used] == []


def test_every_permission_is_some_role_s() -> None:
    granted = {permission for role in Role for permission in Roles().granted(role)}
    assert {one.value for one in Permission} - granted == set()


@pytest.mark.parametrize(
    ("header", "language"),
    [
        (None, "nb"),
        ("", "nb"),
        ("nn-NO, nb;q=0.8", "nn"),
        ("no", "nb"),
        ("en-GB;q=0.9, nn;q=0.5", "en"),
        ("fr, de;q=0.8", "nb"),
        ("fr, en;q=0.1", "en"),
        ("nb;q=0, en", "en"),
        ("en;q=x, nn;q=0.1", "nn"),
        ("*", "nb"),
    ],
)
def test_a_reader_is_given_the_language_asked_for(header: str | None, language: str) -> None:
    assert negotiate(header).value == language
    assert negotiate(header, asked="nn").value == "nn"
    assert negotiate(header, asked="xx").value == language


@given(st.text(max_size=600))
def test_no_header_is_too_odd(header: str) -> None:
    assert negotiate(header) in Language


@pytest.mark.anyio
async def test_a_refusal_is_in_the_reader_s_language(world: World) -> None:
    titles = set()
    for language in ("nb", "nn", "en"):
        person = world.person(TEAM)
        person.language = language
        answer = await person.get("/pathways/nowhere")
        assert answer.headers["content-language"] == language
        assert answer.headers["content-type"] == "application/problem+json"
        problem = answer.json()
        assert (problem["status"], problem["code"], problem["type"]) == (
            404,
            "NOT_FOUND",
            "urn:prosess:problem:not-found",
        )
        assert problem["request"] == answer.headers["x-request-id"]
        titles.add(problem["title"])
    assert len(titles) == 3


def test_no_id_that_we_make_looks_like_a_person() -> None:
    from platform_api.kit.ids import ID_PATTERN, new_id

    for _ in range(200):
        made = new_id("op")
        assert re.fullmatch(ID_PATTERN, made)
        assert find_person_identifier(made) is None
