"""What an acceptance is bound to: every material field moves the digest, and no text does."""

from typing import Any

import pytest

from ros.model import Control, RiskFile, Selector
from ros.state import material, material_digest
from tests.ros.worlds import VAULT, approval, control, risk, text, use

USES = [use("CTRL-A", likelihood=-1), use("CTRL-B", integrity=-1)]
CHECKS: list[dict[str, Any]] = [
    {"rule": "PP-KV-002"},
    {"test": "restore::*", "every_days": 30},
    {"statement": text("øvd"), "by": "platform_owner", "every_days": 180, "facts": ["when"]},
]
ACTION: dict[str, Any] = {
    "option": "reduce",
    "action": text("øv"),
    "responsible": "owner",
    "due": "2023-12-01",
    "state": "planned",
    "adds": "CTRL-B",
}
RAISED: dict[str, Any] = {"likelihood": 4, "reason": text("uro"), "by": "owner", "on": "2023-10-01"}
BASE: dict[str, Any] = {
    "id_": "R01",
    "likelihood": 3,
    "consequence": 3,
    "controls": USES,
    "applies_to": [Selector(type=VAULT, labels={"data_class": "health"})],
    "assets": ["journal"],
    "raised": [RAISED],
    "target": {"likelihood": 1, "consequence": {"integrity": 1}, "by": "2024-01-01"},
    "treatment": [ACTION],
}


def of(**changes: Any) -> RiskFile:
    return risk(**{**BASE, **changes})


def known(*checks: dict[str, Any], **changes: Any) -> dict[str, Control]:
    first = control("CTRL-A", checks=list(checks or CHECKS), select=[{"type": VAULT}], **changes)
    return {"CTRL-A": first, "CTRL-B": control("CTRL-B", "PP-KV-001")}


def test_no_text_and_no_progress_moves_it() -> None:
    before = material_digest(of(), known())
    reworded = of(
        title=text("nytt"),
        description=text("nytt"),
        vulnerability=text("nytt"),
        raised=[{**RAISED, "reason": text("nytt")}],
        treatment=[{**ACTION, "action": text("nytt"), "state": "implemented"}],
        owner="reviewer",
        sensitive=["description"],
        effects_approved={**approval(USES)["effects_approved"], "reason": text("nytt")},
    )
    told = known(
        *CHECKS[:2],
        {**CHECKS[2], "statement": text("nytt")},
        title=text("nytt"),
        doc={"why": text("n"), "detection": text("n"), "false_positives": text("n"), "fix": text("n")},
    )
    assert material_digest(reworded, told) == before
    turned = of(controls=USES[::-1])
    assert material_digest(turned, dict(reversed(known().items()))) == before


@pytest.mark.parametrize(
    "changed",
    [
        {"id_": "R02"},
        {"scenario": "R02"},
        {"likelihood": 2},
        {"consequence": 2},
        {"applies_to": []},
        {"applies_to": [Selector(type=VAULT, labels={"data_class": "none"})]},
        {"applies_to": [Selector(type=VAULT, labels={"data_class": "health"}, expect_min=2)]},
        {"assets": []},
        {"raised": []},
        {"raised": [{**RAISED, "likelihood": 3}]},
        {"raised": [{**RAISED, "consequence": {"integrity": 4}}]},
        {"controls": USES[:1]},
        {"controls": [use("CTRL-A", likelihood=-2), USES[1]]},
        {"controls": [use("CTRL-A", mechanism="annet", likelihood=-1), USES[1]]},
        {"controls": [use("CTRL-A", expect_min=2, likelihood=-1), USES[1]]},
        {"target": {"likelihood": 2, "consequence": {"integrity": 1}, "by": "2024-01-01"}},
        {"target": {"likelihood": 1, "consequence": {"integrity": 2}, "by": "2024-01-01"}},
        {"target": {"likelihood": 1, "consequence": {"integrity": 1}, "by": "2024-02-01"}},
        {"treatment": []},
        *(
            {"treatment": [{**ACTION, key: value}]}
            for key, value in {
                "option": "accept",
                "responsible": "reviewer",
                "due": "2023-12-02",
                "adds": "CTRL-A",
            }.items()
        ),
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_every_material_field_of_a_risk_moves_it(changed: dict[str, Any]) -> None:
    assert material_digest(of(**changed), known()) != material_digest(of(), known())


@pytest.mark.parametrize(
    "checks",
    [
        CHECKS[:2],
        [{"rule": "PP-KV-003"}, *CHECKS[1:]],
        [{"rule": "PP-KV-002", "over": "findings"}, *CHECKS[1:]],
        [{"rule": "PP-KV-002", "select": {"type": VAULT}}, *CHECKS[1:]],
        [CHECKS[0], {**CHECKS[1], "test": "restore::one"}, CHECKS[2]],
        [CHECKS[0], {**CHECKS[1], "every_days": 31}, CHECKS[2]],
        [CHECKS[0], {**CHECKS[1], "expect_min": 2}, CHECKS[2]],
        [*CHECKS[:2], {**CHECKS[2], "by": "risk_owner"}],
        [*CHECKS[:2], {**CHECKS[2], "every_days": 181}],
        [*CHECKS[:2], {**CHECKS[2], "facts": []}],
    ],
)
def test_everything_that_a_control_is_checked_by_moves_it(checks: list[dict[str, Any]]) -> None:
    assert material_digest(of(), known(*checks)) != material_digest(of(), known())


def test_where_a_control_is_seen_moves_it_and_so_does_its_loss() -> None:
    before = material_digest(of(), known())
    assert material_digest(of(), {**known(), "CTRL-A": control("CTRL-A", checks=CHECKS)}) != before
    assert material_digest(of(), {}) != before


def test_every_field_of_a_risk_is_material_or_is_said_not_to_be() -> None:
    """A field that is added has to be put on one side or the other."""
    said = {"schema_", "title", "description", "vulnerability", "owner", "data_controllers", "sensitive", "review"}
    assert set(RiskFile.model_fields) == set(material(of(), known())) | said | {"effects_approved"}
