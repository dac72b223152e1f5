"""Which resources of a graph a risk or a control speaks of."""

import re
from collections.abc import Iterable
from fnmatch import translate
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field, StringConstraints

from prosess.contracts.graph import Graph
from prosess.domain.base import Model
from prosess.domain.guard import refuse_person_identifier
from prosess.domain.identifiers import Text

LabelName = Literal["environment", "service", "data_class", "data_controller"]
LABELS: tuple[LabelName, ...] = get_args(LabelName)

SelectorKey = tuple[str, tuple[tuple[str, str], ...]]

TypePattern = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9-]*:[a-z*][A-Za-z0-9*/]*:[A-Z*][A-Za-z0-9*]*$", max_length=120),
    AfterValidator(refuse_person_identifier),
]
"""A type of the graph such as ``azure-native:keyvault:Vault``; ``*`` stands for any run of characters."""


class Selector(Model):
    """Resources of one type (or pattern of types) that carry all of the labels.

    What the plan only refers to is never among them: it is not the plan's to prove anything of.
    """

    type: TypePattern
    labels: dict[LabelName, Text] = {}
    expect_min: int = Field(default=1, ge=1)
    """Fewer matches than this leave what leans on the selector not evaluated. Never zero: nothing proves nothing."""

    @property
    def key(self) -> SelectorKey:
        """What decides the match; equal keys match the same resources."""
        return self.type, tuple(sorted(self.labels.items()))


class NodeIndex:
    """The nodes of a graph by type, and by type and label, so that a selector looks at what it may match only."""

    def __init__(self, graph: Graph) -> None:
        """Index every node."""
        self._by_type: dict[str, list[str]] = {}
        self._by_label: dict[tuple[str, str, str], set[str]] = {}
        for node in graph.nodes:
            self._by_type.setdefault(node.type, []).append(node.urn)
            for name in LABELS:
                value = getattr(node.labels, name)
                if value is not None:
                    self._by_label.setdefault((node.type, name, value), set()).add(node.urn)

    def matching(self, selector: Selector) -> tuple[str, ...]:
        """Give the URNs that a selector matches, sorted."""
        return tuple(sorted(urn for type_ in self._types(selector.type) for urn in self._of_type(type_, selector)))

    def _types(self, pattern: str) -> Iterable[str]:
        if "*" not in pattern:
            return (pattern,)
        matches = re.compile(translate(pattern)).match
        return (type_ for type_ in self._by_type if matches(type_))

    def _of_type(self, type_: str, selector: Selector) -> Iterable[str]:
        if not selector.labels:
            return self._by_type.get(type_, ())
        labelled = [self._by_label.get((type_, name, value), set()) for name, value in selector.labels.items()]
        return set.intersection(*sorted(labelled, key=len))
