"""What an acceptance of a risk is bound to: the parts whose change makes it another risk.

Texts are not among them, so that a spelling mistake can be put right; neither is a measure's progress. Numbers, the
resources and assets that the risk speaks of, the controls with their effects and checks, and the plan that was
promised are.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from prosess.contracts.canonical import canonical_bytes, digest
from ros.model.control import Attestation, Control
from ros.model.risk import Action, RiskFile
from ros.model.selector import Selector


def material_digest(file: RiskFile, controls: Mapping[str, Control]) -> str:
    """Give ``sha256:…`` of a risk's material fields; the order of lists in its file has no bearing."""
    return digest(canonical_bytes(material(file, controls)))


def material(file: RiskFile, controls: Mapping[str, Control]) -> dict[str, Any]:
    """Give the material fields as JSON."""
    return {
        "id": file.id,
        "scenario": file.scenario,
        "applies_to": _sorted(_selector(one) for one in file.applies_to),
        "assets": sorted(set(file.assets)),
        "inherent": {"likelihood": file.inherent.likelihood, "consequence": dict(file.inherent.consequence)},
        "raised": _sorted({"likelihood": one.likelihood, "consequence": dict(one.consequence)} for one in file.raised),
        "controls": _sorted(
            {
                "ref": use.ref,
                "effect": dict(use.effect),
                "mechanism": use.mechanism,
                "expect_min": use.expect_min,
                "checks": _checks(controls.get(use.ref)),
            }
            for use in file.controls
        ),
        "target": {
            "likelihood": file.target.likelihood,
            "consequence": dict(file.target.consequence),
            "by": file.target.by.isoformat() if file.target.by else None,
        },
        "treatment": _sorted(_promise(one) for one in file.treatment),
    }


def _promise(action: Action) -> dict[str, Any]:
    return {
        "option": action.option,
        "responsible": action.responsible,
        "due": action.due.isoformat() if action.due else None,
        "adds": action.adds,
    }


def _checks(control: Control | None) -> list[dict[str, Any]] | None:
    """Give what a control is checked by; an attestation's wording is text, who gives it and how often is not."""
    if control is None:
        return None
    return _sorted(
        {
            **(
                {"by": check.by.value, "every_days": check.every_days, "facts": sorted(check.facts)}
                if isinstance(check, Attestation)
                else check.model_dump(mode="json")
            ),
            "of": _sorted(_selector(one) for one in control.select),
        }
        for check in control.checks
    )


def _selector(selector: Selector) -> dict[str, Any]:
    return {"type": selector.type, "labels": dict(selector.labels), "expect_min": selector.expect_min}


def _sorted(items: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    listed = list(items)
    return sorted(listed, key=canonical_bytes) if len(listed) > 1 else listed
