"""What every page of the portal is made with: who reads, in which language, and the templates."""

from functools import cache
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Query, Request
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from starlette.responses import RedirectResponse, Response

from platform_api.authorization.access import actor_of
from platform_api.identity.actor import Actor
from platform_api.kit.language import negotiate
from platform_api.kit.problem import Problem, Unauthenticated
from platform_api.kit.wording import say
from platform_api.portal.texts import TEXTS
from platform_api.wiring import Wiring
from prosess.domain.text import Language

COOKIE = "prosess_token"
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


def render(request: Request, template: str, language: Language, status: int = 200, **more: Any) -> Response:
    """Lay a page out."""
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


def language_for(request: Request, lang: str | None) -> Language:
    """Give the language of a page: the one asked for, or the browser's."""
    return negotiate(request.headers.get("accept-language"), asked=lang)


async def reader_of(request: Request, wiring: Wiring) -> Actor | None:
    """Give who reads: by the cookie, or by a bearer token where people are vouched for by others."""
    token = request.cookies.get(COOKIE)
    scheme, _, bearer = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and bearer:
        token = bearer.strip()
    if not token:
        return None
    try:
        return await actor_of(wiring, token)
    except Unauthenticated:
        return None


def refusal_page(request: Request, problem: Problem, language: Language) -> Response:
    """Tell a refusal on a page of its own."""
    title, remedy = say(problem.code, language, problem.facts)
    return render(request, "refusal.html", language, problem.status, title=title, remedy=remedy, user=None)


def to_sign_in(to: str, language: Language) -> Response:
    """Send somebody to sign in, and back."""
    return RedirectResponse(f"/portal/sign-in?{urlencode({'to': to, 'lang': language.value})}", 303)


def user_name(wiring: Wiring, actor: Actor) -> str:
    """Give whom somebody is signed in for."""
    return wiring.reviewed.names.get(actor.organisation, actor.organisation)


def asked_for(request: Request) -> str:
    """Give the address that was asked for, within the service."""
    return f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path
