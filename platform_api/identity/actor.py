"""A person or a program that acts, as authenticated."""

import re
from dataclasses import dataclass

from prosess.domain.guard import find_person_identifier
from prosess.domain.role import Role

_SUBJECT = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._@:|=+/~-]{0,127}")


@dataclass(frozen=True)
class Actor:
    """Somebody signed in. Two tokens with one ``subject`` are one person, whatever else they say."""

    subject: str
    """A pseudonymous handle; never a person identifier."""
    organisation: str
    roles: frozenset[Role]
    actors: frozenset[str] = frozenset()
    """Ids of the actors of the region (``prosess.domain.organisation.Actor``) that the person may confirm for."""


def is_subject(value: object) -> bool:
    """Tell whether a value may be a subject: a handle by its grammar, without eleven digits in a row."""
    return isinstance(value, str) and bool(_SUBJECT.fullmatch(value)) and find_person_identifier(value) is None
