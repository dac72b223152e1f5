"""How a forecast is told."""

from datetime import date

from pydantic import JsonValue

from prosess.domain.text import Language
from ros.explain import level_words
from ros.forecast.turn import Turn
from ros.model.files import AnalysisFiles
from ros.page import Listing, page
from ros.wording.parties import who
from ros.wording.text import resource_words, say


def listing(turns: tuple[Turn, ...], language: Language, files: AnalysisFiles) -> Listing:
    """Give a row for each turn."""
    headings = tuple(say(f"turn.col.{one}", language) for one in ("on", "what", "levels", "tell"))
    rows = tuple(
        (
            one.on.isoformat(),
            _what(one, language),
            _levels(one, language, files),
            "; ".join(who(each, language, files) for each in one.tell),
        )
        for one in turns
    )
    return Listing(say("turn.title", language), headings, rows, folded=False)


def headline(turns: tuple[Turn, ...], language: Language, files: AnalysisFiles, *, start: date, until: date) -> str:
    """Count what turns, and the risks that get a higher level."""
    if not turns:
        return say("turn.nothing", language, until=until.isoformat())
    ranks = files.profile.ranks
    higher = {
        level.risk
        for one in turns
        for level in one.levels
        if ranks.get(level.after, len(ranks)) > ranks.get(level.before, len(ranks))
    }
    facts = {"start": start.isoformat(), "until": until.isoformat()}
    return say("turn.headline", language, count=len(turns), risks=len(higher), **facts)


def markdown(told: str, shown: Listing, language: Language) -> str:
    """Give a page of at most forty lines."""
    return page([told], (shown,), language)


def _what(turn: Turn, language: Language) -> str:
    facts = dict(turn.facts)
    key = f"turn.{turn.kind}"
    if turn.kind == "evidence_lapses":
        kind, _, id_ = turn.subject.partition(":")
        return say(key, language, source=say(f"turn.source.{kind}", language, id=id_))
    if turn.kind == "exemption_expires":
        facts["resource"] = resource_words(str(facts["resource"]), language)
    if turn.kind == "exception_ends":
        return _exception(facts, language)
    if turn.kind == "acceptance_expires":
        facts["data_controller"] = say("who.controller", language, number=facts["data_controller"])
        key += "" if facts["days"] else ".today"
    told = say(key, language, subject=turn.subject, **facts)
    if facts.get("closes"):
        told += f"; {say('turn.closes', language)}"
    return f"{told} ({say('turn.overdue', language)})" if facts.get("overdue") else told


def _exception(facts: dict[str, JsonValue], language: Language) -> str:
    """Say what ends, and the notice that it has come to: how far ahead, today, or past."""
    kind, of = facts["exception"], str(facts["of"])
    if of.startswith("urn:"):
        of = resource_words(of, language)
    rules = facts["rules"] if isinstance(facts["rules"], list) else []
    what = say(f"turn.exception.{kind}", language, rule=", ".join(map(str, rules)), of=_arm_name(of))
    notice = facts["notice"]
    key = ".over" if notice is None else "" if notice else ".today"
    return say(f"turn.exception_ends{key}", language, what=what, until=facts["until"], notice=notice)


def _arm_name(id_: str) -> str:
    """Give an ARM id from its resource group on; anything else as it is."""
    parts = id_.split("/")
    lower = [part.lower() for part in parts]
    return "/".join(parts[lower.index("resourcegroups") + 1 :]) if "resourcegroups" in lower else id_


def _levels(turn: Turn, language: Language, files: AnalysisFiles) -> str:
    moved = [
        f"{one.risk} {level_words(one.before, language, files)} → {level_words(one.after, language, files)}"
        for one in turn.levels
        if one.before != one.after
    ]
    stand = len(turn.levels) - len(moved)
    return ", ".join([*moved, *([say("turn.unchanged", language, count=stand)] if stand else [])])
