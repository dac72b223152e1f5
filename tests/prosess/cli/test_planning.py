"""What ends a plan, as its reader meets it: the refusal itself, where it stands, and no frames of the program."""

import json
from pathlib import Path
from typing import Any

import pytest

from infra.planning.graph import PlanError
from prosess.cli.exit import CommandError, Exit
from prosess.cli.options import Tongue
from prosess.cli.planning import ended, planned

EXAMPLE = Path(__file__).parents[3] / "examples" / "helse-sor-ost"
PROD = EXAMPLE / "environments" / "prod.yaml"

TENANT = {"id": "siv", "organisation": "983975259", "manifest": "sha256:a"}
PATHWAY = {
    "id": "kols-siv",
    "tenant": "siv",
    "stage": "prod",
    "manifest": "sha256:b",
    "data_controllers": ["983975259"],
    "participants": [],
    "access_options": ["helseid_attested"],
    "approved_on": "2023-10-05",
}


def onboarding(folder: Path, **parts: Any) -> Path:
    path = folder / "onboarding.json"
    path.write_text(json.dumps({"schema": "onboarding/1", "environment": "prod", **parts}, indent=1), "utf-8")
    return path


REFUSED: dict[str, tuple[dict[str, Any], str, str]] = {
    "ONBOARDING_ELSEWHERE": ({"environment": "test"}, "environment", "Miljøet"),
    "ONBOARDING_TENANT": ({"pathways": [PATHWAY]}, "pathways[0].tenant", "virksomheten siv"),
    "ONBOARDING_TENANT_TWICE": (
        {"tenants": [TENANT, TENANT | {"organisation": "993467049"}]},
        "tenants[1].id",
        "siv står to ganger",
    ),
    "ONBOARDING_STAGE": (
        {"tenants": [TENANT], "pathways": [PATHWAY | {"stage": "test"}]},
        "pathways[0].stage",
        "godkjent for test",
    ),
    "ONBOARDING_ACCESS_OPTION": (
        {"tenants": [TENANT], "pathways": [PATHWAY | {"access_options": ["citizen_idporten"]}]},
        "pathways[0].access_options",
        "trenger citizen_idporten",
    ),
    "SYNTHETIC_IN_PROD": (
        {"tenants": [TENANT | {"organisation": "310000001"}]},
        "tenants[0].organisation",
        "syntetisk",
    ),
    "ORGANISATION_NUMBER_FORM": (
        {"tenants": [TENANT | {"organisation": "siv"}]},
        "tenants[0].organisation",
        "organisasjonsnummer",
    ),
}


@pytest.mark.parametrize("code", REFUSED)
def test_an_onboarding_of_another_environment_is_refused_at_its_line(code: str, tmp_path: Path) -> None:
    parts, where, words = REFUSED[code]
    path = onboarding(tmp_path, **parts)
    with pytest.raises(CommandError) as caught:
        planned(PROD, onboarding=path, lang=Tongue.NB)
    (mistake,) = caught.value.mistakes
    assert (caught.value.exit_code, mistake["code"]) == (Exit.INVALID, code)
    assert mistake["where"]["path"] == where
    line = path.read_text().splitlines()[mistake["where"]["line"] - 1]
    assert where.rpartition(".")[2] in line
    assert words.lower() in mistake["message"].lower()
    assert mistake["hint"]


def test_what_only_the_program_can_tell_arrives_in_its_words(tmp_path: Path) -> None:
    small = tmp_path / "region" / "environments" / "prod.yaml"
    small.parent.mkdir(parents=True)
    small.write_text(PROD.read_text("utf-8").replace("10.100.200.0/23", "10.100.200.0/25"), "utf-8")
    (tmp_path / "region" / "region.yaml").write_text((EXAMPLE / "region.yaml").read_text("utf-8"), "utf-8")
    many = [TENANT | {"id": f"t{number}", "organisation": f"9830000{number}"} for number in range(10, 75)]
    with pytest.raises(CommandError) as caught:
        planned(small, onboarding=onboarding(tmp_path, tenants=many))
    error = caught.value
    assert (error.exit_code, error.code, error.where) == (Exit.INVALID, "ADDRESS_SPACE_FULL", "prod.yaml")
    assert error.message.startswith("The environment needs ")
    assert "10.100.200.0/26 has room for 59" in error.message
    assert error.hint == "Give the environment a larger services.datacentre.address_space."
    assert "Traceback" not in error.message + error.hint


@pytest.mark.parametrize(
    ("raised", "detail", "expected"),
    [
        (
            "the program failed: pulumi.errors.RunError: NAME: Azure would refuse x.\nShorten it.",
            "Traceback",
            ("NAME", "Azure would refuse x.", "Shorten it."),
        ),
        (
            "the program failed: pulumi.errors.RunError: prod.yaml:1:1: is empty.",
            "Traceback",
            ("PLAN_REFUSED", "prod.yaml:1:1: is empty.", ""),
        ),
        (
            "the program failed: ZeroDivisionError: division by zero",
            "Traceback",
            ("PLAN_FAILED", "the program failed: ZeroDivisionError: division by zero", "Traceback"),
        ),
        (
            "the record was cut short: it has no end line",
            "",
            (
                "PLAN_FAILED",
                "the record was cut short: it has no end line",
                "mend the file or the program that the message names",
            ),
        ),
    ],
)
def test_a_refusal_is_told_from_a_fault(raised: str, detail: str, expected: tuple[str, str, str]) -> None:
    error = ended(PlanError(raised, detail), PROD.name)
    assert (error.code, error.message, error.hint) == expected
