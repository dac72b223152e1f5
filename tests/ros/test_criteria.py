"""Criteria profiles: levels are looked up, the worst dimension decides, the patient holds the level up."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ros.criteria
from prosess.documents import DocumentError, load, read_text, to_yaml
from ros.criteria import NOT_ASSESSED, CriteriaError, Profile, profile_names, read_profile

PROFILES = [read_profile(name) for name in profile_names()]
ordinals = st.integers(1, 4)


def source(name: str = "illustrative-4x4@1") -> dict[str, Any]:
    data = load(Path(ros.criteria.__file__).parent / "profiles" / f"{name}.yaml").data
    assert isinstance(data, dict)
    return data


def rebuilt(data: dict[str, Any]) -> Profile:
    return read_text(Profile, to_yaml(data), "profile.yaml")


def test_the_product_has_a_four_and_a_five_step_profile() -> None:
    assert profile_names() == ("illustrative-4x4@1", "illustrative-5x5@1")
    assert [len(profile.likelihood) for profile in PROFILES] == [4, 5]


@pytest.mark.parametrize("profile", PROFILES, ids=profile_names())
def test_every_text_of_a_profile_is_in_three_languages(profile: Profile) -> None:
    texts = [
        profile.title,
        profile.note,
        *(text for step in profile.likelihood for text in (step.label, step.descriptor)),
        *profile.consequence_labels,
        *(text for scale in profile.dimensions.values() for text in (scale.title, *scale.descriptors)),
        *(text for level in profile.levels for text in (level.label, level.meaning)),
    ]
    assert all(text.nn and text.en for text in texts)


@pytest.mark.parametrize("profile", PROFILES, ids=profile_names())
def test_what_is_above_the_limit_is_accepted_by_a_risk_owner_or_by_nobody(profile: Profile) -> None:
    for level in profile.levels:
        if profile.above_limit(level.id):
            assert {role.value for role in level.accepted_by} <= {"risk_owner"}


@pytest.mark.parametrize("profile", PROFILES, ids=profile_names())
@given(data=st.data())
def test_the_worst_dimension_decides(profile: Profile, data: st.DataObject) -> None:
    top = len(profile.consequence_labels)
    likelihood = data.draw(st.integers(1, len(profile.likelihood)))
    consequence = {dimension: data.draw(st.integers(1, top)) for dimension in profile.dimensions}
    level, decided_by = profile.level(likelihood, consequence)
    cells: dict[str, str | None] = {
        dimension: profile.cell(likelihood, dimension, ordinal) for dimension, ordinal in consequence.items()
    }
    ranks: dict[str, int] = {dimension: profile.ranks[cell] for dimension, cell in cells.items() if cell}
    assert profile.ranks[level] == max(ranks.values())
    assert cells[decided_by] == level


@pytest.mark.parametrize("profile", PROFILES, ids=profile_names())
def test_the_patient_at_the_top_is_never_green(profile: Profile) -> None:
    top = len(profile.consequence_labels)
    consequence = {**dict.fromkeys(profile.dimensions, 1), "patient_safety": top}
    for likelihood in range(1, len(profile.likelihood) + 1):
        level, decided_by = profile.level(likelihood, consequence)
        assert profile.ranks[level] >= 1
        assert decided_by == "patient_safety"


def test_a_profile_that_forgets_the_patient_is_refused() -> None:
    data = source()
    data["matrix"][0] = ["low"] * 4
    data["floors"] = []
    with pytest.raises(DocumentError, match="patient safety"):
        rebuilt(data)


def test_patient_safety_is_never_left_out() -> None:
    data = source()
    del data["dimensions"]["patient_safety"]
    data["floors"] = []
    with pytest.raises(DocumentError, match="patient safety"):
        rebuilt(data)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"matrix": [["low"] * 4] * 3}, "size"),
        ({"matrix": [["low"] * 3] * 4}, "size"),
        ({"limit": "purple"}, "no level"),
        ({"matrix": [["high"] * 4, ["low"] * 4, ["high"] * 4, ["high"] * 4]}, "lower level"),
    ],
)
def test_a_table_with_a_hole_is_refused(change: dict[str, Any], code: str) -> None:
    with pytest.raises(DocumentError, match=code):
        rebuilt({**source(), **change})


def test_who_never_accepts_is_no_acceptor() -> None:
    data = source()
    data["levels"][0]["accepted_by"] = ["security_reviewer"]
    with pytest.raises(DocumentError, match="never accepts"):
        rebuilt(data)


@given(likelihood=st.integers(-2, 7), ordinal=st.integers(-2, 7))
def test_off_the_scale_there_is_no_level(likelihood: int, ordinal: int) -> None:
    profile = PROFILES[0]
    level, _ = profile.level(likelihood, dict.fromkeys(profile.dimensions, ordinal))
    assert (level == NOT_ASSESSED) is not (1 <= likelihood <= 4 and 1 <= ordinal <= 4)


def test_a_dimension_that_nobody_judged_leaves_no_level() -> None:
    profile = PROFILES[0]
    consequence = dict.fromkeys(profile.dimensions, 1)
    del consequence["robustness"]
    assert profile.level(1, consequence) == (NOT_ASSESSED, "robustness")


def test_the_digest_follows_the_content_and_not_the_layout() -> None:
    data = source()
    assert rebuilt(dict(reversed(data.items()))).digest == PROFILES[0].digest
    data["matrix"][3][1] = "high"
    assert rebuilt(data).digest != PROFILES[0].digest


def test_an_unknown_profile_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(CriteriaError) as refused:
        read_profile("regional@3")
    assert refused.value.facts["known"] == list(profile_names())


def test_a_folder_may_bring_its_own_profile_and_must_name_it_rightly(tmp_path: Path) -> None:
    own = {**source(), "id": "regional", "version": 2}
    (tmp_path / "regional@2.yaml").write_text(to_yaml(own))
    assert read_profile("regional@2", tmp_path).reference == "regional@2"
    (tmp_path / "regional@3.yaml").write_text(to_yaml(own))
    with pytest.raises(CriteriaError, match="declares regional@2"):
        read_profile("regional@3", tmp_path)
