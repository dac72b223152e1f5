"""Each kind of cause is told for what it is, and nothing else is."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from prosess.contracts.assessment import Assessment
from prosess.contracts.findings import Finding, State
from prosess.contracts.graph import Graph
from prosess.contracts.movements import CauseKind, Moved, Movement, Movements
from prosess.domain.text import Language, LocalisedText
from ros.criteria import read_profile
from ros.diff import movements
from ros.diff.told import headline, listings, markdown
from ros.engine import assess
from ros.evidence import Gathered
from ros.model import AcceptedRisk, AnalysisFiles, Control, RiskFile
from ros.wording.text import MESSAGES, known
from tests.ros.worlds import (
    COLLECTED,
    CONTROLLER,
    PROFILE,
    VAULT,
    analysis,
    control,
    evidence_of,
    finding,
    findings_of,
    graph_of,
    localised,
    node,
    risk,
    text,
    urn,
    use,
)

DAY = COLLECTED.date()
GRAPH = graph_of(node(VAULT, "a"), node(VAULT, "b"))
A, B = urn(VAULT, "a"), urn(VAULT, "b")
CONTROLS = (
    control("CTRL-NET", "PP-KV-001", select=[{"type": VAULT}]),
    control("CTRL-PURGE", "PP-KV-002", select=[{"type": VAULT}]),
)
USES = [use("CTRL-NET", mechanism="nett", likelihood=-2)]


def seen(**changed: State) -> list[Finding]:
    """Both rules passed on both vaults, but for those named ``a`` or ``b`` of PP-KV-001."""
    found = [finding(rule, one, actual=True) for rule in ("PP-KV-001", "PP-KV-002") for one in (A, B)]
    for place, one in enumerate(found):
        name = one.resource.rpartition("::")[2]
        if one.rule == "PP-KV-001" and name in changed:
            found[place] = finding(one.rule, one.resource, changed[name], path="p", expected=True, actual=False)
    return found


class World:
    """What is assessed; each part may be another one."""

    def __init__(self, **parts: Any) -> None:
        self.graph: Graph = parts.get("graph", GRAPH)
        self.found: Sequence[Finding] = parts.get("found", seen())
        self.controls: tuple[Control, ...] = parts.get("controls", CONTROLS)
        self.risks: Sequence[RiskFile] = parts.get("risks", [risk(controls=USES)])
        self.accepted: Sequence[AcceptedRisk] = parts.get("accepted", ())
        self.day: date = parts.get("day", DAY)
        self.profile = parts.get("profile", PROFILE)

    @property
    def files(self) -> AnalysisFiles:
        return AnalysisFiles(analysis(self.profile), self.profile, self.controls, tuple(self.risks))

    def assessed(self) -> Assessment:
        findings = findings_of(self.graph, self.found)
        gathered = Gathered(self.graph, findings, evidence_of(self.graph, findings))
        return assess(self.files, gathered, as_of=self.day, acceptances=self.accepted)


def told(before: World, after: World, **more: Any) -> Movements:
    return movements(before.assessed(), after.assessed(), files=(before.files, after.files), **more)


def only(found: Movements) -> Movement:
    (one,) = found.movements
    return one


def kinds(found: Movements) -> set[CauseKind]:
    return {cause.kind for cause in only(found).causes}


def accepted(**more: Any) -> AcceptedRisk:
    return AcceptedRisk(
        **{
            "id": "a-1",
            "risk": "R01",
            "data_controller": CONTROLLER,
            "state": "active",
            "level": "high",
            "until": DAY + timedelta(days=30),
            **more,
        }
    )


def test_a_resource_that_fails_is_named_with_its_value_and_moves_the_level() -> None:
    found = told(World(), World(found=seen(a=State.FAIL)))
    moved = only(found)
    (cause,) = moved.causes
    assert (cause.kind, cause.subject, cause.rule, cause.path) == (CauseKind.RESOURCE, A, "PP-KV-001", "p")
    assert moved.moved is Moved.HIGHER
    assert moved.steps == {"likelihood": 2} == dict(moved.controls[0].steps)
    assert [(one.who, one.because) for one in moved.look_again] == [
        ("owner", "level_moved"),
        ("data_controller", "acceptance_missing"),
    ]


def test_a_resource_that_is_judged_otherwise_as_it_was_is_the_rule() -> None:
    same = [one.model_copy(update={"actual": True}) for one in seen(a=State.FAIL)]
    assert kinds(told(World(), World(found=same))) == {CauseKind.RULE}  # the graph is the same
    assert kinds(told(World(), World(found=same), policies=("sha256:1", "sha256:2"))) == {CauseKind.RULE}
    assert kinds(told(World(), World(found=same), policies=("sha256:1", "sha256:1"))) == {CauseKind.RESOURCE}


def test_an_exemption_is_told_as_one() -> None:
    failing, exempted = (
        seen(a=State.FAIL),
        [
            finding(one.rule, one.resource, State.SUPPRESSED, path="p", expected=True, actual=False)
            if one.state is State.FAIL
            else one
            for one in seen(a=State.FAIL)
        ],
    )
    assert kinds(told(World(found=exempted), World(found=failing))) == {CauseKind.EXEMPTION}


RISK = risk(
    controls=USES, treatment=[{"option": "reduce", "action": text(), "responsible": "owner", "state": "planned"}]
)


@pytest.mark.parametrize(
    ("after", "kind", "moved"),
    [
        ({"controls": [use("CTRL-NET", mechanism="nett", likelihood=-1)]}, CauseKind.CONTROL, Moved.HIGHER),
        ({"controls": []}, CauseKind.CONTROL, Moved.HIGHER),
        ({"effects_approved": None}, CauseKind.APPROVAL, Moved.HIGHER),
        ({"likelihood": 3}, CauseKind.JUDGEMENT, Moved.LOWER),
        ({"target": {"likelihood": 1}}, CauseKind.TARGET, Moved.STOOD),
        ({"treatment": []}, CauseKind.TREATMENT, Moved.STOOD),
        ({"owner": "reviewer"}, CauseKind.OWNERSHIP, Moved.STOOD),
        ({"title": text("rettet")}, CauseKind.TEXT, Moved.STOOD),
        ({"description": text("rettet")}, CauseKind.TEXT, Moved.STOOD),
        (
            {"raised": [{"likelihood": 4, "reason": text(), "by": "owner", "on": "2023-10-01"}]},
            CauseKind.RAISE,
            Moved.HIGHER,
        ),
    ],
)
def test_what_people_wrote_is_told_by_its_kind(after: dict[str, Any], kind: CauseKind, moved: Moved) -> None:
    kept = {"controls": USES, "treatment": [one.model_dump(mode="json") for one in RISK.treatment]}
    found = told(World(risks=[RISK]), World(risks=[risk(**{**kept, **after})]))
    assert kind in kinds(found)
    assert kinds(found) <= {kind, CauseKind.CONTROL, CauseKind.APPROVAL}
    assert only(found).moved is moved


def test_a_text_moves_nothing_and_invalidates_nothing() -> None:
    before = World(risks=[RISK], accepted=[accepted(material=World(risks=[RISK]).assessed().risks[0].material)])
    spelt = RISK.model_copy(update={"title": LocalisedText(nb="x", nn="x", en="x"), "description": localised("y")})
    after = World(risks=[spelt], accepted=before.accepted)
    found = told(before, after)
    assert found.moved == ()
    assert not only(found).material
    assert only(found).look_again == ()
    assert kinds(found) == {CauseKind.TEXT}
    assert after.assessed().risks[0].acceptances[0].state == "active"


def test_a_selector_that_hits_nothing_takes_the_level_away() -> None:
    one, other = (
        risk(applies_to=[], likelihood=2),
        risk(likelihood=2).model_copy(
            update={"applies_to": (CONTROLS[0].select[0].model_copy(update={"type": "azure-native:sql:Server"}),)}
        ),
    )
    found = told(World(risks=[one]), World(risks=[other]))
    assert kinds(found) == {CauseKind.SELECTION}
    assert only(found).moved is Moved.UNASSESSED


def test_stale_evidence_and_other_criteria_are_causes_of_their_own() -> None:
    found = told(World(), World(day=DAY + timedelta(days=30)))
    assert kinds(found) == {CauseKind.STALENESS}
    assert only(found).moved is Moved.STOOD
    other = read_profile("illustrative-5x5@1")
    assert CauseKind.CRITERIA in kinds(told(World(), World(profile=other)))


def test_a_stronger_control_that_falls_lets_another_count() -> None:
    uses = [
        use("CTRL-NET", mechanism="vern", likelihood=-2),
        use("CTRL-PURGE", mechanism="vern", likelihood=-1),
    ]
    both = [risk(controls=uses)]
    found = told(World(risks=both), World(risks=both, found=seen(a=State.FAIL)))
    assert kinds(found) == {CauseKind.RESOURCE, CauseKind.MECHANISM}
    assert only(found).steps == {"likelihood": 1}


def test_an_acceptance_that_falls_calls_its_controller() -> None:
    held = [accepted(level="medium")]
    found = told(World(accepted=held), World(accepted=held, found=seen(a=State.FAIL)))
    assert CauseKind.ACCEPTANCE in kinds(found)
    assert ("data_controller", CONTROLLER, "acceptance_fell") in [
        (one.who, one.id, one.because) for one in only(found).look_again
    ]


def test_a_material_change_calls_the_reviewer() -> None:
    found = told(World(), World(risks=[risk(controls=USES, likelihood=3)]))
    assert only(found).material
    assert ("reviewer", "reviewer") in [(one.who, one.id) for one in only(found).look_again]


def test_a_risk_that_comes_or_goes_is_told() -> None:
    two = [risk(controls=USES), risk("R02")]
    assert [(one.risk, one.moved) for one in told(World(), World(risks=two)).movements] == [("R02", Moved.ADDED)]
    assert [(one.risk, one.moved) for one in told(World(risks=two), World()).movements] == [("R02", Moved.REMOVED)]


def test_a_rename_by_an_alias_gives_nothing() -> None:
    renamed = graph_of(node(VAULT, "c"), node(VAULT, "b"))
    failing = seen(a=State.FAIL)
    c = urn(VAULT, "c")
    after = [one.model_copy(update={"resource": c}) if one.resource == A else one for one in failing]
    pair = World(found=failing), World(graph=renamed, found=after)
    assert told(*pair, renamed={A: c}).movements == ()
    assert kinds(told(*pair)) == {CauseKind.RESOURCE}  # without the alias one went and another came


def test_another_stack_is_no_other_resource() -> None:
    def moved_to(urn_: str) -> str:
        return urn_.replace("urn:pulumi:prod::", "urn:pulumi:test::")

    graph = Graph(
        project="prosess",
        stack="test",
        nodes=tuple(one.model_copy(update={"urn": moved_to(one.urn)}) for one in GRAPH.nodes),
    )
    found = [one.model_copy(update={"resource": moved_to(one.resource)}) for one in seen(a=State.FAIL)]
    assert told(World(found=seen(a=State.FAIL)), World(graph=graph, found=found)).movements == ()


@pytest.mark.parametrize("language", list(Language))
def test_every_kind_is_told_in_every_language_on_a_page_that_fits(language: Language) -> None:
    many = [risk(f"R{place:02}", controls=USES) for place in range(1, 61)]
    before = World(risks=many, accepted=[accepted(level="medium", risk=one.id) for one in many])
    changed = [
        risk(
            one.id,
            controls=[*USES, use("CTRL-PURGE", confidentiality=-1)],
            likelihood=3,
            title=text("annen"),
            raised=[{"likelihood": 4, "reason": text(), "by": "owner", "on": "2023-10-01"}],
            target={"likelihood": 1},
            treatment=[{"option": "reduce", "action": text(), "responsible": "owner", "state": "planned"}],
            owner="reviewer",
        )
        for one in many[:-1]
    ]
    after = World(risks=changed, accepted=before.accepted, found=seen(a=State.FAIL), day=DAY + timedelta(days=30))
    found = told(before, after)
    page = markdown(found, ("a", "b"), language, after.files)
    assert len(page.splitlines()) <= 40
    assert "{" not in page
    assert page == markdown(told(before, after), ("a", "b"), language, after.files)
    shown = listings(found, language, after.files, all_causes=True)
    assert len(shown[0].rows) + len(shown[1].rows) == len(found.movements) == 60
    assert headline(found, language) in page


def test_every_word_of_the_closed_sets_is_there() -> None:
    for one in Moved:
        assert known(f"moved.{one.value}")
    for kind in CauseKind:
        assert any(key == f"cause.{kind.value}" or key.startswith(f"cause.{kind.value}.") for key in MESSAGES)
