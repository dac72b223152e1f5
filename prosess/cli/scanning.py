"""From a plan to a scan: Checkov over the render, joined with what our own rules found of the same plan."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from prosess.cli.exit import CommandError, Exit
from prosess.cli.options import Tongue

if TYPE_CHECKING:
    from infra.scanning import ScanError
    from prosess.cli.judging import Judged
    from prosess.contracts import Findings, Graph
    from prosess.contracts.scan import Gap, Scan, ScanVerdict


@dataclass(frozen=True)
class Scanned:
    """A plan, what our own rules found of it, and the whole scan."""

    graph: "Graph"
    judged: "Judged"
    scan: "Scan"


def scanned(
    environment: Path,
    *,
    onboarding: Path | None = None,
    as_of: datetime | None,
    lang: Tongue,
    cached: bool = True,
) -> Scanned:
    """Plan an environment, judge it by our own rules, and have Checkov read its render.

    Raises:
        CommandError: exit 3, where a file is invalid; 4, where Checkov gives no answer.
    """
    from prosess.cli.judging import judged

    graph, own = judged(environment, as_of=as_of, lang=lang, onboarding=onboarding)
    return Scanned(graph, own, scan(graph, own, as_of=as_of, lang=lang, cached=cached))


def scan(graph: "Graph", own: "Judged", *, as_of: datetime | None, lang: Tongue, cached: bool = True) -> "Scan":
    """Have Checkov read the render of a plan that our own rules have judged.

    Raises:
        CommandError: exit 4, where Checkov gives no answer.
    """
    from infra.arm import render
    from infra.scanning import (
        Cache,
        Checkov,
        ScanError,
        bind,
        cache_folder,
        coverage,
        digest_of,
        own_reasons,
        own_suppressions,
    )
    from policies.engine.evaluate import coverage as own_coverage
    from policies.engine.evaluate import excused
    from policies.metadata import plain_type
    from prosess.cli.judging import as_of_day, own_exemptions
    from prosess.contracts import Findings
    from prosess.contracts.scan import Scan, Scanner

    day = as_of_day(as_of)
    rendering = render(graph, no_rule="name")
    checkov = Checkov()
    try:
        answer = checkov.ask(rendering.templates, Cache(cache_folder()) if cached else None)
    except ScanError as error:
        raise _not_assessed(error, lang) from error
    types = {node.urn: node.type for node in graph.nodes}
    bound = bind(answer, rendering, types, suppressions=own_suppressions(), as_of=day)
    found = excused([*own.findings.findings, *bound.findings], own_exemptions(), as_of=day)
    rows, unexplained = coverage(
        bound,
        rendering,
        {
            node.urn: plain_type(node.type)
            for node in graph.nodes
            if node.custom and not node.external and not node.type.startswith("pulumi:")
        },
        {one.type: one.rules for one in own_coverage(graph).types},
        own_reasons(),
    )
    findings = Findings(graph=graph.digest, policy_revision=_revision(own, checkov.lock), findings=found)
    gaps = tuple(sorted([*bound.gaps, *unexplained], key=lambda one: (one.code, one.subject, str(one.facts))))
    said = {one.rule for one in bound.findings}
    return Scan(
        verdict=verdict(findings, gaps),
        scanner=Scanner(version=answer.version, lock=checkov.lock),
        templates=digest_of(rendering.templates),
        rendered=bound.rendered,
        scanned=bound.scanned,
        findings=findings,
        titles={check.id: check.title for check in answer.checks if check.id in said},
        coverage=rows,
        gaps=gaps,
    )


def verdict(findings: "Findings", gaps: Iterable["Gap"]) -> "ScanVerdict":
    """Give the one verdict: failed where anything failed, passed only where all was seen and judged (laws 2 and 7)."""
    from policies.engine.evaluate import Outcome, outcome
    from prosess.contracts.scan import ScanVerdict

    told = outcome(findings)
    if told is Outcome.FAIL:
        return ScanVerdict.FAIL
    if told is Outcome.NOT_EVALUATED or any(True for _ in gaps):
        return ScanVerdict.NOT_ASSESSED
    return ScanVerdict.PASS


def exit_code(told: "ScanVerdict") -> Exit:
    """Give the exit code of a verdict."""
    from prosess.contracts.scan import ScanVerdict

    return {
        ScanVerdict.PASS: Exit.OK,
        ScanVerdict.FAIL: Exit.FAILED,
        ScanVerdict.NOT_ASSESSED: Exit.NOT_ASSESSED,
    }[told]


def _revision(own: "Judged", lock: str) -> str:
    """Give one digest of all that judged: our rules, Checkov's lock, and which of its checks are not believed."""
    from infra.scanning.suppressions import FILE
    from prosess.contracts import canonical_bytes, digest

    judged_by = {
        "rules": own.findings.policy_revision,
        "checkov": lock,
        "suppressions": digest(FILE.read_bytes()),
    }
    return digest(canonical_bytes(judged_by))


def _not_assessed(error: "ScanError", lang: Tongue) -> CommandError:
    from prosess.cli.text.scanning import TROUBLES
    from prosess.domain.text import Language
    from prosess.domain.text.wording import fill

    said, language = TROUBLES[error.code], Language(lang.value)
    facts = {"detail": error.detail}
    return CommandError(
        Exit.NOT_ASSESSED,
        error.code.value,
        fill(said.text, facts, language, {}),
        hint=fill(said.hint, facts, language, {}),
    )
