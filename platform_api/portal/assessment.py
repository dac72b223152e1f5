"""The assessment's page: what is open, what the privacy officer advises, who has accepted, and what the reader may do.

Its forms do what the service's routes do, by the same commands: one transaction, one trail, the same refusals.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from fastapi import APIRouter, Request
from pydantic import BaseModel, ValidationError
from starlette.responses import RedirectResponse, Response

from platform_api.assessments import accepting, discussion, service
from platform_api.assessments import repository as assessments
from platform_api.assessments.acceptance_endpoints import AcceptancePath, sealed
from platform_api.assessments.endpoints import PERMISSION, shown
from platform_api.assessments.schemas import (
    AnswerRequest,
    AssessmentView,
    OpinionRequest,
    ReplyRequest,
    ReviewRequest,
    RevocationRequest,
)
from platform_api.assessments.steps import at_hand
from platform_api.authorization.access import holds, require, require_held, scope_of, wiring_of
from platform_api.authorization.command import Command, Reply
from platform_api.authorization.permission import Permission
from platform_api.identity.actor import Actor
from platform_api.kit.database import Transaction
from platform_api.kit.paths import SlugPath
from platform_api.kit.problem import Forbidden, Invalid, NotFound, Problem
from platform_api.kit.wording import names_in_use, say, word
from platform_api.pathways import service as pathways
from platform_api.pathways.schemas import names_of
from platform_api.portal.presentation import title_of
from platform_api.portal.rendering import (
    Lang,
    asked_for,
    language_for,
    reader_of,
    refusal_page,
    render,
    to_sign_in,
    user_name,
)
from platform_api.wiring import Wiring
from prosess.contracts import Assessment
from prosess.contracts.assessment import Verdict
from prosess.domain.base import Model
from prosess.domain.guard import find_person_identifier
from prosess.domain.pathway import Pathway
from prosess.domain.text import Language
from prosess.domain.text.wording import date_in

router = APIRouter(prefix="/portal")
SYMBOLS = {"active": "✓", "none": "○", "open": "●", "answered": "▲", "resolved": "✓", "replaced": "–"}
"""Beside the word, never instead of it."""
_TAGS = {"active": "open", "none": "not_needed", "open": "red", "answered": "yellow", "resolved": "done"}


@dataclass(frozen=True)
class ControllerRow:
    """What one data controller has answered."""

    organisation: str
    name: str
    symbol: str
    tag: str
    state: str
    """Word of the state; empty where there is no answer."""
    because: str
    until: str
    until_iso: str
    statement: str
    """Id of the acceptance whose sealed statement can be fetched; empty where there is none."""
    mine: bool
    """Whether the reader may take it back."""


@dataclass(frozen=True)
class Board:
    """The page."""

    pathway: str
    title: str
    view: AssessmentView
    risks: tuple[tuple[str, str, str, str], ...]
    """Id, title, and the words of the level now and of the one aimed at."""
    controllers: tuple[ControllerRow, ...]
    answering: frozenset[str]
    """Points that the reader may answer."""
    closing: frozenset[str]
    """Points that the reader may close."""
    can: frozenset[str]
    """What else the reader may do."""
    latest: str
    """The last day that the reader's acceptance may have."""


def _can(wiring: Wiring, actor: Actor, view: AssessmentView, manifest: Pathway, owner: str) -> frozenset[str]:
    """Tell which forms are of use to the reader; who may do what is judged again when one is sent."""
    found: set[str] = set()
    if holds(wiring, actor, Permission.ROS_AUTHOR) and actor.organisation == owner:
        found |= {"send_to_review"} if view.state in ("draft", "returned") else set()
    if view.state in ("in_review", "recommended"):
        found |= {"return"} if holds(wiring, actor, Permission.ROS_RETURN) else set()
    if view.state == "in_review" and holds(wiring, actor, Permission.ROS_RECOMMEND):
        found.add("recommend")
    if view.state in service.COMMENTED_IN and holds(wiring, actor, Permission.ROS_COMMENT):
        found.add("comment")
    if view.state not in ("draft", "rejected") and holds(wiring, actor, Permission.ROS_ADVISE):
        found.add("opinion")
    if (
        view.state in ("recommended", "pending_acceptance", "accepted", "expired")
        and holds(wiring, actor, Permission.ROS_ACCEPT)
        and actor.organisation in manifest.data_controllers
    ):
        found.add("accept")
    return frozenset(found)


