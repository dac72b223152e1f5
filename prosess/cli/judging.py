"""From a graph to findings and evidence: the rules, run by the engine that is at hand."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from prosess.cli.exit import CommandError, Exit
from prosess.cli.options import OSLO, Tongue

if TYPE_CHECKING:
    from policies.engine.bundle import RuleBundle
    from policies.engine.facts import EnvironmentFacts
    from policies.engine.protocol import PolicyEngine
    from policies.exemptions import Exemption
    from prosess.contracts import Evidence, Findings, Graph
    from prosess.domain.environment import Environment

EVIDENCE_HOLDS = timedelta(days=7)
"""How long what was found of a plan holds: a week's changes are what a review meeting looks at."""


@dataclass(frozen=True)
class Judged:
    """What the rules found of a graph, and the statement of when they found it."""

    findings: "Findings"
    evidence: "Evidence"


@contextmanager
def engine(rules: "RuleBundle | None" = None) -> Iterator["PolicyEngine"]:
    """Open the embedded policy engine, with the project's own rules where none are given.

    Raises:
        CommandError: exit 4, where the rules cannot be loaded.
    """
    from policies.engine.embedded import EmbeddedEngine
    from policies.engine.protocol import PolicyError

    try:
        opened = EmbeddedEngine(rules)
    except PolicyError as error:
        raise CommandError(
            Exit.NOT_ASSESSED, error.code, str(error), hint="run `prosess policy test` to see which rule"
        ) from error
    try:
        yield opened
    finally:
        opened.close()


def judge(graph: "Graph", environment: "Environment", *, as_of: datetime | None) -> Judged:
    """Judge the graph of an environment by the rules, with what they know of it."""
    return judge_by(facts_of(environment), graph, as_of=as_of)


def facts_of(environment: "Environment") -> "EnvironmentFacts":
    """Give what the rules know of an environment beside its graph."""
    from infra.regions import table
    from policies.engine.facts import EnvironmentFacts
    from prosess.domain.environment import PolicyDns

    countries = set(environment.residency.storage_countries)
    dns = environment.services.datacentre.private_dns
    return EnvironmentFacts(
        stage=environment.stage.value,
        regions=tuple(sorted(region for region, country in table().countries.items() if country in countries)),
        operator_countries=environment.residency.operator_access_countries,
        works_from=environment.operators(),
        zone_groups=dns.reason if isinstance(dns, PolicyDns) else None,
    )


def judge_by(
    facts: "EnvironmentFacts",
    graph: "Graph",
    *,
    as_of: datetime | None,
    rules: "RuleBundle | None" = None,
    exemptions: "tuple[Exemption, ...] | None" = None,
) -> Judged:
    """Judge a graph by the rules, and bind the findings to the moment.

    ``rules`` and ``exemptions`` are the project's own where they are not given.

    Without ``as_of`` the evidence is collected now; with it, at the beginning of that day in Oslo, so that the same
    call gives the same bytes.
    """
    from policies.engine.evaluate import evaluate
    from policies.metadata import Catalogue
    from prosess.contracts import Evidence, Producer

    collected = datetime.combine(as_of.date(), time.min, OSLO) if as_of else datetime.now(OSLO).replace(microsecond=0)
    with engine(rules) as opened:
        findings = evaluate(
            graph,
            opened,
            exemptions=own_exemptions() if exemptions is None else exemptions,
            as_of=collected.date(),
            environment=facts,
            catalogue=Catalogue(rules) if rules else None,
        )
        producer = Producer(name="prosess", version=version("prosess"), engine=opened.name)
    return Judged(
        findings=findings,
        evidence=Evidence(
            findings=findings.digest,
            graph=graph.digest,
            producer=producer,
            collected=collected,
            expires=collected + EVIDENCE_HOLDS,
        ),
    )


def own_exemptions() -> tuple["Exemption", ...]:
    """Read the reviewed exceptions of ``policies/exemptions.yaml``."""
    import policies
    from policies.exemptions import load

    return load(Path(policies.__file__).with_name("exemptions.yaml"))


def judged(
    environment: Path, *, as_of: datetime | None, lang: Tongue, onboarding: Path | None = None
) -> tuple["Graph", Judged]:
    """Plan an environment, with whom it serves where that is given, and judge the plan."""
    from prosess.cli.planning import planned
    from prosess.cli.reviewed import environment_of

    graph = planned(environment, onboarding=onboarding, lang=lang)
    return graph, judge(graph, environment_of(environment, lang), as_of=as_of)


def as_of_day(as_of: datetime | None) -> date:
    """Give the day that a command judges by."""
    return as_of.date() if as_of else datetime.now(OSLO).date()
