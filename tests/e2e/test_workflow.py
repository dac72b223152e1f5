"""The workflow for pull requests: its own steps, run by a shell as a runner would, in a clone."""

from pathlib import Path

import pytest

from tests.e2e.runner import ROOT, Runner, Workflow

WORKFLOW = Workflow("pull-request.yml")
STEPS, BY_ID = WORKFLOW.steps, WORKFLOW.by_id
GATED = ("plan", "compare", "scan", "risks")
LONGEST = 40
"""Lines of one part of the comment."""


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    """A clone of the project, as a pull request that changes nothing of the example."""
    return Runner.in_a_clone(WORKFLOW, tmp_path_factory.mktemp("clone") / "region")


def test_the_workflow_asks_for_no_credentials_and_no_more_rights_than_it_uses() -> None:
    assert WORKFLOW.document["permissions"] == {
        "contents": "read",
        "pull-requests": "write",
        "security-events": "write",
    }
    assert "secrets." not in WORKFLOW.source


def test_what_others_write_never_stands_in_a_script() -> None:
    """A title or a branch name that is filled into a script would be run by it."""
    assert not [step for step in STEPS if "${{" in step.get("run", "")]


def test_every_step_before_the_gate_is_asked_about_by_it() -> None:
    gate = STEPS[-1]
    assert set(BY_ID) == set(GATED)
    assert all(f"steps.{id_}.outcome" in " ".join(gate["env"].values()) for id_ in GATED)


@pytest.mark.parametrize("failed", GATED)
def test_the_gate_fails_where_any_step_did(failed: str, tmp_path: Path) -> None:
    outcomes = dict.fromkeys(GATED, "success") | {failed: "failure"}
    done = Runner(WORKFLOW, tmp_path, "base", outcomes).run(STEPS[-1])
    assert done.returncode != 0
    assert f"{failed} failure" in done.stdout


def test_the_gate_opens_where_every_step_succeeded(tmp_path: Path) -> None:
    assert Runner(WORKFLOW, tmp_path, "base", dict.fromkeys(GATED, "success")).run(STEPS[-1]).returncode == 0


@pytest.mark.verify
def test_a_change_is_planned_compared_scanned_and_assessed(runner: Runner) -> None:
    if not (ROOT / ".tools" / "checkov").exists():
        pytest.fail("Checkov is missing: run `make tools`")
    talk = {id_: runner.note(BY_ID[id_]) for id_ in GATED}
    assert {id_: runner.outcomes[id_] for id_ in ("plan", "compare", "scan")} == dict.fromkeys(
        ("plan", "compare", "scan"), "success"
    ), {id_: done.stderr for id_, done in talk.items()}
    # The example has two risks that nobody has accepted: the gate says so.
    assert runner.outcomes["risks"] == "failure", talk["risks"].stderr
    parts = sorted((runner.folder / "build" / "ci").glob("*.md"))
    assert [part.name for part in parts] == ["1-compare.md", "2-scan.md", "3-risks.md"]
    assert all(0 < len(part.read_text("utf-8").splitlines()) <= LONGEST for part in parts)
    assert {"R12", "R13"} <= set(parts[2].read_text("utf-8").replace("|", " ").replace("*", " ").split())
    report = runner.folder / "build" / "ci" / "report"
    assert {path.suffix for path in report.iterdir()} >= {".html", ".pdf", ".xml"}
    assert (runner.folder / "build" / "ci" / "prosess.sarif").stat().st_size > 0
    gate = runner.run(STEPS[-1])
    assert gate.returncode == 1
    assert "risks failure" in gate.stdout
