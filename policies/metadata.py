"""What each rule says about itself: read from the ``# METADATA`` comments above it.

The embedded engine does not offer the rules' metadata, so the comment blocks are read here, from the same sources
that are evaluated. A package names the resource type that it judges and the shared rules of ``lib`` that it calls;
with its own rules that is every id it must answer with, so a rule that falls silent is noticed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError

from policies.engine.bundle import Module, RuleBundle
from policies.engine.protocol import PolicyError, PolicyErrorCode
from prosess.contracts import Severity
from prosess.domain.base import Model

_BLOCK = re.compile(r"^# METADATA\n((?:#[^\n]*\n)+)([^\n]*)", re.MULTILINE)
_VERSION = re.compile(r"/v\d{8}(?:preview|privatepreview)?(?=:)")


class RuleCard(Model):
    """The ``custom`` part of a rule's metadata."""

    id: str
    severity: Severity
    controls: tuple[str, ...]
    """Catalogue references, such as ``nsm:2.7``."""
    ros: tuple[str, ...]
    """Risk scenarios that lean on the rule, such as ``R16``."""
    detection: str
    """What is read to judge."""
    false_positives: str
    """When a failure is not one."""


class PackageCard(Model):
    """The ``custom`` part of a package's metadata."""

    type: str
    """Resource type that it judges, such as ``azure-native:keyvault:Vault``; a law's subject starts with ``law:``."""
    shared: tuple[str, ...] = ()
    """Rules of ``lib`` that it calls."""


@dataclass(frozen=True)
class Rule:
    """One rule."""

    id: str
    title: str
    severity: Severity
    controls: tuple[str, ...]
    scenarios: tuple[str, ...]
    detection: str
    false_positives: str
    module: str
    """Path of the file that defines it."""

    @property
    def message(self) -> str:
        """Key of the text that tells of its failure."""
        return f"{self.id}.message"

    @property
    def remedy(self) -> str:
        """Key of the text that says how to put it right."""
        return f"{self.id}.fix"


@dataclass(frozen=True)
class ResourceRules:
    """The rules for one resource type."""

    type: str
    entrypoint: str
    rules: tuple[str, ...]
    """Every id that the entry point must answer with, sorted."""


@dataclass(frozen=True)
class Catalogue:
    """All rules of a bundle, and which type each judges."""

    bundle: RuleBundle

    @cached_property
    def rules(self) -> dict[str, Rule]:
        """Every rule under its id, in the order of ids."""
        found: dict[str, Rule] = {}
        for module in self.bundle.modules:
            for rule in _rules(module):
                if rule.id in found:
                    raise _invalid(module, f"{rule.id} stands in {found[rule.id].module} too")
                found[rule.id] = rule
        return dict(sorted(found.items()))

    @cached_property
    def by_type(self) -> dict[str, ResourceRules]:
        """The rules for each resource type, in the order of types."""
        found: dict[str, ResourceRules] = {}
        for module in self.bundle.modules:
            card = _package(module)
            if card is None:
                continue
            if card.type in found:
                raise _invalid(module, f"{card.type} is judged by another package too")
            own = tuple(rule.id for rule in _rules(module))
            unknown = set(card.shared) - self.rules.keys()
            if unknown:
                raise _invalid(module, f"shares {', '.join(sorted(unknown))}, which no rule is called")
            entrypoint = f"{module.package.replace('.', '/')}/results"
            found[card.type] = ResourceRules(card.type, entrypoint, tuple(sorted({*own, *card.shared})))
        return dict(sorted(found.items()))

    def of(self, type_: str) -> ResourceRules | None:
        """The rules for a resource's type, whichever API version its token names."""
        return self.by_type.get(plain_type(type_))


def plain_type(type_: str) -> str:
    """Give a type token without API version: ``azure-native:keyvault/v20240501:Vault`` → ``…:keyvault:Vault``."""
    return _VERSION.sub("", type_)


def _blocks(module: Module) -> Iterator[tuple[dict[str, Any], str]]:
    """Each metadata block of a file with the line that it stands above."""
    for comment, line in _BLOCK.findall(module.source):
        try:
            block = yaml.load(re.sub(r"^# ?", "", comment, flags=re.MULTILINE), Loader=_Loader)  # noqa: S506 - safe
        except yaml.YAMLError as error:
            raise _invalid(module, f"the metadata above '{line}' is not YAML") from error
        if not isinstance(block, dict):
            raise _invalid(module, f"the metadata above '{line}' is not an object")
        yield block, line


_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RULE_CARD = TypeAdapter(RuleCard)
_PACKAGE_CARD = TypeAdapter(PackageCard)


def _rules(module: Module) -> tuple[Rule, ...]:
    found = []
    for block, line in _blocks(module):
        if line.startswith("package ") or "id" not in block.get("custom", {}):
            continue
        try:
            card = _RULE_CARD.validate_python(block["custom"], strict=False)
        except ValidationError as error:
            raise _invalid(module, f"the metadata above '{line}': {error.errors()[0]['loc']}") from error
        if not isinstance(block.get("title"), str):
            raise _invalid(module, f"{card.id} has no title")
        found.append(
            Rule(
                id=card.id,
                title=block["title"],
                severity=card.severity,
                controls=card.controls,
                scenarios=card.ros,
                detection=card.detection,
                false_positives=card.false_positives,
                module=module.path,
            )
        )
    return tuple(found)


def _package(module: Module) -> PackageCard | None:
    for block, line in _blocks(module):
        if line.startswith("package ") and "type" in block.get("custom", {}):
            try:
                return _PACKAGE_CARD.validate_python(block["custom"], strict=False)
            except ValidationError as error:
                raise _invalid(module, f"the package's metadata: {error.errors()[0]['loc']}") from error
    return None


def _invalid(module: Module, detail: str) -> PolicyError:
    return PolicyError(PolicyErrorCode.RULES_INVALID, f"{module.path}: {detail}")
