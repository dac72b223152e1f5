"""Binds what Checkov said of templates to the plan's resources, and names what it did not see.

Nothing is believed because it is quiet. Every rendered resource must have been read, every check that is registered
for its type must have been run on it, and Checkov's own count must be that of the render; what is amiss is a gap.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pydantic import JsonValue

from infra.scanning.answer import Answer, Check, CheckovAnswer, Result
from infra.scanning.layout import file_name, index_of, resources_of
from infra.scanning.suppressions import CheckSuppression, value_at
from prosess.contracts import Finding, Severity, State, Suppression
from prosess.contracts.scan import Gap, GapCode

if TYPE_CHECKING:
    from infra.arm import Rendering, Template

MESSAGE = "CHECKOV_CHECK.message"
REMEDY = "CHECKOV_CHECK.fix"
"""Keys of the text for every check: Checkov's own titles are in English only, and are facts."""

_STATES = {
    Result.PASSED: State.PASS,
    Result.FAILED: State.FAIL,
    Result.SKIPPED: State.NOT_EVALUATED,
    Result.CRASHED: State.NOT_EVALUATED,
}
UNTOLD = "VALUE_UNKNOWN"
EXISTING = "existing"
_BECAUSE = {Result.SKIPPED: "CHECK_SKIPPED", Result.CRASHED: "CHECK_CRASHED"}

_SEVERITIES = {
    # What lets somebody in, or read what was stored.
    "networking": Severity.HIGH,
    "encryption": Severity.HIGH,
    "iam": Severity.HIGH,
    "secrets": Severity.HIGH,
    "convention": Severity.LOW,
}


def severity(check: Check) -> Severity:
    """Give a check's severity: the open Checkov has none, so its category decides; medium where that says little."""
    return _SEVERITIES.get(check.category, Severity.MEDIUM)


@dataclass(frozen=True)
class Rendered:
    """One resource of the render, and where it lies on disk."""

    urn: str
    file: str
    index: int
    resource: Mapping[str, Any]

    @property
    def type(self) -> str:
        """ARM type."""
        return str(self.resource["type"])

    @property
    def called(self) -> str:
        """What Checkov calls it."""
        return f"{self.resource['type']}.{self.resource['name']}"


@dataclass
class Bound:
    """Checkov's findings on the plan's resources, the checks that would not say, and what was not seen."""

    findings: list[Finding] = field(default_factory=list)
    not_covered: dict[str, Counter[str]] = field(default_factory=dict)
    """URN → check → 1, for checks that said nothing or are not believed."""
    believed: dict[str, set[str]] = field(default_factory=dict)
    """URN → checks that passed or failed on it, and are believed."""
    gaps: list[Gap] = field(default_factory=list)
    rendered: int = 0
    scanned: int = 0


def bind(
    answer: CheckovAnswer,
    rendering: "Rendering",
    types: Mapping[str, str],
    *,
    suppressions: Sequence[CheckSuppression],
    as_of: date,
) -> Bound:
    """Bind an answer to a rendering.

    Args:
        answer: what Checkov said of the rendering's templates, in their order.
        rendering: the templates, and which resource of the plan each of their resources is.
        types: URN → type of the plan.
        suppressions: the checks that answer wrongly; one that has expired is not applied, and the finding says so.
        as_of: the day by which they are judged; nothing else depends on time.
    """
    return _Binding(answer, rendering, types, suppressions, as_of).bound()


