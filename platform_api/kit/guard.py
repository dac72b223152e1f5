"""Law 4 at the service's doors: no eleven digits in a URL, in a header that we keep or echo, or in a document.

Models of ``prosess.domain`` guard their own fields. What is guarded here is the rest: what is read before any model,
and contract documents of other programs, whose texts are plain strings.
"""

import ipaddress
import re
from typing import Any
from urllib.parse import unquote, unquote_plus

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from platform_api.kit.problem import BadRequest, Invalid, Mistake
from platform_api.kit.respond import problem_response
from prosess.domain.guard import find_person_identifier

KEPT_OR_ECHOED = ("idempotency-key", "x-request-id", "content-type", "accept-language")
"""Headers of which something is stored, logged or said back."""

_UUID = re.compile(r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")
_TYPED = re.compile(rf"sha256:[0-9a-f]{{64}}|{_UUID.pattern}")
_OID = re.compile(r"[0-2](\.(0|[1-9][0-9]*)){3,}")
_DEEPEST = 64


def is_uuid(text: str) -> bool:
    """Tell whether a text is a UUID, whose digits are chance."""
    return bool(_UUID.fullmatch(text))


def free(text: str) -> str:
    """Give what is left of a text when digests and UUIDs, whose digits are chance, are taken out of it."""
    if _OID.fullmatch(text) or _is_address(text):
        return ""
    return _TYPED.sub("§", text)


def _is_address(text: str) -> bool:
    if len(text) > 50 or not text[:1].isalnum():
        return False
    try:
        ipaddress.ip_network(text, strict=False)
    except ValueError:
        return False
    return not text.isdigit()


class PersonIdentifierMiddleware:
    """Refuses a request whose URL or kept headers hold eleven digits in a row, before anything reads or logs them."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 400."""
        if scope["type"] == "http" and (where := self._found(scope)) is not None:
            problem = BadRequest("PERSON_IDENTIFIER", facts={"where": where})
            await problem_response(problem, Headers(scope=scope))(scope, receive, send)
            return
        await self.app(scope, receive, send)

    @staticmethod
    def _found(scope: Scope) -> str | None:
        raw_path = scope.get("raw_path", b"").decode("latin-1")
        query = scope.get("query_string", b"").decode("latin-1")
        for text in (scope["path"], unquote(unquote(raw_path))):
            if find_person_identifier(free(text)) is not None:
                return "path"
        for text in (query, unquote_plus(query), unquote_plus(unquote_plus(query))):
            if find_person_identifier(free(text)) is not None:
                return "query"
        headers = Headers(scope=scope)
        for name in KEPT_OR_ECHOED:
            for value in headers.getlist(name):
                if find_person_identifier(free(value)) is not None:
                    return f"header {name}"
        return None


def refuse_in_document(document: Any) -> None:
    """Refuse a JSON document that holds eleven digits in a row in any key or text, wherever it stands.

    Typed values (digests, UUIDs, OIDs, addresses and address ranges) are read by their own grammar.

    Raises:
        Invalid: with the place of each, as a JSON pointer of positions where a key itself is the mistake.
    """
    mistakes: list[Mistake] = []

    def note(pointer: str) -> None:
        mistakes.append(
            Mistake(
                at=pointer,
                code="PERSON_IDENTIFIER",
                message="eleven digits in a row may be a person identifier",
                hint="remove them; what is written here must never identify a person",
            )
        )

    def walk(value: Any, pointer: str, depth: int) -> None:
        if depth > _DEEPEST:
            raise Invalid("DOCUMENT_TOO_DEEP")
        if isinstance(value, str):
            if find_person_identifier(free(value)) is not None:
                note(pointer or "/")
        elif isinstance(value, dict):
            for position, (key, item) in enumerate(value.items()):
                if find_person_identifier(free(key)) is not None:
                    note(f"{pointer}/<key {position + 1}>")
                else:
                    walk(item, f"{pointer}/{key}", depth + 1)
        elif isinstance(value, list):
            for position, item in enumerate(value):
                walk(item, f"{pointer}/{position}", depth + 1)
        elif (
            isinstance(value, int | float) and not isinstance(value, bool) and len(str(abs(value)).split(".")[0]) == 11
        ):
            note(pointer or "/")

    walk(document, "", 0)
    if mistakes:
        raise Invalid("PERSON_IDENTIFIER", errors=mistakes[:50])
