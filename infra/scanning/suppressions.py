"""The checks that answer wrongly: which of their answers are not to be believed, why, and until when."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, model_validator

from infra.scanning.answer import Result
from prosess.domain.base import Model
from prosess.domain.identifiers import RuleId, Text
from prosess.domain.text import LocalisedText

FILE = Path(__file__).with_name("suppressions.yaml")

_MISSING: Any = object()


class Where(Model):
    """What a resource must look like for an answer to be wrong."""

    path: Annotated[str, StringConstraints(pattern=r"^[A-Za-z]+(/[A-Za-z]+)*$")]
    """Keys from the resource's root, such as ``properties/publicNetworkAccess``."""
    is_: tuple[str, ...] = Field(default=(), alias="is")
    is_not: tuple[str, ...] = ()
    present: bool | None = None

    @model_validator(mode="after")
    def _asks_one_thing(self) -> "Where":
        if [bool(self.is_), bool(self.is_not), self.present is not None].count(True) != 1:
            raise ValueError("asks for either `is`, `is_not` or `present`")
        return self

    def holds(self, resource: dict[str, Any]) -> bool:
        """Tell whether a rendered resource looks like that."""
        value = value_at(resource, self.path)
        if self.present is not None:
            return (value is not _MISSING) == self.present
        return value in self.is_ if self.is_ else value not in self.is_not


class CheckSuppression(Model):
    """One check that answers wrongly."""

    check: RuleId
    type: str | None = None
    answers: tuple[Literal["failed", "passed"], ...] = Field(min_length=1)
    where: Where | None = None
    reason: LocalisedText
    instead: tuple[RuleId, ...] = ()
    owner: Text
    expires: date
    """The last day on which it holds."""

    def speaks_of(self, check: str, result: Result, resource: dict[str, Any]) -> bool:
        """Tell whether an answer about a resource is one of those that are not to be believed."""
        return (
            check == self.check
            and result.value in self.answers
            and self.type in (None, resource.get("type"))
            and (self.where is None or self.where.holds(resource))
        )


class CheckSuppressions(Model):
    """``infra/scanning/suppressions.yaml``."""

    schema_: Literal["suppressions/1"] = Field(alias="schema")
    suppressions: tuple[CheckSuppression, ...]


@cache
def own_suppressions() -> tuple[CheckSuppression, ...]:
    """Read the project's own suppressions."""
    from prosess.documents import read  # brings a YAML parser: only who scans needs it

    return read(CheckSuppressions, FILE).suppressions


def value_at(resource: Any, path: str) -> Any:
    """Give the value under keys joined by ``/``, or a marker that equals nothing."""
    for key in path.split("/"):
        if not isinstance(resource, dict) or key not in resource:
            return _MISSING
        resource = resource[key]
    return resource