class _Binding:
    def __init__(
        self,
        answer: CheckovAnswer,
        rendering: "Rendering",
        types: Mapping[str, str],
        suppressions: Sequence[CheckSuppression],
        as_of: date,
    ) -> None:
        self.answer = answer
        self.rendering = rendering
        self.types = types
        self.suppressions = suppressions
        self.as_of = as_of
        self.out = Bound()

    def bound(self) -> Bound:
        self._templates()
        self._resources()
        self._checks()
        if not self.rendered or not any(one.result in (Result.PASSED, Result.FAILED) for one in self.answer.answers):
            self._gap(GapCode.NOTHING_SCANNED, "render")
        self.out.findings.sort(key=lambda one: (one.rule, one.resource))
        self.out.gaps.sort(key=lambda one: (one.code, one.subject, str(one.facts)))
        return self.out

    @cached_property
    def rendered(self) -> dict[tuple[str, int], Rendered]:
        """Every resource of the templates that is one of the plan, by file and offset."""
        found: dict[tuple[str, int], Rendered] = {}
        for number, template in enumerate(self.rendering.templates):
            for index, (resource, urn) in enumerate(_with_urns(template)):
                if urn is not None:
                    found[file_name(number), index] = Rendered(urn, file_name(number), index, resource)
        return found

    @cached_property
    def by_name(self) -> dict[tuple[str, str], list[Rendered]]:
        """The same by file and by what Checkov calls them."""
        found: dict[tuple[str, str], list[Rendered]] = {}
        for one in self.rendered.values():
            found.setdefault((one.file, one.called), []).append(one)
        return found

    @cached_property
    def checks(self) -> dict[str, Check]:
        return {check.id: check for check in self.answer.checks}

    @cached_property
    def registered(self) -> dict[str, list[str]]:
        """ARM type as Checkov spells it → the checks of one resource that it must be asked."""
        found: dict[str, list[str]] = {}
        for check in self.answer.checks:
            for type_ in check.types if not check.connected else ():
                found.setdefault(type_, []).append(check.id)
        return found

    def _gap(self, code: GapCode, subject: str, **facts: JsonValue) -> None:
        self.out.gaps.append(Gap(code=code, subject=subject, facts=facts))

    def _templates(self) -> None:
        names = {file_name(number): one.name for number, one in enumerate(self.rendering.templates)}
        for file in self.answer.unread:
            self._gap(GapCode.TEMPLATE_UNREAD, names.get(file, file))
        for template in self.rendering.templates:
            if "languageVersion" in template.content or not isinstance(template.content.get("resources"), list):
                self._gap(GapCode.TEMPLATE_SYMBOLIC, template.name)
        for check in self.answer.parameters_failed:
            self._gap(GapCode.PARAMETER_FAILED, check)
        for one in self.rendering.not_rendered:
            # What the plan only refers to is not its own to prove anything of; a provider is no resource.
            if one.reason != EXISTING and not one.type.startswith("pulumi:"):
                self._gap(GapCode.RESOURCE_NOT_RENDERED, one.urn, because=one.reason)

    def _resources(self) -> None:
        read = {(one.file, index_of(one.line)): one for one in self.answer.scanned}
        for key, one in self.rendered.items():
            found = read.get(key)
            if found is None or found.resource != one.called or not found.counted:
                self._gap(GapCode.RESOURCE_NOT_READ, one.urn)
            else:
                self.out.scanned += 1
            if str(one.resource["name"]).startswith("["):
                self._gap(GapCode.NAME_NOT_LITERAL, one.urn, name=str(one.resource["name"]))
        for key, other in sorted(read.items()):
            if key not in self.rendered:
                self._gap(GapCode.RESOURCE_UNKNOWN, other.resource)
        self.out.rendered = sum(len(resources_of(template)) for template in self.rendering.templates)
        expected = len(self.by_name)
        if self.answer.counted != expected or len(self.answer.scanned) != self.out.rendered:
            facts = {"expected": expected, "counted": self.answer.counted}
            self._gap(GapCode.COUNT_DIFFERS, "render", **facts)
        for urn in sorted({urn for template in self.rendering.templates for urn in _lost(template)}):
            self._gap(GapCode.RESOURCE_NOT_READ, urn)

    def _checks(self) -> None:
        heard: dict[tuple[str, int], set[str]] = {}
        for one in self.answer.answers:
            resource = self._meant(one)
            if resource is None:
                self._gap(GapCode.RESOURCE_UNKNOWN, one.resource, check=one.check)
                continue
            heard.setdefault((resource.file, resource.index), set()).add(one.check)
            self._take(one, resource)
        spelled = {type_.lower(): type_ for type_ in self.registered}
        for key, resource in self.rendered.items():
            if resource.type not in self.registered and (other := spelled.get(resource.type.lower())):
                self._gap(GapCode.TYPE_SPELLED_OTHERWISE, resource.urn, type=resource.type, other=other)
            for check in self.registered.get(resource.type, ()):
                if check not in heard.get(key, ()):
                    self._gap(GapCode.CHECK_SILENT, resource.urn, check=check)
            for type_, checks in self.registered.items():
                if type_ != resource.type and type_.lower() == resource.type.lower():
                    # Registered under a spelling that Azure does not use: it never runs, whatever is rendered.
                    for check in set(checks) - set(self.registered.get(resource.type, ())):
                        self._say_nothing(resource.urn, check)

    def _meant(self, answer: Answer) -> Rendered | None:
        if answer.line:
            found = self.rendered.get((answer.file, index_of(answer.line)))
            return found if found is not None and found.called == answer.resource else None
        same = self.by_name.get((answer.file, answer.resource), [])
        return same[0] if len(same) == 1 else None

    def _say_nothing(self, urn: str, check: str) -> None:
        self.out.not_covered.setdefault(urn, Counter())[check] = 1

    def _take(self, answer: Answer, resource: Rendered) -> None:
        if answer.result is Result.UNKNOWN:
            self._say_nothing(resource.urn, answer.check)
            return
        finding = self._finding(answer, resource)
        if finding.suppression is not None or finding.state is State.NOT_EVALUATED:
            self._say_nothing(resource.urn, answer.check)
        else:
            self.out.believed.setdefault(resource.urn, set()).add(answer.check)
        self.out.findings.append(finding)

    def _finding(self, answer: Answer, resource: Rendered) -> Finding:
        check = self.checks[answer.check]
        state, facts = _STATES[answer.result], dict[str, JsonValue](title=check.title)
        if answer.keys:
            facts["keys"] = list(answer.keys)
        if because := _BECAUSE.get(answer.result):
            facts["because"] = because
        elif any(_is_expression(value_at(resource.resource, key)) for key in answer.keys):
            state, facts["because"] = State.NOT_EVALUATED, UNTOLD
        finding = Finding(
            rule=check.id,
            resource=resource.urn,
            type=self.types[resource.urn],
            state=state,
            severity=severity(check),
            message=MESSAGE,
            facts=facts,
            remedy=REMEDY,
            path=max(answer.keys, key=len).replace("/", ".") if answer.keys else None,
        )
        return self._disbelieved(finding, answer.result, resource)

    def _disbelieved(self, finding: Finding, result: Result, resource: Rendered) -> Finding:
        for one in self.suppressions:
            if one.speaks_of(finding.rule, result, dict(resource.resource)):
                if self.as_of > one.expires:
                    expired: dict[str, JsonValue] = {
                        "exemption_expired": one.expires.isoformat(),
                        "owner": one.owner,
                    }
                    return finding.model_copy(update={"facts": {**finding.facts, **expired}})
                reason = one.reason.en or one.reason.nb
                suppression = Suppression(reason=reason, owner=one.owner, expires=one.expires)
                facts = {**finding.facts, "answered": result.value, "instead": list(one.instead)}
                return finding.model_copy(
                    update={"state": State.SUPPRESSED, "suppression": suppression, "facts": facts}
                )
        return finding


def _with_urns(template: "Template") -> Iterator[tuple[dict[str, Any], str | None]]:
    """Give each resource of a template with its URN; none where the template's map does not know it."""
    for resource in resources_of(template):
        yield resource, template.resources.get((str(resource.get("type")), str(resource.get("name"))))


def _lost(template: "Template") -> set[str]:
    """Give the URNs that a template says it holds, and does not."""
    return set(template.resources.values()) - {urn for _, urn in _with_urns(template) if urn is not None}


def _is_expression(value: Any) -> bool:
    """Tell whether a value is left for Azure to work out, so that what a check made of it says nothing."""
    return isinstance(value, str) and value.startswith("[") and not value.startswith("[[")
