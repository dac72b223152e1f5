"""``prosess ros forecast``: what reviewed files exempt, from every file that may, told beside what turns."""

import json
from datetime import date, datetime
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from infra.scanning.suppressions import own_suppressions
from policies.exemptions import Exemption
from prosess.cli import judging
from prosess.cli.app import app
from prosess.cli.exit import CommandError, Exit
from prosess.cli.judging import Judged, judged
from prosess.cli.options import Tongue
from prosess.contracts import Graph

pytestmark = pytest.mark.usefixtures("planned_in_forks")

EXAMPLE = Path(__file__).parents[4] / "examples" / "helse-sor-ost"
DAY = "2023-10-05"
WHO = "platform_owner at Sykehuspartner"
PROD = "00000000-0000-4000-8000-000000000013"


@pytest.fixture(scope="module")
def once() -> tuple[Graph, Judged]:
    path = EXAMPLE / "environments" / "prod.yaml"
    return judged(path, as_of=datetime.fromisoformat(DAY), lang=Tongue.EN)


@pytest.fixture
def region(once: tuple[Graph, Judged], tmp_path: Path) -> Path:
    """The example, whose environment and pathway each have something exempted."""
    region = Path(copytree(EXAMPLE, tmp_path / "region"))
    graph, result = once
    for name, document in {"graph": graph, "findings": result.findings, "evidence": result.evidence}.items():
        (region / f"{name}.json").write_bytes(document.to_bytes())
    environment = region / "environments" / "prod.yaml"
    exemption = (
        "    policies:\n      mode: create\n      exemptions:\n"
        f"        - {{policy: group-tags, resource: /subscriptions/{PROD}/resourceGroups/rg-gammel,"
        f" reason: Laget for hand., owner: {WHO}, expires: 2023-11-04}}\n"
    )
    written = environment.read_text("utf-8")
    assert "  governance:" not in written
    written = written.replace("\nservices:\n", f"\nservices:\n  governance:\n{exemption}", 1)
    environment.write_text(excepted(written, "2023-10-12"), "utf-8")
    pathway = region / "pathways" / "kols-siv.yaml"
    pathway.write_text(excepted(pathway.read_text("utf-8"), "2023-10-05"), "utf-8")
    return region


def excepted(written: str, until: str) -> str:
    rule = "PATIENT_SURFACE_NEEDS_CITIZEN_LOGIN"
    one = f"{{rule: {rule}, reason: Bundet til enhet., owner: produkteier, expires: {until}}}"
    return written.replace("\naccess:\n", f"\naccess:\n  exceptions: [{one}]\n", 1)


def forecast(region: Path, *more: str, as_of: str = DAY, ros: str = "ros-kols-siv") -> Result:
    record = {name: str(region / f"{name}.json") for name in ("graph", "findings", "evidence")}
    handed = [part for name, path in record.items() for part in (f"--{name}", path)]
    return CliRunner().invoke(app, ["ros", "forecast", str(region / ros), *handed, "--as-of", as_of, *more])


def ends(found: Result) -> list[dict[str, Any]]:
    assert found.exit_code == 0, found.output
    return [one for one in json.loads(found.stdout)["turns"] if one["kind"] == "exception_ends"]


def test_each_reviewed_file_is_told_with_its_owner_and_notice(region: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    urn = "urn:pulumi:prod::platform::azure-native:keyvault:Vault::secrets"
    own = Exemption(rule="PP-CHG-001", resource=urn, reason="x", owner=WHO, expires=date(2023, 10, 1))
    monkeypatch.setattr(judging, "own_exemptions", lambda: (own,))
    file = region / "environments" / "prod.yaml"
    found = ends(forecast(region, "--env", str(file), "--days", "1", "-o", "json"))
    assert [(one["facts"]["exception"], one["facts"]["until"], one["facts"].get("notice")) for one in found] == [
        ("access_exception", "2023-10-05", 0),
        ("access_exception", "2023-10-12", 7),
        ("policy_exemption", "2023-11-04", 30),
        ("rule_exemption", "2023-10-01", None),
    ]
    assert [one["tell"] for one in found] == [["produkteier"], ["produkteier"], [WHO], [WHO]]
    assert [Path(one["facts"]["file"]).name for one in found] == [
        "kols-siv.yaml", "prod.yaml", "prod.yaml", "exemptions.yaml",
    ]  # fmt: skip


def test_checks_that_are_not_believed_are_told_in_time(region: Path) -> None:
    last = min(one.expires for one in own_suppressions())
    found = ends(forecast(region, "--days", "1", "-o", "json", as_of=last.isoformat()))
    told = [one["facts"] for one in found if one["facts"]["exception"] == "check_suppression"]
    today = sorted({one.check for one in own_suppressions() if one.expires == last})
    assert [one["rules"] for one in told if one["notice"] == 0] == [today]


@pytest.mark.parametrize(
    ("lang", "phrase"),
    [
        ("nb", "unntaket fra Azure-policyen group-tags på rg-gammel gjelder til og med 2023-11-04 (innenfor 30 dager)"),
        ("nn", "unntaket frå Azure-policyen group-tags på rg-gammel gjeld til og med 2023-11-04 (innan 30 dagar)"),
        ("en", "the exemption from the Azure policy group-tags on rg-gammel holds through 2023-11-04 (within 30 days)"),
    ],
)
def test_it_is_told_in_the_readers_language(region: Path, lang: str, phrase: str) -> None:
    file = region / "environments" / "prod.yaml"
    found = forecast(region, "--env", str(file), "--days", "1", "-o", "markdown", "--lang", lang)
    assert phrase in found.stdout.replace("\\", ""), found.stdout


def test_an_invalid_environment_is_exit_3(region: Path) -> None:
    file = region / "environments" / "prod.yaml"
    file.write_text(file.read_text("utf-8").replace(", expires: 2023-11-04", ""), "utf-8")
    refused = forecast(region, "--env", str(file)).exception
    assert isinstance(refused, CommandError)
    assert refused.exit_code is Exit.INVALID
