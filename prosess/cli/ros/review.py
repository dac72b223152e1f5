"""``prosess ros review``: what reviewers, authors, privacy officers and data controllers say of an assessment."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from prosess.cli.exit import CommandError, Exit
from prosess.cli.options import DEFAULT_SERVER, Format, Lang, Output, Server, Tongue
from prosess.cli.pathway import PathwayId

if TYPE_CHECKING:
    from prosess.cli.service import Service

_OPINIONS = ("supports", "concerns", "advises_against")


@dataclass(frozen=True)
class Act:
    """One thing to do with the assessment that was read."""

    route: str
    """Below the assessment's own."""
    body: dict[str, Any] | None
    names_it: bool = True
    """Whether the body names the assessment that was read."""


def review(
    pathway_id: PathwayId,
    show: Annotated[bool, typer.Option("--show", help="Show the points, the opinion and the acceptances.")] = False,
    post: Annotated[
        Path | None,
        typer.Option("--post", help="Post it, as the authors: what prosess ros check -o json prints.", metavar="FILE"),
    ] = None,
    send: Annotated[bool, typer.Option("--send", help="Send it to review, as the authors.")] = False,
    comment: Annotated[str | None, typer.Option("--comment", help="Comment on it.", metavar="TEXT")] = None,
    return_: Annotated[
        str | None, typer.Option("--return", help="Return it, with what is missing.", metavar="TEXT")
    ] = None,
    recommend: Annotated[bool, typer.Option("--recommend", help="Recommend it to the data controllers.")] = False,
    risk: Annotated[
        str | None, typer.Option("--risk", help="Risk that a comment or a return is about.", metavar="RISK")
    ] = None,
    answer: Annotated[
        tuple[str, str] | None, typer.Option("--answer", help="Answer a point.", metavar="POINT TEXT")
    ] = None,
    resolve: Annotated[str | None, typer.Option("--resolve", help="Close a point.", metavar="POINT")] = None,
    opinion: Annotated[
        str | None,
        typer.Option("--opinion", help="Give the privacy officer's opinion.", metavar="|".join(_OPINIONS)),
    ] = None,
    because: Annotated[
        str | None, typer.Option("--because", help="Why, of an opinion, an acceptance or a revocation.", metavar="TEXT")
    ] = None,
    accept: Annotated[bool, typer.Option("--accept", help="Accept the residual risk for your organisation.")] = False,
    until: Annotated[
        datetime | None,
        typer.Option("--until", formats=["%Y-%m-%d"], help="Last day of an acceptance.", metavar="DAY"),
    ] = None,
    reject: Annotated[bool, typer.Option("--reject", help="Reject the residual risk for your organisation.")] = False,
    revoke: Annotated[
        str | None, typer.Option("--revoke", help="Take back an acceptance.", metavar="ACCEPTANCE")
    ] = None,
    statement: Annotated[
        str | None,
        typer.Option("--statement", help="Print an acceptance's sealed statement, to keep.", metavar="ACCEPTANCE"),
    ] = None,
    server: Server = DEFAULT_SERVER,
    output: Output = Format.TABLE,
    lang: Lang = Tongue.EN,
) -> None:
    """Say one thing of a pathway's assessment, or show what was said of it.

    The authors answer a point; only the role that raised it closes it.
    """
    from prosess.cli.output import emit, emit_json
    from prosess.cli.service import Service

    acts = {
        "--post": Act("", None, names_it=False) if post else None,
        "--send": Act("reviews", {"event": "send_to_review"}) if send else None,
        "--comment": _said("comment", comment, risk),
        "--return": _said("return", return_, risk),
        "--recommend": Act("reviews", {"event": "recommend"}) if recommend else None,
        "--answer": Act(f"points/{_id(answer[0])}/answers", {"text": answer[1]}, names_it=False) if answer else None,
        "--resolve": Act(f"points/{_id(resolve)}/resolution", None, names_it=False) if resolve else None,
        "--opinion": _opinion(opinion, because),
        "--accept": _acceptance(accept, until, because),
        "--reject": Act("acceptances", {"answer": "reject"}) if reject else None,
        "--revoke": _revocation(revoke, because),
    }
    wanted = {option: act for option, act in acts.items() if act is not None}
    _one_thing(wanted, acts, shows=show + (statement is not None))
    _beside(wanted, {"--risk": risk, "--because": because, "--until": until})
    service = Service.signed_in(server, lang)
    path = f"/pathways/{pathway_id}/assessment"
    if statement is not None:
        emit(service.text(f"{path}/acceptances/{_id(statement)}").encode())
        return
    if post is not None:
        found = service.put(path, _posted(post, lang))
    else:
        found = service.get(path)
        for act in wanted.values():
            found = _done(service, path, act, found)
    document = found.pop("document", None)
    if output is Format.JSON:
        emit_json(found)
    else:
        _table(found, lang)
        if document is not None:
            _risks(document, lang)


def _posted(path: Path, lang: Tongue) -> Any:
    """Read the assessment that is posted, so that a mistake is told with its place, and before it is sent."""
    from prosess.cli.ros.handed import recorded
    from prosess.contracts import Assessment

    return recorded(Assessment, path, lang).model_dump(mode="json", by_alias=True, exclude_none=True)


