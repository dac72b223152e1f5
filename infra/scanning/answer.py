"""checkov-answer/1: what Checkov said of a set of templates, before anything is bound to a plan or excused."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from prosess.contracts import Contract
from prosess.domain.base import Model


class Result(StrEnum):
    """What one check said of one resource."""

    PASSED = "passed"
    FAILED = "failed"
    UNKNOWN = "unknown"
    """It does not apply, or cannot tell; Checkov's own report leaves it out."""
    SKIPPED = "skipped"
    """The resource itself asked to be skipped."""
    CRASHED = "crashed"
    """It raised; Checkov's own report leaves that out too."""


class Answer(Model):
    """One check on one resource."""

    check: str
    file: str
    line: int
    """Line on which the resource begins, from 1; 0 for a check over several resources."""
    resource: str
    """``<type>.<name>``."""
    result: Result
    keys: tuple[str, ...] = ()
    """Properties that it says it read, such as ``properties/minimumTlsVersion``."""


class Read(Model):
    """A resource that Checkov parsed."""

    file: str
    line: int
    resource: str
    counted: bool


class Check(Model):
    """A check of Checkov's for ARM."""

    id: str
    title: str
    """Checkov's own, in English."""
    category: str
    types: tuple[str, ...]
    """ARM types, spelled as Checkov compares them."""
    connected: bool
    """It looks at several resources together, and may have nothing to say about any of them."""


class CheckovAnswer(Contract):
    """Everything that Checkov said."""

    schema_: Literal["checkov-answer/1"] = Field(default="checkov-answer/1", alias="schema")
    version: str
    counted: int
    """Resources by Checkov's own count, in which those of one type and name are one."""
    unread: tuple[str, ...]
    """Files that it could not parse."""
    parameters_failed: tuple[str, ...]
    """Checks of templates' parameters that failed."""
    scanned: tuple[Read, ...]
    answers: tuple[Answer, ...]
    checks: tuple[Check, ...]
