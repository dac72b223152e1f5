"""What is wrong with the files of an analysis though each is well formed. The ids are stable; texts are elsewhere."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, Literal, get_args

from pydantic import BaseModel

from prosess.contracts.assessment import Assessment
from prosess.contracts.graph import Graph
from prosess.documents.problem import KeyPath
from prosess.domain.pathway import Pathway
from prosess.domain.text import Language, LocalisedText
from ros.assets import assets_of
from ros.catalogue import reference, scenarios
from ros.criteria.dimension import Dimension
from ros.evidence.gathered import of_checkov
from ros.lint.levels import of_approval, of_days, of_levels, of_raises, of_targets
from ros.lint.secrets import looks_secret
from ros.model import AnalysisFiles, Control, NodeIndex, RiskFile, RuleCheck, Selector
from ros.wording.text import say

LINTS: dict[str, Literal["error", "warning"]] = {
    "ROS-L001": "warning",  # a control of the folder's own that no risk uses
    "ROS-L002": "error",  # a risk without an owner
    "ROS-L003": "error",  # a measure without a deadline
    "ROS-L004": "error",  # a selector that matches nothing, or too little
    "ROS-L005": "error",  # a control that does not exist
    "ROS-L006": "error",  # a rule that does not exist
    "ROS-L007": "error",  # a text that is missing in a language
    "ROS-L008": "warning",  # a measure past its deadline
    "ROS-L009": "warning",  # a target below the judgement, and nothing planned
    "ROS-L010": "error",  # a consequence that was not judged, or off its scale
    "ROS-L011": "warning",  # a control in use that nothing checks
    "ROS-L012": "warning",  # a scenario that the catalogue does not have
    "ROS-L013": "error",  # an owner or a responsible that is not a party
    "ROS-L014": "error",  # an effect that nobody approved
    "ROS-L015": "error",  # an effect that is another than the approved one
    "ROS-L016": "warning",  # an approved effect of a control that is not in use
    "ROS-L017": "warning",  # a raise that holds nothing up
    "ROS-L018": "warning",  # a review that is overdue
    "ROS-L019": "warning",  # a target below the level of the day, and nothing under way
    "ROS-L020": "error",  # a risk that is spoken of as accepted, and is not
    "ROS-L021": "error",  # an acceptance that has expired
    "ROS-L022": "warning",  # an acceptance that expires within thirty days
    "ROS-L023": "error",  # an acceptance without an end
    "ROS-L024": "error",  # criteria that do not weigh what Normen asks for
    "ROS-L025": "warning",  # a newer version of the criteria
    "ROS-L026": "error",  # a change that was deployed after the analysis was last gone through
    "ROS-L027": "error",  # a text that looks like a secret
    "ROS-L028": "error",  # an asset that nothing tells of
    "ROS-L029": "error",  # a reference that no catalogue has
    "ROS-L030": "warning",  # a target that is out of reach for as long as a raise stands
}


WEIGHED: tuple[Dimension, ...] = ("confidentiality", "integrity", "availability", "robustness", "patient_safety")
"""What Normen asks a consequence to be weighed for."""


@dataclass(frozen=True, order=True)
class Lint:
    """One thing that is wrong."""

    where: str
    """``ros.yaml``, or the id of the risk or the control."""
    id: str
    facts: tuple[tuple[str, str], ...] = field(default=())
    at: KeyPath = field(default=("id",), compare=False)
    """Key path of what is wrong, in the file that declares ``where``."""

    def place(self, files: AnalysisFiles) -> str:
        """Give ``<file>:<line>:<column>``; empty for files that were not read from a folder."""
        document = files.declared.get(self.where)
        return ":".join(map(str, (document.name, *document.position(self.at)))) if document else ""

    def told(self, files: AnalysisFiles, language: Language) -> str:
        """Say it, with its place."""
        place = self.place(files)
        return f"{place}: {self.text(language).removeprefix('ros.yaml: ')}" if place else self.text(language)

    @property
    def severity(self) -> Literal["error", "warning"]:
        """How much it matters."""
        return LINTS[self.id]

    def text(self, language: Language) -> str:
        """Say it."""
        facts = dict(self.facts)
        if "facet" in facts:
            facts["facet"] = say(f"facet.{facts['facet']}", language)
        key = f"lint.{self.id}" + (".of_draft" if "risks" in facts else "")
        return f"{self.where}: {say(key, language, **facts)} [{self.id}]"


def lint(
    files: AnalysisFiles,
    *,
    graph: Graph | None = None,
    rules: Collection[str] | None = None,
    as_of: date | None = None,
    assessment: Assessment | None = None,
    pathway: Pathway | None = None,
    deployed: date | None = None,
) -> tuple[Lint, ...]:
    """Look for what is wrong, sorted by where and id.

    Selectors are tried where there is a graph, rules where those that exist are given, deadlines and reviews where
    there is a day, levels and acceptances where there is an assessment, derived assets where what they come from is
    given, the age of the analysis where it is told when the last change was ``deployed``.
    """
    used = {use.ref for risk in files.risks for use in risk.controls}
    known = {control.id for control in files.controls}
    found = [*_texts("ros.yaml", files.analysis), *_criteria(files)]
    for risk in files.risks:
        found += _risk(risk, files, known, as_of)
        found += _texts(risk.id, risk)
    found += _assets(files, graph, pathway)
    for control in files.controls:
        if control.id in used or control.id in files.own_controls:
            found += _control(control, used, rules)
            found += _texts(control.id, control)
    if graph is not None:
        found += _selectors(files, used, graph)
    timed = [*of_days(files, as_of, deployed), *(of_levels(files, assessment, as_of) if assessment else ())]
    found += [_found(where, id_, facts) for where, id_, facts in timed]
    return tuple(sorted(set(_once_of_a_draft(found) if files.analysis.state == "draft" else found)))


def _once_of_a_draft(found: list[Lint]) -> list[Lint]:
    """Tell once what nobody has approved yet: in a draft that is everything, and as it should be."""
    unapproved = [one for one in found if one.id == "ROS-L014"]
    if not unapproved:
        return found
    risks = ", ".join(sorted({one.where for one in unapproved}))
    told = _lint("ros.yaml", "ROS-L014", count=len(set(unapproved)), risks=risks)
    return [told, *(one for one in found if one.id != "ROS-L014")]


_ID: KeyPath = ("id",)


def _found(where: str, id_: str, facts: dict[str, Any]) -> Lint:
    at = facts.get("at", _ID)
    return _lint(where, id_, at, **{name: fact for name, fact in facts.items() if name != "at"})


def _lint(where: str, id_: str, at: KeyPath = _ID, /, **facts: object) -> Lint:
    return Lint(where, id_, tuple(sorted((name, str(fact)) for name, fact in facts.items())), at)


def _risk(risk: RiskFile, files: AnalysisFiles, known: Collection[str], as_of: date | None) -> Iterator[Lint]:
    if risk.owner is None:
        yield _lint(risk.id, "ROS-L002")
    answering = [(("treatment", place, "responsible"), one.responsible) for place, one in enumerate(risk.treatment)]
    for at, party in ((("owner",), risk.owner), *answering):
        if party is not None and files.party(party) is None:
            yield _lint(risk.id, "ROS-L013", at, party=party)
    for number, action in enumerate(risk.treatment, 1):
        open_ = action.state in ("proposed", "planned")
        if action.due is None and action.option != "accept":
            yield _lint(risk.id, "ROS-L003", ("treatment", number - 1), number=number)
        elif as_of and action.due and action.due < as_of and open_:
            at = ("treatment", number - 1, "due")
            yield _lint(risk.id, "ROS-L008", at, number=number, due=action.due.isoformat())
    leaning = [(("controls", place, "ref"), use.ref) for place, use in enumerate(risk.controls)]
    bringing = [(("treatment", place, "adds"), one.adds) for place, one in enumerate(risk.treatment) if one.adds]
    for at, ref in (*leaning, *bringing):
        if ref not in known:
            yield _lint(risk.id, "ROS-L005", at, control=ref)
    for where, id_, facts in (*of_approval(risk), *of_raises(risk), *of_targets(risk)):
        yield _found(where, id_, facts)
    if risk.scenario not in _scenario_ids():
        yield _lint(risk.id, "ROS-L012", ("scenario",), scenario=risk.scenario)
    yield from _judgement(risk, files)


@cache
def _scenario_ids() -> frozenset[str]:
    return frozenset(scenario.id for scenario in scenarios())


def _judgement(risk: RiskFile, files: AnalysisFiles) -> Iterator[Lint]:
    inherent, target, profile = risk.inherent, risk.target, files.profile
    if inherent.likelihood > len(profile.likelihood):
        yield _lint(risk.id, "ROS-L010", facet="likelihood")
    for dimension in profile.dimensions:
        ordinal = inherent.consequence.get(dimension)
        if ordinal is None or ordinal > len(profile.consequence_labels):
            yield _lint(risk.id, "ROS-L010", facet=dimension)
    lower = (target.likelihood or inherent.likelihood) < inherent.likelihood or any(
        ordinal < inherent.consequence.get(dimension, ordinal) for dimension, ordinal in target.consequence.items()
    )
    if lower and not risk.treatment and not risk.controls:
        yield _lint(risk.id, "ROS-L009")


def _control(control: Control, used: Collection[str], rules: Collection[str] | None) -> Iterator[Lint]:
    if control.id not in used:
        yield _lint(control.id, "ROS-L001", control=control.id)
    elif not control.checks:
        yield _lint(control.id, "ROS-L011", control=control.id)
    for one in control.references:
        if reference(one) is None:
            yield _lint(control.id, "ROS-L029", reference=one)
    for check in control.rule_checks:
        # Of Checkov's checks only its own report can tell that there is none.
        if rules is not None and check.rule not in rules and not of_checkov(check.rule):
            yield _lint(control.id, "ROS-L006", rule=check.rule)


def _selectors(files: AnalysisFiles, used: Collection[str], graph: Graph) -> Iterator[Lint]:
    nodes = NodeIndex(graph)

    def tried(where: str, selector: Selector, *at: str | int) -> Iterator[Lint]:
        count = len(nodes.matching(selector))
        if count < selector.expect_min:
            yield _lint(where, "ROS-L004", at, type=selector.type, count=count, expected=selector.expect_min)

    for risk in files.risks:
        for place, selector in enumerate(risk.applies_to):
            yield from tried(risk.id, selector, "applies_to", place)
    for control in files.controls:
        if control.id in used:
            for place, selector in enumerate(control.select):
                yield from tried(control.id, selector, "select", place)
            for place, check in enumerate(control.checks):
                if isinstance(check, RuleCheck) and check.select:
                    yield from tried(control.id, check.select, "checks", place, "select")


def _criteria(files: AnalysisFiles) -> Iterator[Lint]:
    """Tell of criteria that lack what Normen asks for, and of a newer version of them."""
    profile = files.profile
    for dimension in WEIGHED:
        if dimension not in profile.dimensions:
            yield _lint("ros.yaml", "ROS-L024", facet=dimension)
    versions = [int(one.rpartition("@")[2]) for one in files.known_criteria if one.rpartition("@")[0] == profile.id]
    if versions and max(versions) > profile.version:
        yield _lint("ros.yaml", "ROS-L025", criteria=profile.reference, newest=f"{profile.id}@{max(versions)}")


def _assets(files: AnalysisFiles, graph: Graph | None, pathway: Pathway | None) -> Iterator[Lint]:
    """Tell of assets that nothing tells of; one that would be derived from what is not given is not looked for."""
    known = {asset.id for asset in assets_of(graph, pathway, files)}
    unseen = (*(() if graph else ("store-",)), *(() if pathway else ("data-", "system-")))
    for risk in files.risks:
        for asset in risk.assets:
            if asset not in known and not asset.startswith(unseen):
                yield _lint(risk.id, "ROS-L028", ("assets",), asset=asset)


def _texts(where: str, model: BaseModel) -> Iterator[Lint]:
    """Tell of texts that are missing in a language, or that look like a secret."""
    for path, text in localised_texts(model, ""):
        written = {language.value: getattr(text, language.value) for language in Language}
        if any(looks_secret(one) for one in {*written.values()} if one is not None):
            yield _lint(where, "ROS-L027", path=path)
        if None in written.values():
            missing = [language for language, one in written.items() if one is None]
            yield _lint(where, "ROS-L007", path=path, languages=", ".join(missing))


def localised_texts(value: Any, path: str) -> Iterator[tuple[str, LocalisedText]]:
    """Every localised text below a value, with its path of keys."""
    if isinstance(value, LocalisedText):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in _leading_to_texts(type(value)):
            yield from localised_texts(getattr(value, name), f"{path}.{name}" if path else name)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from localised_texts(inner, f"{path}.{name}")
    elif isinstance(value, list | tuple):
        for place, inner in enumerate(value):
            yield from localised_texts(inner, f"{path}[{place}]")


@cache
def _leading_to_texts(model: type[BaseModel]) -> tuple[str, ...]:
    """Give the fields that a localised text may stand below: most of a risk is numbers and ids."""
    return tuple(name for name, one in model.model_fields.items() if _may_hold_text(one.annotation))


def _may_hold_text(kind: Any) -> bool:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return kind is LocalisedText or bool(_leading_to_texts(kind))
    return kind is Any or any(_may_hold_text(one) for one in get_args(kind))