def _controllers(
    wiring: Wiring, actor: Actor, view: AssessmentView, manifest: Pathway, language: Language
) -> tuple[ControllerRow, ...]:
    given = {one.organisation: one for one in view.acceptances}
    accepts = holds(wiring, actor, Permission.ROS_ACCEPT)
    rows = []
    for organisation in manifest.data_controllers:
        one = given.get(organisation)
        state = one.state if one else "none"
        because = (one.because_name or "") if one else ""
        rows.append(
            ControllerRow(
                organisation=organisation,
                name=names_in_use.get().get(organisation, organisation),
                symbol=SYMBOLS.get(state, "✕"),
                tag=_TAGS.get(state, "closed"),
                state=one.state_name if one else "",
                because=f"{because} ({one.risk})" if one and one.risk else because,
                until=date_in(one.until, language) if one and one.until else "",
                until_iso=(one.until or "") if one else "",
                statement=one.id if one and one.sealed else "",
                mine=accepts and organisation == actor.organisation and state == "active",
            )
        )
    return tuple(rows)


async def _board(wiring: Wiring, actor: Actor, pathway_id: str, language: Language) -> Board:
    scope = scope_of(actor, wiring)
    async with wiring.database.read() as session:
        row = await pathways.find(scope, session, pathway_id)
        manifest = await pathways.manifest(session, row)
        current = await assessments.current(scope, session, pathway_id)
        if current is None:
            raise NotFound("NO_ASSESSMENT")
        view = await shown(session, current, wiring.clock, language)
        threads = await discussion.threads(scope, session, pathway_id)
    names_in_use.set(names_of(manifest, wiring.reviewed, language))
    document = Assessment.from_bytes(current.document)
    levels = level_words(document, language)
    own = accepting.own_risks(document, actor.organisation)
    sides = {
        one.name: discussion.side_of(
            one.point, actor, row.organisation, manifest.data_controllers,
            holds=lambda permission: holds(wiring, actor, permission),
        )
        for one in threads
    }  # fmt: skip
    alive = {one.name for one in threads if one.point.state not in ("resolved", "replaced")}
    return Board(
        pathway=pathway_id,
        title=title_of(manifest, language),
        view=view,
        risks=tuple(
            (
                one.id,
                one.title.get(language.value, one.id),
                levels.get(one.current.level, one.current.level),
                levels.get(one.target.level, one.target.level),
            )
            for one in document.risks
        ),
        controllers=_controllers(wiring, actor, view, manifest, language),
        answering=frozenset(name for name, side in sides.items() if side and name in alive),
        closing=frozenset(
            one.name
            for one in threads
            if one.name in alive and one.point.kind != "opinion" and discussion.closes(one.point, actor)
        ),
        can=_can(wiring, actor, view, manifest, row.organisation),
        latest=accepting.last_day(document, own, wiring.clock.today()).isoformat(),
    )


def level_words(document: Assessment, language: Language) -> dict[str, str]:
    """Give the words of levels, as the criteria profile calls them; an older document has ids only."""
    words = {one.id: one.label.get(language.value, one.id) for one in document.levels}
    return {**words, Verdict.NOT_ASSESSED.value: word("level:not_assessed", language)}


@router.get("/pathways/{pathway_id}/assessment")
async def assessment_page(request: Request, pathway_id: SlugPath, lang: Lang = None) -> Response:
    """Give the page."""
    wiring, language = wiring_of(request), language_for(request, lang)
    actor = await reader_of(request, wiring)
    if actor is None:
        return to_sign_in(asked_for(request), language)
    return await _page(request, wiring, actor, pathway_id, language)


async def _page(
    request: Request,
    wiring: Wiring,
    actor: Actor,
    pathway_id: str,
    language: Language,
    refused: Problem | None = None,
    filled: Mapping[str, str] = MappingProxyType({}),
) -> Response:
    try:
        require_held(wiring, actor, Permission.ROS_READ)
        board = await _board(wiring, actor, pathway_id, language)
    except (Forbidden, NotFound) as refusal:
        return refusal_page(request, refusal, language)
    return render(
        request, "assessment.html", language, refused.status if refused else 200, title=board.title,
        user=user_name(wiring, actor), board=board, symbols=SYMBOLS, tags=_TAGS,
        names=names_in_use.get(),
        refused=_told(refused, language) if refused else (), filled=filled,
    )  # fmt: skip


def _told(problem: Problem, language: Language) -> tuple[tuple[str, str], ...]:
    """Give a refusal's sentences: of each reason where there are several, and its way out."""
    if problem.reasons:
        return tuple(say(one.code, language, one.facts) for one in problem.reasons)
    if problem.errors:
        return tuple((one.message, one.hint) for one in problem.errors)
    return (say(problem.code, language, problem.facts),)


@router.get("/pathways/{pathway_id}/assessment/acceptances/{acceptance_id}")
async def sealed_statement(request: Request, pathway_id: SlugPath, acceptance_id: AcceptancePath) -> Response:
    """Give the sealed statement of an acceptance as a file, as the service's own route does."""
    wiring, language = wiring_of(request), language_for(request, None)
    actor = await reader_of(request, wiring)
    if actor is None:
        return to_sign_in(asked_for(request), language)
    try:
        require_held(wiring, actor, Permission.ROS_READ)
        envelope = await sealed(wiring, actor, pathway_id, acceptance_id)
    except (Forbidden, NotFound) as refusal:
        return refusal_page(request, refusal, language)
    named = {"Content-Disposition": f'attachment; filename="{acceptance_id}.dsse.json"'}
    return Response(envelope, media_type="application/json", headers=named)


