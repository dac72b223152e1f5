"""scan/1: what Checkov and our own rules found of one plan, how much of it they saw, and what nobody looked at."""

from enum import StrEnum
from typing import Literal

from pydantic import Field, JsonValue

from prosess.contracts.canonical import Contract
from prosess.contracts.findings import Findings
from prosess.domain.base import Model


class ScanVerdict(StrEnum):
    """The one verdict of a scan, computed before any rendering (law 7)."""

    PASS = "pass"  # noqa: S105 - an outcome
    FAIL = "fail"
    NOT_ASSESSED = "not_assessed"
    """Nothing failed, but something was not judged, or nothing was."""


class GapCode(StrEnum):
    """Why a part of the plan was seen by nobody, so that its silence says nothing (law 2)."""

    NOTHING_SCANNED = "NOTHING_SCANNED"
    TEMPLATE_UNREAD = "TEMPLATE_UNREAD"
    """Checkov could not read a template."""
    TEMPLATE_SYMBOLIC = "TEMPLATE_SYMBOLIC"
    """A template names its resources by symbols (``languageVersion`` 2.0), which Checkov passes over in silence."""
    COUNT_DIFFERS = "COUNT_DIFFERS"
    """Checkov counted other resources than were rendered."""
    RESOURCE_NOT_RENDERED = "RESOURCE_NOT_RENDERED"
    """A resource of the plan has no rule that turns it into ARM."""
    RESOURCE_NOT_READ = "RESOURCE_NOT_READ"
    """A rendered resource that Checkov did not read."""
    RESOURCE_UNKNOWN = "RESOURCE_UNKNOWN"
    """Checkov read a resource that the plan does not have."""
    TYPE_SPELLED_OTHERWISE = "TYPE_SPELLED_OTHERWISE"
    """Checkov has checks for the type in another casing only, and compares by casing."""
    NAME_NOT_LITERAL = "NAME_NOT_LITERAL"
    """A name is an expression: Checkov drops failures of such resources."""
    CHECK_SILENT = "CHECK_SILENT"
    """A check that is registered for the type was not run on the resource."""
    PARAMETER_FAILED = "PARAMETER_FAILED"
    """A check of the templates' own parameters failed: a secret has a default value."""
    TYPE_WITHOUT_REASON = "TYPE_WITHOUT_REASON"
    """A type has neither a check nor a rule of ours, and nobody has said why."""
    PROGRAM_ENDED = "PROGRAM_ENDED"
    """Another's program did not come to its end, so that only what it registered before was seen."""
    COMPONENT_REMOTE = "COMPONENT_REMOTE"
    """A component is built by its provider, so that what it holds was not seen."""


class Gap(Model):
    """Something that was not looked at."""

    code: GapCode
    subject: str
    """URN, resource type or template, as the code asks for."""
    facts: dict[str, JsonValue] = {}


class Coverage(Model):
    """How one resource type is covered."""

    type: str
    """Type of the plan, such as ``azure-native:keyvault:Vault``."""
    arm_type: str | None = None
    """Its type in ARM, such as ``Microsoft.KeyVault/vaults``; none where it was not rendered."""
    resources: int
    checkov: tuple[str, ...] = ()
    """Checks that passed or failed on at least one of them, and are believed."""
    not_covered: dict[str, int] = {}
    """Check → on how many resources it said nothing: it does not apply, cannot tell, or is not believed."""
    own: tuple[str, ...] = ()
    """Our own rules that judge the type."""
    not_assessed: str | None = None
    """Why neither Checkov nor a rule judges it; none where something does, or nobody has said why."""

    @property
    def covered(self) -> bool:
        """Whether a check that is believed, or a rule of ours, judges the type."""
        return bool(self.checkov or self.own)


class Scanner(Model):
    """The Checkov that answered."""

    name: Literal["checkov"] = "checkov"
    version: str
    lock: str
    """Digest of the lock file that its environment was made from."""


class Program(Model):
    """Another's program, whose plan was scanned."""

    project: str
    stack: str
    ended: Literal["well", "raised", "time", "memory", "size", "vanished"]
    """With an error of its own; stopped for its time, memory or size; or without a word."""
    error: str = ""
    """Its own error in one line, or the signal or exit code with which it vanished."""
    sdk: dict[str, str] = {}
    """Distribution → version, of ``pulumi`` and ``pulumi-azure-native``."""
    providers: dict[str, int] = {}
    """Provider → resources of the plan, without components and what exists already."""
    existing: int = 0
    """Resources that it only refers to."""
    invokes: tuple[str, ...] = ()
    """Provider functions that it called, answered by unknowns."""
    refused: tuple[str, ...] = ()
    """Addresses that it tried to reach."""
    encrypted: tuple[str, ...] = ()
    """Configuration whose value is encrypted, so that a placeholder stood for it."""
    children_offline: bool | None = None
    """Whether processes that it started had no network either; none where that could not be told."""


class Scan(Contract):
    """The findings of Checkov and of our own rules over one graph, and what was not seen. There is no time in it."""

    schema_: Literal["scan/1"] = Field(default="scan/1", alias="schema")
    verdict: ScanVerdict
    scanner: Scanner
    templates: str
    """Digest of the rendered templates that Checkov read."""
    rendered: int
    """Resources in the templates."""
    scanned: int
    """Resources of the templates that Checkov read and counted."""
    findings: Findings
    """Checkov's checks are rules here too, ``CKV_AZURE_…``, bound to the plan's resources."""
    titles: dict[str, str] = {}
    """Check → Checkov's own title, in English; those that are found in ``findings``."""
    coverage: tuple[Coverage, ...]
    """Every resource type of the plan, sorted."""
    program: Program | None = None
    """Where the plan is another's program's."""
    gaps: tuple[Gap, ...] = ()
    """Sorted by code and subject; any of them keeps the verdict from being a pass."""
