"""The short way through YAML that nothing is wrong with: data alone, without the places of its values.

Nearly every file that is read is one, and its places are never asked for. Whatever is not plain to see as right (a
tag, an anchor, a key that is no text or stands twice, eleven digits in a row, a mistake) is left to the composer, which
knows what to say of it; so there is one set of laws, and this way refuses nothing and lets nothing through.
"""

import re
from functools import lru_cache
from typing import Any

import yaml
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from prosess.documents.scalar import FIRST, LONGEST_NUMBER, resolve
from prosess.documents.source import Limits
from prosess.domain.guard import find_person_identifier

NOT_CLEAN: Any = object()
"""Stands for a text that the composer has to look at."""

_SHORT = 32
_known = lru_cache(maxsize=1024)(resolve)  # keys and small numbers come again and again

_ANCHOR_OR_TAG = re.compile(r"(?<!\w)[&!]")  # neither begins right after a letter or a digit


def read_clean(text: str, limits: Limits) -> Any:
    """Give a text's data, equal to what the composer gives, or :data:`NOT_CLEAN`.

    Besides, no scalar or key of it holds eleven digits in a row, and no number is infinite or not a number.
    """
    if _ANCHOR_OR_TAG.search(text):
        return NOT_CLEAN
    parser: Any = CParser(text)
    try:
        return _read(parser, limits.max_depth)
    except yaml.YAMLError:
        return NOT_CLEAN
    finally:
        parser.dispose()


def _read(parser: Any, max_depth: int) -> Any:
    root: list[Any] = []
    holder: Any = root
    key: str | None = None
    above: list[tuple[Any, str | None]] = []
    in_mapping = False
    documents = 0
    kind: Any = None
    while kind is not StreamEndEvent:
        event = parser.get_event()
        kind = event.__class__
        if kind is ScalarEvent:
            value = event.value
            if (len(value) > 10 or not value.isascii()) and _suspicious(value):
                return NOT_CLEAN
            data: Any = value
            if event.implicit[0] and (not value or value[0] in FIRST):
                data = _known(value) if len(value) <= _SHORT else resolve(value)
            if in_mapping and key is None:
                if data.__class__ is not str or data in holder or data == "<<":
                    return NOT_CLEAN
                key = data
                continue
            if data.__class__ is float and (data - data) != 0:
                return NOT_CLEAN
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if len(above) >= max_depth or (in_mapping and key is None):
                return NOT_CLEAN
            above.append((holder, key))
            holder, key = ({}, None) if kind is MappingStartEvent else ([], None)
            in_mapping = kind is MappingStartEvent
            continue
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            data = holder
            holder, key = above.pop()
            in_mapping = holder.__class__ is dict
        else:
            documents += kind is DocumentStartEvent
            if documents > 1 or kind is AliasEvent:
                return NOT_CLEAN
            continue
        if in_mapping:
            holder[key] = data
            key = None
        else:
            holder.append(data)
    return root[0] if root else NOT_CLEAN


def _suspicious(value: str) -> bool:
    return (len(value) > LONGEST_NUMBER and value[0] in FIRST) or find_person_identifier(value) is not None
