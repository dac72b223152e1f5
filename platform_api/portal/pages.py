"""The portal: plain pages for people who want to know what is missing, who unblocks it, and by when.

No script runs in them; everything that a person may read is in the HTML. Signing in is offered for the local issuer's
test users; the token is kept in a cookie that pages cannot read and other sites cannot send.
"""

from functools import cache
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from starlette.responses import FileResponse, RedirectResponse, Response

from platform_api.authorization.access import actor_of, holds, scope_of, wiring_of
from platform_api.authorization.permission import Permission
from platform_api.identity.actor import Actor
from platform_api.kit.language import negotiate
from platform_api.kit.paths import SlugPath
from platform_api.kit.problem import Forbidden, NotFound, Problem, Unauthenticated
from platform_api.kit.wording import names_in_use, say
from platform_api.pathways import repository, service
from platform_api.pathways.schemas import names_of
from platform_api.pathways.workflow import know
from platform_api.portal.presentation import TEXTS, Board, board, title_of
from platform_api.wiring import Wiring
from prosess.domain.text import Language

router = APIRouter(prefix="/portal")
_COOKIE = "prosess_token"
_KEPT = {"Cache-Control": "max-age=3600"}
_STATIC = Path(__file__).parent / "static"

Lang = Annotated[str | None, Query(max_length=8)]


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("platform_api.portal"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _page(request: Request, template: str, language: Language, status: int = 200, **more: Any) -> Response:
    html = (
        _templates()
        .get_template(template)
        .render(
            text=TEXTS[language],
            lang=language.value,
            languages=[(one.value, TEXTS[one]["language_name"]) for one in Language],
            path=request.url.path,
            environment=request.query_params.get("environment") or "",
            **more,
        )
    )
    return Response(html, status, {"Content-Language": language.value}, "text/html; charset=utf-8")


def _language(request: Request, lang: str | None) -> Language:
    return negotiate(request.headers.get("accept-language"), asked=lang)


async def _reader(request: Request, wiring: Wiring) -> Actor | None:
    """Give who reads: by the cookie, or by a bearer token where people are vouched for by others."""
    token = request.cookies.get(_COOKIE)
    scheme, _, bearer = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and bearer:
        token = bearer.strip()
    if not token:
        return None
    try:
        return await actor_of(wiring, token)
    except Unauthenticated:
        return None


def _refusal(request: Request, problem: Problem, language: Language) -> Response:
    title, remedy = say(problem.code, language, problem.facts)
    return _page(request, "refusal.html", language, problem.status, title=title, remedy=remedy, user=None)


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
    return _sign_in_page(request, _language(request, lang), _own(to))


def _sign_in_page(
    request: Request, language: Language, to: str, *, status: int = 200, failed: bool = False
) -> Response:
    issuer = wiring_of(request).issuer
    users: dict[str, list[str]] = {}
    for one in issuer.users if issuer else ():
        users.setdefault(names_in_use.get().get(one.organisation, one.organisation), []).append(one.user)
    return _page(
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
    language = _language(request, lang)
    issuer = wiring_of(request).issuer
    token = issuer.token(user) if issuer else None
    if issuer is None or token is None:
        return _sign_in_page(request, language, _own(to), status=422, failed=True)
    target = _own(to)
    joint = "&" if "?" in target else "?"
    response = RedirectResponse(f"{target}{'' if 'lang=' in target else f'{joint}lang={language.value}'}", 303)
    response.set_cookie(
        _COOKIE, token, max_age=issuer.seconds, path="/portal", httponly=True, samesite="strict",
        secure=request.url.scheme == "https",
    )  # fmt: skip
    return response


@router.post("/sign-out")
async def sign_out(request: Request, lang: Annotated[str | None, Form(max_length=8)] = None) -> Response:
    """Sign out."""
    response = RedirectResponse(f"/portal/sign-in?lang={_language(request, lang).value}", 303)
    response.delete_cookie(_COOKIE, path="/portal", httponly=True, samesite="strict")
    return response


@router.get("/")
async def list_page(request: Request, lang: Lang = None) -> Response:
    """Give the pathways that the reader may know of."""
    wiring, language = wiring_of(request), _language(request, lang)
    actor = await _reader(request, wiring)
    if actor is None:
        return _to_sign_in("/portal/", language)
    if not holds(wiring, actor, Permission.PATHWAY_READ):
        return _refusal(request, Forbidden("ROLE_LACKS_PERMISSION", facts={"permission": "pathway:read"}), language)
    async with wiring.database.read() as session:
        rows = await repository.listed(scope_of(actor, wiring), session)
        found = [(row.id, title_of(await service.manifest(session, row), language), row.state) for row in rows]
    return _page(
        request, "pathways.html", language, title=TEXTS[language]["pathways"], user=_user(wiring, actor), rows=found
    )


def _to_sign_in(to: str, language: Language) -> Response:
    return RedirectResponse(f"/portal/sign-in?{urlencode({'to': to, 'lang': language.value})}", 303)


def _user(wiring: Wiring, actor: Actor) -> str:
    return wiring.reviewed.names.get(actor.organisation, actor.organisation)


@router.get("/pathways/{pathway_id}")
async def pathway_page(
    request: Request,
    pathway_id: SlugPath,
    lang: Lang = None,
    environment: Annotated[str | None, Query(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=40)] = None,
) -> Response:
    """Give a pathway: its gates, what is missing, who unblocks it and by when, and its dependencies."""
    wiring, language = wiring_of(request), _language(request, lang)
    actor = await _reader(request, wiring)
    if actor is None:
        return _to_sign_in(_asked_for(request), language)
    try:
        if not holds(wiring, actor, Permission.GATE_READ):
            raise Forbidden("ROLE_LACKS_PERMISSION", facts={"permission": Permission.GATE_READ.value})
        found = await _board(wiring, actor, pathway_id, environment, language)
    except (Forbidden, NotFound) as refusal:
        return _refusal(request, refusal, language)
    return _page(
        request, "pathway.html", language, title=found.title, user=_user(wiring, actor), board=found,
        environments=sorted(wiring.reviewed.environments),
    )  # fmt: skip


def _asked_for(request: Request) -> str:
    return f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path


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
