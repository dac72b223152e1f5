"""To other criteria by a written table: every change shown, nothing clamped, and only values change in the files."""

import itertools
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prosess.documents import DocumentError, read_text, to_yaml, write_all
from prosess.domain.errors import DomainError
from prosess.domain.text import Language
from ros.criteria import read_profile
from ros.loading import load_analysis
from ros.migration import Migration, Moved, edited, folders, move, read_migration, skeleton, spoken_of
from ros.migration.moving import moved_file
from ros.model import AcceptedRisk, AnalysisFiles, RiskFile
from ros.sealed.acceptance import load_acceptances
from ros.state import material_digest
from tests.ros import sealed_worlds
from tests.ros.worlds import CONTROLLER, DIMENSIONS, analysis, risk, text

EXAMPLE = Path(__file__).parents[3] / "examples" / "helse-sor-ost" / "ros"
OLD, NEW = read_profile("illustrative-4x4@1"), read_profile("illustrative-5x5@1")
TABLE = read_migration(OLD.reference, NEW.reference)


def files_of(*risks: RiskFile, **changes: Any) -> AnalysisFiles:
    return AnalysisFiles(analysis=analysis(**changes), profile=OLD, controls=(), risks=risks)


def moved(*risks: RiskFile, acceptances: tuple[AcceptedRisk, ...] = (), table: Migration = TABLE) -> Moved:
    return move(files_of(*risks), NEW, table, acceptances)


def table(**changes: Any) -> Migration:
    return TABLE.model_copy(update=changes)


def refused(**changes: Any) -> str:
    with pytest.raises(DomainError) as error:
        moved(risk("R01"), table=table(**changes))
    return error.value.code


@given(st.integers(1, 4), st.dictionaries(st.sampled_from(DIMENSIONS), st.integers(1, 4), min_size=6))
def test_no_level_sinks_by_the_products_own_table(likelihood: int, consequence: dict[str, int]) -> None:
    (one,) = moved(risk("R01", likelihood=likelihood, consequence=consequence)).risks
    assert NEW.ranks[one.level_after] >= OLD.ranks[one.level_before]


def test_every_step_of_the_products_own_table_rises_with_the_old() -> None:
    for steps in (TABLE.likelihood, *TABLE.consequence.values()):
        assert all(low < high for low, high in itertools.pairwise(steps))


def test_every_ordinal_is_shown_before_and_after() -> None:
    raised = [{"likelihood": 4, "consequence": {"integrity": 4}, "reason": text(), "by": "owner", "on": "2023-10-01"}]
    one = risk("R01", likelihood=2, consequence=3, raised=raised, target={"likelihood": 1})
    (found,) = moved(one).risks
    shown = {change.path: (change.before, change.after, change.open_top) for change in found.changes}
    assert shown[("inherent", "likelihood")] == (2, 3, False)
    assert shown[("inherent", "consequence", "integrity")] == (3, 3, False)
    assert shown[("raised", 0, "likelihood")] == (4, 5, False)
    assert shown[("raised", 0, "consequence", "integrity")] == (4, 4, True)
    assert shown[("target", "likelihood")] == (1, 2, False)
    assert len(found.changes) == 10
    assert (found.level_before, found.level_after) == ("high", "critical")


def accepted(one: RiskFile, **changes: Any) -> AcceptedRisk:
    fields: dict[str, Any] = {
        "risk": one.id,
        "data_controller": CONTROLLER,
        "state": "active",
        "level": "high",
        "until": date(2024, 1, 1),
        **changes,
    }
    return AcceptedRisk(**fields)


def test_an_acceptance_falls_with_what_it_was_bound_to() -> None:
    one = risk("R01", likelihood=2)
    bound = [
        accepted(one, criteria=OLD.digest),
        accepted(one, material=material_digest(one, {})),
        accepted(one, level="gone"),
        accepted(one),
        accepted(one, state="expired", criteria=OLD.digest),
    ]
    answers = [moved(one, acceptances=(acceptance,)).acceptances[0] for acceptance in bound]
    assert [(answer.kept, answer.because) for answer in answers] == [
        (False, "criteria_changed"),
        (False, "material_changed"),
        (False, "level_raised"),
        (True, None),
        (False, None),
    ]


def test_what_is_told_of_an_acceptance_is_what_the_gate_then_says(tmp_path: Path) -> None:
    """A sealed acceptance, before and after the files were moved."""
    before = sealed_worlds.files()
    sealed_worlds.put(tmp_path, "acceptances", sealed_worlds.accepted_by(before))
    assert sealed_worlds.states(tmp_path, before)[CONTROLLER] == ("active", None)
    accepted = load_acceptances(tmp_path, before, sealed_worlds.KEYS, day=sealed_worlds.DAY)
    result = move(before, NEW, TABLE, accepted)
    (told,) = result.acceptances
    assert (told.data_controller, told.kept, told.because) == (CONTROLLER, False, "criteria_changed")
    after = replace(
        before,
        analysis=analysis(NEW),
        profile=NEW,
        risks=tuple(moved_file(risk, one.changes) for risk, one in zip(before.risks, result.risks, strict=True)),
    )
    assert sealed_worlds.states(tmp_path, after)[CONTROLLER][0] == "invalidated"


def test_an_acceptance_of_an_inherited_risk_falls_too() -> None:
    files = replace(files_of(risk("R01")), origins={"R01": "region"})
    (told,) = move(files, NEW, TABLE, [accepted(risk("R01"), criteria=OLD.digest)]).acceptances
    assert (told.kept, told.because) == (False, "criteria_changed")


