"""What was exempted in reviewed files, and the notices of its end: 90, 30 and 7 days ahead, and on the day (law 8).

No worker sees these files, so a forecast tells of them. It holds none of their rules: whoever reads the files hands in
what is in force, from which file, and whose it is.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from prosess.domain.base import Model
from prosess.domain.notice import NOTICE_DAYS, notice_day, notice_reached
from ros.forecast.turn import Turn

ExceptionKind = Literal["access_exception", "check_suppression", "policy_exemption", "rule_exemption"]


class Excepted(Model):
    """Something that may differ until a day."""

    kind: ExceptionKind
    rules: tuple[str, ...]
    """The rule, checks, policy or access rule that is departed from."""
    of: str = ""
    """What may differ: a resource (URN or ARM id), an environment or a pathway; empty where the file tells."""
    owner: str
    until: date
    """The last day, inclusive, in Europe/Oslo."""
    file: str
    """The reviewed file that says so."""


def notices(excepted: Iterable[Excepted], first: date, last: date) -> Iterator[Turn]:
    """Give the notices that fall due from one day to another.

    What something has come to by the first day stands on the first day, late rather than never, and what has ended is
    told once, as ended; no notice before those is. What two entries of a file say in the same words is told once.
    """
    for one in dict.fromkeys(excepted):
        if one.until < first:
            yield _turn(one, first, None)
            continue
        reached = notice_reached(one.until, first)
        if reached is not None:
            yield _turn(one, first, reached)
        for notice in NOTICE_DAYS:
            on = notice_day(one.until, notice)
            if first < on <= last:
                yield _turn(one, on, notice)


def _turn(one: Excepted, on: date, notice: int | None) -> Turn:
    """Give a notice; none where it tells that the end is past."""
    return Turn(
        on=on,
        kind="exception_ends",
        subject=" ".join(part for part in (one.kind, *one.rules, one.of) if part),
        facts={
            "exception": one.kind,
            "rules": list(one.rules),
            "of": one.of,
            "file": one.file,
            "until": one.until.isoformat(),
            "days": (one.until - on).days,
            "notice": notice,
        },
        tell=(one.owner,),
    )
