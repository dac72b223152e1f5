"""What every policy engine offers, and the one way in which it may fail.

An engine answers with the value of an entry point, or raises :class:`PolicyError`. There is no third outcome: an
undefined rule, an answer that is not JSON, an answer that comes too late and an input that cannot be carried
unharmed are errors with a code, and whoever asks treats them as a denial or as *not evaluated* (law 1).
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol, runtime_checkable

from pydantic import JsonValue

Request = tuple[str, JsonValue]
"""An entry point and its input."""


class PolicyErrorCode(StrEnum):
    """Why an engine gave no answer. Each has a text in nb, nn and en (``policies.text``)."""

    UNAVAILABLE = "POLICY_UNAVAILABLE"
    """The engine is missing, cannot be reached, is busy, crashed or was late."""
    MALFORMED = "POLICY_MALFORMED"
    """The answer is undefined, contradicts itself or is not what an entry point answers."""
    INPUT_TOO_LARGE = "POLICY_INPUT_TOO_LARGE"
    """The input is over the limit of :data:`policies.engine.payload.LIMIT`."""
    INPUT_INVALID = "POLICY_INPUT_INVALID"
    """The input holds what the engines would not read alike: NUL, a control character, a number not finite …"""
    ENTRYPOINT_UNKNOWN = "POLICY_ENTRYPOINT_UNKNOWN"
    """The rules have no such entry point."""
    REVISION_UNEXPECTED = "POLICY_REVISION_UNEXPECTED"
    """The server answered by other rules than those it should hold."""
    RULES_INVALID = "POLICY_RULES_INVALID"
    """The rules themselves cannot be loaded."""


class PolicyError(Exception):
    """An engine gave no answer that may be used.

    The message names the entry point and the kind of trouble; it never holds any part of the input.
    """

    def __init__(self, code: PolicyErrorCode, detail: str, *, entrypoint: str | None = None) -> None:
        super().__init__(f"{code}: {detail}" + (f" ({entrypoint})" if entrypoint else ""))
        self.code = code
        self.detail = detail
        self.entrypoint = entrypoint


@runtime_checkable
class PolicyEngine(Protocol):
    """An engine that a program waits for: the graph's evaluation, the command line."""

    @property
    def name(self) -> str:
        """Product and version, such as ``regopy 1.5.2``."""

    @property
    def revision(self) -> str:
        """``sha256:…`` of the rules that it judges by."""

    def evaluate(self, entrypoint: str, input_: JsonValue) -> JsonValue:
        """Give the value of ``entrypoint`` (such as ``infra/key_vault/results``) for one input.

        Raises:
            PolicyError: in every case but a well-formed answer.
        """

    def evaluate_many(self, requests: Sequence[Request]) -> list[JsonValue | PolicyError]:
        """Answer many requests in their order; one that fails is answered by its error."""


@runtime_checkable
class AsyncPolicyEngine(Protocol):
    """An engine that a service awaits."""

    @property
    def name(self) -> str:
        """Product and version."""

    @property
    def revision(self) -> str:
        """``sha256:…`` of the rules that it judges by."""

    async def aevaluate(self, entrypoint: str, input_: JsonValue) -> JsonValue:
        """Give the value of ``entrypoint`` for one input, within the engine's own deadline.

        Raises:
            PolicyError: in every case but a well-formed answer.
        """
