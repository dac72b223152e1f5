"""What is inherited is here as it was judged there: it may be held up and added to, and nothing lowers it."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prosess.documents import DocumentError, to_yaml
from ros.engine import assess
from ros.evidence import Gathered
from ros.loading import load_analysis
from ros.model import AnalysisFiles, RiskFile
from tests.ros.worlds import (
    COLLECTED,
    CONTROLLER,
    DIMENSIONS,
    PROFILE,
    VAULT,
    analysis,
    control,
    evidence_of,
    finding,
    findings_of,
    graph_of,
    node,
    risk,
    text,
    use,
)

OTHER = "914637651"
RAISE = {"likelihood": 4, "reason": text("fordi"), "by": "owner", "on": "2023-10-03"}


def write(path: Path, document: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(to_yaml(document if isinstance(document, dict) else as_plain(document)), encoding="utf-8")


def as_plain(model: Any) -> Any:
    return model.model_dump(mode="json", by_alias=True, exclude_none=True)


def head(folder: Path, id_: str, *inherits: tuple[str, str], **changes: Any) -> None:
    named = [{"folder": place, "analysis": name} for place, name in inherits]
    write(folder / "ros.yaml", analysis(id=id_, inherits=named, **changes))


def says(folder: Path, id_: str = "R01", /, **changes: Any) -> None:
    write(
        folder / "risks" / f"{id_}.yaml",
        {"schema": "inherited-risk/1", "id": id_, "origin": "region", **changes},
    )


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """A region with two risks and a control of its own, and a pathway that inherits both."""
    region, pathway = tmp_path / "region", tmp_path / "pathway"
    head(region, "region")
    write(region / "controls" / "own.yaml", control("CTRL-OWN", "PP-KV-002", select=[{"type": VAULT}]))
    write(region / "risks" / "a.yaml", risk("R01", likelihood=3, controls=[use("CTRL-OWN", likelihood=-2)]))
    write(region / "risks" / "b.yaml", risk("R02"))
    head(pathway, "pathway", ("../region", "region"), data_controllers=[OTHER])
    write(pathway / "risks" / "own.yaml", risk("R30"))
    return pathway


def refused(folder: Path) -> list[tuple[str, str, int]]:
    """What is wrong: code, file and line, each below the folder that all of them are in."""
    with pytest.raises(DocumentError) as error:
        load_analysis(folder)
    root = folder.parent
    return [(one.code, str(Path(one.file).relative_to(root)), one.line) for one in error.value.problems]


def current(folder: Path) -> Iterator[tuple[str, int, str | None]]:
    files = load_analysis(folder)
    graph = graph_of(node(VAULT, "secrets"))
    findings = findings_of(graph, [finding("PP-KV-002", graph.nodes[0].urn)])
    answer = assess(files, Gathered(graph, findings, evidence_of(graph, findings)), as_of=COLLECTED.date())
    return ((one.id, one.current.likelihood, one.origin) for one in answer.risks)


def test_a_risk_that_is_not_spoken_of_is_here_as_it_is_for_the_own_controllers(world: Path) -> None:
    files = load_analysis(world)
    assert [one.id for one in files.risks] == ["R01", "R02", "R30"]
    assert files.origins == {"R01": "region", "R02": "region"}
    assert [one.data_controllers for one in files.risks] == [(OTHER,), (OTHER,), (CONTROLLER,)]
    assert files.control("CTRL-OWN") is not None
    assert files.own_controls == {"CTRL-OWN"}
    assert [one.id for one in files.parents] == ["region"]
    assert list(current(world)) == [("R01", 1, "region"), ("R02", 4, "region"), ("R30", 4, None)]


def test_what_is_said_of_an_inherited_risk_is_added(world: Path) -> None:
    action = {"option": "reduce", "action": text(), "responsible": "owner", "due": "2023-12-01", "state": "planned"}
    says(world, raised=[RAISE], treatment=[action], data_controllers=[CONTROLLER], owner="reviewer")
    held = load_analysis(world).risk("R01")
    assert held is not None
    assert (len(held.raised), len(held.treatment)) == (1, 1)
    assert (held.owner, held.data_controllers) == ("reviewer", (CONTROLLER,))
    assert next(current(world)) == ("R01", 4, "region")


@pytest.mark.parametrize("key", ["inherent", "controls", "effects_approved", "applies_to"])
def test_nothing_that_could_lower_it_can_be_written(world: Path, key: str) -> None:
    says(world, "R01", **{key: {}})
    assert refused(world)[0][1:] == ("pathway/risks/R01.yaml", 4)


def test_a_raise_adds_to_the_parents_and_never_takes_one_away(world: Path) -> None:
    write(world.parent / "region" / "risks" / "a.yaml", risk("R01", likelihood=1, raised=[RAISE]))
    says(world, raised=[{**RAISE, "likelihood": 1}])
    assert next(current(world)) == ("R01", 4, "region")


def test_a_target_is_higher_here_or_as_it_was(world: Path) -> None:
    meant = {"likelihood": 2, "consequence": {"integrity": 2}, "by": "2023-12-01"}
    write(world.parent / "region" / "risks" / "a.yaml", risk("R01", likelihood=3, target=meant))
    says(world, target={"likelihood": 1, "consequence": {"integrity": 3, "availability": 1}})
    held = load_analysis(world).risk("R01")
    assert held is not None
    asked = (held.target.likelihood, held.target.consequence, held.target.by)
    assert asked == (2, {"integrity": 3, "availability": held.inherent.consequence["availability"]}, date(2023, 12, 1))
    says(world, target={"by": "2024-01-01"})
    held = load_analysis(world).risk("R01")
    assert held is not None
    assert (held.target.likelihood, held.target.consequence) == (2, {"integrity": 2})
    assert held.target.by == date(2024, 1, 1)


def test_parents_of_parents_are_inherited_too_and_a_common_one_once(tmp_path: Path, world: Path) -> None:
    sister, unit = tmp_path / "sister", tmp_path / "unit"
    head(sister, "sister", ("../region", "region"), data_controllers=[OTHER])
    head(unit, "unit", ("../pathway", "pathway"), ("../sister", "sister"))
    files = load_analysis(unit)
    assert files.origins == {"R01": "region", "R02": "region", "R30": "pathway"}
    assert [one.id for one in files.parents] == ["pathway", "region", "sister"]


def test_two_parents_that_hold_one_risk_differently_are_refused(tmp_path: Path, world: Path) -> None:
    sister, unit = tmp_path / "sister", tmp_path / "unit"
    head(sister, "sister", ("../region", "region"), data_controllers=[CONTROLLER])
    head(unit, "unit", ("../pathway", "pathway"), ("../sister", "sister"))
    assert {code for code, *_ in refused(unit)} == {"ROS_RISK_TWICE"}


def test_a_ring_is_refused_and_named(world: Path) -> None:
    head(world.parent / "region", "region", ("../pathway", "pathway"))
    with pytest.raises(DocumentError, match="pathway → region → pathway") as error:
        load_analysis(world)
    assert [one.code for one in error.value.problems] == ["ROS_INHERITS_CIRCLE"]
    assert error.value.problems[0].file.endswith("ros.yaml")
    assert error.value.problems[0].line > 1


def test_an_analysis_that_inherits_itself_is_a_ring(world: Path) -> None:
    head(world, "pathway", (".", "pathway"))
    assert [code for code, *_ in refused(world)] == ["ROS_INHERITS_CIRCLE"]


def test_two_risks_with_one_id_are_told_in_both_files(world: Path) -> None:
    write(world / "risks" / "again.yaml", risk("R30"))
    assert refused(world) == [
        ("ROS_RISK_TWICE", "pathway/risks/again.yaml", 2),
        ("ROS_RISK_TWICE", "pathway/risks/own.yaml", 2),
    ]


def test_a_risk_with_an_inherited_id_is_told_in_both_files(world: Path) -> None:
    write(world / "risks" / "mine.yaml", risk("R02"))
    assert refused(world) == [
        ("ROS_RISK_TWICE", "pathway/risks/mine.yaml", 2),
        ("ROS_RISK_TWICE", "region/risks/b.yaml", 2),
    ]


def test_two_controls_with_one_id_are_told_in_both_files(world: Path) -> None:
    write(world / "controls" / "mine.yaml", control("CTRL-OWN", "PP-KV-001"))
    assert [(code, file) for code, file, _ in refused(world)] == [
        ("ROS_CONTROL_TWICE", "pathway/controls/mine.yaml"),
        ("ROS_CONTROL_TWICE", "region/controls/own.yaml"),
    ]


def test_another_analysis_than_was_named_is_refused(world: Path) -> None:
    head(world, "pathway", ("../region", "another"))
    assert [code for code, *_ in refused(world)] == ["ROS_INHERITS_OTHER"]


def test_a_folder_without_an_analysis_is_refused_where_it_is_named(world: Path) -> None:
    head(world, "pathway", ("../nowhere", "region"))
    ((code, file, line),) = refused(world)
    assert (code, file) == ("ROS_INHERITS_NOTHING", "pathway/ros.yaml")
    assert line > 1


def test_other_criteria_than_the_parents_are_refused(world: Path) -> None:
    from ros.criteria import read_profile

    five = read_profile("illustrative-5x5@1")
    head(world, "pathway", ("../region", "region"), criteria=five.reference, criteria_digest=five.digest)
    assert [code for code, *_ in refused(world)] == ["ROS_INHERITS_CRITERIA"]


def test_a_risk_that_is_not_inherited_or_of_another_origin_cannot_be_spoken_of(world: Path) -> None:
    says(world, "R77")
    says(world, "R01", origin="elsewhere")
    assert refused(world) == [
        ("ROS_OTHER_ORIGIN", "pathway/risks/R01.yaml", 3),
        ("ROS_NOT_INHERITED", "pathway/risks/R77.yaml", 2),
    ]


def test_a_party_of_the_parent_is_found_and_may_not_be_another_here(world: Path) -> None:
    extra = {"id": "vakt", "role": "platform_owner", "organisation": OTHER, "title": text("vakt")}
    parties = [as_plain(one) for one in analysis().parties]
    head(world.parent / "region", "region", parties=[*parties, extra])
    found = load_analysis(world).party("vakt")
    assert found is not None
    assert found.organisation == OTHER
    head(world, "pathway", ("../region", "region"), parties=[*parties, {**extra, "organisation": CONTROLLER}])
    assert [code for code, *_ in refused(world)] == ["ROS_PARTY_OF_PARENT"]


def test_a_mistake_in_the_parent_is_told_with_its_file(world: Path) -> None:
    head(world.parent / "region", "region", criteria_digest="sha256:" + "0" * 64)
    ((code, file, line),) = refused(world)
    assert (code, file) == ("CRITERIA_NOT_PINNED", "region/ros.yaml")
    assert line > 1
    assert PROFILE.digest


ORDINALS = st.one_of(st.none(), st.integers(1, 4))
RAISES = st.lists(
    st.fixed_dictionaries(
        {"likelihood": ORDINALS, "consequence": st.dictionaries(st.sampled_from(DIMENSIONS), st.integers(1, 4))}
    ),
    max_size=3,
)


@given(there=RAISES, here=RAISES)
@settings(max_examples=60, deadline=None)
def test_whatever_is_said_here_the_level_is_never_lower_than_there(there: list[Any], here: list[Any]) -> None:
    from ros.inheritance import held
    from ros.model import InheritedRiskFile

    def raises(given: list[Any]) -> list[Any]:
        return [{**RAISE, **one} for one in given]

    def level(one: RiskFile) -> int:
        graph = graph_of(node(VAULT, "secrets"))
        findings = findings_of(graph, [finding("PP-KV-002", graph.nodes[0].urn)])
        own = control("CTRL-OWN", "PP-KV-002", select=[{"type": VAULT}])
        files = AnalysisFiles(analysis(), PROFILE, (own,), (one,))
        answer = assess(files, Gathered(graph, findings, evidence_of(graph, findings)), as_of=COLLECTED.date())
        return PROFILE.ranks[answer.risks[0].current.level]

    inherited = risk("R01", likelihood=3, controls=[use("CTRL-OWN", likelihood=-2)], raised=raises(there))
    document = {"schema": "inherited-risk/1", "id": "R01", "origin": "region", "raised": raises(here)}
    said = InheritedRiskFile.model_validate_json(json.dumps(document), by_alias=True)
    assert level(held(inherited, said, analysis())) >= level(inherited)
