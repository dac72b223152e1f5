"""What a person answered for, as the engine reads it: unsealed, and found to be given by one with the mandate."""

from datetime import date

from prosess.domain.base import Model
from prosess.domain.identifiers import ControlId, Digest, Slug, Text
from prosess.domain.role import Role


class Attested(Model):
    """One attestation of one control. Who gave it stays in the sealed statement; here is only the role."""

    id: Slug
    control: ControlId
    by: Role
    digest: Digest
    """Of the sealed statement."""
    on: date
    """The day that it was given."""
    until: date
    """The last day, inclusive, in Europe/Oslo."""
    facts: dict[Slug, Text] = {}
    """What was stated beside the yes, such as when a restore was reached."""
