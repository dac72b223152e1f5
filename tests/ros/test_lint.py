"""Each lint, once: the id is stable, and the text is there in three languages."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from prosess.domain.text import Language, LocalisedText
from ros.lint import LINTS, Lint, lint
from ros.model import AnalysisFiles, Control, RiskFile, Selector
from tests.ros.worlds import PROFILE, QUEUE, VAULT, analysis, control, graph_of, node, risk, text, use

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
    "ROS-L013": files(SOUND.model_copy(update={"owner": "nobody"})),
}


def test_there_is_a_case_for_every_lint() -> None:
    assert set(CASES) == set(LINTS)


@pytest.mark.parametrize("id_", sorted(CASES))
def test_each_lint_is_found_and_nothing_else(id_: str) -> None:
    assert set(ids(CASES[id_])) == {id_}


@pytest.mark.parametrize("id_", sorted(CASES))
@pytest.mark.parametrize("language", list(Language))
def test_each_lint_says_where_and_what(id_: str, language: Language) -> None:
    for one in lint(CASES[id_], graph=GRAPH, rules={"PP-KV-002"}, as_of=DAY):
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
