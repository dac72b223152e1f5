"""One byte sequence for one document: what is digested, written to disk and printed by ``-o json``.

Keys are sorted by code point, there is no insignificant white space, text is UTF-8 and unescaped, and the
document ends with one line feed; ``sha256sum FILE`` therefore prints the digest that other documents quote.
"""

import hashlib
import json
from collections.abc import Iterator
from itertools import islice
from typing import Any, ClassVar, Self

from prosess.domain.base import Model


class NotCanonicalError(ValueError):
    """A value has no canonical form: a float that is not finite, a key that is not text, half a surrogate pair."""


def canonical_bytes(value: Any) -> bytes:
    """Give the canonical bytes of a JSON value.

    Raises:
        NotCanonicalError: where ``value`` holds NaN, an infinity, a key that is not text, half a surrogate pair or
            anything else that JSON cannot carry.
    """
    data = _written(value) + b"\n"
    _refuse_other_keys(value)
    return data


def canonical_pieces(value: Any) -> Iterator[bytes]:
    """Give the canonical form piece by piece, without the line feed that ends a document.

    A list that stands under keys alone may be an iterator: what it gives is written and let go, and holds no iterator
    itself. Whoever gives a list answers for the keys in it: they are text already.

    Raises:
        NotCanonicalError: as :func:`canonical_bytes`, when the piece is reached.
    """
    if isinstance(value, dict):
        yield b"{"
        for place, key in enumerate(sorted(value, key=_as_text)):
            yield (b"," if place else b"") + _written(key) + b":"
            yield from canonical_pieces(value[key])
        yield b"}"
    elif isinstance(value, Iterator):
        yield b"["
        between = b""
        while some := list(islice(value, _AT_ONCE)):
            yield between + _written(some)[1:-1]
            between = b","
        yield b"]"
    else:
        yield _written(value)


_AT_ONCE = 25
"""Of a long list: enough that the encoder is not begun for each, and still little to hold."""


def _as_text(key: object) -> str:
    if not isinstance(key, str):
        raise NotCanonicalError(f"keys must be text, not {type(key).__name__}")
    return key


def _written(value: Any) -> bytes:
    try:
        return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()
    except (TypeError, ValueError) as error:  # UnicodeEncodeError is one too
        raise NotCanonicalError(str(error)) from error


def _refuse_other_keys(value: Any) -> None:
    """Refuse what the encoder would write as text without being asked: ``{1: 2}`` and ``{"1": 2}`` are not one.

    Asked after the value was written, so there is no ring to go round in.
    """
    level = [value] if isinstance(value, _HOLDERS) else []
    while level:
        below: list[Any] = []
        for one in level:
            if isinstance(one, dict):
                for key in one:
                    _as_text(key)
                below += one.values()
            else:
                below += one
        level = [each for each in below if isinstance(each, _HOLDERS)]


_HOLDERS = (dict, list, tuple)


def digest(data: bytes) -> str:
    """Give ``sha256:<64 hex digits>`` of some bytes."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


class Contract(Model):
    """A versioned document that one part of the product hands to another.

    The JSON key ``schema`` holds ``<name>/<major>``; unknown keys are refused. Each subclass narrows the field
    ``schema_`` to its own literal, so a document of another kind or major is refused by name.
    """

    upgrades: ClassVar[dict[str, Any]] = {}
    """Older major → a function from that major's JSON object to the next one's."""

    def to_bytes(self) -> bytes:
        """Give the canonical bytes: no clock, no machine path, the same for the same content."""
        return b"".join(self.to_pieces())

    def to_pieces(self) -> Iterator[bytes]:
        """Give the canonical bytes piece by piece: the largest documents are long lists of models."""
        # Not asked for its keys: in a model's JSON they are text already.
        lists = {name: value for name in type(self).model_fields if _is_list_of_models(value := getattr(self, name))}
        whole = self.model_dump(mode="json", by_alias=True, exclude_none=True, exclude=set(lists))
        for name, models in lists.items():
            whole[type(self).model_fields[name].serialization_alias or name] = map(_plain, models)
        yield from canonical_pieces(whole)
        yield b"\n"

    @property
    def digest(self) -> str:
        """``sha256:…`` of the canonical bytes."""
        made = hashlib.sha256()
        for piece in self.to_pieces():
            made.update(piece)
        return f"sha256:{made.hexdigest()}"

    @classmethod
    def from_bytes(cls, data: bytes | str) -> Self:
        """Read a document, bringing an older major up to this one first.

        Raises:
            pydantic.ValidationError: where the document is not of this contract.
        """
        if cls.upgrades:
            document = json.loads(data)
            while isinstance(document, dict) and (upgrade := cls.upgrades.get(str(document.get("schema")))):
                document = upgrade(document)
            data = canonical_bytes(document)
        return cls.model_validate_json(data, by_alias=True)


def _is_list_of_models(value: Any) -> bool:
    return isinstance(value, tuple) and any(isinstance(one, Model) for one in value[:1])


def _plain(one: Model) -> Any:
    return one.model_dump(mode="json", by_alias=True, exclude_none=True)
