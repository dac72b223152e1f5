"""The assessment's page: what it shows to whom, and that its forms do what the routes do, with the same refusals."""

import re
from itertools import pairwise

import httpx
import pytest

from prosess.contracts import Assessment
from prosess.contracts.assessment import LevelAuthority
from tests.platform_api.test_assessments import answer, put, say
from tests.platform_api.test_points import OFFICER, RISK_OWNER, advise, returned
from tests.platform_api.test_portal import Outline, sign_in
from tests.platform_api.world import AUDITOR, CONTROLLERS, PATHWAY, REVIEWER, STRANGER, TEAM, World, assessment, risk

pytestmark = pytest.mark.anyio
PAGE = f"/portal/pathways/{PATHWAY}/assessment"
OURS = {"Origin": "null", "Sec-Fetch-Site": "same-origin"}
"""As a browser sends it from a page that gives no referrer."""


async def page(world: World, user: str, lang: str = "nb") -> str:
    answered = await world.client.get(f"{PAGE}?lang={lang}", headers=await sign_in(world, user))
    assert answered.status_code == 200, answered.text
    return answered.text


async def act(world: World, user: str, act_: str, **fields: str) -> httpx.Response:
    headers = {**await sign_in(world, user), **OURS}
    return await world.client.post(PAGE, data={"act": act_, "lang": "nb", **fields}, headers=headers)


def acts(html: str) -> set[str]:
    """What the page's forms offer."""
    return {one["value"] or "" for one in Outline(html).of("input") if one.get("name") == "act"}


async def recommended(world: World) -> Assessment:
    await world.declared()
    document = assessment(risks=(risk(), risk("R02")))
    await world.reviewed(document)
    return document


async def test_each_is_offered_what_is_theirs(world: World) -> None:
    document = await returned(world)
    assert acts(await page(world, TEAM)) == {"answer", "send_to_review"}
    assert acts(await page(world, REVIEWER)) == {"answer", "resolve"}
    assert acts(await page(world, RISK_OWNER)) == set()
    await act(world, TEAM, "answer", point="P1", text="Systemeieren.")
    await act(world, TEAM, "send_to_review", assessment=document.digest)
    assert acts(await page(world, REVIEWER)) == {"answer", "resolve", "comment", "return", "recommend"}
    assert acts(await page(world, OFFICER)) == {"comment", "opinion"}


async def test_the_whole_way_by_forms(world: World) -> None:
    document = await returned(world)
    digest = document.digest
    for user, name, fields in (
        (TEAM, "answer", {"point": "P1", "text": "Systemeieren."}),
        (TEAM, "send_to_review", {"assessment": digest}),
        (REVIEWER, "resolve", {"point": "P1"}),
        (REVIEWER, "comment", {"assessment": digest, "comment": "Fint.", "risk": "R01"}),
        (REVIEWER, "recommend", {"assessment": digest}),
        (OFFICER, "opinion", {"assessment": digest, "opinion": "concerns", "because": "Varslingen er uklar."}),
        (CONTROLLERS[0], "answer", {"point": "P3", "text": "Vi varsler per brev."}),
        (CONTROLLERS[0], "accept", {"assessment": digest, "until": "2024-10-01", "because": "Nytten er stor."}),
        (CONTROLLERS[1], "accept", {"assessment": digest, "until": "2024-01-31", "because": "Nytten er stor."}),
    ):
        done = await act(world, user, name, **fields)
        assert (done.status_code, done.headers.get("location")) == (303, f"{PAGE}?lang=nb"), (name, done.text)
    html = await page(world, CONTROLLERS[0])
    said = " ".join(Outline(html).text)
    for phrase in ("1. oktober 2024", "31. januar 2024", "Har innvendinger", "Vi varsler per brev.", "Akseptert"):
        assert phrase.lower() in said.lower(), phrase
    found = re.search(r'name="acceptance" value="([^"]+)"', html)
    assert found
    link = next(one["href"] for one in Outline(html).of("a") if found[1] in (one["href"] or ""))
    statement = await world.client.get(link or "", headers=await sign_in(world, TEAM))
    assert statement.headers["content-disposition"] == f'attachment; filename="{found[1]}.dsse.json"'
    assert world.wiring.seal.opened(statement.text).data_controller == "983975259"
    assert (await world.client.get(link or "", headers=await sign_in(world, STRANGER))).status_code == 404
    back = await act(world, CONTROLLERS[0], "revoke", acceptance=found[1], because="Nye opplysninger.")
    assert back.status_code == 303
    assert "Trukket tilbake" in await page(world, TEAM)
    entries = (await world.person(AUDITOR).get("/audit")).json()["entries"]
    assert {"ros:accept", "ros:revoke", "ros:resolve", "ros:opinion"} <= {one["event"]["action"] for one in entries}


async def test_a_refusal_is_told_on_the_page(world: World) -> None:
    document = await recommended(world)
    await advise(world, document, "concerns")
    refused = await act(
        world, CONTROLLERS[0], "accept", assessment=document.digest, until="2024-01-01", because="Nytten er stor."
    )
    assert refused.status_code == 409
    outline = Outline(refused.text)
    assert [one["role"] for one in outline.of("div") if one.get("role") == "alert"] == ["alert"]
    assert "Sykehuset i Vestfold HF ikke har svart på" in " ".join(outline.text)
    assert ">Nytten er stor.</textarea>" in refused.text  # nobody has to write it again
    assert 'value="2024-01-01" required' in refused.text
    late = await act(world, CONTROLLERS[1], "accept", assessment=document.digest, until="2030-01-01", because="x")
    assert late.status_code == 422
    assert "kan aksepteres i høyst 365 dager" in late.text


