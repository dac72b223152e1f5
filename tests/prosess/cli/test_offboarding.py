"""``prosess tenant offboard``: the plan in words, as data and as a page."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from prosess.cli.app import app
from prosess.cli.exit import CommandError, Exit
from prosess.contracts.offboarding import Offboarding

pytestmark = pytest.mark.usefixtures("planned_in_forks")

EXAMPLE = Path(__file__).parents[3] / "examples" / "helse-sor-ost"
PROD = EXAMPLE / "environments" / "prod.yaml"


@pytest.fixture(scope="module")
def onboarding(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("onboarding") / "onboarding.json"
    tenants = [{"id": "siv", "organisation": "983975259", "manifest": "sha256:a"}]
    path.write_text(json.dumps({"schema": "onboarding/1", "environment": "prod", "tenants": tenants}), "utf-8")
    return path


def offboard(tenant: str, onboarding: Path, *flags: str) -> str:
    arguments = ["tenant", "offboard", tenant, "--env", str(PROD), "--onboarding", str(onboarding), *flags]
    result = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


def test_the_plan_is_data(onboarding: Path) -> None:
    plan = Offboarding.from_bytes(offboard("siv", onboarding, "-o", "json"))
    assert plan.organisation == "983975259"
    assert [step.kind for step in plan.steps if step.action == "return"] == ["relations"]


def test_the_plan_is_a_page_in_the_readers_language(onboarding: Path) -> None:
    page = offboard("siv", onboarding, "-o", "markdown", "--lang", "nn")
    assert page.startswith("# Avvikling av siv (983975259) i prod\n")
    assert "| Blir levert tilbake | relasjonane (1) | 983975259 |" in page
    assert page.endswith("Dette er ein plan. Ingenting er endra.\n")


def test_a_tenant_that_is_not_there_is_told_with_its_place(onboarding: Path) -> None:
    with pytest.raises(CommandError) as caught:
        offboard("ahus", onboarding)
    assert caught.value.exit_code is Exit.INVALID
    assert caught.value.code == "TENANT_NOT_ONBOARDED"
    assert "siv" in caught.value.message
