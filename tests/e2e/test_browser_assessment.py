"""The assessment's page in a real browser: the whole way from a return to an acceptance taken back, by its forms.

The tests of the second half tell one story and stand in its order. After every step each language is looked at: by
axe, at 320 pixels, and by the keyboard.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from prosess.contracts import Assessment
from prosess.contracts.assessment import LevelAuthority, PrivacyDuty, Risk
from prosess.documents import read
from prosess.domain.pathway import Pathway
from prosess.domain.role import Role
from prosess.domain.tenant import Tenant
from tests.e2e.conftest import EXAMPLE
from tests.e2e.service import PATHWAY, REVIEWER, TEAM, People, served, settled
from tests.e2e.test_browser import LANGUAGES, NARROW, browser, overflow, skips, unlabelled, violations, watched
from tests.platform_api.world import assessment, risk

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.verify
__all__ = ["browser"]

OFFICER, OWNER = "privacy-officer@siv", "risk-owner@siv"
PAGE = f"/portal/pathways/{PATHWAY}/assessment"
LEVELS = {
    "low": {"nb": "Lav", "nn": "Låg", "en": "Low"},
    "medium": {"nb": "Middels", "nn": "Middels", "en": "Medium"},
    "high": {"nb": "Høy", "nn": "Høg", "en": "High"},
}
ACCEPTED = {"nb": "Akseptert", "nn": "Akseptert", "en": "Accepted"}
WITHIN = "[...document.querySelectorAll('.scroll')].every(s => s.scrollWidth <= s.clientWidth)"
"""Whether no table has to be scrolled sideways."""
PICTURES = os.environ.get("PICTURES")
"""A folder to put pictures of the pages in, for whoever wants to look at them."""


def named(id_: str, level: str, target: str, nb: str, nn: str, en: str) -> Risk:
    """A risk as people write them: with a long title."""
    found = risk(id_, level=level)
    aimed = found.target.model_copy(update={"level": target})
    return found.model_copy(update={"title": {"nb": nb, "nn": nn, "en": en}, "target": aimed})


def document() -> Assessment:
    """An assessment whose impact assessment was done."""
    return assessment(
        levels=tuple(
            LevelAuthority(
                id=id_, label=label, above_limit=id_ == "high", accepted_by=(Role.RISK_OWNER,), accepted_days=180
            )
            for id_, label in LEVELS.items()
        ),
        privacy=(PrivacyDuty(duty="dpia", state="done", because=(), by=date(2023, 9, 1)),),
        risks=(
            named(
                "R11", "high", "medium",
                "Målinger fra hjemmet blir liggende uten at noen ser dem i helgen",
                "Målingar frå heimen blir liggjande utan at nokon ser dei i helga",
                "Measurements from home lie unseen through the weekend",
            ),
            named(
                "R16", "medium", "low",
                "Nøkler og hemmeligheter slettes ved et uhell og kan ikke gjenopprettes",
                "Nøklar og løyndomar blir sletta ved eit uhell og kan ikkje hentast fram att",
                "Keys and secrets are deleted by accident and cannot be recovered",
            ),
            named(
                "R41", "not_assessed", "low",
                "Pasientens eget oksygenmål blir ikke satt",
                "Oksygenmålet til den enkelte pasienten blir ikkje sett",
                "The patient's own oxygen target is not set",
            ).model_copy(update={"data_controllers": ("310000000",)}),
        ),
    )  # fmt: skip


@dataclass(frozen=True)
class Desk:
    """A service with an assessment in it, and a browser to read it in."""

    address: str
    browser: "Browser"

    def as_user(self, user: str, lang: str = "nb", width: int = 1280) -> "Seat":
        """Sit down as a user, who is asked to sign in and comes to the assessment."""
        return Seat(self, user, lang, width)


class Seat:
    """One user's browser, on the assessment's page."""

    def __init__(self, desk: Desk, user: str, lang: str, width: int) -> None:
        self._desk, self._user, self._lang, self._width = desk, user, lang, width

    def __enter__(self) -> "Seat":
        self._watched = watched(self._desk.browser, width=self._width, lang=self._lang)
        self.seen = self._watched.__enter__()
        self.page: Page = self.seen.page
        self.page.goto(f"{self._desk.address}{PAGE}?lang={self._lang}")
        self.page.get_by_role("combobox").select_option(self._user)
        self.page.locator("main").get_by_role("button").click()
        self.page.wait_for_url(lambda address: PAGE in address)
        assert self.page.locator("h1").count() == 1
        return self

    def __exit__(self, *ended: Any) -> None:
        try:
            if ended[0] is None:
                self.seen.quiet()
        finally:
            self._watched.__exit__(*ended)

    def form(self, act: str) -> Any:
        """The form that does something."""
        return self.page.locator(f"main form:has(input[name=act][value={act}])")

    def send(self, act: str, **fields: str) -> None:
        """Fill a form in and send it; the page comes back without a refusal."""
        form = self.form(act).first
        for name, value in fields.items():
            field = form.locator(f"[name={name}]")
            if field.evaluate("e => e.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)
        with self.page.expect_navigation():
            form.get_by_role("button").click()
        assert self.page.locator("[role=alert]").count() == 0, self.page.locator("[role=alert]").inner_text()

    def offered(self) -> set[str]:
        """What the page lets the user do."""
        return {one.get_attribute("value") or "" for one in self.page.locator("main input[name=act]").all()}

    def fine(self, name: str) -> None:
        """Hold that the page is one that everybody can use, in each language and on a small screen."""
        for lang in LANGUAGES:
            self.page.set_viewport_size({"width": 1280, "height": 900})
            self.page.goto(f"{self._desk.address}{PAGE}?lang={lang}")
            assert self.page.locator("html").get_attribute("lang") == lang
            assert violations(self.page) == [], (name, lang)
            assert unlabelled(self.page) == {"tables": [], "headers": [], "without": []}
            picture(self.page, f"{name}-{lang}")
            self.page.set_viewport_size({"width": NARROW, "height": 900})
            assert overflow(self.page) == 0, (name, lang)
            assert self.page.evaluate(WITHIN), (name, lang)
            assert violations(self.page) == [], (name, lang, NARROW)
            picture(self.page, f"{name}-{lang}-narrow")
        self.page.set_viewport_size({"width": 1280, "height": 900})
        self.page.goto(f"{self._desk.address}{PAGE}?lang={self._lang}")


def picture(page: "Page", name: str) -> None:
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, browser: "Browser") -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("served")
    with served(folder) as running:
        posted(People(running.address, folder))
        yield Desk(running.address, browser)


def posted(people: People) -> None:
    """Have the tenant join, and its pathway declared and assessed."""
    for noun, model, name in (("tenants", Tenant, "siv"), ("pathways", Pathway, PATHWAY)):
        declared = read(model, EXAMPLE / noun / f"{name}.yaml")
        body = declared.model_dump(mode="json", by_alias=True, exclude_none=True)
        people.asks(TEAM, "PUT", f"/{noun}/{name}", body)
        if noun == "tenants":
            settled(people, people.asks(TEAM, "POST", f"/{noun}/{name}/submissions")["id"])
    people.asks(TEAM, "PUT", f"/pathways/{PATHWAY}/assessment", json.loads(document().to_bytes()))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_levels_are_said_in_words(lang: str, desk: Desk) -> None:
    with desk.as_user(TEAM, lang) as seat:
        rows = seat.page.get_by_role("table").last.locator("tbody tr")
        said = [[cell.strip() for cell in row.locator("td").all_inner_texts()] for row in rows.all()]
        nothing = {"nb": "Ikke vurdert", "nn": "Ikkje vurdert", "en": "Not assessed"}[lang]
        high, medium, low = (LEVELS[id_][lang] for id_ in ("high", "medium", "low"))
        assert said == [[high, medium], [medium, low], [nothing, low]]


def test_every_control_is_reached_by_tab_in_the_page_s_order(desk: Desk) -> None:
    with desk.as_user(TEAM) as seat:
        seat.page.goto(f"{desk.address}{PAGE}?lang=nb")
        skips(seat.page)
        seat.page.goto(f"{desk.address}{PAGE}?lang=nn")
        wanted = seat.page.evaluate(
            """() => [...document.querySelectorAll(
                'a[href], button, select, textarea, input:not([type=hidden]), summary, [tabindex="0"]'
            )].filter(e => e.checkVisibility()).map((e, n) => { e.dataset.n = n; return String(n) })"""
        )
        reached = []
        for _ in wanted:
            seat.page.keyboard.press("Tab")
            reached.append(seat.page.evaluate("document.activeElement.dataset.n"))
            assert seat.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
        assert reached == wanted


# --- the story -----------------------------------------------------------------------------------------------------


def test_the_reviewer_returns_it_by_keyboard_alone(desk: Desk) -> None:
    with desk.as_user(TEAM) as seat:
        assert seat.offered() == {"send_to_review"}
        seat.send("send_to_review")
    with desk.as_user(REVIEWER) as seat:
        assert {"comment", "return", "recommend"} <= seat.offered()
        seat.fine("in-review")
        keys = seat.page.keyboard
        for _ in range(60):
            keys.press("Tab")
            if seat.page.evaluate("document.activeElement.id") == "return-risk":
                break
        keys.press("ArrowDown")  # the first risk
        keys.press("Tab")
        keys.type("Hvem ser målingene lørdag og søndag?")
        keys.press("Tab")
        with seat.page.expect_navigation():
            keys.press("Enter")
        assert seat.page.get_by_role("heading", name="P1").inner_text().endswith("Retur · R11")
        assert seat.offered() == {"answer", "resolve"}


def test_the_author_answers_and_sends_it_again(desk: Desk) -> None:
    with desk.as_user(TEAM) as seat:
        assert seat.offered() == {"answer", "send_to_review"}
        seat.fine("returned")
        with seat.page.expect_navigation():
            seat.form("send_to_review").get_by_role("button").click()
        alert = seat.page.get_by_role("alert")  # not before it is answered
        assert "P1" in alert.inner_text()
        assert violations(seat.page) == []
        picture(seat.page, "refused")
        seat.page.goto(f"{desk.address}{PAGE}?lang=nb")
        seat.seen.console.clear()  # the browser tells of the 409, as it should
        seat.send("answer", text="Vaktlaget i kommunen ser dem hver dag klokken ni.\nDet står i rutinen.")
        seat.send("send_to_review")


def test_the_reviewer_closes_it_and_recommends(desk: Desk) -> None:
    with desk.as_user(REVIEWER) as seat:
        seat.fine("answered")
        seat.send("resolve")
        seat.send("comment", comment="Fint at rutinen er skrevet ned.", risk="R11")
        seat.send("recommend")
        assert "recommend" not in seat.offered()


def test_the_privacy_officer_gives_an_opinion(desk: Desk) -> None:
    with desk.as_user(OFFICER) as seat:
        assert "opinion" in seat.offered()
        seat.send("opinion", opinion="concerns", because="Pasienten får ikke vite hvem som ser målingene.")
        seat.fine("opinion")


def test_the_risk_owner_answers_it_accepts_and_takes_it_back(desk: Desk) -> None:
    with desk.as_user(OWNER) as seat:
        assert {"answer", "accept", "reject"} <= seat.offered()
        seat.fine("to-accept")
        seat.send("answer", text="Vi skriver det i samtykkebrevet.")
        seat.send("accept", until="2024-01-31", because="Nytten for pasienten er stor; målingene ses hver dag.")
        mine = seat.page.get_by_role("row").filter(has_text="Sykehuset i Vestfold")
        assert "✓ Aktiv" in " ".join(mine.inner_text().split())
        assert "31. januar 2024" in mine.inner_text()
        seat.page.locator("summary").first.click()
        seat.fine("accepted")
        with seat.page.expect_download() as download:
            seat.page.get_by_role("link", name="Hent erklæringen").click()
        sealed = json.loads(download.value.path().read_bytes())
        assert sealed["payloadType"] == "application/vnd.prosess.acceptance+json"
        seat.page.goto(f"{desk.address}{PAGE}?lang=nb")
        seat.page.locator("summary").filter(has_text="Trekk").focus()
        seat.page.keyboard.press("Enter")
        seat.send("revoke", because="Vaktlaget er lagt ned.")
        assert "Trukket tilbake" in mine.inner_text()
        seat.fine("revoked")


WAITS = {
    "nb": ("Venter på deg", "varer til og med 3. januar 2024"),
    "nn": ("Ventar på deg", "varer til og med 3. januar 2024"),
    "en": ("Waits for you", "lasts through 3 January 2024"),
}


def test_an_end_that_was_told_waits_on_the_first_page(tmp_path: Path, browser: "Browser") -> None:
    path = f"/pathways/{PATHWAY}/assessment"
    with served(tmp_path) as running:
        people = People(running.address, tmp_path)
        posted(people)
        seen = {"assessment": document().digest}
        for user, event in ((TEAM, "send_to_review"), (REVIEWER, "recommend")):
            people.asks(user, "POST", f"{path}/reviews", {"event": event, **seen})
        given = {"answer": "accept", "until": "2024-01-03", "because": "Nytten er stor.", **seen}
        people.asks(OWNER, "POST", f"{path}/acceptances", given)
        running.kill()
    with served(tmp_path) as running:  # its worker makes its round when it starts: the end is 90 days ahead
        seat = Desk(running.address, browser).as_user(OWNER)
        with seat:
            for lang, phrases in WAITS.items():
                for width in (1280, NARROW):
                    seat.page.set_viewport_size({"width": width, "height": 900})
                    seat.page.goto(f"{running.address}/portal/?lang={lang}")
                    said = " ".join(seat.page.locator("main").inner_text().split())
                    assert all(phrase in said for phrase in phrases), said
                    assert overflow(seat.page) == 0
                    assert seat.page.evaluate(WITHIN)
                    assert violations(seat.page) == []
                    assert unlabelled(seat.page) == {"tables": [], "headers": [], "without": []}
                    picture(seat.page, f"waits-{lang}-{width}")
            seat.page.locator("section", has_text=WAITS["en"][0]).first.get_by_role("link").first.click()
            seat.page.wait_for_url(lambda address: PAGE in address)
