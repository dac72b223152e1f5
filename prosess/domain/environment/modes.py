"""The three modes of a service: made here, owned by the region already, or not wanted."""

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from prosess.domain.base import Model
from prosess.domain.identifiers import ArmId, Text, require_type


class Off(Model):
    """The service is not wanted."""

    mode: Literal["off"]
    reason: Text
    """Why an environment does without it; shown in the risk assessment."""


NOT_ASKED_FOR = Off(mode="off", reason="The environment file does not ask for it.")
"""What a service is that a file written before the service existed says nothing of."""


class Existing(Model):
    """The region owns the service already: it is referenced, never rebuilt."""

    resource_type: ClassVar[str] = ""
    """What the id must be of, such as ``Microsoft.KeyVault/vaults``; anything where it is empty."""

    mode: Literal["existing"]
    id: ArmId

    @model_validator(mode="after")
    def _is_of_its_type(self) -> Self:
        if self.resource_type:
            require_type(self.id, self.resource_type, at=("id",))
        return self
