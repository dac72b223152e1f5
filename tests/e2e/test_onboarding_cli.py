"""The onboarding of the example through the commands, as people type them against a service that runs.

The tests of the first half tell one story and stand in its order; each looks at what the story had come to.
"""

import json
import re
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from prosess.contracts import Decision
from tests.e2e.conftest import EXAMPLE, PROSESS, Ran
from tests.e2e.service import (
    ACTOR,
    AUDITOR,
    AUTHOR_AS_ACTOR,
    DEPENDENCY,
    INTO,
    OTHER_ACTOR,
    PATHWAY,
    TEAM,
    People,
    clean,
    prosess,
    served,
)

# Forty seconds of commands; `make test` has the demo, which onboards through the same service.
pytestmark = pytest.mark.verify

TENANT_FILE = EXAMPLE / "tenants" / "siv.yaml"
PATHWAY_FILE = EXAMPLE / "pathways" / "kols-siv.yaml"
SUBMIT = ("pathway", "submit", PATHWAY_FILE, "-e", INTO)
CONFIRM = ("dependency", "confirm", PATHWAY, DEPENDENCY, "--as")
OTHER = "nye-integrasjonstjenester-api"
USERS = (TEAM, ACTOR, OTHER_ACTOR, AUTHOR_AS_ACTOR, AUDITOR)


@dataclass(frozen=True)
class Story:
    """What everybody typed and how it ended, and what the service knew before and after it was killed."""

    ran: dict[str, Ran]
    people: People
    before: dict[str, Any]
    after: dict[str, Any]

    def __getitem__(self, key: str) -> Ran:
        return self.ran[key]


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """Everybody's commands in their order; in the midst of it the service is killed, and started again."""
    data, homes = (tmp_path_factory.mktemp(name) for name in ("served", "homes"))
    ran: dict[str, Ran] = {}
    with served(data) as first:
        people = People(first.address, homes)
        for user in USERS:
            ran[f"login {user}"] = people.types(user, "login", user)
        ran["tenant"] = people.types(TEAM, "tenant", "submit", TENANT_FILE)
        ran["submitted"] = people.types(TEAM, *SUBMIT)
        ran["register before"] = people.types(TEAM, "dependency", "list", PATHWAY, "-o", "json")
        ran["stranger"] = people.types(OTHER_ACTOR, *CONFIRM, "sykehuspartner")
        ran["author"] = people.types(AUTHOR_AS_ACTOR, *CONFIRM, "sykehuspartner")
        ran["team"] = people.types(TEAM, *CONFIRM, OTHER, "-o", "json")
        ran["first"] = people.types(ACTOR, *CONFIRM, "sykehuspartner")
        before = state(people, data)
        first.kill()
    with served(data, port=first.address.rpartition(":")[2]):
        # The logins of before still count: nobody has to do anything twice.
        after = state(people, data)
        ran["gates"] = people.types(TEAM, "gate", "list", PATHWAY, "-e", INTO)
        ran["explained"] = people.types(TEAM, "gate", "explain", PATHWAY, "G4", "-e", INTO, "-o", "json")
        ran["explained in nb"] = people.types(TEAM, "gate", "explain", PATHWAY, "g4", "-e", INTO, "--lang", "nb")
        ran["other"] = people.types(OTHER_ACTOR, *CONFIRM, OTHER, "--lang", "nn")
        ran["again"] = people.types(TEAM, *SUBMIT, "-o", "json")
        ran["register"] = people.types(TEAM, "dependency", "list", PATHWAY)
        ran["verified"] = people.types(AUDITOR, "audit", "verify")
        ran["exported"] = people.types(AUDITOR, "audit", "export")
        yield Story(ran, people, before, after)


