"""Answers: canonical JSON, problem details in the reader's language, and the handlers of every refusal."""

from collections.abc import Mapping
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from sqlalchemy import exc
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import Response

from platform_api.kit.language import negotiate
from platform_api.kit.log import log_of
from platform_api.kit.problem import (
    Invalid,
    MethodNotAllowed,
    Mistake,
    NotFound,
    Problem,
    TooLarge,
    Unavailable,
    UnsupportedMediaType,
)
from prosess.contracts import canonical_bytes
from prosess.documents import DocumentError
from prosess.domain.errors import DomainError
from prosess.domain.guard import mask
from prosess.domain.text import Language

_log = log_of("prosess.api")


def document_bytes(body: BaseModel | Any) -> bytes:
    """Give the canonical bytes of a model or JSON value; what is none is left out of a model."""
    if isinstance(body, BaseModel):
        body = body.model_dump(mode="json", by_alias=True, exclude_none=True)
    return canonical_bytes(body)


def json_response(body: BaseModel | Any, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """Answer with a document."""
    return Response(document_bytes(body), status, dict(headers or {}), "application/json")


def problem_response(problem: Problem, headers: Headers) -> Response:
    """Answer with problem details, in the language that the reader asks for."""
    language = negotiate(headers.get("accept-language"))
    request = structlog.contextvars.get_contextvars().get("request")
    return Response(
        document_bytes(problem.details(language, request=request)),
        problem.status,
        {**problem.headers, "Content-Language": language.value},
        "application/problem+json",
    )


def language_of(request: Request) -> Language:
    """Give the language of a request."""
    return negotiate(request.headers.get("accept-language"))


def handle_problems(app: FastAPI) -> None:
    """Let every refusal of the application end as problem details; what was sent is never part of them."""

    async def problem(request: Request, error: Exception) -> Response:
        if not isinstance(error, Problem):
            raise TypeError from error
        return problem_response(error, request.headers)

    async def parameters(request: Request, error: Exception) -> Response:
        if not isinstance(error, RequestValidationError):
            raise TypeError from error
        mistakes = [
            Mistake(
                at="/".join(mask(str(part)) for part in one["loc"]), code=_code(one["type"]), message=mask(one["msg"])
            )
            for one in error.errors()
        ]
        return problem_response(Invalid("PARAMETERS_INVALID", errors=mistakes), request.headers)

    async def document(request: Request, error: Exception) -> Response:
        if not isinstance(error, DocumentError):
            raise TypeError from error
        language = language_of(request)
        return problem_response(Invalid(errors=[mistake_of(one, language) for one in error.problems]), request.headers)

    async def domain(request: Request, error: Exception) -> Response:
        if not isinstance(error, DomainError):
            raise TypeError from error
        mistake = Mistake(at="/", code=error.code, message=mask(error.message), hint=mask(error.hint))
        return problem_response(Invalid(errors=[mistake]), request.headers)

    async def http(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        kinds: dict[int, type[Problem]] = {
            404: NotFound, 405: MethodNotAllowed, 413: TooLarge, 415: UnsupportedMediaType
        }  # fmt: skip
        refusal = kinds[status]() if status in kinds else Problem("BAD_REQUEST")
        if isinstance(error, HTTPException) and error.headers:
            refusal.headers.update(error.headers)
        return problem_response(refusal, request.headers)

    async def database(request: Request, error: Exception) -> Response:
        _log.error("database unavailable", kind=type(error).__name__)
        return problem_response(Unavailable(headers={"Retry-After": "2"}), request.headers)

    async def unexpected(request: Request, error: Exception) -> Response:
        _log.error("unexpected", kind=type(error).__name__)
        return problem_response(_Unexpected(), request.headers)

    app.add_exception_handler(Problem, problem)
    app.add_exception_handler(RequestValidationError, parameters)
    app.add_exception_handler(DocumentError, document)
    app.add_exception_handler(DomainError, domain)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(exc.OperationalError, database)
    app.add_exception_handler(exc.InterfaceError, database)
    app.add_exception_handler(exc.TimeoutError, database)
    app.add_exception_handler(Exception, unexpected)


class _Unexpected(Problem):
    status = 500
    code = "UNEXPECTED"


def _code(kind: str) -> str:
    return kind.upper().replace(".", "_")


def mistake_of(problem: Any, language: Language) -> Mistake:
    """Give a mistake of a document (``prosess.documents.Problem``) in the reader's language."""
    message, hint = problem.text(language.value)
    return Mistake(
        at=problem.path or "/", line=problem.line, column=problem.column, code=problem.code, message=message, hint=hint
    )
