"""How it is told that the engine's plan is not the one that was planned offline."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from prosess.cli.options import Tongue

if TYPE_CHECKING:
    from infra.planning.graph import Difference

_SHOWN: Final = 20
"""Differences that are told one by one; where there are more, they have a common cause."""


def say_differences(differences: "Sequence[Difference]", lang: Tongue) -> None:
    """Tell on standard error how many differences there are and, of the first, where and what."""
    from prosess.cli.output import say
    from prosess.cli.text import text

    say(f"✗ {text('env.different', lang, count=len(differences))}", style="bold")
    for one in differences[:_SHOWN]:
        where = one.urn.split("::", 2)[2].rpartition("$")[2]
        if one.path:
            say(f"  {where} {one.path}: {_value(one.left)} → {_value(one.right)}")
        else:
            key = "env.only_offline" if one.right is None else "env.only_engine"
            say(f"  {where}: {text(key, lang)}")
    if len(differences) > _SHOWN:
        say(f"  {text('diff.more', lang, count=len(differences) - _SHOWN)}")


def _value(value: Any) -> str:
    return "–" if value is None else json.dumps(value, ensure_ascii=False)
