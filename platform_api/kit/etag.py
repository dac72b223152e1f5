"""Entity tags of manifests, and the preconditions that keep two people from overwriting each other (RFC 9110 § 13)."""

import re

from platform_api.kit.problem import BadRequest, PreconditionFailed, PreconditionRequired

_TAG = re.compile(r'(?:W/)?"([\x21\x23-\x7e]*)"')


def etag(digest: str) -> str:
    """Write a digest as a strong entity tag."""
    return f'"{digest}"'


def _tags(header: str) -> list[str]:
    tags = [part.strip() for part in header[:4096].split(",")]
    if not all(_TAG.fullmatch(tag) for tag in tags):
        raise BadRequest("IF_MATCH_FORM")
    return tags


def require_match(current: str | None, *, if_match: str | None, if_none_match: str | None = None) -> None:
    """Hold a change against what it says that it changes.

    Args:
        current: digest of what stands; none where nothing does.
        if_match: the header: entity tags, or ``*`` for whatever stands.
        if_none_match: the header; only ``*`` ("make, do not change") is meant here.

    Raises:
        PreconditionRequired: where something stands and the request does not say what it changes.
        PreconditionFailed: where something else stands.
    """
    if if_none_match is not None and if_none_match.strip() == "*" and current is not None:
        raise PreconditionFailed(facts={"current": current})
    if if_match is None:
        if current is not None and if_none_match is None:
            raise PreconditionRequired(facts={"current": current})
        return
    if if_match.strip() == "*":
        if current is None:
            raise PreconditionFailed("NOTHING_TO_CHANGE")
        return
    # A weak tag never matches here: what is guarded is the very bytes.
    if current is None or etag(current) not in _tags(if_match):
        raise PreconditionFailed(facts={"current": current} if current else {})
