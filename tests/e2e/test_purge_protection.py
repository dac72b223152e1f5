"""One safe default taken away: exactly its rule fails, exactly the linked risks move, and the vault is named."""

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from infra.planning.offline import plan
from policies.engine.embedded import EmbeddedEngine
from policies.engine.evaluate import evaluate
from prosess.cli.options import OSLO
from prosess.contracts import Evidence, Findings, Graph, Producer, State
from prosess.contracts.assessment import Assessment
from prosess.documents import read
from prosess.domain.environment import Environment
from prosess.domain.text import Language
from ros.engine import assess
from ros.evidence import Gathered
from ros.explain import explain
from ros.loading import load_analysis
from tests.e2e.conftest import EXAMPLE, ROOT

pytestmark = pytest.mark.usefixtures("planned_in_forks")

DAY = date(2023, 10, 5)
FILES = load_analysis(EXAMPLE / "ros")
PROD = read(Environment, EXAMPLE / "environments" / "prod.yaml")


def planned(folder: Path, settings: dict[str, Any]) -> Graph:
    given = folder / "given.json"
    environment = PROD.model_dump(mode="json", by_alias=True, exclude_none=True)
    given.write_text(json.dumps({"environment": environment, "onboarding": None, "settings": settings}))
    program = ROOT / "tests/infra/programs/variant"
    return plan(program, project="prosess", stack="prod", config={"given": str(given)})


def judged(graph: Graph) -> tuple[Findings, Assessment]:
    engine = EmbeddedEngine()
    findings = evaluate(graph, engine, as_of=DAY)
    collected = datetime(2023, 10, 5, tzinfo=OSLO)
    evidence = Evidence(
        findings=findings.digest,
        graph=graph.digest,
        producer=Producer(name="prosess", version="0", engine=engine.name),
        collected=collected,
        expires=collected + timedelta(days=7),
    )
    return findings, assess(FILES, Gathered(graph, findings, evidence), as_of=DAY)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> tuple[Findings, Assessment]:
    return judged(planned(tmp_path_factory.mktemp("before"), {}))


def linked(rule: str) -> set[str]:
    """Risks that lean on a rule, as the files say."""
    controls = {one.id for one in FILES.controls if any(check.rule == rule for check in one.rule_checks)}
    return {risk.id for risk in FILES.risks if any(use.ref in controls for use in risk.controls)}


@pytest.mark.parametrize(("component", "named"), [("secret_vault", "secrets"), ("key_vault", "keys")])
def test_purge_protection_taken_from_a_vault(
    component: str, named: str, before: tuple[Findings, Assessment], tmp_path: Path
) -> None:
    graph = planned(tmp_path, {f"{component}.purge_protection": False})
    findings, assessment = judged(graph)

    failing = [one for one in findings.findings if one.state is State.FAIL]
    assert {one.rule for one in failing} == {"PP-KV-002"}
    assert [one.resource.rpartition("::")[2] for one in failing] == [named]
    assert not [one for one in before[0].findings if one.state is State.FAIL]

    moved = {
        now.id
        for was, now in zip(before[1].risks, assessment.risks, strict=True)
        if (was.current, was.derivation.likelihood_steps, was.derivation.consequence_steps)
        != (now.current, now.derivation.likelihood_steps, now.derivation.consequence_steps)
    }
    assert moved == linked("PP-KV-002")
    assert moved

    for risk in moved:
        for language, word in ((Language.NB, "nøkkelhvelvet"), (Language.NN, "nøkkelkvelvet"), (Language.EN, "vault")):
            told = explain(assessment, risk, language, files=FILES)
            assert f"«{named}»" in told or f"“{named}”" in told
            assert word in told
            assert failing[0].resource in told
            assert "enablePurgeProtection" in told
