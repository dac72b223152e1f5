"""Each lint, once: the id is stable, and the text is there in three languages."""

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from prosess.contracts.assessment import Assessment
from prosess.domain.text import Language, LocalisedText
from ros.lint import LINTS, Lint, lint
from ros.loading import load_analysis
from ros.model import AnalysisFiles, Control, Review, RiskFile, Selector
from tests.ros.worlds import (
    CONTROLLER,
    PROFILE,
    QUEUE,
    VAULT,
    analysis,
    control,
    graph_of,
    localised,
    node,
    risk,
    text,
    use,
)

EXAMPLE = Path(__file__).parents[2] / "examples" / "helse-sor-ost" / "ros"
USED = control("CTRL-USED", "PP-KV-002")
SOUND = risk(controls=[use("CTRL-USED", likelihood=-1)], applies_to=[Selector(type=VAULT)])
GRAPH = graph_of(node(VAULT, "secrets"))
DAY = date(2023, 10, 5)


def files(
    *risks: RiskFile, controls: tuple[Control, ...] = (USED,), own: frozenset[str] = frozenset()
) -> AnalysisFiles:
    return AnalysisFiles(analysis(), PROFILE, controls, risks or (SOUND,), own)


def ids(given: AnalysisFiles, **more: Any) -> list[str]:
    return [one.id for one in lint(given, **{"graph": GRAPH, "rules": {"PP-KV-002"}, "as_of": DAY, **more})]


def measure(**changes: Any) -> dict[str, Any]:
    return {
        "option": "reduce",
        "action": text(),
        "responsible": "owner",
        "due": "2023-12-01",
        "state": "planned",
        **changes,
    }


def test_a_sound_analysis_has_no_lint() -> None:
    assert ids(files()) == []


def only_bokmaal() -> RiskFile:
    return SOUND.model_copy(update={"title": LocalisedText(nb="bare bokmål")})


def approved(steps: dict[str, dict[str, int]]) -> RiskFile:
    assert SOUND.effects_approved is not None
    approval = SOUND.effects_approved.model_copy(update={"steps": steps})
    return SOUND.model_copy(update={"effects_approved": approval})


def raised(**to: int) -> RiskFile:
    return risk(
        controls=[use("CTRL-USED", likelihood=-1)],
        raised=[{**to, "reason": text(), "by": "reviewer", "on": "2023-10-01"}],
    )


def held_above(*, target: dict[str, Any]) -> RiskFile:
    return risk(
        controls=[use("CTRL-USED", likelihood=-1)],
        raised=[{"likelihood": 4, "reason": text(), "by": "reviewer", "on": "2023-10-01"}],
        target=target,
    )


def target_met(**target: int) -> RiskFile:
    return risk(controls=[use("CTRL-USED", likelihood=-1)], treatment=[measure(state="verified")], target={**target})


def answered(state: str, until: date | None = date(2024, 6, 1), *, target: str = "medium") -> Assessment:
    """What the engine would say of R01, with one acceptance in a state."""
    rating = {"consequence": {}, "decided_by": "integrity"}
    document = {
        "schema": "assessment/1",
        "id": "prove",
        "scope": "environment:prod",
        "criteria": PROFILE.reference,
        "criteria_digest": PROFILE.digest,
        "levels": [],
        "graph": "g",
        "findings": "f",
        "as_of": DAY.isoformat(),
        "state": "in_review",
        "verdict": "acceptable",
        "risks": [
            {
                "id": "R01",
                "material": "m",
                "scenario": "R01",
                "title": text(),
                "owner": "owner",
                "data_controllers": [CONTROLLER],
                "inherent": {**rating, "likelihood": 4, "level": "high"},
                "current": {**rating, "likelihood": 3, "level": "medium"},
                "if_stale_evidence_lapses": {**rating, "likelihood": 3, "level": "medium"},
                "target": {**rating, "likelihood": 1, "level": target},
                "derivation": {"controls": [], "likelihood_steps": 0},
                "acceptances": [
                    {"data_controller": CONTROLLER, "state": state, "until": until.isoformat() if until else None}
                ],
            }
        ],
    }
    return Assessment.model_validate_json(json.dumps(document), by_alias=True)


