"""The portal: plain pages for people who want to know what is missing, who unblocks it, and by when.

No script runs in them; everything that a person may read is in the HTML. Signing in is offered for the local issuer's
test users; the token is kept in a cookie that pages cannot read and other sites cannot send.
"""

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import FileResponse, RedirectResponse, Response

from platform_api.assessments.acceptance_endpoints import ending_soon
from platform_api.assessments.schemas import EndingList
from platform_api.authorization.access import holds, require_held, scope_of, wiring_of
from platform_api.authorization.permission import Permission
from platform_api.identity.actor import Actor
from platform_api.kit.paths import SlugPath
from platform_api.kit.problem import Forbidden, NotFound
from platform_api.kit.wording import names_in_use, word
from platform_api.notifications import service as notifications
from platform_api.pathways import repository, service
from platform_api.pathways.schemas import names_of
from platform_api.pathways.workflow import know
from platform_api.portal.presentation import TEXTS, Board, board, title_of, waiting
from platform_api.portal.rendering import (
    COOKIE,
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
from prosess.domain.notice import NOTICE_DAYS
from prosess.domain.text import Language
from prosess.domain.text.wording import date_in

router = APIRouter(prefix="/portal")
_KEPT = {"Cache-Control": "max-age=3600"}
_STATIC = Path(__file__).parent / "static"


@router.get("/static/portal.css")
async def style() -> Response:
    """Give the one style sheet."""
    return FileResponse(_STATIC / "portal.css", media_type="text/css", headers=_KEPT)


@router.get("/static/icon.svg")
async def icon() -> Response:
    """Give the pages' icon."""
    return FileResponse(_STATIC / "icon.svg", media_type="image/svg+xml", headers=_KEPT)


@router.get("/sign-in")
async def sign_in_page(request: Request, lang: Lang = None, to: Annotated[str, Query(max_length=200)] = "") -> Response:
    """Offer to sign in as a test user."""
    return _sign_in_page(request, language_for(request, lang), _own(to))


def _sign_in_page(
    request: Request, language: Language, to: str, *, status: int = 200, failed: bool = False
) -> Response:
    issuer = wiring_of(request).issuer
    users: dict[str, list[str]] = {}
    for one in issuer.users if issuer else ():
        users.setdefault(names_in_use.get().get(one.organisation, one.organisation), []).append(one.user)
    return render(
        request,
        "sign_in.html",
        language,
        status,
        title=TEXTS[language]["sign_in"],
        users=list(users.items()),
        to=to,
        failed=failed,
        user=None,
    )


def _own(address: str) -> str:
    """Give an address only where it is one of the portal's own pages: nobody is sent elsewhere after signing in."""
    safe = address.startswith("/portal/") and "\\" not in address and ".." not in address and address.isprintable()
    return address if safe else "/portal/"


@router.post("/sign-in")
async def sign_in(
    request: Request,
    user: Annotated[str, Form(max_length=100)],
    to: Annotated[str, Form(max_length=200)] = "",
    lang: Annotated[str | None, Form(max_length=8)] = None,
) -> Response:
    """Sign in as a test user."""
    language = language_for(request, lang)
    issuer = wiring_of(request).issuer
    token = issuer.token(user) if issuer else None
    if issuer is None or token is None:
        return _sign_in_page(request, language, _own(to), status=422, failed=True)
    target = _own(to)
    joint = "&" if "?" in target else "?"
    response = RedirectResponse(f"{target}{'' if 'lang=' in target else f'{joint}lang={language.value}'}", 303)
    response.set_cookie(
        COOKIE, token, max_age=issuer.seconds, path="/portal", httponly=True, samesite="strict",
        secure=request.url.scheme == "https",
    )  # fmt: skip
    return response


@router.post("/sign-out")
async def sign_out(request: Request, lang: Annotated[str | None, Form(max_length=8)] = None) -> Response:
    """Sign out."""
    response = RedirectResponse(f"/portal/sign-in?lang={language_for(request, lang).value}", 303)
    response.delete_cookie(COOKIE, path="/portal", httponly=True, samesite="strict")
    return response


@router.get("/")
async def list_page(request: Request, lang: Lang = None) -> Response:
    """Give the pathways that the reader may know of."""
    wiring, language = wiring_of(request), language_for(request, lang)
    actor = await reader_of(request, wiring)
    if actor is None:
        return to_sign_in("/portal/", language)
    if not holds(wiring, actor, Permission.PATHWAY_READ):
        return refusal_page(request, Forbidden("ROLE_LACKS_PERMISSION", facts={"permission": "pathway:read"}), language)
    async with wiring.database.read() as session:
        rows = await repository.listed(scope_of(actor, wiring), session)
        manifests = {row.id: await service.manifest(session, row) for row in rows}
        told = await notifications.waiting_for(session, actor)
    found = [
        (row.id, title_of(manifests[row.id], language), word(f"pathway_state:{row.state}", language)) for row in rows
    ]
    reads = holds(wiring, actor, Permission.ROS_READ)
    soon = await ending_soon(wiring, actor, max(NOTICE_DAYS)) if reads else EndingList()
    names = {
        key: name
        for manifest in manifests.values()
        for key, name in names_of(manifest, wiring.reviewed, language).items()
    }
    ending = [
        (one, title_of(manifests[one.pathway], language), names.get(one.organisation, one.organisation),
         date_in(one.until, language))
        for one in soon.acceptances
        if one.pathway in manifests
    ]  # fmt: skip
    environments = {key: one.title.in_language(language) for key, one in wiring.reviewed.environments.items()}
    titles = {id_: title_of(one, language) for id_, one in manifests.items()}
    names_in_use.set({**wiring.reviewed.names, **names, **environments, **titles})
    return render(
        request, "pathways.html", language, title=TEXTS[language]["pathways"], user=user_name(wiring, actor),
        rows=found, ending=ending, waits=[waiting(one, language, manifests) for one in told],
    )  # fmt: skip


@router.get("/pathways/{pathway_id}")
async def pathway_page(
    request: Request,
    pathway_id: SlugPath,
    lang: Lang = None,
    environment: Annotated[str | None, Query(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=40)] = None,
) -> Response:
    """Give a pathway: its gates, what is missing, who unblocks it and by when, and its dependencies."""
    wiring, language = wiring_of(request), language_for(request, lang)
    actor = await reader_of(request, wiring)
    if actor is None:
        return to_sign_in(asked_for(request), language)
    try:
        require_held(wiring, actor, Permission.GATE_READ)
        found = await _board(wiring, actor, pathway_id, environment, language)
        assessed = found.assessed and holds(wiring, actor, Permission.ROS_READ)
    except (Forbidden, NotFound) as refusal:
        return refusal_page(request, refusal, language)
    return render(
        request, "pathway.html", language, title=found.title, user=user_name(wiring, actor), board=found,
        assessed=assessed, environments=sorted(wiring.reviewed.environments),
    )  # fmt: skip


async def _board(wiring: Wiring, actor: Actor, pathway_id: str, environment: str | None, language: Language) -> Board:
    async with wiring.database.read() as session:
        row = await service.find(scope_of(actor, wiring), session, pathway_id)
        known = await know(session, row)
        name = environment or await repository.asked_into(scope_of(actor, wiring), session, row.id)
        names = wiring.reviewed.environments
        target = service.environment_of(wiring.reviewed, name or ("test" if "test" in names else min(names)))
        judgement = await wiring.judging.judge(session, known, target, wiring.clock)
    names_in_use.set(names_of(known.manifest, wiring.reviewed, language))
    return board(
        known, judgement, target, wiring.reviewed, as_of=wiring.clock.today(),
        working_day=wiring.calendar.working_day, language=language,
    )  # fmt: skip