def _said(event: str, text: str | None, risk: str | None) -> Act | None:
    if text is None:
        return None
    return Act("reviews", {"event": event, "comment": text, **({"risk": risk} if risk else {})})


def _opinion(opinion: str | None, because: str | None) -> Act | None:
    if opinion is None:
        return None
    if opinion not in _OPINIONS or not because:
        raise CommandError(
            Exit.USAGE,
            "OPINION_FORM",
            "an opinion is one of the words and says why",
            hint=f"give --opinion {' | '.join(_OPINIONS)} and --because TEXT",
        )
    return Act("opinions", {"opinion": opinion, "because": because})


def _acceptance(accept: bool, until: datetime | None, because: str | None) -> Act | None:
    if not accept:
        return None
    if until is None or not because:
        raise CommandError(
            Exit.USAGE,
            "ACCEPTANCE_FORM",
            "an acceptance has a last day and says why",
            hint="give --until and --because",
        )
    return Act("acceptances", {"answer": "accept", "until": until.date().isoformat(), "because": because})


def _revocation(acceptance: str | None, because: str | None) -> Act | None:
    if acceptance is None:
        return None
    if not because:
        raise CommandError(Exit.USAGE, "REVOCATION_FORM", "a revocation says why", hint="give --because TEXT")
    return Act(f"acceptances/{_id(acceptance)}/revocation", {"because": because}, names_it=False)


def _id(given: str) -> str:
    """Give an id that can only be one part of an address."""
    if not given.replace("-", "").isalnum() or not given.isascii():
        raise CommandError(Exit.USAGE, "ID_FORM", "an id has letters, digits and hyphens", hint="see --show")
    return given


def _one_thing(wanted: dict[str, Act], acts: dict[str, Act | None], *, shows: int) -> None:
    """Refuse two things at once: the second would speak of an assessment that the first has changed."""
    if len(wanted) > 1 or shows > 1 or bool(wanted) == bool(shows):
        raise CommandError(
            Exit.USAGE,
            "REVIEW_ONE_THING",
            "one thing at a time",
            hint=f"give one of {', '.join(acts)}, --show or --statement",
        )


_GOES_WITH = {
    "--risk": {"--comment", "--return"},
    "--because": {"--opinion", "--accept", "--revoke"},
    "--until": {"--accept"},
}


def _beside(wanted: dict[str, Act], given: dict[str, object]) -> None:
    """Refuse an option that says nothing of what is done."""
    for name, value in given.items():
        if value is not None and not _GOES_WITH[name] & set(wanted):
            raise CommandError(
                Exit.USAGE,
                "OPTION_ASTRAY",
                f"{name} does not go with this",
                hint=f"it goes with {' or '.join(sorted(_GOES_WITH[name]))}",
            )


def _done(service: "Service", path: str, act: Act, read: dict[str, Any]) -> Any:
    body = act.body
    if act.names_it and body is not None:
        body = {**body, "assessment": read["assessment"]}
    return service.post(f"{path}/{act.route}", body)


def _table(found: dict[str, Any], lang: Tongue) -> None:
    from prosess.cli.output import show, table
    from prosess.cli.text import text
    from prosess.domain.text import Language
    from prosess.domain.text.wording import date_in

    show(
        text("review.state", lang, pathway=found["pathway"], revision=found["revision"], state=found["state_name"]),
        style="bold",
    )
    if not found["manifest_current"]:
        show(text("review.former_manifest", lang))
    points = found.get("points", ())
    if points:
        table(
            [text(f"column.{one}", lang) for one in ("point", "of", "risk", "said", "status")],
            [(one["point"], _of(one), one.get("risk", ""), _thread(one), one["state_name"]) for one in points],
        )
    else:
        show(text("review.no_points", lang))
    answers = found.get("acceptances", ())
    if answers:
        table(
            [text(f"column.{one}", lang) for one in ("controller", "acceptance", "status", "until")],
            [
                (
                    one["organisation"],
                    one["id"],
                    ": ".join(filter(None, (one["state_name"], _why(one)))),
                    date_in(one["until"], Language(lang.value)) if one.get("until") else "",
                )
                for one in answers
            ],
        )


def _risks(document: dict[str, Any], lang: Tongue) -> None:
    """Show each risk with the word of its level, as the criteria call it."""
    from prosess.cli.output import table
    from prosess.cli.text import text

    levels = {one["id"]: one.get("label", {}).get(lang.value, one["id"]) for one in document["levels"]}
    levels["not_assessed"] = text("review.not_assessed", lang)

    def level(rating: dict[str, Any]) -> str:
        return str(levels.get(rating["level"], rating["level"]))

    table(
        [text(f"column.{one}", lang) for one in ("risk", "title", "now", "target")],
        [
            (one["id"], one["title"].get(lang.value, ""), level(one["current"]), level(one["target"]))
            for one in document["risks"]
        ],
    )


def _of(point: dict[str, Any]) -> str:
    return " – ".join(filter(None, (point["kind_name"], point.get("stance_name"))))


def _thread(point: dict[str, Any]) -> str:
    said = [point["text"]]
    said += [f"{one['side_name']}: {one['text']}" for one in point.get("replies", ())]
    return "\n".join(said)


def _why(acceptance: dict[str, Any]) -> str:
    because: str = acceptance.get("because_name", "")
    return f"{because} ({acceptance['risk']})" if because and "risk" in acceptance else because
