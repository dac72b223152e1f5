"""What the levels rest on, by digest and time."""

from collections.abc import Mapping
from dataclasses import dataclass

from prosess.contracts.evidence import Evidence
from ros.evidence import last_moment
from ros.report import model
from ros.report.told import Told

_SHOWN = 12
"""Digits of a digest that tell it apart in a row; the whole stands in the provenance."""


@dataclass(frozen=True)
class ToldSources:
    """The sources as rows, and in short beside each piece of evidence."""

    rows: tuple[model.SourceRow, ...]
    short: Mapping[str, tuple[str, str]]
    """Id of a source → its name, and its digest and time in short."""


def sources(told: Told, evidence: Evidence | None) -> ToldSources:
    """Give every document that levels rest on; the rules' evidence stands in where none is listed."""
    rows: list[model.SourceRow] = []
    short: dict[str, tuple[str, str]] = {}
    for one in told.assessment.sources:
        name = told.say(f"source.{one.kind}", id=one.id.partition(":")[2] or one.id)
        state = told.say("stale" if one.stale else "evidence.fresh")
        rows.append(model.SourceRow(name, one.digest, told.moment(one.collected), told.moment(one.expires), state))
        short[one.id] = name, _short(one.digest, told.moment(one.collected))
    if not rows and evidence is not None:
        stale = evidence.stale(last_moment(told.assessment.as_of))
        name = told.say("source.rules", id="rules")
        state = told.say("stale" if stale else "evidence.fresh")
        collected = told.moment(evidence.collected)
        rows.append(model.SourceRow(name, evidence.digest, collected, told.moment(evidence.expires), state))
        short["rules"] = name, _short(evidence.digest, collected)
    return ToldSources(tuple(rows), short)


def _short(digest: str, collected: str) -> str:
    return f"{digest.partition(':')[2][:_SHOWN]} · {collected}"


def provenance(told: Told, evidence: Evidence | None) -> tuple[tuple[str, str], ...]:
    """Tell what the report was made from, by digest."""
    assessment = told.assessment
    rows = [
        (told.say("prov.assessment"), told.digest),
        (told.say("prov.graph"), assessment.graph),
        (told.say("prov.findings"), assessment.findings),
        (told.say("prov.evidence"), assessment.evidence or told.say("prov.none")),
        (told.say("prov.criteria"), f"{assessment.criteria} {assessment.criteria_digest}"),
        (told.say("prov.policy"), told.findings.policy_revision),
    ]
    if evidence is not None:
        producer = evidence.producer
        rows += [
            (told.say("prov.producer"), f"{producer.name} {producer.version}, {producer.engine}"),
            (told.say("prov.collected"), told.moment(evidence.collected)),
            (told.say("prov.expires"), told.moment(evidence.expires)),
        ]
    return tuple(rows)
