"""A sealed acceptance from the first posting to the proof without the service, as everybody types it.

The tests tell one story, in its order; each looks at what the story had come to.
"""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from prosess.cli.judging import judge
from prosess.cli.options import Tongue
from prosess.cli.planning import planned
from prosess.cli.reviewed import environment_of
from prosess.contracts import Assessment, Evidence, Findings, State
from tests.e2e.conftest import EXAMPLE, Ran
from tests.e2e.service import PATHWAY, REVIEWER, TEAM, People, prosess, served, settled

# A service, a plan and thirty commands: a minute's work; the parts have quick tests of their own.
pytestmark = pytest.mark.verify

OWNERS = ("risk-owner@siv", "risk-owner@eksempel-kommune")
AUTHOR_AS_OWNER, REVIEWER_AS_OWNER = "product-team-as-risk-owner@siv", "reviewer-as-risk-owner@siv"
AS_OF = ("--as-of", "2023-10-05")
UNTIL = "2024-03-31"
DONE = 'privacy:\n  dpia: {on: 2023-09-20, reference: "23/00417"}\n'


@dataclass
class Desk:
    """A folder with the region's files and the recorded evidence, and the people who type beside it."""

    folder: Path
    people: People

    @property
    def analysis(self) -> Path:
        return self.folder / "region" / "ros-kols-siv"

    def types(self, user: str, *arguments: str | Path) -> Ran:
        """Run a command with a user's token."""
        return prosess(*arguments, cwd=self.folder, variables=self.people.signed_in(user))

    def reviews(self, user: str, *arguments: str | Path) -> Ran:
        return self.types(user, "ros", "review", PATHWAY, *arguments)

    def accepts(self, user: str, until: str = UNTIL) -> Ran:
        return self.reviews(user, "--accept", "--until", until, "--because", "Nytten er stor.", "-o", "json")

    def held(self, *arguments: str | Path) -> Ran:
        """Run a verb on the analysis against the recorded evidence."""
        verb, *more = arguments
        recorded = [part for name in ("graph", "findings", "evidence") for part in (f"--{name}", f"{name}.json")]
        return prosess("ros", verb, self.analysis, *recorded, *AS_OF, *more, cwd=self.folder)

    def record(self, spoil: Callable[[Findings], Findings] = lambda findings: findings) -> None:
        """Write the evidence down, as it was found or spoilt."""
        given = Findings.from_bytes((self.folder / "found.json").read_bytes())
        findings = spoil(given)
        at = Evidence.from_bytes((self.folder / "seen.json").read_bytes())
        evidence = at.model_copy(update={"findings": findings.digest})
        (self.folder / "findings.json").write_bytes(findings.to_bytes())
        (self.folder / "evidence.json").write_bytes(evidence.to_bytes())


def failing(rule: str) -> Callable[[Findings], Findings]:
    """What the rules would have found, had a rule failed wherever it passed."""

    def spoil(findings: Findings) -> Findings:
        return findings.model_copy(
            update={
                "findings": tuple(
                    one.model_copy(update={"state": State.FAIL}) if one.rule == rule else one
                    for one in findings.findings
                )
            }
        )

    return spoil


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder, data = (tmp_path_factory.mktemp(name) for name in ("desk", "served"))
    shutil.copytree(EXAMPLE, folder / "region")
    prod, day = EXAMPLE / "environments" / "prod.yaml", datetime(2023, 10, 5)
    graph = planned(prod, lang=Tongue.EN)
    judged = judge(graph, environment_of(prod, Tongue.EN), as_of=day)
    for name, document in (("graph", graph), ("found", judged.findings), ("seen", judged.evidence)):
        (folder / f"{name}.json").write_bytes(document.to_bytes())
    with served(data) as running:
        found = Desk(folder, People(running.address, folder))
        found.record()
        declared(found.people)
        yield found


def declared(people: People) -> None:
    """Have the tenant join and declare its pathway."""
    from prosess.documents import read
    from prosess.domain.pathway import Pathway
    from prosess.domain.tenant import Tenant

    def body(model: Any, path: str) -> Any:
        return read(model, EXAMPLE / path).model_dump(mode="json", by_alias=True, exclude_none=True)

    people.asks(TEAM, "PUT", "/tenants/siv", body(Tenant, "tenants/siv.yaml"))
    settled(people, people.asks(TEAM, "POST", "/tenants/siv/submissions")["id"])
    people.asks(TEAM, "PUT", f"/pathways/{PATHWAY}", body(Pathway, f"pathways/{PATHWAY}.yaml"))


def post(desk: Desk) -> Assessment:
    """Assess the folder, and post what came out."""
    ran = desk.held("check", "-o", "json")
    (desk.folder / "assessment.json").write_bytes(ran.out)
    posted = desk.reviews(TEAM, "--post", "assessment.json")
    assert posted.code == 0, posted.err
    return Assessment.from_bytes(ran.out)


def recommended(desk: Desk) -> None:
    for user, done in ((TEAM, "--send"), (REVIEWER, "--recommend")):
        assert desk.reviews(user, done).code == 0


