"""The three modes of a service: made here, owned by the region already, or not wanted."""

from typing import Literal

from prosess.domain.base import Model
from prosess.domain.identifiers import ArmId, Text


class Off(Model):
    """The service is not wanted."""

    mode: Literal["off"]
    reason: Text
    """Why an environment does without it; shown in the risk assessment."""


class Existing(Model):
    """The region owns the service already: it is referenced, never rebuilt."""

    mode: Literal["existing"]
    id: ArmId


NOT_ASKED = Off(mode="off", reason="The environment file does not ask for it.")
"""What a service is that an environment file says nothing of."""