def test_limits_and_floors_that_differ_are_told() -> None:
    assert "floors" in moved(risk("R01")).notes
    other = NEW.model_copy(update={"limit": "low", "floors": OLD.floors})
    notes = move(files_of(risk("R01")), other, table(to_digest=None)).notes
    assert "limit" in notes
    assert "floors" not in notes


def test_a_table_that_does_not_fit_is_refused() -> None:
    short = {**TABLE.consequence, "integrity": (1, 2, 3)}
    falling = {**TABLE.consequence, "integrity": (1, 3, 2, 4)}
    over = {**TABLE.consequence, "integrity": (1, 2, 3, 6)}
    none = {name: steps for name, steps in TABLE.consequence.items() if name != "integrity"}
    assert refused(likelihood=(1, 2, 3)) == "MIGRATION_SCALE"
    assert [refused(consequence=one) for one in (short, falling, over)] == ["MIGRATION_SCALE"] * 3
    assert refused(consequence=none) == "MIGRATION_FACET_MISSING"
    assert refused(to="other@1") == "MIGRATION_OF_OTHERS"
    assert refused(from_digest=NEW.digest) == "MIGRATION_OF_OTHERS"
    assert refused(from_="other@1") == "MIGRATION_OTHER_START"


def test_an_ordinal_off_the_old_scale_is_refused_and_never_clamped() -> None:
    with pytest.raises(DomainError) as error:
        moved(risk("R01", likelihood=5))
    assert (error.value.code, error.value.at) == ("MIGRATION_OFF_SCALE", ("inherent", "likelihood"))


def test_where_there_is_no_table_one_has_to_be_written() -> None:
    with pytest.raises(DomainError) as error:
        read_migration(NEW.reference, OLD.reference)
    assert error.value.code == "MIGRATION_UNKNOWN"
    assert "criteria-migration/1" in error.value.hint


def test_the_file_to_fill_in_is_refused_until_it_is_and_read_once_it_is() -> None:
    empty = skeleton(NEW, OLD, Language.NB)
    assert "# 1 Svært lite sannsynlig · 2 Lite sannsynlig" in empty
    with pytest.raises(DocumentError):
        read_text(Migration, empty, "map.yaml")
    read_text(Migration, empty.replace("[0, 0, 0, 0, 0]", "[1, 1, 2, 3, 4]"), "map.yaml").check(NEW, OLD)


def test_the_products_tables_are_named_after_what_they_say_and_fit() -> None:
    found = list((Path(__file__).parents[3] / "ros" / "criteria" / "migrations").glob("*.yaml"))
    assert found
    for path in found:
        old, _, new = path.stem.partition("--")
        one = read_migration(old, new)
        one.check(read_profile(old), read_profile(new))
        assert (one.from_, one.to) == (old, new)
        assert one.from_digest
        assert one.to_digest


def test_only_the_values_change_in_the_files(tmp_path: Path) -> None:
    folder = tmp_path / "ros"
    shutil.copytree(EXAMPLE, folder)
    before = load_analysis(folder)
    result = move(before, NEW, TABLE)
    new = edited(folder, result)
    assert {path: path.read_bytes() for path in new} != new
    wanted = {risk.id: sum(one.before != one.after for one in risk.changes) for risk in result.risks}
    for path, data in new.items():
        old_lines, new_lines = path.read_bytes().splitlines(), data.splitlines()
        changed = [(a, b) for a, b in zip(old_lines, new_lines, strict=True) if a != b]
        if path.name != "ros.yaml":
            assert len(changed) == wanted[path.stem]
        else:
            keys = {line.split(b":")[0].strip() for _, line in changed}
            assert {b"criteria", b"criteria_digest"} <= keys
    write_all(new)
    after = load_analysis(folder)
    assert (after.analysis.criteria, after.profile.digest) == (NEW.reference, NEW.digest)
    levels = {risk.id: NEW.level(risk.inherent.likelihood, risk.inherent.consequence)[0] for risk in after.risks}
    assert levels == {one.id: one.level_after for one in result.risks}


def test_what_is_inherited_moves_with_what_inherits(tmp_path: Path) -> None:
    def write(path: Path, document: Any) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        plain = (
            document
            if isinstance(document, dict)
            else document.model_dump(mode="json", by_alias=True, exclude_none=True)
        )
        path.write_text(to_yaml(plain), encoding="utf-8")

    region, pathway = tmp_path / "region", tmp_path / "pathway"
    raised = {"likelihood": 4, "reason": text(), "by": "owner", "on": "2023-10-03"}
    write(region / "ros.yaml", analysis(id="region"))
    write(region / "risks" / "a.yaml", risk("R01", likelihood=3))
    write(pathway / "ros.yaml", analysis(id="pathway", inherits=[{"folder": "../region", "analysis": "region"}]))
    write(pathway / "risks" / "b.yaml", risk("R30", likelihood=1))
    spoken = {"schema": "inherited-risk/1", "id": "R01", "origin": "region", "raised": [raised]}
    write(pathway / "risks" / "R01.yaml", spoken)
    new: dict[Path, bytes] = {}
    for folder in folders(pathway):
        new |= edited(folder, move(load_analysis(folder), NEW, TABLE, spoken=spoken_of(folder)))
    write_all(new)
    inherited, own = load_analysis(pathway).risks
    assert (inherited.inherent.likelihood, inherited.raised[0].likelihood) == (4, 5)
    assert own.inherent.likelihood == 2