@router.post("/pathways/{pathway_id}/assessment")
async def act_on_assessment(request: Request, pathway_id: SlugPath, lang: Lang = None) -> Response:
    """Do what one of the page's forms asks for, and show the page again."""
    wiring = wiring_of(request)
    form = await request.form(max_files=0, max_fields=20)
    fields = {key: value.strip() for key, value in form.items() if isinstance(value, str) and value.strip()}
    language = language_for(request, fields.get("lang", lang))
    actor = await reader_of(request, wiring)
    page = f"/portal/pathways/{pathway_id}/assessment"
    if actor is None:
        return to_sign_in(page, language)
    try:
        if not _from_here(request):
            raise Forbidden("FORM_FROM_ELSEWHERE")
        await _act(request, wiring, actor, pathway_id, fields)
    except Problem as problem:
        return await _page(request, wiring, actor, pathway_id, language, problem, _kept(fields))
    return RedirectResponse(f"{page}?lang={language.value}", 303)


def _kept(fields: Mapping[str, str]) -> Mapping[str, str]:
    """Give what somebody wrote, so that a refusal does not cost them their words; nothing that may name a person."""
    return {} if any(find_person_identifier(one) for one in fields.values()) else fields


def _from_here(request: Request) -> bool:
    """Tell whether a form was sent from one of our own pages, as far as the browser tells.

    The cookie is ``SameSite=Strict``; this is the second door. Our pages send no referrer, so a browser writes their
    origin as ``null``, and what it says of the site itself is asked first.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.url.netloc


class _Nothing(Model):
    """A form that has nothing to say but what it does."""


_REQUESTS: dict[str, tuple[type[BaseModel], Permission]] = {
    **{event: (ReviewRequest, permission) for event, permission in PERMISSION.items()},
    "answer": (ReplyRequest, Permission.ROS_READ),
    "resolve": (_Nothing, Permission.ROS_READ),
    "opinion": (OpinionRequest, Permission.ROS_ADVISE),
    "accept": (AnswerRequest, Permission.ROS_ACCEPT),
    "reject": (AnswerRequest, Permission.ROS_ACCEPT),
    "revoke": (RevocationRequest, Permission.ROS_ACCEPT),
}


async def _act(request: Request, wiring: Wiring, actor: Actor, pathway_id: str, fields: dict[str, str]) -> None:
    act = fields.get("act", "")
    if act not in _REQUESTS:
        raise Invalid("FORM_INCOMPLETE")
    model, permission = _REQUESTS[act]
    await require(wiring, actor, permission)
    given = {key: value for key, value in fields.items() if key in model.model_fields}
    given |= {"event": act} if model is ReviewRequest else {}
    given |= {"answer": act} if model is AnswerRequest else {}
    if any(find_person_identifier(value) for value in given.values() if not value.startswith("sha256:")):
        raise Invalid("PERSON_IDENTIFIER")
    try:
        wanted: Any = model.model_validate(given, strict=False)
    except ValidationError:
        raise Invalid("FORM_INCOMPLETE") from None
    command = Command(request, actor, permission, b"")

    async def work(transaction: Transaction) -> Reply:
        await _do(transaction, command, pathway_id, act, wanted, fields)
        return Reply({})

    await command.run(work)


async def _do(
    transaction: Transaction, command: Command, pathway_id: str, act: str, wanted: Any, fields: dict[str, str]
) -> None:
    scope, actor, seal = command.scope, command.actor, command.wiring.seal
    point, acceptance = fields.get("point", ""), fields.get("acceptance", "")
    match act:
        case "answer":
            await discussion.reply(
                transaction, scope, actor, pathway_id, point, wanted.text,
                holds=lambda permission: holds(command.wiring, actor, permission),
            )  # fmt: skip
        case "resolve":
            await discussion.resolve(transaction, scope, actor, pathway_id, point)
        case "opinion":
            row, known, assessment = await at_hand(transaction, scope, pathway_id, wanted.assessment)
            await discussion.give_opinion(transaction, actor, row, known, assessment, wanted.opinion, wanted.because)
        case "accept" | "reject":
            await accepting.answer(
                transaction, scope, actor, pathway_id, wanted.assessment, accept=act == "accept", until=wanted.until,
                because=wanted.because, seal=seal,
            )  # fmt: skip
        case "revoke":
            await accepting.revoke(transaction, scope, actor, pathway_id, acceptance, wanted.because, seal=seal)
        case _:
            await service.review(
                transaction, scope, actor, pathway_id, act, wanted.assessment, comment=wanted.comment, risk=wanted.risk
            )
