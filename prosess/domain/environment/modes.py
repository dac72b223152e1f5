"""The three modes of a service: made here, owned by the region already, or not wanted."""

from collections.abc import Callable
from typing import Literal

from prosess.domain.base import Model
from prosess.domain.errors import DomainError
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


NOT_ASKED_FOR = Off(mode="off", reason="The environment file does not ask for it.")
"""What a service is that a file does not name, so that files of before it existed stay as they are."""


def id_of(kind: str) -> Callable[[str], str]:
    """Give the check of an id that must be of one kind of resource, such as ``Microsoft.ServiceBus/namespaces``.

    Raises:
        DomainError: ``EXISTING_KIND`` where it is of another.
    """

    def check(id_: str) -> str:
        provider, _, rest = id_.rpartition("/providers/")[2].partition("/")
        actual = "/".join((provider, *rest.split("/")[::2]))
        if actual.lower() != kind.lower():
            raise DomainError(
                "EXISTING_KIND",
                f"the id is of {actual}, not of {kind}",
                facts={"actual": actual, "expected": kind},
                hint=f"give the id of a resource of the kind {kind}",
            )
        return id_

    return check
