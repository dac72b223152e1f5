"""The example's facts, as the service would prepare them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from prosess.calendar import NorwegianCalendar
from prosess.documents import read
from prosess.domain.environment import Environment
from prosess.domain.gate_facts import GateFacts, WorkflowFacts
from prosess.domain.gate_input import gate_facts
from prosess.domain.organisation import Region
from prosess.domain.pathway import Pathway
from prosess.domain.tenant import Tenant

EXAMPLE = Path(__file__).parents[3] / "examples" / "helse-sor-ost"

FactsOf = Callable[..., GateFacts]


@pytest.fixture(scope="session")
def facts_of() -> FactsOf:
    """Prepare the facts of the example's pathway in an environment, on a day, with what the service knows."""
    region = read(Region, EXAMPLE / "region.yaml")
    tenant = read(Tenant, EXAMPLE / "tenants" / "siv.yaml")
    pathway = read(Pathway, EXAMPLE / "pathways" / "kols-siv.yaml")
    working_day = NorwegianCalendar().working_day

    def prepare(environment: str = "test", as_of: date = date(2023, 10, 5), **workflow: Any) -> GateFacts:
        return gate_facts(
            region=region,
            environment=read(Environment, EXAMPLE / "environments" / f"{environment}.yaml"),
            tenant=tenant,
            pathway=pathway,
            workflow=WorkflowFacts(**workflow),
            as_of=as_of,
            working_day=working_day,
        )

    return prepare
