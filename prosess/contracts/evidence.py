"""evidence/1: findings bound to the moment they were collected. Time enters here, and as ``--as-of``, only."""

from datetime import datetime
from typing import Literal

from pydantic import AwareDatetime, Field, model_validator

from prosess.contracts.canonical import Contract
from prosess.domain.base import Model


class Producer(Model):
    """The program that collected the evidence."""

    name: str
    version: str
    engine: str
    """The policy engine, such as ``regopy 1.5.2`` or ``opa 1.22.2``."""


class Evidence(Contract):
    """The statement: these findings, over this graph, were collected then and hold until then."""

    schema_: Literal["evidence/1"] = Field(default="evidence/1", alias="schema")
    findings: str
    """Digest of the findings document."""
    graph: str
    """Digest of the graph document."""
    producer: Producer
    collected: AwareDatetime
    expires: AwareDatetime

    @model_validator(mode="after")
    def _expires_after_it_was_collected(self) -> "Evidence":
        if self.expires <= self.collected:
            raise ValueError("evidence must expire after it was collected")
        return self

    def stale(self, as_of: datetime) -> bool:
        """Tell whether the evidence's time is over."""
        return as_of > self.expires
