"""Checkov over a rendered plan: what it found, what it did not see, and which of its answers are not believed."""

from infra.scanning.binding import Bound, bind
from infra.scanning.cache import Cache, cache_folder
from infra.scanning.checkov import Checkov, ScanError, Trouble, digest_of
from infra.scanning.coverage import coverage, own_reasons
from infra.scanning.suppressions import CheckSuppression, own_suppressions

__all__ = [
    "Bound",
    "Cache",
    "CheckSuppression",
    "Checkov",
    "ScanError",
    "Trouble",
    "bind",
    "cache_folder",
    "coverage",
    "digest_of",
    "own_reasons",
    "own_suppressions",
]
