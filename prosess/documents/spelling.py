"""The nearest spelling of a word among those that are allowed."""

import difflib
from collections.abc import Sequence

_LONGEST_COMPARED = 64


def nearest(word: str, allowed: Sequence[str]) -> str | None:
    """Give the allowed word that is spelled most like ``word``, or None where none is near."""
    if not word or len(word) > _LONGEST_COMPARED:
        return None
    plain = {_plain(one): one for one in reversed(allowed)}
    close = difflib.get_close_matches(_plain(word), plain, n=1, cutoff=0.6)
    return plain[close[0]] if close else None


def _plain(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")
