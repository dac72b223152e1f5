"""An initiative's dependency register, as stated and as computed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pydantic import JsonValue

from prosess.calendar import NorwegianCalendar
from prosess.cli.options import Tongue
from prosess.cli.output import MARKS, table
from prosess.cli.text import text
from prosess.domain.dependency import Light, status
from prosess.domain.initiative import Initiative
from prosess.domain.organisation import Region
from prosess.domain.text import Language
from prosess.domain.text.names import name_of


@dataclass(frozen=True)
class RegisterRow:
    """One row: what the initiative states, and what follows from what was confirmed."""

    id: str
    needs: str
    needed_for: str
    actors: tuple[str, ...]
    """Names."""
    criticality: str
    deadline: date
    stated_plan: bool
    stated: Light
    light: Light
    light_name: str
    reason: str
    confirmed: int
    working_days_left: int

    def as_json(self) -> dict[str, JsonValue]:
        """Give the row for programs."""
        return {
            "id": self.id,
            "needs": self.needs,
            "actors": list(self.actors),
            "criticality": self.criticality,
            "deadline": self.deadline.isoformat(),
            "stated_mutual_plan": self.stated_plan,
            "stated": self.stated.value,
            "computed": self.light.value,
            "because": self.reason,
            "confirmed": self.confirmed,
            "working_days_left": self.working_days_left,
        }


def rows_of(
    initiative: Initiative,
    region: Region,
    *,
    as_of: date,
    calendar: NorwegianCalendar,
    lang: Tongue,
    confirmed: dict[str, tuple[str, ...]] | None = None,
) -> list[RegisterRow]:
    """Give the register's rows; ``confirmed`` holds the actors that confirmed each dependency, nobody where absent."""
    language = Language(lang.value)
    names = {actor.id: actor.name for actor in region.actors}
    found = []
    for one in initiative.dependencies:
        by = (confirmed or {}).get(one.id, ())
        computed = status(one, confirmed_by=by, as_of=as_of, working_day=calendar.working_day)
        found.append(
            RegisterRow(
                id=one.id,
                needs=one.needs.in_language(language),
                needed_for=one.needed_for.in_language(language),
                actors=tuple(names.get(actor, actor) for actor in one.actors),
                criticality=name_of(one.criticality, language),
                deadline=one.deadline,
                stated_plan=one.stated_mutual_plan,
                stated=one.stated_status,
                light=computed.light,
                light_name=name_of(computed.light, language),
                reason=name_of(computed.reason, language),
                confirmed=len(one.actors) - len(computed.outstanding),
                working_days_left=computed.working_days_left,
            )
        )
    return found


def show_register(rows: Sequence[RegisterRow], lang: Tongue) -> None:
    """Show the register as a table on stdout."""
    headings = ("dependency", "actor", "criticality", "deadline", "plan", "confirmed", "status")
    table(
        [text(f"column.{heading}", lang) for heading in headings],
        [
            (
                row.needs,
                "\n".join(row.actors),
                row.criticality,
                row.deadline.isoformat(),
                text("yes" if row.stated_plan else "no", lang),
                f"{row.confirmed}/{len(row.actors)}",
                f"{MARKS[row.light]} {row.light_name}: {row.reason}",
            )
            for row in rows
        ],
    )
