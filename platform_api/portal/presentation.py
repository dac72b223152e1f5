"""What the pathway's page shows, in one language: prepared here, so that the template only lays it out."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from platform_api.assessments.endings import ACCEPTANCE
from platform_api.dependencies.schemas import DependencyView, row_view
from platform_api.dependencies.service import register
from platform_api.kit.clock import OSLO
from platform_api.kit.problem import WordedReason
from platform_api.kit.reviewed import Reviewed
from platform_api.kit.wording import names_in_use, say, word
from platform_api.notifications.addressee import addressee
from platform_api.notifications.models import Notification
from platform_api.operations.schemas import GateState
from platform_api.pathways.schemas import gate_states
from platform_api.pathways.workflow import Judgement, Known
from platform_api.portal.texts import TEXTS
from prosess.contracts import Reason
from prosess.domain.dependency import WorkingDay
from prosess.domain.environment import Environment
from prosess.domain.pathway import Pathway
from prosess.domain.text import Language
from prosess.domain.text.wording import date_in

SYMBOLS = {"open": "✓", "closed": "✕", "not_needed": "–"}
"""Beside the word, never instead of it."""
LIGHT_SYMBOLS = {"green": "●", "yellow": "▲", "red": "■", "done": "✓"}


@dataclass(frozen=True)
class Missing:
    """One thing that is missing."""

    text: str
    remedy: str
    who: str
    by_when: str
    iso: str | None


@dataclass(frozen=True)
class Waits:
    """Something that waits for the reader."""

    about: str
    """The name of what it is about."""
    address: str
    """The page to act on; empty where there is none."""
    text: str
    remedy: str
    since: str
    since_iso: str


@dataclass(frozen=True)
class GateRow:
    """One gate."""

    id: str
    name: str
    state: str
    symbol: str
    word: str
    missing: tuple[Missing, ...]


@dataclass(frozen=True)
class DependencyRow:
    """One row of the register."""

    view: DependencyView
    symbol: str
    light: str
    stated: str
    deadline: str


@dataclass(frozen=True)
class Board:
    """The page."""

    id: str
    title: str
    description: str
    tenant: str
    state: str
    version: int
    environment: str
    environment_title: str
    as_of: str
    open: bool
    needed: int
    opened: int
    gates: tuple[GateRow, ...]
    dependencies: tuple[DependencyRow, ...]
    illustrative: bool
    assessed: bool
    """Whether there is an assessment to read."""


def title_of(manifest: Pathway, language: Language) -> str:
    """Give a pathway's title."""
    return manifest.title.in_language(language)


def _day(value: str | None, language: Language) -> str:
    return date_in(value, language) if value else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _who(reason: WordedReason, owner: str, reviewed: Reviewed) -> str:
    """Give who unblocks: an actor by name, anybody else by role and organisation."""
    plain = Reason(code=reason.code, facts=reason.facts, remedy=reason.remedy, unblocked_by=reason.unblocked_by)
    to = addressee(plain, owner, reviewed)
    known = names_in_use.get()
    if to.actor:
        return known.get(to.actor, to.actor)
    return f"{_capital(reason.unblocked_by_name)}, {known.get(to.organisation, to.organisation)}"


def waiting(one: Notification, language: Language, seen: Collection[str]) -> Waits:
    """Prepare a notification; ``seen`` are the pathways whose pages the reader may open.

    An agreement's party need not take part in the pathway that leans on it: it is told of the tenant instead.
    """
    facts = json.loads(one.facts)
    text, remedy = say(one.code, language, facts)
    kind, _, id_ = one.object.partition("/")
    page = f"/portal/pathways/{id_}" if kind == "pathway" and id_ in seen else ""
    names = names_in_use.get()
    since = datetime.fromisoformat(one.created_at).astimezone(OSLO).date().isoformat()
    return Waits(
        about=names.get(id_) or names.get(str(facts.get("organisation")), id_),
        address=f"{page}/assessment" if page and one.code in ACCEPTANCE.codes else page,
        text=text,
        remedy=remedy,
        since=_day(since, language),
        since_iso=since,
    )


def _gate(state: GateState, owner: str, reviewed: Reviewed, language: Language) -> GateRow:
    missing = []
    for reason in state.reasons:
        deadline = reason.facts.get("deadline")
        iso = deadline if isinstance(deadline, str) else None
        who = _who(reason, owner, reviewed)
        missing.append(Missing(reason.text, reason.remedy, who, _day(iso, language), iso))
    return GateRow(
        id=state.gate if state.gate.startswith("G") else "",
        name=state.name,
        state=state.state,
        symbol=SYMBOLS[state.state],
        word=state.state_name,
        missing=tuple(missing),
    )


def _dependency(view: DependencyView, language: Language) -> DependencyRow:
    return DependencyRow(
        view=view,
        symbol=LIGHT_SYMBOLS[view.computed_light],
        light=_capital(view.computed_light_name),
        stated=_capital(word(f"light:{view.stated_light}", language)),
        deadline=_day(view.deadline, language),
    )


def board(
    known: Known,
    judgement: Judgement,
    environment: Environment,
    reviewed: Reviewed,
    *,
    as_of: date,
    working_day: WorkingDay,
    language: Language,
) -> Board:
    """Prepare the page of a pathway before an environment."""
    gates = tuple(_gate(one, known.row.organisation, reviewed, language) for one in gate_states(judgement, language))
    needed = [one for one in gates if one.state != "not_needed"]
    rows = register(known, as_of=as_of, working_day=working_day)
    manifest = known.manifest
    return Board(
        id=known.row.id,
        title=title_of(manifest, language),
        description=manifest.description.in_language(language),
        tenant=known.tenant.title.in_language(language),
        state=word(f"pathway_state:{known.row.state}", language),
        version=known.row.version,
        environment=environment.name,
        environment_title=environment.title.in_language(language),
        as_of=_day(as_of.isoformat(), language),
        open=judgement.open,
        needed=len(needed),
        opened=sum(one.state == "open" for one in needed),
        gates=gates,
        dependencies=tuple(_dependency(row_view(row, reviewed, language), language) for row in rows),
        illustrative=manifest.illustrative,
        assessed=known.assessment is not None,
    )


__all__ = ["TEXTS", "Board", "Waits", "board", "title_of", "waiting"]
