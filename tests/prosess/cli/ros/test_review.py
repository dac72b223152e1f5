"""``prosess ros review`` against the service itself: one thing at a time, by whoever is logged in."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from typer.testing import CliRunner, Result

from platform_api.main import migrate
from prosess.cli.app import app
from prosess.cli.exit import CommandError
from prosess.cli.options import Tongue
from prosess.cli.service import Service
from prosess.contracts.assessment import LevelAuthority
from tests.platform_api.world import CONTROLLERS, PATHWAY, REVIEWER, TEAM, World, assessment, risk, running, settings

PATH = f"/pathways/{PATHWAY}/assessment"
OFFICER = "privacy-officer@siv"
Types = Callable[..., Result]


class Signed:
    """The client of somebody who is logged in, over the application in this process."""

    def __init__(self, portal: BlockingPortal, world: World, user: str, lang: str) -> None:
        self._portal = portal
        self._person = world.person(user)
        self._person.language = lang

    def request(self, method: str, path: str, **more: Any) -> httpx.Response:
        """Send a request."""
        body, headers = more.pop("json", None), more.pop("headers", None)
        return self._portal.call(lambda: self._person.ask(method, path, body, headers=headers, **more))


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[BlockingPortal, World]]:
    """The service, with an assessment posted."""
    folder = tmp_path_factory.mktemp("review")
    given = settings(folder, f"sqlite:///{folder / 'one.db'}")
    migrate(given)

    async def post(world: World) -> None:
        await world.declared()
        answer = await world.person(TEAM).put(PATH, json.loads(assessment().to_bytes()))
        assert answer.status_code == 201, answer.text

    with start_blocking_portal() as portal, portal.wrap_async_context_manager(running(given)) as world:
        portal.call(post, world)
        yield portal, world


@pytest.fixture
def types(served: tuple[BlockingPortal, World], monkeypatch: pytest.MonkeyPatch) -> Types:
    """Somebody types a command."""
    who = [""]

    def signed_in(server: str, lang: Tongue) -> Service:
        service = Service(server, token=None, lang=lang)
        service._client.close()
        service._client = Signed(*served, who[0], lang.value)  # type: ignore[assignment]
        return service

    monkeypatch.setattr(Service, "signed_in", signed_in)

    def typed(user: str, *arguments: str, output: str = "json", lang: str = "en") -> Result:
        who[0] = user
        return CliRunner().invoke(app, ["ros", "review", PATHWAY, *arguments, "-o", output, "--lang", lang])

    return typed


def told(result: Result) -> dict[str, Any]:
    assert result.exit_code == 0, (result.output, result.exception)
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_the_whole_way(types: Types, served: tuple[BlockingPortal, World]) -> None:
    assert told(types(TEAM, "--send"))["state"] == "in_review"
    returned = told(types(REVIEWER, "--return", "Hvem eier R01?", "--risk", "R01"))
    assert (returned["state"], returned["points"][0]["risk"]) == ("returned", "R01")
    refused = types(TEAM, "--resolve", "P1")
    assert isinstance(refused.exception, CommandError)
    assert (refused.exception.code, int(refused.exception.exit_code)) == ("POINT_NOT_YOURS_TO_CLOSE", 1)
    assert told(types(TEAM, "--answer", "P1", "Systemeieren."))["points"][0]["state"] == "answered"
    assert told(types(TEAM, "--send"))["state"] == "in_review"
    assert told(types(REVIEWER, "--resolve", "P1"))["points"][0]["state"] == "resolved"
    assert len(told(types(REVIEWER, "--comment", "Fint."))["points"]) == 2
    assert told(types(REVIEWER, "--recommend"))["state"] == "recommended"
    opinion = told(types(OFFICER, "--opinion", "concerns", "--because", "Varslingen er uklar."))
    assert opinion["points"][2]["stance"] == "concerns"
    assert told(types(CONTROLLERS[0], "--answer", "P3", "Vi varsler per brev."))["points"][2]["state"] == "answered"
    accepted = told(types(CONTROLLERS[0], "--accept", "--until", "2024-01-31", "--because", "Nytten er stor."))
    acceptance = accepted["acceptances"][0]["id"]
    printed = types(TEAM, "--statement", acceptance)
    assert served[1].wiring.seal.opened(printed.stdout).because == "Nytten er stor."
    back = told(types(CONTROLLERS[0], "--revoke", acceptance, "--because", "Nye opplysninger."))
    assert back["acceptances"][0]["state"] == "revoked"
    assert told(types(CONTROLLERS[0], "--reject"))["state"] == "rejected"
    assert "document" not in told(types(TEAM, "--show"))
    for lang, phrases in (
        ("nb", ("Risikovurderingen av", "Systemeieren.", "har innvendinger", "lukket")),
        ("nn", ("Risikovurderinga av", "Systemeieren.", "har innvendingar", "lukka")),
        ("en", ("The assessment of", "Systemeieren.", "has concerns", "closed")),
    ):
        shown = types(TEAM, "--show", output="table", lang=lang)
        assert shown.exit_code == 0, shown.exception
        for phrase in phrases:
            assert phrase in " ".join(shown.stdout.split()), (lang, phrase)


def test_it_is_posted_from_a_file_and_shown_with_the_words_of_its_levels(types: Types, tmp_path: Path) -> None:
    words = {"nb": "Stor fare", "nn": "Stor fare!", "en": "Great danger"}
    level = LevelAuthority(id="medium", label=words, above_limit=False, accepted_by=(), accepted_days=1)
    document = assessment(levels=(level,), risks=(risk(), risk("R02", level="not_assessed")))
    file = tmp_path / "assessment.json"
    file.write_bytes(document.to_bytes())
    posted = told(types(TEAM, "--post", str(file)))
    assert (posted["assessment"], posted["state"]) == (document.digest, "draft")
    assert told(types(TEAM, "--post", str(file)))["revision"] == posted["revision"]  # the same again is nothing new
    for lang, nothing in (("nb", "Ikke vurdert"), ("nn", "Ikkje vurdert"), ("en", "Not assessed")):
        shown = types(TEAM, "--show", output="table", lang=lang).stdout
        assert shown.count(words[lang]) == 2
        assert shown.count(nothing) == 2
        assert "medium" not in shown
    file.write_text('{"schema": "assessment/1"')
    refused = types(TEAM, "--post", str(file))
    assert isinstance(refused.exception, CommandError)
    assert (refused.exception.code, int(refused.exception.exit_code)) == ("JSON_SYNTAX", 3)
    assert "assessment.json:1:26:" in str(refused.exception)
    missing = types(TEAM, "--post", str(tmp_path / "none.json"))
    assert isinstance(missing.exception, CommandError)
    assert int(missing.exception.exit_code) == 3


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), "REVIEW_ONE_THING"),
        (("--post", "a.json", "--send"), "REVIEW_ONE_THING"),
        (("--send", "--recommend"), "REVIEW_ONE_THING"),
        (("--opinion", "perhaps", "--because", "x"), "OPINION_FORM"),
        (("--opinion", "concerns"), "OPINION_FORM"),
        (("--revoke", "ac-x"), "REVOCATION_FORM"),
        (("--resolve", "../../tenants"), "ID_FORM"),
        (("--send", "--risk", "R01"), "OPTION_ASTRAY"),
        (("--send", "--because", "x"), "OPTION_ASTRAY"),
        (("--show", "--until", "2024-01-01"), "OPTION_ASTRAY"),
        (("--show", "--send"), "REVIEW_ONE_THING"),
        (("--accept", "--because", "x"), "ACCEPTANCE_FORM"),
        (("--statement", "../x"), "ID_FORM"),
    ],
)
def test_what_cannot_be_asked_for(types: Types, arguments: tuple[str, ...], code: str) -> None:
    refused = types(TEAM, *arguments)
    assert isinstance(refused.exception, CommandError), refused.output
    assert (refused.exception.code, int(refused.exception.exit_code)) == (code, 2)
    assert refused.exception.hint


def test_the_texts_are_not_one_anothers_copies() -> None:
    from prosess.cli.text.review import REVIEW
    from prosess.domain.text import Language

    for key in ("review.state", "review.former_manifest", "review.no_points"):
        assert len({REVIEW[key].in_language(language) for language in Language}) == 3
