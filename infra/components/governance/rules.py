"""The platform's own policies: ``policies.yaml``."""

import json
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from prosess.domain.base import Model
from prosess.domain.environment import GovernancePolicy

_TABLE = Path(__file__).with_name("policies.yaml")


class PolicyRule(Model):
    """One policy."""

    title: str
    why: str
    refused: str
    """What Azure answers to who is refused."""
    mode: Literal["All", "Indexed"]
    effect: Literal["deny", "audit", "auditIfNotExists"]
    parameters: dict[str, Literal["Array", "String"]]
    rule: dict[str, Any]
    """The condition, in Azure Policy's own language."""
    details: dict[str, Any] | None = None
    """What must exist, where the effect is about that."""

    @property
    def body(self) -> dict[str, Any]:
        """The rule as Azure takes it."""
        then = {"effect": self.effect} | ({"details": self.details} if self.details else {})
        return {"if": self.rule, "then": then}


@cache
def rules() -> dict[GovernancePolicy, PolicyRule]:
    """Give every policy, in the order of their names."""
    read = yaml.safe_load(_TABLE.read_text("utf-8"))
    return {name: PolicyRule.model_validate_json(json.dumps(read[name.value])) for name in sorted(GovernancePolicy)}
