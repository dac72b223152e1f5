"""Holds plain data against a model: gives the instance, and every problem at once, each with its place."""

import copy
import json
from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from prosess.documents.locating import Located, locate
from prosess.documents.mistakes import Found, Mistakes
from prosess.documents.places import Places, not_finite
from prosess.domain.guard import PersonIdentifierError

ModelT = TypeVar("ModelT", bound=BaseModel)

MOST_ERRORS = 1000
"""A file with more mistakes in its content is another kind of file: the rest is counted only."""

_BLANK = "–"
"""Stands for a text that the guard refused, while the rest of the file is judged."""


def validate(
    model: type[ModelT], data: Any, places: Places, name: str, *, clean: bool = False
) -> tuple[ModelT | None, list[Found]]:
    """Validate plain data as JSON; give the model's instance, or None, and every problem with its path.

    ``clean`` data is known to hold no eleven digits in a row and no infinite number. Where there are problems the
    instance must not be used.
    """
    mistakes = Mistakes(model, data, places, name)
    infinite = {} if clean else {path: mistakes.at(path, "NOT_FINITE") for path in not_finite(data)}
    found = list(infinite.values())
    value: ModelT | None = None
    try:
        value = model.model_validate_json(json.dumps(data))
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=False)
        located = [locate(one, mistakes.shape, data) for one in errors[:MOST_ERRORS]]
        found += [one for one in mistakes.translate(located) if one[0] not in infinite]
        if len(located) == len(errors) and (cured := _cured(data, located)) is not None:
            # Rules over several fields run only once each field is right: what can be mended is, to hear them too.
            found += validate(model, cured, places, name)[1]
        if len(errors) > MOST_ERRORS:
            found.append(mistakes.at((), "TOO_MANY", facts={"limit": MOST_ERRORS, "count": len(errors)}))
    return value, found if clean else found + mistakes.identifiers()


def _cured(data: Any, located: Sequence[Located]) -> Any:
    """Give a copy without the unknown keys, and with guarded texts blanked; None where something else is wrong."""
    cured = copy.deepcopy(data)
    for one in located:
        *parents, last = one.path or (None,)
        holder = cured
        try:
            for key in parents:
                holder = holder[key]
            if one.error["type"] == "extra_forbidden":
                del holder[last]
            elif isinstance(one.error.get("ctx", {}).get("error"), PersonIdentifierError):
                holder[last] = _BLANK
            else:
                return None
        except (KeyError, IndexError, TypeError):
            return None
    return cured
