"""What every answer carries: an id of the request, headers that keep browsers strict, and a line in the log."""

import re
import time

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from platform_api.kit.ids import new_id
from platform_api.kit.log import log_of
from platform_api.kit.wording import names_in_use

_log = log_of("prosess.request")
_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_STRICT = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class AnswerHeaders:
    """Adds the headers, and logs what was answered: method, route, status, milliseconds. Never a URL or a body."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        asked = Headers(scope=scope).get("x-request-id", "")
        request = asked if _REQUEST_ID.fullmatch(asked) else new_id("rq")
        began = time.perf_counter()
        status = 500

        async def answer(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                for name, value in _STRICT.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-store")
                headers["X-Request-Id"] = request
            await send(message)

        wiring = getattr(scope["app"].state, "wiring", None)
        names_in_use.set(wiring.reviewed.names if wiring else {})
        with structlog.contextvars.bound_contextvars(request=request):
            try:
                await self.app(scope, receive, answer)
            finally:
                route = scope.get("route")
                _log.info(
                    "answered",
                    method=scope["method"],
                    route=getattr(route, "path", None),
                    status=status,
                    milliseconds=round((time.perf_counter() - began) * 1000, 1),
                )