def state(people: People, folder: Path) -> dict[str, Any]:
    """Everything that was decided and done so far, as the service tells it, and the rows that it keeps."""
    return {
        "register": people.asks(TEAM, "GET", f"/pathways/{PATHWAY}/dependencies"),
        "operations": people.asks(TEAM, "GET", "/operations"),
        "gates": people.asks(TEAM, "GET", f"/pathways/{PATHWAY}/gates?environment={INTO}"),
        "pathway": people.asks(TEAM, "GET", f"/pathways/{PATHWAY}"),
        "audit": people.asks(AUDITOR, "GET", "/audit?limit=500"),
        "rows": counted(folder / "data" / "prosess.db"),
    }


def counted(file: Path) -> dict[str, int]:
    """Rows of every table."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608


def text(ran: Ran) -> str:
    """Give what was printed as data, on one line, without the table's own spaces."""
    return " ".join(ran.out.decode().split())


def test_login_keeps_a_token_that_nobody_else_can_read(story: Story) -> None:
    for user in USERS:
        ran = story[f"login {user}"]
        assert ran.code == 0, ran.err
        assert user in ran.out.decode()
    kept = Path(story.people.variables(TEAM)["XDG_CONFIG_HOME"]) / "prosess" / "token.json"
    assert kept.stat().st_mode & 0o077 == 0
    assert json.loads(kept.read_text())[story.people.address] not in story[f"login {TEAM}"].out.decode()


def test_somebody_unknown_cannot_log_in(story: Story) -> None:
    ran = story.people.types("nobody@nowhere", "login", "nobody@nowhere")
    assert ran.code != 0
    assert ran.out == b""


def test_the_tenant_joins(story: Story) -> None:
    assert story["tenant"].code == 0, story["tenant"].err


def test_a_pathway_that_waits_for_people_is_exit_5_and_says_for_whom(story: Story) -> None:
    ran = story["submitted"]
    assert ran.code == 5, ran.err
    assert "G4" in text(ran)
    assert "2023-10-20" in text(ran)
    assert "actor that others depend on" in text(ran)


def test_the_register_tells_what_was_stated_and_what_is_confirmed(story: Story) -> None:
    (row,) = json.loads(story["register before"].out)["dependencies"]
    assert (row["id"], row["stated_light"], row["computed_light"]) == (DEPENDENCY, "yellow", "yellow")
    assert row["stated_mutual_plan"] is True
    assert [party["confirmed"] for party in row["parties"]] == [False, False]
    assert story["register"].code == 0
    assert "● green" in text(story["register"])


@pytest.mark.parametrize(
    ("who", "code"),
    [("stranger", "NOT_OWN_ACTOR"), ("author", "SEPARATION_OF_DUTIES"), ("team", "ROLE_LACKS_PERMISSION")],
)
def test_the_wrong_party_is_refused_with_reason_and_remedy(who: str, code: str, story: Story) -> None:
    ran = story[who]
    assert ran.code == 1
    assert ran.out == b""
    assert code in ran.err
    if who == "team":
        told = json.loads(ran.err)
        assert all(told[key] for key in ("message", "hint"))
    else:
        assert "  → " in ran.err


def test_each_actor_confirms_its_own_part(story: Story) -> None:
    assert [story[one].code for one in ("first", "other")] == [0, 0], story["other"].err
    assert "confirmed" in text(story["first"])
    assert "stadfest" in text(story["other"])


def test_the_list_of_gates_ends_with_1_and_says_what_is_missing(story: Story) -> None:
    ran = story["gates"]
    assert ran.code == 1
    for word in (
        "G0 Identity ✓ Open",
        "G3 Risk assessment ✗ Closed",
        "✗ Closed Nye integrasjonstjenester – API has not",
    ):
        assert word in text(ran)
    assert "2023-10-20" in text(ran)


def test_the_explanation_of_a_gate_is_a_decision(story: Story) -> None:
    ran = story["explained"]
    assert ran.code == 0
    decision = Decision.from_bytes(ran.out)
    assert decision.to_bytes() == ran.out
    assert not decision.allow
    (reason,) = decision.reasons
    assert (reason.code, reason.unblocked_by) == ("G4_DEPENDENCY_NOT_CONFIRMED", "dependency_actor")
    assert reason.facts["actor"] == OTHER
    said = text(story["explained in nb"])
    assert "har ikke bekreftet sin del" in said
    assert "Bekreft egen del i tjenesten" in said
    assert "G4_DEPENDENCY_NOT_CONFIRMED" in said


