"""Which lints make an analysis mean nothing, so that no gate may answer for it."""

from collections.abc import Iterable
from typing import Final

from ros.lint import Lint

INVALID: Final = frozenset({"ROS-L005", "ROS-L006", "ROS-L013"})
"""It names a control, a rule or a party that does not exist.

A selector that matches nothing and an ordinal off its scale are not among them: they leave a risk without a level,
and that is never green. Neither are missing texts, owners and deadlines, which change no level.
"""


def invalid(lints: Iterable[Lint]) -> tuple[Lint, ...]:
    """Give those that make the analysis invalid."""
    return tuple(one for one in lints if one.id in INVALID)
