"""The evidence that a command is handed: the options that every verb of ``prosess ros`` shares, and their reading."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_type_hints

import typer

from prosess.cli.exit import Exit
from prosess.cli.options import OSLO, Tongue
from prosess.domain.errors import DomainError

if TYPE_CHECKING:
    from prosess.contracts import Evidence, Findings, Graph
    from prosess.contracts.canonical import Contract
    from ros.evidence import Gathered, Scanned
    from ros.model import AnalysisFiles, Attested

C = TypeVar("C", bound="Contract")

LARGEST = 256 * 1024 * 1024
"""Bytes of a recorded document that is read."""


@dataclass(frozen=True)
class Handed:
    """What a command was handed beside the analysis. Every field is an option of the same name."""

    findings: Annotated[
        Path | None,
        typer.Option("--findings", metavar="FILE", help="Recorded findings (findings/1), instead of judging here."),
    ] = None
    evidence: Annotated[
        Path | None,
        typer.Option("--evidence", metavar="FILE", help="When the recorded findings were collected (evidence/1)."),
    ] = None
    graph: Annotated[
        Path | None,
        typer.Option("--graph", metavar="FILE", help="The plan that the recorded findings are of (graph/1)."),
    ] = None
    scan: Annotated[
        Path | None,
        typer.Option("--scan", metavar="FILE", help="What Checkov found, as `prosess env scan -o json` prints it."),
    ] = None
    checkov: Annotated[
        list[Path] | None,
        typer.Option("--checkov", help="What Checkov found, as `checkov -o json` prints it. May be repeated."),
    ] = None
    junit: Annotated[
        list[Path] | None, typer.Option("--junit", metavar="FILE", help="Test results (JUnit). May be repeated.")
    ] = None
    attestations: Annotated[
        Path | None,
        typer.Option(
            "--attestations", metavar="FOLDER", help="Folder of sealed attestations; ROS/attestations where not given."
        ),
    ] = None
    collected: Annotated[
        datetime | None,
        typer.Option(
            "--collected", formats=["%Y-%m-%d"], help="The day that evidence was collected which tells no time itself."
        ),
    ] = None

    @property
    def since(self) -> datetime | None:
        """The beginning of the day of ``collected``, in Oslo."""
        return datetime.combine(self.collected.date(), time.min, OSLO) if self.collected else None


NOTHING = Handed()


def handing(verb: Callable[..., None]) -> Callable[..., None]:
    """Give a verb the options of :class:`Handed` in the place of its parameter ``handed``."""
    hints = get_type_hints(Handed, include_extras=True)
    options = [
        inspect.Parameter(one.name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=hints[one.name])
        for one in fields(Handed)
    ]
    own = [one for one in inspect.signature(verb).parameters.values() if one.name != "handed"]

    def command(**given: Any) -> None:
        handed = Handed(**{one.name: given.pop(one.name, None) for one in options})
        verb(**given, handed=handed)

    command.__name__, command.__doc__, command.__module__ = verb.__name__, verb.__doc__, verb.__module__
    keyword = [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in own]
    command.__signature__ = inspect.Signature([*keyword, *options])  # type: ignore[attr-defined]
    command.__annotations__ = {one.name: one.annotation for one in [*own, *options]}
    return command


def gather(
    analysis: Path,
    files: "AnalysisFiles",
    environment: Path | None,
    handed: Handed,
    *,
    as_of: datetime | None,
    lang: Tongue,
) -> "Gathered":
    """Gather the evidence: what was recorded, or else a plan made and judged here, and what else was handed in.

    Raises:
        CommandError: exit 2, where there is neither an environment nor what was recorded of one; 3, where a document
            is invalid, undated, or of another plan.
    """
    from prosess.cli.reviewed import reading
    from ros.evidence import Gathered
    from ros.evidence.junit import read_junit

    graph, findings, evidence = _judged(environment, handed, as_of=as_of, lang=lang)
    with reading(lang):
        tests = tuple(read_junit(path, collected=handed.since) for path in handed.junit or ())
    return Gathered(
        graph=graph,
        findings=findings,
        evidence=evidence,
        scans=tuple(_scans(graph, handed, as_of=as_of, lang=lang)),
        tests=tests,
        attestations=attested_in(analysis, handed.attestations, files, lang=lang),
    )


def attested_in(analysis: Path, folder: Path | None, files: "AnalysisFiles", *, lang: Tongue) -> "tuple[Attested, ...]":
    """Give the attestations of a folder; where none is named, the analysis' own and those that it inherits.

    Each folder's seals are proven by the keys of its own analysis.

    Raises:
        CommandError: exit 3, where one cannot be believed; it names the file.
    """
    from prosess.cli.reviewed import reading
    from prosess.cli.ros.signing import keys_of, not_believed
    from ros.loading import load_analysis
    from ros.sealed.attestation import FOLDER, load_attestations
    from ros.sealed.seals import SealedFileError

    try:
        found = load_attestations(folder or analysis / FOLDER, files, keys_of(analysis, lang))
    except SealedFileError as error:
        raise not_believed(error, lang) from error
    by_id = {one.id: one for one in found}
    for inherited in files.analysis.inherits if folder is None else ():
        parent = analysis / inherited.folder
        with reading(lang):
            above = load_analysis(parent)
        by_id |= {one.id: one for one in attested_in(parent, None, above, lang=lang)}
    return tuple(by_id[id_] for id_ in sorted(by_id))


def _judged(
    environment: Path | None, handed: Handed, *, as_of: datetime | None, lang: Tongue
) -> "tuple[Graph, Findings, Evidence | None]":
    from prosess.cli.refusing import refused
    from prosess.contracts import Evidence, Findings, Graph

    if handed.findings is None and handed.graph is None and handed.evidence is None:
        if environment is None:
            raise refused(Exit.USAGE, "ROS_NO_ENVIRONMENT", lang)
        from prosess.cli.judging import judged

        planned, result = judged(environment, as_of=as_of, lang=lang)
        return planned, result.findings, result.evidence
    if handed.findings is None or handed.graph is None:
        raise refused(Exit.USAGE, "ROS_RECORD_INCOMPLETE", lang)
    graph = recorded(Graph, handed.graph, lang)
    findings = recorded(Findings, handed.findings, lang)
    _of_this_plan(findings, graph, handed.findings, lang)
    return graph, findings, recorded(Evidence, handed.evidence, lang) if handed.evidence else None


def _scans(graph: "Graph", handed: Handed, *, as_of: datetime | None, lang: Tongue) -> "list[Scanned]":
    from prosess.cli.judging import EVIDENCE_HOLDS
    from prosess.cli.reviewed import reading
    from prosess.cli.ros.native import findings_of
    from prosess.contracts.scan import Scan
    from ros.evidence import Scanned

    read: list[tuple[Findings, str]] = []
    for path in [handed.scan] if handed.scan else []:
        scan = recorded(Scan, path, lang)
        _of_this_plan(scan.findings, graph, path, lang)
        read.append((scan.findings, scan.digest))
    with reading(lang):
        read += [findings_of(path, graph, as_of=as_of) for path in handed.checkov or ()]
    if read and handed.since is None:
        undated = handed.scan or (handed.checkov or [Path()])[0]
        raise _mistaken(undated, DomainError("EVIDENCE_UNDATED", "the file does not tell when it was made"), lang)
    return [
        Scanned(findings, digest, handed.since, handed.since + EVIDENCE_HOLDS)
        for findings, digest in read
        if handed.since
    ]


def recorded(model: type[C], path: Path, lang: Tongue) -> C:
    """Read a document of a contract. The place of a mistake is looked for only where there is one.

    Raises:
        CommandError: exit 3, with every mistake.
    """
    from prosess.cli.reviewed import reading
    from prosess.documents import Limits, read_text
    from prosess.documents.source import read_source

    limits = Limits(max_bytes=LARGEST)
    with reading(lang):
        text = read_source(path, limits)
        try:
            return model.from_bytes(text)
        except (ValueError, RecursionError):
            return read_text(model, text, path.with_suffix(".json").as_posix(), limits=limits)


def _of_this_plan(findings: "Findings", graph: "Graph", path: Path, lang: Tongue) -> None:
    if findings.graph != graph.digest:
        error = DomainError("FINDINGS_OTHER_GRAPH", "the findings are of another plan", at=("graph",))
        raise _mistaken(path, error, lang)


def _mistaken(path: Path, error: DomainError, lang: Tongue) -> Exception:
    """Make the error that ends a command over one recorded document."""
    from prosess.cli.exit import CommandError
    from prosess.cli.reviewed import reading
    from prosess.documents import DocumentError
    from prosess.documents.problem import of_domain
    from prosess.documents.source import position_of, shown_name

    text, at = path.read_text(encoding="utf-8"), ".".join(map(str, error.at))
    line, column = position_of(text, max(text.find(f'"{at}"'), 0) if at else 0)
    problem = of_domain(error, file=shown_name(path), line=line, column=column, path=at)
    try:
        with reading(lang):
            raise DocumentError([problem])
    except CommandError as told:
        return told