def test_submitting_again_shows_where_the_same_operation_stands(story: Story) -> None:
    ran = story["again"]
    assert ran.code == 5, ran.err
    operation = json.loads(ran.out)
    assert {gate["gate"] for gate in operation["gates"] if gate["state"] == "closed"} == {"G3", "approval"}
    of = story.people.asks(TEAM, "GET", f"/operations?of=pathway/{PATHWAY}")["operations"]
    assert [one["id"] for one in of] == [operation["id"]]


def test_the_trail_is_intact_and_leaves_as_json_lines_about_nobody(story: Story) -> None:
    assert story["verified"].code == 0
    entries = [json.loads(line) for line in story["exported"].out.splitlines()]
    assert [one["record"]["seq"] for one in entries] == list(range(1, len(entries) + 1))
    assert f"{len(entries)} entries" in text(story["verified"])
    assert all(two["previous"] == one["hash"] for one, two in pairwise(entries))
    free = re.sub(rb"sha256:[0-9a-f]{64}", b"", story["exported"].out)
    assert re.search(rb"\d(?:[ .\-]?\d){10}(?!\d)", re.sub(rb"\d{4}-\d\d-\d\dT[\d:.]+Z", b"", free)) is None


def test_only_the_providers_auditor_takes_the_trail_away(story: Story) -> None:
    ran = story.people.types(TEAM, "audit", "export")
    assert ran.code == 1
    assert ran.out == b""


# --- killed ----------------------------------------------------------------------------------------------------------


def test_a_service_that_was_killed_lost_nothing_and_did_nothing_twice(story: Story) -> None:
    assert story.before["rows"]["confirmation"] == 1
    assert story.after == story.before


def test_a_submission_that_is_killed_under_way_is_carried_out_once(tmp_path: Path) -> None:
    with served(tmp_path) as first:
        people = People(first.address, tmp_path)
        people.types(TEAM, "login", TEAM)
        assert people.types(TEAM, "tenant", "submit", TENANT_FILE).code == 0
        typed = subprocess.Popen(
            [str(PROSESS), *map(str, SUBMIT)], cwd=tmp_path, env=clean(people.variables(TEAM)),
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )  # fmt: skip
        until = time.monotonic() + 30
        while not first.answered("/pathways/{pathway_id}/submissions") and time.monotonic() < until:
            time.sleep(0.002)
        first.kill()
        _, said = typed.communicate(timeout=60)
        # Whoever typed it hears that the service went away, unless it had the answer in this very moment.
        assert typed.returncode in (5, 6), said
    with served(tmp_path) as second:
        people = People(second.address, tmp_path)
        assert people.types(TEAM, "login", TEAM).code == 0
        ran = people.types(TEAM, *SUBMIT, "-o", "json")
        assert ran.code == 5, ran.err
        operation = json.loads(ran.out)
        known = people.asks(TEAM, "GET", f"/operations?of=pathway/{PATHWAY}")["operations"]
        assert [one["id"] for one in known] == [operation["id"]]
        actions = [one["event"]["action"] for one in people.asks(AUDITOR, "GET", "/audit?limit=500")["entries"]]
        for once in ("tenant:join", "pathway:submit", "pathway:write"):
            assert actions.count(once) == 1, (once, actions)
        assert [step["key"] for step in operation["steps"]] == ["checks"]
        assert people.asks(AUDITOR, "GET", "/audit/verify")["intact"] is True


def test_a_service_without_its_settings_is_exit_3_and_names_them(tmp_path: Path) -> None:
    ran = prosess("api", "serve", "--port", "0", cwd=tmp_path)
    assert ran.code == 3
    assert "PROSESS_REGION_FILE" in ran.err
