"""How infra refuses: by code and facts, in the words that the domain's texts have for them."""

from collections.abc import Mapping, Sequence
from typing import Any

from prosess.domain.errors import DomainError


def refusal(code: str, *, facts: Mapping[str, Any] | None = None, at: Sequence[str | int] = ()) -> DomainError:
    """Make a refusal worded in English by the texts of its code.

    Args:
        code: a code of the environment's texts, such as ``ADDRESS_SPACE_FULL``.
        facts: what the texts speak of.
        at: keys from the root of the file down to the mistake.
    """
    # Loaded here: most environments are refused nothing, and reading the words takes longer than checking the file.
    from prosess.domain.text.refusals import refusal as worded

    return worded(code, facts=facts, at=at)
