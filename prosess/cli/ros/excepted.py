"""What reviewed files exempt, read for ``prosess ros forecast``: rules, Azure's policies, access rules, checks."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from prosess.cli.options import Tongue

if TYPE_CHECKING:
    from prosess.domain.access_choice import AccessChoice
    from prosess.domain.pathway import Pathway
    from ros.forecast import Excepted


def excepted_in(pathways: "Iterable[Pathway]", environment: Path | None, *, lang: Tongue) -> "tuple[Excepted, ...]":
    """Give what ends of the exemptions of the project, of an environment, and of the pathways that are covered.

    Raises:
        CommandError: exit 3, where the environment's file is invalid.
    """
    found = [*_of_rules(), *_of_checks()]
    if environment is not None:
        found += _of_environment(environment, lang)
    for pathway in pathways:
        found += _of_access(pathway.access, pathway.id, f"pathways/{pathway.id}.yaml")
    return tuple(found)


def _of_rules() -> "Iterator[Excepted]":
    from prosess.cli.judging import own_exemptions
    from ros.forecast import Excepted

    for one in own_exemptions():
        yield Excepted(
            kind="rule_exemption", rules=(one.rule,), of=one.resource, owner=one.owner, until=one.expires,
            file="policies/exemptions.yaml",
        )  # fmt: skip


def _of_checks() -> "Iterator[Excepted]":
    """Give the checks that are not believed; those with one owner and one end are renewed, and told, together."""
    from infra.scanning.suppressions import own_suppressions
    from ros.forecast import Excepted

    together: dict[tuple[date, str], set[str]] = {}
    for one in own_suppressions():
        together.setdefault((one.expires, one.owner), set()).add(one.check)
    for (until, owner), checks in sorted(together.items()):
        yield Excepted(
            kind="check_suppression", rules=tuple(sorted(checks)), owner=owner, until=until,
            file="infra/scanning/suppressions.yaml",
        )  # fmt: skip


def _of_environment(path: Path, lang: Tongue) -> "Iterator[Excepted]":
    from prosess.cli.reviewed import read_file
    from prosess.documents.source import shown_name
    from prosess.domain.environment import CreatePolicies, Environment
    from ros.forecast import Excepted

    declared, file = read_file(Environment, path, lang), shown_name(path)
    policies = declared.services.governance.policies
    for one in policies.exemptions if isinstance(policies, CreatePolicies) else ():
        yield Excepted(
            kind="policy_exemption", rules=(one.policy.value,), of=one.resource, owner=one.owner, until=one.last_day,
            file=file,
        )  # fmt: skip
    yield from _of_access(declared.access, declared.name, file)


def _of_access(declared: "AccessChoice", of: str, file: str) -> "Iterator[Excepted]":
    from ros.forecast import Excepted

    for one in declared.exceptions:
        yield Excepted(kind="access_exception", rules=(one.rule,), of=of, owner=one.owner, until=one.expires, file=file)
