"""A write: one transaction, one trail, and one answer however often it is asked for."""

import json
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from fastapi import Depends, Request
from pydantic import BaseModel, JsonValue
from starlette.responses import Response

from platform_api.authorization.access import may, refused, scope_of, wiring_of
from platform_api.authorization.permission import Permission
from platform_api.authorization.scope import Scope
from platform_api.identity.actor import Actor
from platform_api.kit import replay
from platform_api.kit.clock import stamp
from platform_api.kit.database import Transaction
from platform_api.kit.guard import is_uuid
from platform_api.kit.language import negotiate
from platform_api.kit.problem import BadRequest, Conflict, Forbidden
from platform_api.kit.respond import document_bytes
from platform_api.wiring import Wiring
from prosess.contracts import digest
from prosess.domain.guard import find_person_identifier
from prosess.domain.text import Language

_KEY = re.compile(r"[A-Za-z0-9._~:/+=@-]{1,200}")


@dataclass(frozen=True)
class Reply:
    """What a write is answered with."""

    body: BaseModel | JsonValue
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


Work = Callable[[Transaction], Awaitable[Reply]]


class Command:
    """One write by one person."""

    def __init__(self, request: Request, actor: Actor, permission: Permission, body: bytes) -> None:
        self.actor = actor
        self.wiring: Wiring = wiring_of(request)
        self.scope: Scope = scope_of(actor, self.wiring)
        self.language: Language = negotiate(request.headers.get("accept-language"))
        self.if_match = request.headers.get("if-match")
        self.if_none_match = request.headers.get("if-none-match")
        self._permission = permission
        self._key = _idempotency_key(request.headers.get("idempotency-key"))
        parts = (
            request.method, request.url.path, request.url.query, request.headers.get("content-type", ""),
            self.if_match or "", self.if_none_match or "", actor.organisation,
        )  # fmt: skip
        self._request = digest("\n".join(parts).encode() + b"\n" + body)
        self._object = request.url.path.strip("/")

    async def run(self, work: Work) -> Response:
        """Do the work in one transaction, together with the key and the answer.

        A refusal leaves nothing behind but a note in the trail, and may be asked again with the same key.
        """
        try:
            async with self.wiring.database.write() as transaction:
                if self._key is not None:
                    before = await replay.take(
                        transaction.session,
                        self.actor.subject,
                        self._key,
                        self._request,
                        now=stamp(transaction.clock.now()),
                    )
                    if before is not None:
                        return self._again(before)
                reply = await work(transaction)
                body = document_bytes(reply.body)
                if self._key is not None:
                    await replay.keep(
                        transaction.session,
                        self.actor.subject,
                        self._key,
                        status=reply.status,
                        headers=json.dumps(dict(reply.headers)),
                        body=body.decode(),
                    )
                transaction.committed.append(self.wiring.worker.poke)
        except Forbidden as refusal:
            await refused(
                self.wiring, self.actor, self._permission.value, self._object, self.actor.organisation,
                code=refusal.code, reasons=refusal.reasons,
            )  # fmt: skip
            raise
        return Response(body, reply.status, dict(reply.headers), "application/json")

    def _again(self, before: replay.IdempotencyKey) -> Response:
        if before.request != self._request:
            raise Conflict("IDEMPOTENCY_KEY_REUSED")
        headers: dict[str, str] = json.loads(before.headers or "{}")
        return Response(
            before.body or "", before.status or 200, {**headers, "Idempotency-Replayed": "true"}, "application/json"
        )


def _idempotency_key(header: str | None) -> str | None:
    if header is None:
        return None
    key = header.strip()
    if len(key) > 1 and key[0] == key[-1] == '"':  # the draft writes it as a structured-field string
        key = key[1:-1]
    if not _KEY.fullmatch(key) or (not is_uuid(key) and find_person_identifier(key) is not None):
        raise BadRequest("IDEMPOTENCY_KEY_FORM")
    return key


def writes(permission: Permission) -> Any:
    """Give a dependency that opens a command for whoever is signed in and has a permission."""
    allowed = may(permission)

    async def open_command(request: Request, actor: Any = allowed) -> Command:
        return Command(request, actor, permission, await request.body())

    open_command.__name__ = f"writes_{permission.name.lower()}"
    return Depends(open_command)
