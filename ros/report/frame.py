"""What was assessed, by whom, under which assumptions, and what is worth protecting in it."""

from collections.abc import Sequence

from ros.assets import Asset, Flow
from ros.report import model
from ros.report.sections import scope_words
from ros.report.told import Told


def frame(told: Told, assets: Sequence[Asset], flows: Sequence[Flow]) -> model.Frame:
    """Tell what was assessed, by which roles, and what was left out."""
    analysis, language = told.files.analysis, told.language
    scopes = (analysis.scope, *analysis.also_covers)
    controllers = sorted({number for risk in told.assessment.risks for number in risk.data_controllers})
    return model.Frame(
        facts=(
            (told.say("frame.purpose"), analysis.purpose.in_language(language)),
            (told.say("frame.scope"), ", ".join(scope_words(told, one) for one in scopes)),
            (told.say("frame.as_of"), told.day(told.assessment.as_of)),
            (told.say("frame.state"), told.say(f"ros_state.{told.assessment.state}")),
            (told.say("frame.criteria"), f"{told.files.profile.title.in_language(language)} ({analysis.criteria})"),
            (told.say("frame.controllers"), ", ".join(told.organisation(one) for one in controllers)),
            (told.say("frame.author"), told.party(analysis.author)),
            (told.say("frame.reviewer"), told.party(analysis.reviewer)),
        ),
        assumptions=tuple(text.in_language(language) for text in analysis.assumptions),
        exclusions=tuple(text.in_language(language) for text in analysis.exclusions),
        parties=model.Table(
            told.say("frame.parties"),
            (told.say("frame.function"), told.say("frame.role"), told.say("frame.organisation")),
            tuple(
                (
                    party.title.in_language(language),
                    told.say(f"role.{party.role}"),
                    told.organisation(party.organisation),
                )
                for party in analysis.parties
            ),
        ),
        meetings=model.Table(
            told.say("frame.meetings"),
            (told.say("frame.day"), told.say("frame.subject"), told.say("frame.present")),
            tuple(
                (
                    told.day(meeting.on),
                    meeting.subject.in_language(language),
                    ", ".join(told.party(party) for party in meeting.parties),
                )
                for meeting in sorted(analysis.meetings, key=lambda one: one.on)
            ),
        ),
        values=_values(told),
        threats=_threats(told),
        assets=_assets(told, assets),
        flows=_flows(told, flows),
    )


def _assets(told: Told, assets: Sequence[Asset]) -> model.Table:
    """List what is derived of plan and manifest; declared values have a table of their own."""
    rows = tuple(
        (
            one.title.in_language(told.language),
            told.say(f"asset_kind.{one.kind}"),
            told.organisation(one.data_controller) if one.data_controller else "–",
            str(len(one.resources)) if one.resources else "–",
        )
        for one in assets
        if one.kind != "value"
    )
    heads = ("frame.asset", "frame.kind", "col.controller", "frame.resources")
    return model.Table(told.say("frame.assets"), tuple(told.say(head) for head in heads), rows)


def _flows(told: Told, flows: Sequence[Flow]) -> model.Table:
    rows = tuple(
        (
            one.title.in_language(told.language),
            told.organisation(one.from_controller),
            told.organisation(one.to_controller),
            ", ".join(one.legal_basis) or "–",
            ", ".join(one.storage_countries) or "–",
        )
        for one in flows
    )
    heads = ("frame.flow", "frame.from", "frame.to", "frame.basis", "frame.countries")
    return model.Table(told.say("frame.flows"), tuple(told.say(head) for head in heads), rows)


def _values(told: Told) -> model.Table:
    language = told.language
    labels = [label.in_language(language) for label in told.files.profile.consequence_labels]
    rows = []
    for one in told.files.analysis.values:
        value = ", ".join(
            f"{told.say(f'facet.{dimension}')} {ordinal}"
            + (f" ({labels[ordinal - 1]})" if 1 <= ordinal <= len(labels) else "")
            for dimension, ordinal in sorted(one.value.items(), key=lambda item: (-item[1], item[0]))
        )
        rows.append((one.title.in_language(language), value, one.rationale.in_language(language)))
    heads = (told.say("frame.value"), told.say("frame.loss"), told.say("col.because"))
    return model.Table(told.say("frame.values"), heads, tuple(rows))


def _threats(told: Told) -> model.Table:
    picture = told.files.analysis.threat_picture
    heads = (told.say("frame.threat"), told.say("frame.picture"), told.say("frame.source"))
    if picture is None:
        return model.Table(told.say("frame.threats.none"), heads, ())
    rows = tuple(
        (one.title.in_language(told.language), one.picture.in_language(told.language), one.source)
        for one in picture.threats
    )
    return model.Table(told.say("frame.threats", day=told.day(picture.on)), heads, rows)
