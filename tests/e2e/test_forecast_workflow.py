"""The weekly workflow that tells what is to come: its own steps, run by a shell as a runner would, in a clone."""

import subprocess
from pathlib import Path

import pytest

from tests.e2e.runner import Runner, Workflow

WORKFLOW = Workflow("forecast.yml")
STEPS, BY_ID = WORKFLOW.steps, WORKFLOW.by_id
GH = """#!/usr/bin/env bash
printf '%s\\n' "$*" >> "$GH_CALLS"
if [ "$1 $2" = "issue list" ]; then echo "$GH_OPEN"; exit "${GH_FAILS:-0}"; fi
"""
"""What stands for GitHub's own program: it writes down what it is asked, and tells the issue that is open."""


def test_the_workflow_asks_for_no_credentials_and_no_more_rights_than_it_uses() -> None:
    assert WORKFLOW.document["permissions"] == {"contents": "read", "issues": "write"}
    assert "secrets." not in WORKFLOW.source


def test_what_others_write_never_stands_in_a_script() -> None:
    assert not [step for step in STEPS if "${{" in step.get("run", "")]


def test_it_runs_once_a_week_so_that_the_last_seven_days_are_always_told() -> None:
    (schedule,) = WORKFLOW.document[True]["schedule"]  # YAML 1.1 reads the key `on` as true
    minute, hour, day, month, weekday = schedule["cron"].split()
    assert (day, month, weekday) == ("*", "*", "1")
    assert minute.isdigit()
    assert hour.isdigit()


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """A folder with a forecast, and what stands for GitHub's program first on the path."""
    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "gh").write_text(GH, "utf-8")
    (programs / "gh").chmod(0o755)
    (tmp_path / "build" / "ci").mkdir(parents=True)
    (tmp_path / "build" / "ci" / "forecast.md").write_text("23 hendelser\n", "utf-8")
    calls = {"GH_CALLS": str(tmp_path / "calls"), "GH_OPEN": "", "PATH": f"{programs}:/usr/bin:/bin"}
    return Runner(WORKFLOW, tmp_path, environment=calls)


def told(runner: Runner, **more: str) -> tuple[subprocess.CompletedProcess[str], list[str]]:
    runner.environment |= more
    done = runner.run(BY_ID["tell"])
    return done, [" ".join(one.split()[:3]) for one in (runner.folder / "calls").read_text("utf-8").splitlines()]


def test_the_first_week_opens_an_issue_and_the_next_writes_in_it(runner: Runner) -> None:
    done, calls = told(runner)
    assert (done.returncode, calls) == (0, ["issue list --state", "issue create --title"])
    done, calls = told(runner, GH_OPEN="17")
    assert (done.returncode, calls[2:]) == (0, ["issue list --state", "issue comment 17"])


def test_where_the_issues_cannot_be_read_nothing_is_opened_and_the_job_fails(runner: Runner) -> None:
    done, calls = told(runner, GH_FAILS="1")
    assert (done.returncode != 0, calls) == (True, ["issue list --state"])


def test_the_forecast_of_the_example_is_written(tmp_path: Path) -> None:
    runner = Runner.in_a_clone(WORKFLOW, tmp_path / "region")
    done = runner.run(BY_ID["forecast"])
    assert done.returncode == 0, done.stderr
    page = (runner.folder / "build" / "ci" / "forecast.md").read_text("utf-8")
    assert 0 < len(page.splitlines()) <= 40
    assert (runner.folder / "summary.md").read_text("utf-8") == page