WITHOUT_ROBUSTNESS = PROFILE.model_copy(
    update={"dimensions": {name: scale for name, scale in PROFILE.dimensions.items() if name != "robustness"}}
)


CASES: dict[str, AnalysisFiles] = {
    "ROS-L001": files(controls=(USED, control("CTRL-OWN", "PP-KV-002")), own=frozenset({"CTRL-OWN"})),
    "ROS-L002": files(SOUND.model_copy(update={"owner": None})),
    "ROS-L003": files(risk(treatment=[measure(due=None)])),
    "ROS-L004": files(risk(applies_to=[Selector(type=QUEUE)])),
    "ROS-L005": files(risk(controls=[use("CTRL-MISSING", likelihood=-1)])),
    "ROS-L006": files(
        risk(controls=[use("CTRL-ODD", likelihood=-1)], applies_to=[Selector(type=VAULT)]),
        controls=(control("CTRL-ODD", "PP-KV-999"),),
    ),
    "ROS-L007": files(only_bokmaal()),
    "ROS-L008": files(risk(treatment=[measure(due="2023-10-04")])),
    "ROS-L009": files(risk(target={"likelihood": 1})),
    "ROS-L010": files(risk(consequence={"integrity": 5})),
    "ROS-L011": files(risk(controls=[use("CTRL-BARE", likelihood=-1)]), controls=(control("CTRL-BARE"),)),
    "ROS-L012": files(SOUND.model_copy(update={"scenario": "R99"})),
    "ROS-L014": files(SOUND.model_copy(update={"effects_approved": None})),
    "ROS-L015": files(approved({"CTRL-USED": {"likelihood": -2}})),
    "ROS-L016": files(approved({"CTRL-USED": {"likelihood": -1}, "CTRL-OLD": {"likelihood": -1}})),
    "ROS-L017": files(raised(likelihood=3)),
    "ROS-L018": files(SOUND.model_copy(update={"review": Review(every_days=30, last=date(2023, 9, 4))})),
    "ROS-L019": files(target_met(likelihood=1)),
    "ROS-L020": files(risk(controls=[use("CTRL-USED", likelihood=-1)], treatment=[measure(option="accept")])),
    "ROS-L021": files(),
    "ROS-L022": files(),
    "ROS-L023": files(),
    "ROS-L024": replace(files(), profile=WITHOUT_ROBUSTNESS),
    "ROS-L025": replace(files(), known_criteria=("illustrative-4x4@1", "illustrative-4x4@12", "other@30")),
    "ROS-L026": files(SOUND.model_copy(update={"review": Review(every_days=30, last=DAY)})),
    "ROS-L027": files(SOUND.model_copy(update={"description": localised("AccountKey" + "=" + "abc")})),
    "ROS-L028": files(SOUND.model_copy(update={"assets": ("maalinger",)})),
    "ROS-L029": files(controls=(control("CTRL-USED", "PP-KV-002", references=["nsm:2.7", "nsm:7.2"]),)),
    "ROS-L030": files(held_above(target={"likelihood": 2})),
    "ROS-L013": files(SOUND.model_copy(update={"owner": "nobody"})),
}


GIVEN: dict[str, dict[str, Any]] = {
    "ROS-L019": {"assessment": answered("active", target="low")},
    "ROS-L020": {"assessment": answered("none")},
    "ROS-L021": {"assessment": answered("expired", date(2023, 10, 4))},
    "ROS-L022": {"assessment": answered("active", date(2023, 11, 3))},
    "ROS-L023": {"assessment": answered("active", None)},
    "ROS-L026": {"deployed": date(2023, 10, 6)},
}
"""What beside the files makes a lint be found."""


def test_there_is_a_case_for_every_lint() -> None:
    assert set(CASES) == set(LINTS)


@pytest.mark.parametrize("id_", sorted(CASES))
def test_each_lint_is_found_and_nothing_else(id_: str) -> None:
    assert set(ids(CASES[id_], **GIVEN.get(id_, {}))) == {id_}


