"""The portal's pages: readable after signing in only, in three languages, and built so that anybody can read them."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from tests.platform_api.world import ACTOR_SP, PATHWAY, STRANGER, TEAM, World

pytestmark = pytest.mark.anyio
PAGE = f"/portal/pathways/{PATHWAY}"


class Outline(HTMLParser):
    """What a reader that does not see is told."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.text.append(" ".join(data.split()))

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


async def sign_in(world: World, user: str = TEAM, to: str = PAGE) -> dict[str, str]:
    answer = await world.client.post("/portal/sign-in", data={"user": user, "to": to, "lang": "nb"})
    assert answer.status_code == 303
    cookie = answer.headers["set-cookie"]
    world.client.cookies.clear()
    for part in ("HttpOnly", "SameSite=strict", "Path=/portal"):
        assert part in cookie
    return {"Cookie": cookie.partition(";")[0]}


async def test_nothing_is_shown_before_signing_in(world: World) -> None:
    await world.declared()
    for path in (PAGE, "/portal/"):
        answer = await world.client.get(path)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/portal/sign-in?to=%2Fportal%2F")
        assert PATHWAY not in answer.text
    forged = await world.client.get(PAGE, headers={"Cookie": "prosess_token=a.b.c"})
    assert forged.status_code == 303


@pytest.mark.parametrize(
    ("language", "phrases"),
    [
        (
            "nb",
            "Avhengigheter og avtaler | Lukket | Åpen | 20. oktober 2023 | ikke bekreftet | Gul"
            " | Plattformeier, Sykehuspartner HF",
        ),
        (
            "nn",
            "Avhengnader og avtalar | Lukka | Open | 20. oktober 2023 | ikkje stadfesta | Gul"
            " | Plattformeigar, Sykehuspartner HF",
        ),
        (
            "en",
            "Dependencies and agreements | Closed | Open | 20 October 2023 | not confirmed | Yellow"
            " | Platform owner, Sykehuspartner HF",
        ),
    ],
)
async def test_the_page_says_what_is_missing_who_unblocks_and_by_when(
    world: World, language: str, phrases: str
) -> None:
    await world.declared()
    await world.submitted()
    await world.confirm(ACTOR_SP, "sykehuspartner")
    headers = await sign_in(world)
    answer = await world.client.get(f"{PAGE}?lang={language}", headers=headers)
    assert answer.status_code == 200
    assert answer.headers["content-language"] == language
    outline = Outline(answer.text)
    said = " ".join(outline.text)
    for phrase in phrases.split(" | "):
        assert phrase in said, phrase
    assert "…" not in said
    assert outline.of("html")[0]["lang"] == language


async def test_the_page_can_be_read_by_everybody(world: World) -> None:
    await world.declared()
    headers = await sign_in(world)
    for path in (PAGE, f"{PAGE}?environment=prod", "/portal/", "/portal/sign-in"):
        page = (await world.client.get(path, headers=headers)).text
        outline = Outline(page)
        first_link = outline.of("a")[0]
        assert (first_link["class"], first_link["href"]) == ("skip", "#content")
        assert [one["id"] for one in outline.of("main")] == ["content"]
        assert len(outline.of("h1")) == 1
        assert len(outline.of("header")) == 1
        assert all(one.get("aria-label") for one in outline.of("nav"))
        assert len(outline.of("caption")) == len(outline.of("table"))
        assert all(one.get("scope") in ("col", "row", "rowgroup") for one in outline.of("th"))
        labelled = {one["for"] for one in outline.of("label")}
        assert {one["id"] for one in outline.of("select")} == labelled
        identifiers = [one["id"] for _, one in outline.tags if one.get("id")]
        assert len(identifiers) == len(set(identifiers))
        assert not outline.of("script")
        assert "style=" not in page
        assert not re.search(r'(?:src|href)="(?!/|#|\?)', page)
        levels = [int(tag[1]) for tag, _ in outline.tags if re.fullmatch(r"h[1-6]", tag)]
        assert all(after - before <= 1 for before, after in pairwise(levels))


async def test_a_stranger_is_told_nothing(world: World) -> None:
    await world.declared()
    headers = await sign_in(world, STRANGER)
    answer = await world.client.get(PAGE, headers=headers)
    assert answer.status_code == 404
    assert "KOLS" not in answer.text
    assert PATHWAY not in (await world.client.get("/portal/", headers=headers)).text


async def test_a_role_that_may_not_is_told_so(world: World) -> None:
    await world.declared()
    issuer = world.wiring.issuer
    assert issuer is not None
    team = next(one for one in issuer.users if one.user == TEAM)
    issuer._users["nothing"] = team.model_copy(update={"user": "nothing", "roles": ()})
    headers = await sign_in(world, "nothing")
    assert (await world.client.get(PAGE, headers=headers)).status_code == 403
    assert (await world.client.get("/portal/", headers=headers)).status_code == 403


@pytest.mark.parametrize(
    "to",
    ["https://attacker.example/", "//attacker.example", "/portal/../pathways", "/portal/\\x", "javascript:x", "/audit"],
)
async def test_nobody_is_sent_elsewhere_after_signing_in(world: World, to: str) -> None:
    answer = await world.client.post("/portal/sign-in", data={"user": TEAM, "to": to})
    assert answer.headers["location"].startswith("/portal/?lang=")


async def test_a_mistake_in_the_form_is_told_beside_it(world: World) -> None:
    answer = await world.client.post("/portal/sign-in", data={"user": "<b>nobody</b>", "lang": "en"})
    assert answer.status_code == 422
    assert "There is no such test user" in answer.text
    assert "<b>nobody" not in answer.text
    assert 'aria-invalid="true"' in answer.text


async def test_signing_out_takes_the_cookie_away(world: World) -> None:
    headers = await sign_in(world)
    answer = await world.client.post("/portal/sign-out", data={"lang": "nn"}, headers=headers)
    assert answer.headers["location"] == "/portal/sign-in?lang=nn"
    assert "Max-Age=0" in answer.headers["set-cookie"]


async def test_what_people_wrote_is_text_and_never_markup(world: World) -> None:
    await world.declared(title={"nb": "<script>alert(1)</script>", "en": "<b>x</b>"})
    headers = await sign_in(world)
    page = (await world.client.get(PAGE, headers=headers)).text
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
