"""The portal and the risk report in a real browser: by keyboard, on small screens, without scripts, on paper."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.e2e.conftest import EXAMPLE
from tests.e2e.service import PATHWAY, TEAM, People, Running, onboarded, prosess, served

if TYPE_CHECKING:
    # The browser's driver belongs to the group `verify`; without it these tests are still collected, and fail.
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.verify
LANGUAGES = ("nb", "nn", "en")
NARROW = 320
"""CSS pixels: 1280 at 400 % (WCAG 2.2, 1.4.10)."""
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

WORDS = {
    "nb": {
        "open": "Åpen",
        "closed": "Lukket",
        "columns": ["Port", "Tilstand", "Hva mangler", "Hvem åpner", "Innen"],
        "missing": "Nye integrasjonstjenester – API har ikke bekreftet sin del",
        "by": "20. oktober 2023",
    },
    "nn": {
        "open": "Open",
        "closed": "Lukka",
        "columns": ["Port", "Tilstand", "Kva manglar", "Kven opnar", "Innan"],
        "missing": "Nye integrasjonstjenester – API har ikkje stadfesta sin del",
        "by": "20. oktober 2023",
    },
    "en": {
        "open": "Open",
        "closed": "Closed",
        "columns": ["Gate", "State", "What is missing", "Who unblocks", "By when"],
        "missing": "Nye integrasjonstjenester – API has not confirmed its part",
        "by": "20 October 2023",
    },
}
WHO = "Nye integrasjonstjenester – API"


@dataclass
class Watched:
    """A page, and all that it said and asked for."""

    page: "Page"
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def hear(self, kind: str, text: str, url: str) -> None:
        """Keep what the console says is wrong."""
        if kind in ("error", "warning"):
            self.console.append(f"{text} {url}")

    def fail(self, url: str, why: str | None) -> None:
        """Keep a request that failed; not one that the browser itself broke off because the page was left."""
        if why != "net::ERR_ABORTED":
            self.console.append(f"failed: {url}: {why}")

    def quiet(self) -> None:
        """Hold that nothing went wrong unseen."""
        assert self.console == []

    def only(self, *hosts: str) -> None:
        """Hold that nobody else was asked for anything."""
        assert {urlsplit(url).netloc for url in self.requests} <= set(hosts)


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium")
    assert chromium, "chromium is missing: apt-get install chromium"
    with sync_playwright() as playwright:
        # Containers run as root, where Chromium's own sandbox cannot; what it opens here is our own.
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@contextmanager
def watched(browser: "Browser", *, width: int = 1280, scripts: bool = True, lang: str = "nb") -> Iterator[Watched]:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, java_script_enabled=scripts, locale=lang, reduced_motion="reduce"
    )
    seen = Watched(context.new_page())
    seen.page.on("console", lambda one: seen.hear(one.type, one.text, one.location.get("url", "")))
    seen.page.on("pageerror", lambda error: seen.console.append(str(error)))
    seen.page.on("requestfailed", lambda one: seen.fail(one.url, one.failure))
    seen.page.on("request", lambda one: seen.requests.append(one.url))
    try:
        yield seen
    finally:
        context.close()


def violations(page: "Page") -> list[str]:
    """What axe-core finds against WCAG 2.2 AA and its own good practice."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options={"runOnly": WCAG, "resultTypes": ["violations"]}).response
    assert len(found["passes"]) > 10  # it has looked
    return [f"{one['id']}: {node['html'][:160]}" for one in found["violations"] for node in one["nodes"]]


def overflow(page: "Page") -> int:
    """CSS pixels by which the page is wider than its window."""
    wider: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wider


def unlabelled(page: "Page") -> dict[str, list[str]]:
    """Tables without a caption, and header cells without a scope."""
    found: dict[str, list[str]] = page.evaluate(
        """() => ({
            tables: [...document.querySelectorAll('table')]
                .filter(t => !t.caption || !t.caption.textContent.trim()).map(t => t.outerHTML.slice(0, 120)),
            headers: [...document.querySelectorAll('th')]
                .filter(h => !['col', 'row', 'colgroup', 'rowgroup'].includes(h.scope)).map(h => h.outerHTML),
            without: [...document.querySelectorAll('table')]
                .filter(t => !t.querySelector('thead th')).map(t => t.outerHTML.slice(0, 120)),
        })"""
    )
    return found


def skips(page: "Page") -> None:
    """Hold that the first Tab shows a way past the top, and that taking it leads into the content."""
    page.keyboard.press("Tab")
    where = "() => { const b = document.activeElement.getBoundingClientRect(); return [b.left, b.top, b.width] }"
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    left, top, width = page.evaluate(where)
    assert left >= 0
    assert top >= 0
    assert width > 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


# --- the portal ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("served")
    with served(folder) as running:
        onboarded(People(running.address, folder))
        yield running