@pytest.mark.parametrize("id_", sorted(CASES))
@pytest.mark.parametrize("language", list(Language))
def test_each_lint_says_where_and_what(id_: str, language: Language) -> None:
    found = lint(CASES[id_], **{"graph": GRAPH, "rules": {"PP-KV-002"}, "as_of": DAY, **GIVEN.get(id_, {})})
    assert found
    for one in found:
        said = one.text(language)
        assert said.startswith(one.where)
        assert "{" not in said


def test_a_measure_due_today_is_not_late_and_one_done_never_is() -> None:
    assert ids(files(risk(treatment=[measure(due="2023-10-05")]))) == []
    assert ids(files(risk(treatment=[measure(due="2023-10-04", state="verified")]))) == []


def test_what_is_not_given_is_not_looked_at() -> None:
    assert ids(CASES["ROS-L004"], graph=None) == []
    assert ids(CASES["ROS-L006"], rules=None) == []
    assert ids(CASES["ROS-L008"], as_of=None) == []


def test_lints_are_sorted() -> None:
    many = replace(files(), risks=(*CASES["ROS-L002"].risks, *CASES["ROS-L012"].risks, *CASES["ROS-L010"].risks))
    found = lint(many)
    assert list(found) == sorted(found)
    assert all(isinstance(one, Lint) for one in found)


@pytest.mark.parametrize(
    ("given", "more"),
    [
        (SOUND, {"assessment": answered("active")}),
        (SOUND, {"assessment": answered("none")}),
        (SOUND, {"assessment": answered("active", date(2023, 11, 4))}),
        (target_met(likelihood=1), {"as_of": DAY}),
        (target_met(likelihood=4), {"assessment": answered("active")}),
        (
            risk(controls=[use("CTRL-USED", likelihood=-1)], treatment=[measure()]),
            {"assessment": answered("none", target="low")},
        ),
        (
            risk(controls=[use("CTRL-USED", likelihood=-1)], treatment=[measure(option="accept")]),
            {"assessment": answered("active")},
        ),
        (raised(likelihood=4), {}),
        (held_above(target={"likelihood": 4, "consequence": {"integrity": 1}}), {}),
        (SOUND.model_copy(update={"review": Review(every_days=31, last=date(2023, 9, 4))}), {}),
        (SOUND.model_copy(update={"review": Review(every_days=30, last=DAY)}), {"deployed": DAY}),
        (SOUND.model_copy(update={"assets": ("store-vault-health-983975259",)}), {"graph": None}),
        (SOUND.model_copy(update={"assets": ("data-kols-siv-983975259", "system-epj")}), {}),
        (
            SOUND.model_copy(update={"description": localised("Se sha256:" + "0a" * 32)}),
            {},
        ),
    ],
    ids=[
        "accepted",
        "not accepted, and not said to be",
        "thirty days left",
        "no assessment",
        "no lower target",
        "a lower target, and a measure under way",
        "accepted, and said to be",
        "a raise that holds",
        "a target no lower than a raise",
        "a review in time",
        "as new as the change",
        "an asset of a plan that is not given",
        "assets of a pathway that is not given",
        "a digest",
    ],
)
def test_a_near_miss_is_no_lint(given: RiskFile, more: dict[str, Any]) -> None:
    assert ids(files(given), **more) == []


def test_an_asset_that_the_plan_holds_is_known() -> None:
    graph = graph_of(node(VAULT, "secrets", data_class="health", data_controller=CONTROLLER))
    held = SOUND.model_copy(update={"assets": ("store-vault-health-983975259",)})
    assert ids(files(held), graph=graph) == []
    assert ids(files(held)) == ["ROS-L028"]


def test_an_analysis_in_force_lacks_an_acceptance_of_what_is_above_the_limit() -> None:
    above = answered("none", target="high")
    high = above.risks[0].model_copy(update={"current": above.risks[0].inherent})
    above = above.model_copy(update={"risks": (high,)})
    accepted = replace(files(), analysis=analysis(state="accepted"))
    assert ids(accepted, assessment=above) == ["ROS-L020"]
    assert ids(files(), assessment=above) == []


