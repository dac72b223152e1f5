"""Which tests a check asks for."""

import re
from collections.abc import Iterable, Iterator
from fnmatch import translate
from functools import lru_cache

from ros.evidence.gathered import TestedCase


@lru_cache(maxsize=1024)
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(translate(pattern))


def matching(pattern: str, cases: Iterable[TestedCase]) -> Iterator[TestedCase]:
    """Give the tests whose ``<classname>::<name>`` a pattern matches, letter case told apart."""
    matches = _pattern(pattern).match
    return (case for case in cases if matches(case.name))