def signed_in(seen: Watched, service: Running, lang: str) -> "Page":
    """Ask for the pathway's page, be asked to sign in, and come to where one wanted."""
    page = seen.page
    page.goto(f"{service.address}/portal/pathways/{PATHWAY}?lang={lang}")
    page.get_by_role("combobox").select_option(TEAM)
    page.locator("main").get_by_role("button").click()
    page.wait_for_url(re.compile(f"/portal/pathways/{PATHWAY}"))
    return page


def test_a_page_is_for_those_who_signed_in(browser: "Browser", service: Running) -> None:
    with watched(browser) as seen:
        seen.page.goto(f"{service.address}/portal/pathways/{PATHWAY}?lang=nb")
        assert seen.page.locator("form[action='/portal/sign-in']").count() == 1
        assert seen.page.locator("table").count() == 0
        assert WHO not in seen.page.content()
        seen.quiet()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_shows_every_gate_and_who_opens_it_by_when(lang: str, browser: "Browser", service: Running) -> None:
    words = WORDS[lang]
    with watched(browser, lang=lang) as seen:
        page = signed_in(seen, service, lang)
        assert page.locator("html").get_attribute("lang") == lang
        gates = page.get_by_role("table").filter(has=page.get_by_role("columnheader", name=str(words["columns"][0])))
        gates = gates.first
        assert [one.strip() for one in gates.locator("thead th").all_inner_texts()] == words["columns"]
        ids = gates.locator("tbody th .id").all_inner_texts()
        assert ids == [f"G{number}" for number in range(7)]
        for one in gates.locator("tbody .tag").all():
            symbol, word = one.inner_text().split(maxsplit=1)
            assert (symbol, word[0].isalpha()) in (("✓", True), ("✕", True), ("–", True))
            assert one.locator("[aria-hidden=true]").inner_text() == symbol
        (closed,) = [one for one in gates.locator("tbody").all() if "G4" in one.inner_text()]
        told = " ".join(closed.inner_text().split())
        for part in (f"✕ {words['closed']}", words["missing"], WHO, words["by"]):
            assert str(part) in told
        assert closed.locator("time").get_attribute("datetime") == "2023-10-20"
        assert f"✓ {words['open']}" in " ".join(gates.inner_text().split())
        assert unlabelled(page) == {"tables": [], "headers": [], "without": []}
        assert page.locator("h1").count() == 1
        seen.quiet()
        seen.only(urlsplit(service.address).netloc)


def test_the_language_is_changed_on_the_page(browser: "Browser", service: Running) -> None:
    with watched(browser) as seen:
        page = signed_in(seen, service, "nb")
        page.get_by_role("link", name="English").click()
        page.wait_for_url(re.compile("lang=en"))
        assert page.locator("html").get_attribute("lang") == "en"
        assert "has not confirmed its part" in page.content()
        page.get_by_role("link", name="Nynorsk").click()
        page.wait_for_url(re.compile("lang=nn"))
        assert page.locator("html").get_attribute("lang") == "nn"
        assert "har ikkje stadfesta" in page.content()


def test_the_browser_is_told_to_be_strict(browser: "Browser", service: Running) -> None:
    with watched(browser) as seen:
        signed_in(seen, service, "en")
        answer = seen.page.reload()
        assert answer is not None
        policy = answer.header_value("content-security-policy") or ""
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert "script-src" not in policy
        assert (answer.header_value("cache-control"), answer.header_value("referrer-policy")) == (
            "no-store",
            "no-referrer",
        )
        (cookie,) = seen.page.context.cookies()
        assert (cookie["httpOnly"], cookie["sameSite"], cookie["path"]) == (True, "Strict", "/portal")
        assert seen.page.evaluate("document.cookie") == ""
        assert seen.page.locator("script, [style], style").count() == 0


def test_the_keyboard_leads_past_the_top(browser: "Browser", service: Running) -> None:
    with watched(browser) as seen:
        page = signed_in(seen, service, "nb")
        page.goto(page.url)
        skips(page)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_small_screen_need_not_scroll_sideways(lang: str, browser: "Browser", service: Running) -> None:
    with watched(browser, width=NARROW, lang=lang) as seen:
        seen.page.goto(f"{service.address}/portal/sign-in?lang={lang}")
        assert overflow(seen.page) == 0
        page = signed_in(seen, service, lang)
        assert overflow(page) == 0
        within = page.evaluate("[...document.querySelectorAll('.scroll')].every(s => s.scrollWidth <= s.clientWidth)")
        assert within, "a table has to be scrolled sideways"
        assert (
            page.get_by_role("cell").filter(has_text="✕").count() >= 3
        )  # still cells of a table, though set in blocks
        page.goto(f"{service.address}/portal/?lang={lang}")
        assert overflow(page) == 0


