"""Refusals and their one form on the wire: problem details (RFC 9457) with code, reasons and the way out."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from pydantic import Field, JsonValue

from platform_api.kit.wording import role_name, say
from prosess.contracts import Decision, Reason
from prosess.domain.base import Model
from prosess.domain.text import Language


class Mistake(Model):
    """One mistake in a document that was sent."""

    at: str
    """Where: a key path, or a JSON pointer."""
    line: int | None = None
    column: int | None = None
    code: str
    message: str
    hint: str = ""


class WordedReason(Model):
    """A reason of a decision, with its words in the reader's language."""

    code: str
    text: str
    remedy: str
    unblocked_by: str
    """Role that can put it right."""
    unblocked_by_name: str
    facts: dict[str, JsonValue] = {}


class ProblemDetails(Model):
    """What a refusal looks like (media type ``application/problem+json``)."""

    type: str
    title: str
    status: int
    detail: str | None = None
    code: str
    remedy: str = ""
    unblocked_by: str | None = None
    facts: dict[str, JsonValue] = {}
    reasons: tuple[WordedReason, ...] = ()
    errors: tuple[Mistake, ...] = ()
    request: str | None = Field(default=None)
    """Id of the request, to quote when asking for help; it is in the service's log."""


class Problem(Exception):  # noqa: N818 - the problem of RFC 9457
    """A refusal. Subclasses name their status; the words are found by ``code`` in ``texts.yaml``."""

    status: ClassVar[int] = 400
    code: str = "REFUSED"

    def __init__(
        self,
        code: str | None = None,
        *,
        facts: Mapping[str, Any] | None = None,
        reasons: Sequence[Reason] = (),
        errors: Sequence[Mistake] = (),
        unblocked_by: str | None = None,
        headers: Mapping[str, str] | None = None,
        decision: Decision | None = None,
    ) -> None:
        self.code = code or self.code
        self.facts: dict[str, JsonValue] = dict(facts or {})
        self.reasons = tuple(reasons) or (decision.reasons if decision else ())
        self.errors = tuple(errors)
        self.unblocked_by = unblocked_by
        self.headers = dict(headers or {})
        self.decision = decision
        super().__init__(self.code)

    def details(self, language: Language, *, request: str | None = None) -> ProblemDetails:
        """Give the document, in a language."""
        title, remedy = say(self.code, language, self.facts)
        worded = tuple(word(reason, language) for reason in self.reasons)
        return ProblemDetails(
            type=f"urn:prosess:problem:{self.code.lower().replace('_', '-')}",
            title=title,
            status=self.status,
            detail=" ".join(one.text for one in worded) or None,
            code=self.code,
            remedy=remedy or " ".join(one.remedy for one in worded),
            unblocked_by=self.unblocked_by or (self.reasons[0].unblocked_by if self.reasons else None),
            facts=self.facts,
            reasons=worded,
            errors=self.errors,
            request=request,
        )


def word(reason: Reason, language: Language) -> WordedReason:
    """Give a reason its words."""
    text, remedy = say(reason.code, language, reason.facts)
    return WordedReason(
        code=reason.code,
        text=text,
        remedy=remedy,
        unblocked_by=reason.unblocked_by,
        unblocked_by_name=role_name(reason.unblocked_by, language),
        facts=reason.facts,
    )


class BadRequest(Problem):
    """The request itself is not well formed."""

    status = 400
    code = "BAD_REQUEST"


class Unauthenticated(Problem):
    """Nobody is signed in, or the token is not to be trusted; which of its faults is not told."""

    status = 401
    code = "NOT_SIGNED_IN"

    def __init__(self) -> None:
        super().__init__(headers={"WWW-Authenticate": 'Bearer realm="prosess"'})


class Forbidden(Problem):
    """Somebody is signed in who may not do this."""

    status = 403
    code = "NOT_ALLOWED"


class NotFound(Problem):
    """There is no such thing, or it is not the reader's to know of."""

    status = 404
    code = "NOT_FOUND"


class MethodNotAllowed(Problem):
    """The thing exists and knows no such verb."""

    status = 405
    code = "METHOD_NOT_ALLOWED"


class Conflict(Problem):
    """The thing is in a state in which this cannot be done."""

    status = 409
    code = "CONFLICT"


class PreconditionFailed(Problem):
    """Somebody changed it in the meantime."""

    status = 412
    code = "CHANGED_MEANWHILE"


class TooLarge(Problem):
    """The request carries more than is read."""

    status = 413
    code = "TOO_LARGE"


class UnsupportedMediaType(Problem):
    """The body is in a form that is not read here."""

    status = 415
    code = "MEDIA_TYPE"


class Invalid(Problem):
    """The document that was sent breaks its own rules."""

    status = 422
    code = "DOCUMENT_INVALID"


class PreconditionRequired(Problem):
    """A change must say what it changes."""

    status = 428
    code = "IF_MATCH_REQUIRED"


class Unavailable(Problem):
    """Something that the answer rests on is away."""

    status = 503
    code = "UNAVAILABLE"


_PROBLEM_SCHEMA: dict[str, Any] = {
    "application/problem+json": {"schema": {"$ref": "#/components/schemas/ProblemDetails"}}
}


def errors(*kinds: type[Problem], **more: dict[str, Any]) -> dict[int | str, dict[str, Any]]:
    """Give the ``responses`` of a route that may refuse in these ways; ``more`` by status, such as ``s201={…}``."""
    found: dict[int | str, dict[str, Any]] = {int(status[1:]): answer for status, answer in more.items()}
    for kind in sorted(kinds, key=lambda one: one.status):
        found[kind.status] = {"description": (kind.__doc__ or "").splitlines()[0], "content": _PROBLEM_SCHEMA}
    return found