def states(ran: Ran) -> dict[str, set[str]]:
    """What ``ros verify`` tells of each file, whichever risk it is of."""
    found: dict[str, set[str]] = {}
    for one in json.loads(ran.out):
        found.setdefault(Path(one["file"]).name, set()).add(one["state"])
    return found


BOTH = {"0.dsse.json": {"active"}, "1.dsse.json": {"active"}}


def test_what_data_protection_asks_for_comes_first(desk: Desk) -> None:
    assert desk.held("check").code == 1  # above the limit, and nobody has accepted it
    post(desk)
    recommended(desk)
    refused = desk.accepts(OWNERS[0])
    assert refused.code == 1
    assert "DPIA_NEEDED" in refused.err
    with (desk.analysis / "ros.yaml").open("a") as file:
        file.write(DONE)
    assert {one.state for one in post(desk).privacy} == {"done", "not_needed"}
    recommended(desk)


def test_neither_reviewer_nor_author_accepts_whatever_token_they_bring(desk: Desk) -> None:
    for user, code in (
        (REVIEWER, "ROLE_LACKS_PERMISSION"),
        (TEAM, "ROLE_LACKS_PERMISSION"),
        (REVIEWER_AS_OWNER, "Whoever reviews never accepts."),
        (AUTHOR_AS_OWNER, "SEPARATION_OF_DUTIES"),
    ):
        refused = desk.accepts(user)
        assert (refused.code, code in refused.err) == (1, True), (user, refused.err)
    late = desk.accepts(OWNERS[0], "2025-01-01")
    assert (late.code, "ACCEPTANCE_TOO_LONG" in late.err) == (3, True)


def test_each_data_controller_accepts_and_the_folder_proves_it_alone(desk: Desk) -> None:
    for user in OWNERS:
        found = json.loads(desk.accepts(user).out)
    assert found["state"] == "accepted"
    (desk.analysis / "acceptances").mkdir()
    for number, one in enumerate(found["acceptances"]):
        sealed = desk.reviews(OWNERS[0], "--statement", one["id"])
        (desk.analysis / "acceptances" / f"{number}.dsse.json").write_bytes(sealed.out)
    (desk.analysis / "keys.yaml").write_text(httpx.get(f"{desk.people.address}/seal-keys").text)
    ran = desk.held("verify", "-o", "json")
    assert (ran.code, states(ran)) == (0, BOTH), ran.err
    assert desk.held("check").code == 0  # above the limit, and accepted
    shown = desk.reviews(TEAM, "--show", "--lang", "nn").out.decode()
    assert "Høg" in shown
    assert "high" not in shown


def test_one_changed_byte_breaks_it(desk: Desk) -> None:
    file = desk.analysis / "acceptances" / "0.dsse.json"
    whole = file.read_bytes()
    for at in (10, len(whole) // 2, len(whole) - 40):
        changed = bytearray(whole)
        changed[at] ^= 1
        file.write_bytes(changed)
        ran = desk.held("verify", "-o", "json")
        assert (ran.code, states(ran)) == (1, {**BOTH, "0.dsse.json": {"broken"}}), at
    assert desk.held("check").code == 3  # the gate never leaves out what it cannot believe
    file.write_bytes(whole)
    assert desk.held("verify").code == 0


def test_a_raised_level_invalidates_it_and_the_gate_fails(desk: Desk) -> None:
    desk.record(failing("PP-KV-002"))
    ran = desk.held("verify", "-o", "json")
    assert (ran.code, states(ran)) == (1, {name: {"active", "invalidated"} for name in BOTH})
    overtaken = {(one["of"], one["because"]) for one in json.loads(ran.out) if one["state"] == "invalidated"}
    assert overtaken == {("R16", "level_raised")}
    checked = desk.held("check", "-o", "json")
    assert checked.code == 1
    (level,) = (one for one in Assessment.from_bytes(checked.out).gates if one.gate == "level")
    assert level.state == "closed"
    # The service is told when it is posted, and says which risk it was.
    raised = post(desk)
    told = json.loads(desk.reviews(TEAM, "--show", "-o", "json").out)
    assert {(one["state"], one["because"]) for one in told["acceptances"]} == {("invalidated", "level_raised")}
    assert told["state"] != "accepted"
    assert told["assessment"] == raised.digest
    desk.record()


def test_a_spelling_fix_keeps_it(desk: Desk) -> None:
    post(desk)
    recommended(desk)
    for user in OWNERS:
        accepted = desk.accepts(user)
    assert json.loads(accepted.out)["state"] == "accepted"
    file = desk.analysis / "risks" / "R41.yaml"
    file.write_text(file.read_text().replace('title:\n  nb: "', 'title:\n  nb: "Merk: ', 1))
    ran = desk.held("verify", "-o", "json")
    assert (ran.code, states(ran)) == (0, BOTH)
    before = json.loads(desk.reviews(TEAM, "--show", "-o", "json").out)["assessment"]
    assert post(desk).digest != before
    carried = json.loads(desk.reviews(TEAM, "--show", "-o", "json").out)
    assert (carried["state"], {one["state"] for one in carried["acceptances"]}) == ("accepted", {"active"})
