"""Gates against a baseline, and differences with their cause, as a user asks for them."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from prosess.contracts import Movements
from prosess.contracts.assessment import Assessment
from prosess.contracts.movements import CauseKind, Moved
from tests.e2e.conftest import EXAMPLE, ROOT, Run

AS_OF = ("--as-of", "2023-10-05")
SETTING = "public_network_access: bool = False"


def git(repository: Path, *arguments: str) -> None:
    who = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(repository), *who, *arguments], check=True, capture_output=True)


@pytest.mark.usefixtures("planned_in_forks")
def test_a_risk_that_is_worse_than_the_baseline_fails_and_the_two_can_be_held_together(here: Run, region: Path) -> None:
    command = ("ros", "check", region / "ros", "--env", region / "environments" / "prod.yaml", *AS_OF)
    first = here(*command, "--write-baseline", "-o", "json")
    now = Assessment.from_bytes(first.out)
    kept = region / "ros" / "baseline.json"
    assert Assessment.from_bytes(kept.read_bytes()) == now.model_copy(update={"gates": ()})
    assert [one.gate for one in now.gates] == ["level", "expired", "lapsed"]

    document = json.loads(kept.read_bytes())
    (spoilt,) = (one for one in document["risks"] if one["id"] == "R10")
    assert spoilt["current"]["level"] == "medium"
    spoilt["current"]["level"] = "low"
    kept.write_text(json.dumps(document))
    ran = here(*command, "--gate", "new-or-worse", "-o", "json")
    assert ran.code == 1
    (answer,) = Assessment.from_bytes(ran.out).gates
    assert [(one.code, one.subject) for one in answer.reasons] == [("worse", "R10")]

    (region / "now.json").write_bytes(first.out)
    told = here("ros", "diff", f"{kept}..{region / 'now.json'}", "-o", "json")
    (moved,) = Movements.from_bytes(told.out).movements
    # Only a level was spoilt: what it follows from stands, and that is said.
    assert (moved.risk, moved.moved, [one.kind for one in moved.causes]) == ("R10", Moved.HIGHER, [CauseKind.ENGINE])
    assert here("ros", "diff", f"{kept}", "-o", "json").code == 2


def test_a_revision_is_told_by_the_resource_that_moved_it(run: Run, tmp_path: Path) -> None:
    at = tmp_path / "repository"
    for package in ("infra", "prosess", "policies"):
        shutil.copytree(ROOT / package, at / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(EXAMPLE, at / "region")
    git(at, "init", "--quiet", "--initial-branch=main")
    git(at, "add", "--all")
    git(at, "commit", "--quiet", "--message", "first")
    git(at, "tag", "first")
    vault = at / "infra" / "components" / "security" / "vault.py"
    program = vault.read_text()
    assert SETTING in program
    vault.write_text(program.replace(SETTING, SETTING.replace("False", "True")))
    risks = at / "region" / "ros" / "risks"
    (risks / "R09.yaml").rename(risks / "open.yaml")
    spelt = (risks / "R16.yaml").read_text()
    (risks / "R16.yaml").write_text(spelt.replace('title:\n  nb: "', 'title:\n  nb: "Nytt: ', 1))
    git(at, "commit", "--quiet", "--all", "--message", "second")
    git(at, "add", "--all")
    git(at, "commit", "--quiet", "--amend", "--no-edit")

    where = ("--ros", "region/ros", "--env", "region/environments/prod.yaml", *AS_OF)
    ran = run("ros", "diff", "first..HEAD", *where, "-o", "json", cwd=at)
    assert ran.code == 0, ran.err
    found = Movements.from_bytes(ran.out)
    assert found.before.policy_revision == found.after.policy_revision
    assert [(one.risk, one.moved) for one in found.movements if one.moved is not Moved.STOOD] == [("R09", Moved.HIGHER)]
    (moved,) = found.moved
    assert {one.rule for one in moved.causes if one.kind is CauseKind.RESOURCE} == {"PP-KV-001"}
    assert {one.path for one in moved.causes if one.rule} == {"properties.publicNetworkAccess"}
    others = {one.risk: {cause.kind for cause in one.causes} for one in found.movements if one is not moved}
    assert others == {"R16": {CauseKind.TEXT}}
    assert str(tmp_path) not in ran.out.decode()