def test_it_works_without_scripts(browser: "Browser", service: Running) -> None:
    with watched(browser, scripts=False) as seen:
        page = signed_in(seen, service, "nb")
        assert "har ikke bekreftet sin del" in page.content()
        page.get_by_role("combobox").select_option("prod")
        page.locator("main form").get_by_role("button").click()
        page.wait_for_url(re.compile("environment=prod"))
        assert "Produksjon" in page.locator("h2").first.inner_text()
        page.locator("form[action='/portal/sign-out'] button").click()
        page.wait_for_url(re.compile("/portal/sign-in"))  # a click does not wait; leaving now would break it off
        page.goto(f"{service.address}/portal/pathways/{PATHWAY}")
        assert page.locator("table").count() == 0
        seen.quiet()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [NARROW, 1280])
def test_axe_finds_nothing_on_the_portal(lang: str, width: int, browser: "Browser", service: Running) -> None:
    with watched(browser, lang=lang, width=width) as seen:
        seen.page.goto(f"{service.address}/portal/sign-in?lang={lang}")
        assert violations(seen.page) == []
        page = signed_in(seen, service, lang)
        assert violations(page) == []
        page.goto(f"{service.address}/portal/?lang={lang}")
        assert violations(page) == []
        page.goto(f"{service.address}/portal/pathways/nobodys-pathway?lang={lang}")
        assert violations(page) == []


# --- the report ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module", params=LANGUAGES)
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    lang = str(request.param)
    folder = tmp_path_factory.mktemp(f"report-{lang}")
    env = EXAMPLE / "environments" / "prod.yaml"
    where = ("--env", env, "--to", folder / "ros.html", "--as-of", "2023-10-05", "--lang", lang)
    ran = prosess("ros", "report", EXAMPLE / "ros", *where, cwd=folder)
    assert ran.code == 0, ran.err
    return lang, folder / "ros.html"


def test_the_report_is_one_file_that_reads_well(report: tuple[str, Path], browser: "Browser") -> None:
    lang, file = report
    with watched(browser, lang=lang) as seen:
        page = seen.page
        page.goto(file.as_uri())
        assert seen.requests == [file.as_uri()]
        seen.quiet()
        assert page.locator("html").get_attribute("lang") == lang
        assert page.locator("h1").count() == 1
        assert unlabelled(page) == {"tables": [], "headers": [], "without": []}
        levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => Number(h.tagName[1]))")
        assert all(after - before <= 1 for before, after in pairwise(levels)), levels
        astray = page.evaluate(
            "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1))"
            ".filter(id => !document.getElementById(id))"
        )
        assert astray == []
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
        assert len(ids) == len(set(ids))
        skips(page)


def test_the_matrix_says_its_levels_in_words(report: tuple[str, Path], browser: "Browser") -> None:
    lang, file = report
    with watched(browser) as seen:
        seen.page.goto(file.as_uri())
        cells = seen.page.locator(".matrix td").all_inner_texts()
        assert len(cells) == 3 * 16  # without controls, now, and as planned
        levels = {"nb": "Lav|Middels|Høy", "nn": "Låg|Middels|Høg", "en": "Low|Medium|High"}[lang]
        assert [cell for cell in cells if not re.match(rf"[●◆▲■] ({levels})", cell)] == []


def test_the_report_on_a_small_screen(report: tuple[str, Path], browser: "Browser") -> None:
    with watched(browser, width=NARROW) as seen:
        seen.page.goto(report[1].as_uri())
        assert overflow(seen.page) == 0


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_page_one_of_the_printed_report_holds_the_decision_alone(report: tuple[str, Path], browser: "Browser") -> None:
    with watched(browser) as seen:
        page = seen.page
        page.goto(report[1].as_uri())
        whole = page.pdf(format="A4", prefer_css_page_size=True)
        assert pages(whole) > 3
        first = page.locator(".page-one")
        assert first.evaluate("e => e.querySelector('h1') !== null && e.querySelector('time') !== null")
        page.emulate_media(media="print")
        assert "page" in first.evaluate(
            "e => [getComputedStyle(e).breakAfter, getComputedStyle(e.nextElementSibling).breakBefore]"
        )
        page.evaluate(
            "() => { const e = document.querySelector('.page-one'); while (e.nextSibling) e.nextSibling.remove() }"
        )
        for rest in page.locator("main ~ *").all():
            rest.evaluate("e => e.remove()")
        page.locator(".page-one").evaluate("e => { e.style.breakAfter = 'auto' }")
        assert pages(page.pdf(format="A4", prefer_css_page_size=True)) == 1


@pytest.mark.parametrize("width", [NARROW, 1280])
def test_axe_finds_nothing_in_the_report(width: int, report: tuple[str, Path], browser: "Browser") -> None:
    with watched(browser, width=width) as seen:
        seen.page.goto(report[1].as_uri())
        assert violations(seen.page) == []