async def test_a_refused_comment_is_kept_where_it_was_written(world: World) -> None:
    document = await returned(world)
    await act(world, REVIEWER, "answer", point="P1", text="Og når?")
    fields = {"assessment": document.digest, "comment": "Se <b>R01</b>", "risk": "R01"}
    refused = await act(world, REVIEWER, "comment", **fields)  # it was returned, and is nobody's to comment on
    assert refused.status_code == 409
    assert "Se <b>" not in refused.text
    answered = await act(world, REVIEWER, "answer", point="P9", text="Til ingen")
    assert answered.status_code == 404
    assert "Til ingen" not in answered.text  # and not in another point's field


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
async def test_a_level_is_said_by_the_word_of_the_criteria(world: World, lang: str) -> None:
    await world.declared()
    words = {"nb": "Høg fare", "nn": "Stor fare", "en": "Great danger"}
    high = LevelAuthority(id="high", label=words, above_limit=True, accepted_by=(), accepted_days=1)
    low = LevelAuthority(id="low", above_limit=False, accepted_by=(), accepted_days=1)
    unknown = risk("R03", level="not_assessed")
    await put(world, assessment(levels=(low, high), risks=(risk(level="high"), risk("R02", level="low"), unknown)))
    said = Outline(await page(world, TEAM, lang)).text
    assert said.count(words[lang]) == 2  # now, and aimed at
    assert said.count({"nb": "Ikke vurdert", "nn": "Ikkje vurdert", "en": "Not assessed"}[lang]) == 2
    assert "high" not in said
    assert said.count("low") == 2  # an older document has no words; its ids are shown


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"act": "accept", "until": "x"}, 422),
        ({"act": "nothing"}, 422),
        ({}, 422),
        ({"act": "comment", "assessment": "sha256:" + "0" * 64, "comment": "Pasient 131169 00216"}, 422),
        ({"act": "recommend", "assessment": "sha256:" + "0" * 64}, 403),
        ({"act": "resolve", "point": "../../x"}, 404),
    ],
)
async def test_a_form_that_cannot_be_used(world: World, fields: dict[str, str], status: int) -> None:
    await recommended(world)
    answered = await world.client.post(PAGE, data=fields, headers={**await sign_in(world, CONTROLLERS[0]), **OURS})
    assert answered.status_code == status
    assert "00216" not in answered.text
    assert 'role="alert"' in answered.text


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"Origin": "https://attacker.example"},
        {"Origin": "null"},
        {"Origin": "http://service.test", "Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
async def test_a_form_from_elsewhere_does_nothing(world: World, elsewhere: dict[str, str]) -> None:
    document = await recommended(world)
    fields = {"act": "accept", "assessment": document.digest, "until": "2024-01-01", "because": "x"}
    answered = await world.client.post(PAGE, data=fields, headers={**await sign_in(world, CONTROLLERS[0]), **elsewhere})
    assert answered.status_code == 403
    assert (await world.person(TEAM).get(f"/pathways/{PATHWAY}/assessment")).json()["acceptances"] == []


async def test_who_sees_nothing(world: World) -> None:
    await world.declared()
    headers = await sign_in(world)
    assert (await world.client.get(PAGE, headers=headers)).status_code == 404  # there is none yet
    await put(world, assessment())
    assert (await world.client.get(PAGE)).status_code == 303
    assert (await world.client.post(PAGE, data={"act": "recommend"})).status_code == 303
    stranger = await sign_in(world, STRANGER)
    assert (await world.client.get(PAGE, headers=stranger)).status_code == 404
    assert (await world.client.post(PAGE, data={"act": "send_to_review"}, headers=stranger)).status_code == 404


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
async def test_the_page_can_be_read_by_everybody(world: World, lang: str) -> None:
    document = await returned(world)
    await put(world, document)
    for user in (TEAM, REVIEWER, CONTROLLERS[0]):
        html = await page(world, user, lang)
        outline = Outline(html)
        labelled = {one["for"] for one in outline.of("label")}
        fields = [one for one in outline.of("input") if one.get("type") != "hidden"]
        assert {one["id"] for one in outline.of("select") + outline.of("textarea") + fields} == labelled
        identifiers = [one["id"] for _, one in outline.tags if one.get("id")]
        assert len(identifiers) == len(set(identifiers))
        assert not outline.of("script")
        assert len(outline.of("caption")) == len(outline.of("table"))
        levels = [int(tag[1]) for tag, _ in outline.tags if re.fullmatch(r"h[1-6]", tag)]
        assert all(after - before <= 1 for before, after in pairwise(levels))
        assert "…" not in " ".join(outline.text)


async def test_what_people_wrote_is_text_and_never_markup(world: World) -> None:
    await world.declared()
    document = assessment()
    await put(world, document)
    await say(world, TEAM, "send_to_review", document)
    await say(world, REVIEWER, "comment", document, comment="<script>alert(1)</script>")
    html = await page(world, TEAM)
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


async def test_the_first_page_tells_of_acceptances_that_end_soon(world: World) -> None:
    document = await recommended(world)
    await answer(world, CONTROLLERS[1], document, until="2023-10-12")
    headers = await sign_in(world, CONTROLLERS[1])
    said = " ".join(Outline((await world.client.get("/portal/?lang=nb", headers=headers)).text).text)
    assert "Aksepter som snart går ut" in said
    assert "Eksempel kommune (syntetisk) 12. oktober 2023 (7 dager igjen)" in said
    pathway = (await world.client.get(f"/portal/pathways/{PATHWAY}?lang=nb", headers=headers)).text
    assert f'href="{PAGE}?lang=nb"' in pathway