@pytest.mark.parametrize(
    "secret",
    [
        "-----BEGIN " + "PRIVATE KEY-----",
        "https://a.example/?se=1&sig=" + "Ab1" * 9,
        "passord: " + "hemmelig1",
        "kopi: " + "aB3dE6gH9" * 5,
        "eyJ" + "hbGciOiJub25l" + "." + "eyJzdWIiOiJ4" + ".",
        "ghp" + "_" + "aB3dE6gH9kLmNoPqRsTu",
    ],
)
def test_what_looks_like_a_secret_is_told_by_its_place_and_not_shown(secret: str) -> None:
    (one,) = lint(files(SOUND.model_copy(update={"vulnerability": localised(secret)})))
    assert (one.id, one.where) == ("ROS-L027", "R01")
    assert "vulnerability" in one.text(Language.EN)
    assert secret[-8:] not in one.text(Language.EN)


def test_an_unknown_control_of_a_measure_is_told_like_one_in_use() -> None:
    given = risk(treatment=[measure(adds="CTRL-MISSING")])
    assert ids(files(given)) == ["ROS-L005"]


def test_a_target_that_says_nothing_of_what_is_held_up_is_out_of_reach_where_the_judgement_is_lower() -> None:
    held = held_above(target={"consequence": {"integrity": 1}})
    risen = held.model_copy(update={"inherent": held.inherent.model_copy(update={"likelihood": 3})})
    found = [one for one in lint(files(risen)) if one.id == "ROS-L030"]
    assert [dict(one.facts) for one in found] == [
        {"facet": "likelihood", "held": "4", "number": "1", "target": "3"},
    ]
    assert "likelihood is 3" in found[0].text(Language.EN)


@pytest.mark.parametrize("language", list(Language))
def test_of_a_draft_unapproved_effects_are_told_once(language: Language) -> None:
    controls = [use("CTRL-USED", likelihood=-1), use("CTRL-MORE", integrity=-1)]
    both = (USED, control("CTRL-MORE", "PP-KV-002"))
    bare = [risk(id_, controls=controls).model_copy(update={"effects_approved": None}) for id_ in ("R02", "R01")]
    given = files(*bare, controls=both)
    assert [one.id for one in lint(given) if one.id == "ROS-L014"] == ["ROS-L014"] * 4
    draft = replace(given, analysis=given.analysis.model_copy(update={"state": "draft"}))
    told = [one for one in lint(draft) if one.id == "ROS-L014"]
    assert [one.where for one in told] == ["ros.yaml"]
    said = told[0].text(language)
    assert ": 4 (" in said
    assert "R01, R02" in said
    assert "{" not in said


def test_a_draft_whose_effects_are_approved_has_no_such_lint() -> None:
    given = files()
    assert ids(replace(given, analysis=given.analysis.model_copy(update={"state": "draft"}))) == []


def test_a_lint_tells_file_line_and_column(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "ros"))
    path = folder / "risks" / "R16.yaml"
    path.write_text(path.read_text("utf-8").replace("ref: CTRL-SOFT-DELETE", "ref: CTRL-NONE"), "utf-8")
    read = load_analysis(folder)
    places = {one.id: one.place(read) for one in lint(read)}
    assert places["ROS-L005"] == f"{path.as_posix()}:33:6"
    draft = replace(read, analysis=read.analysis.model_copy(update={"state": "draft"}))
    said = next(one for one in lint(draft) if one.id == "ROS-L014").told(draft, Language.EN)
    assert said.startswith(f"{folder.as_posix()}/ros.yaml:")
    assert ": effects of controls that nobody" in said
    assert next(one for one in lint(files(SOUND.model_copy(update={"owner": None})))).place(files()) == ""


def test_what_is_inherited_is_told_where_it_is_declared() -> None:
    read = load_analysis(EXAMPLE.parent / "ros-kols-siv")
    lone = replace(read, risks=tuple(one.model_copy(update={"scenario": "R99"}) for one in read.risks[:1]))
    (found,) = (one for one in lint(lone) if one.id == "ROS-L012")
    assert found.place(read).endswith(f"/ros/risks/{found.where}.yaml:4:1")
