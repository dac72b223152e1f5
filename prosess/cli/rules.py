"""What a rule says of itself, for every command that explains one."""

from typing import TYPE_CHECKING, Any

from prosess.cli.exit import CommandError, Exit
from prosess.cli.options import Tongue

if TYPE_CHECKING:
    from policies.metadata import Rule


def known_rule(rule: str) -> "Rule":
    """Give a rule of ours by its id.

    Raises:
        CommandError: exit 3, with the nearest id, where there is none.
    """
    from difflib import get_close_matches

    from policies.engine.evaluate import own_catalogue

    rules = own_catalogue().rules
    if rule not in rules:
        near = get_close_matches(rule, rules, n=1)
        raise CommandError(
            Exit.INVALID,
            "RULE_UNKNOWN",
            "there is no rule with this id",
            hint=f"did you mean {near[0]}?" if near else "`prosess policy coverage ENV` lists the rules by type",
        )
    return rules[rule]


def document(rule: "Rule", lang: Tongue) -> dict[str, Any]:
    """Give what a rule says of itself, for programs."""
    return {
        "rule": rule.id,
        "severity": rule.severity,
        "controls": list(rule.controls),
        "scenarios": list(rule.scenarios),
        "detection": rule.detection,
        "false_positives": rule.false_positives,
        **_said(rule, lang),
    }


def show_rule(rule: "Rule", lang: Tongue) -> None:
    """Print what a rule says of itself, for people."""
    from prosess.cli.output import show

    said = _said(rule, lang)
    show(f"{rule.id} ({rule.severity.value})", style="bold")
    for line in (said["message"], said["why"], said["fix"], "", rule.detection, rule.false_positives):
        show(line)
    show(f"{', '.join(rule.controls)} · {', '.join(rule.scenarios)}", style="dim")


def _said(rule: "Rule", lang: Tongue) -> dict[str, str]:
    from policies.text import text
    from prosess.domain.text import Language

    return {part: text(f"{rule.id}.{part}", Language(lang.value)) for part in ("message", "why", "fix")}
