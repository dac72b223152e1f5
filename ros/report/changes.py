"""What differs from the former assessment."""

from prosess.contracts.assessment import Assessment, Risk
from ros.criteria.profile import NOT_ASSESSED
from ros.report import model
from ros.report.told import Told

_ORDER = ("added", "removed", "higher", "lower", "unknown", "known", "evidence", "material")


def changes(told: Told, former: Assessment | None) -> model.Changes:
    """Tell what came, went or moved since the former assessment; nothing to compare with is said, too."""
    if former is None:
        return model.Changes(told.say("changes.none"), ())
    was = {risk.id: risk for risk in former.risks}
    now = {risk.id: risk for risk in told.assessment.risks}
    found = []
    for id_ in sorted(was.keys() | now.keys()):
        kind = _kind(told, was.get(id_), now.get(id_))
        if kind:
            found.append((_ORDER.index(kind), kind, id_))
    rows = tuple(_row(told, kind, was.get(id_), now.get(id_)) for _, kind, id_ in sorted(found))
    day = told.day(former.as_of)
    if not rows:
        return model.Changes(told.say("changes.nothing", day=day), ())
    counts = []
    for kind in _ORDER:
        ids = [id_ for _, one, id_ in sorted(found) if one == kind]
        if ids:
            counts.append(told.say("changes.count", change=told.say(f"change.{kind}"), ids=_few(told, ids)))
    return model.Changes(told.say("changes.line", day=day, counts="; ".join(counts)), rows)


def _few(told: Told, ids: list[str], shown: int = 6) -> str:
    named = ", ".join(ids[:shown])
    return told.say("changes.more", ids=named, count=len(ids) - shown) if len(ids) > shown else named


def _kind(told: Told, was: Risk | None, now: Risk | None) -> str | None:
    if was is None or now is None:
        return "added" if was is None else "removed"
    if was.current.level != now.current.level:
        if NOT_ASSESSED in (was.current.level, now.current.level):
            return "unknown" if now.current.level == NOT_ASSESSED else "known"
        ranks = told.files.profile.ranks
        return "higher" if ranks.get(now.current.level, 0) > ranks.get(was.current.level, 0) else "lower"
    if _proven(was) != _proven(now):
        return "evidence"
    return "material" if was.material != now.material else None


def _proven(risk: Risk) -> list[tuple[str, str, bool]]:
    return [(one.control, one.state.value, bool(one.counted)) for one in risk.derivation.controls]


def _row(told: Told, kind: str, was: Risk | None, now: Risk | None) -> model.ChangeRow:
    one = now or was
    assert one is not None  # noqa: S101 - a change is of a risk that was or is
    return model.ChangeRow(
        risk=one.id,
        title=one.title[told.language],
        change=told.say(f"change.{kind}"),
        before=told.level(was.current.level) if was else None,
        now=told.level(now.current.level) if now else None,
        because=_because(told, was, now) if was and now else "–",
    )


def _because(told: Told, was: Risk, now: Risk) -> str:
    """Name the controls that were proven, or not any longer, and whether what people judge has changed."""
    before = {one.control: one for one in was.derivation.controls}
    said = []
    for one in now.derivation.controls:
        old = before.get(one.control)
        if old is None or old.state != one.state or bool(old.counted) != bool(one.counted):
            control = told.control(one.control)
            title = control.title.in_language(told.language) if control else one.control
            said.append(f"{title}: {told.say(f'because.{one.because}')}")
    if was.material != now.material:
        said.append(told.say("changes.material"))
    return "; ".join(said) or "–"
