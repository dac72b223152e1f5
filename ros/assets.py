"""What is worth protecting, derived where it can be: from the plan, from the pathway's manifest, and as declared.

Nothing here is judged: how much a loss would matter is the analysis' to say, under ``values``. The ids are made of
what a thing is and whose it is, so that a risk's file can name them and a new resource of the same kind changes none.
"""

from collections.abc import Iterable
from typing import Literal

from prosess.contracts.graph import Graph
from prosess.domain.base import Model
from prosess.domain.pathway import Pathway
from prosess.domain.text import LocalisedText
from ros.model import AnalysisFiles
from ros.wording.text import MESSAGES, type_words

AssetKind = Literal["value", "store", "data", "system"]
"""``value`` is declared · ``store`` holds data in the plan · ``data`` is of a pathway · ``system`` is another."""

DERIVED: tuple[AssetKind, ...] = ("store", "data", "system")

STORES = frozenset(
    {
        "azure-native:keyvault:Vault",
        "azure-native:storage:StorageAccount",
        "azure-native:storage:BlobContainer",
        "azure-native:servicebus:Queue",
        "azure-native:servicebus:Topic",
        "azure-native:eventhub:EventHub",
        "azure-native:operationalinsights:Workspace",
        "azure-native:dbforpostgresql:Server",
        "azure-native:dbforpostgresql:Database",
        "azure-native:sql:Database",
        "azure-native:documentdb:DatabaseAccount",
        "azure-native:healthcareapis:FhirService",
    }
)
"""Types that hold data, each with role assignments of its own (design, law 5)."""


class Asset(Model):
    """One thing worth protecting."""

    id: str
    """Of a declared value its own; otherwise ``<kind>-…``."""
    kind: AssetKind
    title: LocalisedText
    data_class: str | None = None
    data_controller: str | None = None
    """Organisation number of whoever answers for the data, or of whom a system is exchanged with."""
    value: dict[str, int] = {}
    """Dimension → consequence of a loss, where the analysis judged it."""
    rationale: LocalisedText | None = None
    resources: tuple[str, ...] = ()
    """URNs in the plan, sorted; empty where the plan does not hold it."""


class Flow(Model):
    """Data that one controller hands on to another."""

    id: str
    title: LocalisedText
    data_class: str
    from_controller: str
    to_controller: str
    through: LocalisedText | None = None
    """The system that it passes through."""
    information: tuple[str, ...]
    legal_basis: tuple[str, ...]
    """GDPR articles and national provisions, in the manifest's order."""
    storage_countries: tuple[str, ...]
    operator_countries: tuple[str, ...]


def assets_of(graph: Graph | None, pathway: Pathway | None, files: AnalysisFiles) -> tuple[Asset, ...]:
    """Give what is worth protecting: what the analysis declares first, then by kind and id."""
    derived = [*_stores(graph), *_of_pathway(pathway)]
    return (*_declared(files), *sorted(derived, key=lambda one: (DERIVED.index(one.kind), one.id)))


def flows_of(pathway: Pathway | None) -> tuple[Flow, ...]:
    """Give the data that is handed on between controllers, by id."""
    if pathway is None:
        return ()
    systems = {integration.id: integration.title for integration in pathway.integrations}
    return tuple(
        Flow(
            id=flow.id,
            title=flow.title,
            data_class=flow.data_class.value,
            from_controller=flow.from_controller,
            to_controller=flow.to_controller,
            through=systems.get(flow.integration) if flow.integration else None,
            information=flow.information,
            legal_basis=tuple(
                ground
                for ground in (
                    flow.legal_basis.article_6.value,
                    flow.legal_basis.article_9.value if flow.legal_basis.article_9 else None,
                    *flow.legal_basis.national,
                )
                if ground
            ),
            storage_countries=tuple(sorted(pathway.data.storage_countries)),
            operator_countries=tuple(sorted(pathway.data.operator_access_countries)),
        )
        for flow in sorted(pathway.data_flows, key=lambda one: one.id)
    )


def _declared(files: AnalysisFiles) -> Iterable[Asset]:
    """Give the values of the analysis, and of those that it inherits from, each once."""
    seen: set[str] = set()
    for analysis in (files.analysis, *files.parents):
        for one in sorted(analysis.values, key=lambda value: value.id):
            if one.id not in seen:
                seen.add(one.id)
                yield Asset(
                    id=one.id,
                    kind="value",
                    title=one.title,
                    value={str(dimension): one.value[dimension] for dimension in sorted(one.value)},
                    rationale=one.rationale,
                )


def _stores(graph: Graph | None) -> Iterable[Asset]:
    """Group the stores of a plan by type, class of data and controller; what is only referred to is not the plan's."""
    groups: dict[tuple[str, str, str], list[str]] = {}
    for node in graph.nodes if graph else ():
        if node.type in STORES and node.labels.data_class and not node.external:
            key = (node.type, node.labels.data_class, node.labels.data_controller or "")
            groups.setdefault(key, []).append(node.urn)
    for (type_, data_class, controller), urns in groups.items():
        name = type_.rsplit(":", 1)[-1].lower()
        yield Asset(
            id="-".join(part for part in ("store", name, data_class, controller) if part),
            kind="store",
            title=_worded("asset.store", type_=type_, count=len(urns)),
            data_class=data_class,
            data_controller=controller or None,
            resources=tuple(sorted(urns)),
        )


def _of_pathway(pathway: Pathway | None) -> Iterable[Asset]:
    """Give what a pathway measures and exchanges."""
    if pathway is None:
        return
    for controller in pathway.data_controllers:
        party = next(one for one in pathway.participants if one.organisation == controller)
        yield Asset(
            id=f"data-{pathway.id}-{controller}",
            kind="data",
            title=_worded("asset.data", holder=party.name, pathway=pathway.title),
            data_class=pathway.data.data_class.value,
            data_controller=controller,
        )
    for integration in pathway.integrations:
        yield Asset(
            id=f"system-{integration.id}",
            kind="system",
            title=integration.title,
            data_controller=integration.with_organisation,
        )


def _worded(key: str, *, type_: str | None = None, **facts: object) -> LocalisedText:
    """Word a derived asset in each language; a fact that is itself a text is taken in that language."""
    said = {}
    for language, text in MESSAGES[key].items():
        shown = {
            name: fact.in_language(language) if isinstance(fact, LocalisedText) else fact
            for name, fact in facts.items()
        }
        if type_ is not None:
            shown["type"] = type_words(type_, language)
        said[language.value] = text.format(**shown)
    return LocalisedText(**said)
