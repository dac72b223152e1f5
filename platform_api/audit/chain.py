"""The hash chain: what an entry holds, how it is linked, and how the links are proved.

Each hash is SHA-256 over the previous hash and the entry's canonical bytes, so that no entry can be changed, taken
out, added or moved without every later hash telling. That the end was not cut off is told by the head, and by any
anchor (sequence number and hash) that somebody kept outside.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import JsonValue

from prosess.contracts import canonical_bytes, digest
from prosess.domain.base import Model

GENESIS = "sha256:" + "0" * 64
"""What the first entry is linked to."""


class By(Model):
    """Who acted, as authenticated at the time."""

    subject: str
    organisation: str
    roles: tuple[str, ...]


class Event(Model):
    """What happened, before it has a place in the chain."""

    action: str
    """Object and verb, such as ``dependency:confirm``; a refusal ends in ``:refused``."""
    object: str
    """Kind and id, such as ``pathway/kols-siv``."""
    organisation: str
    """Whose object it is."""
    by: By
    facts: dict[str, JsonValue] = {}
    """Ids, digests, dates and codes; never free text."""
    decision: str | None = None
    """Digest of the decision that it rests on."""
    policy_revision: str | None = None


class Link(Model):
    """An entry in its place, as read back."""

    seq: int
    at: str
    event: Event
    previous: str
    hash: str


@dataclass(frozen=True)
class Stored:
    """A row of the trail, as the database gives it."""

    seq: int
    organisation: str
    actor_organisation: str
    action: str
    object: str
    record: str
    previous: str
    hash: str


class Verdict(Model):
    """Whether the chain holds, and the first entry that breaks it where it does not."""

    intact: bool
    entries: int
    head: str
    broken_at: int | None = None
    because: str | None = None
    """``sequence``, ``link``, ``hash``, ``columns`` or ``head``."""


def record_bytes(seq: int, at: str, event: Event) -> bytes:
    """Give the canonical bytes of an entry in its place."""
    return canonical_bytes({"seq": seq, "at": at, "event": event.model_dump(mode="json", exclude_none=True)})


def link_hash(previous: str, record: bytes) -> str:
    """Give the hash of an entry: over the previous hash, a line feed, and the entry."""
    return digest(previous.encode() + b"\n" + record)


def verify(
    rows: Iterable[Stored], *, start: tuple[int, str] = (0, GENESIS), head: tuple[int, str] | None = None
) -> Verdict:
    """Walk a stretch of the chain, oldest first.

    Args:
        rows: the entries after ``start``.
        start: sequence number and hash of the entry before them.
        head: where the chain is said to end; none where more entries follow.
    """
    seq, last = start
    for row in rows:
        because = _broken(row, seq + 1, last)
        if because:
            return Verdict(intact=False, entries=seq, head=last, broken_at=row.seq, because=because)
        seq, last = row.seq, row.hash
    if head is not None and head != (seq, last):
        return Verdict(intact=False, entries=seq, head=last, broken_at=seq + 1, because="head")
    return Verdict(intact=True, entries=seq, head=last)


def _broken(row: Stored, seq: int, previous: str) -> str | None:
    if row.seq != seq:
        return "sequence"
    if row.previous != previous:
        return "link"
    if link_hash(previous, row.record.encode()) != row.hash:
        return "hash"
    link = read(row)
    columns = (link.seq, link.event.organisation, link.event.by.organisation, link.event.action, link.event.object)
    if columns != (row.seq, row.organisation, row.actor_organisation, row.action, row.object):
        return "columns"
    return None


class _Record(Model):
    seq: int
    at: str
    event: Event


def read(row: Stored) -> Link:
    """Give the entry that a row holds."""
    record = _Record.model_validate_json(row.record)
    return Link(seq=record.seq, at=record.at, event=record.event, previous=row.previous, hash=row.hash)
