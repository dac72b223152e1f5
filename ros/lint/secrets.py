"""Text that looks like a secret. It is told by the place where it stands, and never shown."""

import re

_SHAPES = (
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----",
    r"\b(?:Account|SharedAccess)Key=",
    r"[?&;]sig=[A-Za-z0-9%+/]{20,}",
    r"\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.",
    r"\bgh[pousr]_[A-Za-z0-9]{20,}",
    r"(?i:\b(?:password|passwd|passord|secret|client_secret|api[_-]?key|token)\s*[:=]\s*[^\s,;.]{6,})",
)
_SHAPE = re.compile("|".join(_SHAPES))
_RUN = re.compile(r"[A-Za-z0-9+/_-]{32,}={0,2}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


def looks_secret(text: str) -> bool:
    """Tell whether a text holds what looks like a key, a token or a password.

    A long run of characters counts where capitals, small letters and digits are mixed as they are in nothing that a
    person writes; a digest does not.
    """
    return bool(_SHAPE.search(text)) or any(_random(run[0]) for run in _RUN.finditer(text))


def _random(run: str) -> bool:
    if _DIGEST.fullmatch(run):
        return False
    kinds = (str.isupper, str.islower, str.isdigit)
    return all(sum(kind(character) for character in run) >= 4 for kind in kinds)
