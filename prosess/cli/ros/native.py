"""Checkov's own JSON report, bound to a plan: every pass is read, none is inferred."""

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from prosess.documents import DocumentError, Limits, load_text
from prosess.documents.problem import of_domain
from prosess.documents.source import read_source, shown_name
from prosess.domain.errors import DomainError

if TYPE_CHECKING:
    from infra.arm import Rendering
    from infra.scanning.answer import Answer
    from prosess.contracts import Findings, Graph

LARGEST = 256 * 1024 * 1024
"""Bytes of a report that is read."""


class _Foreign(BaseModel):
    """Another's format: what we do not read is none of our business."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class _Result(_Foreign):
    result: Literal["PASSED", "FAILED", "SKIPPED"]
    evaluated_keys: tuple[str, ...] | None = None


class _Check(_Foreign):
    check_id: str
    check_result: _Result
    resource: str
    file_path: str


class _Results(_Foreign):
    passed_checks: tuple[_Check, ...] | None = None
    failed_checks: tuple[_Check, ...] = ()
    skipped_checks: tuple[_Check, ...] = ()


class _Report(_Foreign):
    check_type: str
    results: _Results
    summary: dict[str, Any] = {}


_REPORTS = TypeAdapter(tuple[_Report, ...])


def findings_of(path: Path, graph: "Graph", *, as_of: datetime | None) -> "tuple[Findings, str]":
    """Read a report over the templates of a plan; give its findings on the plan's resources, and the file's digest.

    What is not believed of Checkov's answers in a scan (expressions, checks that answer wrongly) is not believed here
    either.

    Raises:
        DocumentError: where the file is no JSON report over ARM, tells no passes, or none of its resources is in the
            plan.
    """
    from infra.arm import render
    from infra.scanning import bind, own_suppressions
    from infra.scanning.answer import Check, CheckovAnswer
    from policies.engine.evaluate import excused
    from prosess.cli.judging import as_of_day, own_exemptions
    from prosess.contracts import Findings, canonical_bytes, digest

    text = read_source(path, Limits(max_bytes=LARGEST))
    reports = [one for one in _reports(text, path) if one.check_type == "arm"]
    if not reports:
        raise _refused(path, DomainError("CHECKOV_NOT_A_REPORT", "no report over ARM is in the file"))
    if any(one.results.passed_checks is None for one in reports) or not any(
        one.results.passed_checks for one in reports
    ):
        raise _refused(path, DomainError("CHECKOV_WITHOUT_PASSES", "absence is no pass"))
    rendering = render(graph, no_rule="name")
    answers = _answers(reports, rendering)
    answer = CheckovAnswer(
        version=str(reports[0].summary.get("checkov_version", "")),
        counted=0,
        unread=(),
        parameters_failed=(),
        scanned=(),
        answers=answers,
        checks=tuple(
            Check(id=id_, title="", category="", types=(), connected=True)
            for id_ in sorted({one.check for one in answers})
        ),
    )
    day = as_of_day(as_of)
    types = {node.urn: node.type for node in graph.nodes}
    bound = bind(answer, rendering, types, suppressions=own_suppressions(), as_of=day)
    if not bound.findings:
        raise _refused(path, DomainError("CHECKOV_OTHER_PLAN", "none of the report's resources is in the plan"))
    found = excused(bound.findings, own_exemptions(), as_of=day)
    revision = digest(canonical_bytes({"checkov": answer.version}))
    return Findings(graph=graph.digest, policy_revision=revision, findings=found), digest(text.encode())


def _reports(text: str, path: Path) -> tuple[_Report, ...]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        # Read again by the reader that tells the place.
        data = load_text(text, path.with_suffix(".json").as_posix(), limits=Limits(max_bytes=LARGEST)).data
    try:
        return _REPORTS.validate_python(data if isinstance(data, list) else [data])
    except ValidationError:
        raise _refused(path, DomainError("CHECKOV_NOT_A_REPORT", "the file is no JSON report of Checkov's")) from None


def _answers(reports: list[_Report], rendering: "Rendering") -> "tuple[Answer, ...]":
    """Give every answer with the file of ours that its resource is in: by the template's name, or as its only place."""
    from infra.scanning.answer import Answer, Result
    from infra.scanning.layout import file_name, resources_of

    files = {template.name: file_name(number) for number, template in enumerate(rendering.templates)}
    places: dict[str, set[str]] = {}
    for template in rendering.templates:
        for resource in resources_of(template):
            places.setdefault(f"{resource.get('type')}.{resource.get('name')}", set()).add(files[template.name])
    found: set[Answer] = set()
    for report in reports:
        results = report.results
        for one in (*(results.passed_checks or ()), *results.failed_checks, *results.skipped_checks):
            here = places.get(one.resource, set())
            file = files.get(Path(one.file_path).stem, "")
            if file not in here:
                file = next(iter(here)) if len(here) == 1 else ""
            found.add(
                Answer(
                    check=one.check_id,
                    file=file,
                    line=0,
                    resource=one.resource,
                    result=Result(one.check_result.result.lower()),
                    keys=one.check_result.evaluated_keys or (),
                )
            )
    return tuple(sorted(found, key=lambda one: (one.check, one.file, one.resource, one.result.value)))


def _refused(path: Path, error: DomainError) -> DocumentError:
    return DocumentError([of_domain(error, file=shown_name(path), line=1, column=1, path="")])
