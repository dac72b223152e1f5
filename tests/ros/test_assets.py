"""What is worth protecting: the same whatever the order, grouped by whose it is, and only what the plan holds."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prosess.contracts.graph import Node
from prosess.domain.text import Language
from ros.assets import DERIVED, assets_of, flows_of
from ros.model import AnalysisFiles, ValuedAsset
from tests.ros.test_catalogue import PATHWAY
from tests.ros.worlds import CONTROLLER, PROFILE, QUEUE, VAULT, analysis, graph_of, localised, node

OTHER = "310000000"
VALUE = ValuedAsset(id="maalinger", title=localised(), value={"integrity": 4}, rationale=localised("fordi"))
FILES = AnalysisFiles(analysis(), PROFILE, (), ())
VALUED = replace(FILES, analysis=FILES.analysis.model_copy(update={"values": (VALUE,)}))
STORES = [
    node(VAULT, "a", data_class="health", data_controller=CONTROLLER),
    node(VAULT, "b", data_class="health", data_controller=CONTROLLER),
    node(VAULT, "c", data_class="health", data_controller=OTHER),
    node(QUEUE, "d", data_class="health", data_controller=CONTROLLER),
]
ODD = [
    node(VAULT, "unlabelled"),
    node("azure-native:network:Subnet", "e", data_class="health"),
    node(VAULT, "referred", data_class="health", data_controller=CONTROLLER).model_copy(update={"external": True}),
]


def test_stores_are_grouped_by_type_class_and_controller() -> None:
    found = assets_of(graph_of(*STORES, *ODD), None, FILES)
    assert [(one.id, len(one.resources)) for one in found] == [
        ("store-queue-health-983975259", 1),
        ("store-vault-health-310000000", 1),
        ("store-vault-health-983975259", 2),
    ]
    assert found[-1].title.in_language(Language.NB) == "nøkkelhvelvet (2)"


@given(st.permutations([*STORES, *ODD]))
def test_the_order_of_the_plan_has_no_bearing(nodes: list[Node]) -> None:
    plan = graph_of(*STORES).model_copy(update={"nodes": tuple(nodes)})
    assert assets_of(plan, PATHWAY, FILES) == assets_of(graph_of(*STORES, *ODD), PATHWAY, FILES)


def test_what_is_declared_comes_first_with_its_value_then_what_is_derived_by_kind() -> None:
    found = assets_of(graph_of(*STORES), PATHWAY, VALUED)
    assert (found[0].id, found[0].kind, found[0].value) == ("maalinger", "value", {"integrity": 4})
    kinds = [one.kind for one in found[1:]]
    assert kinds == sorted(kinds, key=DERIVED.index)
    assert set(kinds) == set(DERIVED)
    assert len({one.id for one in found}) == len(found)


def test_a_parents_values_are_inherited_once() -> None:
    below = replace(FILES, parents=(VALUED.analysis, VALUED.analysis))
    assert [one.id for one in assets_of(None, None, below)] == ["maalinger"]


def test_a_pathway_holds_data_for_each_controller_and_exchanges_with_systems() -> None:
    found = {one.id: one for one in assets_of(None, PATHWAY, FILES)}
    assert sorted(found) == [
        "data-kols-siv-310000000",
        "data-kols-siv-983975259",
        "system-epj",
        "system-pmd",
        "system-vkp",
    ]
    data = found["data-kols-siv-983975259"]
    assert data.title.nn == "Opplysningar hos Sykehuset i Vestfold HF – Digital heimeoppfølging ved KOLS"
    assert data.data_class == "health"


def test_each_flow_tells_from_whom_to_whom_through_what_and_on_which_ground() -> None:
    first, second = flows_of(PATHWAY)
    assert (first.from_controller, first.to_controller) == (OTHER, CONTROLLER)
    assert first.through is not None
    assert first.through.nb == "Pasientens måledata"
    assert first.legal_basis[:2] == ("6.1.c", "9.2.h")
    assert (first.storage_countries, first.operator_countries) == (("NO",), ("NO",))
    assert second.id > first.id
    assert flows_of(None) == ()


@pytest.mark.parametrize("graph", [None, graph_of()])
def test_nothing_gives_nothing(graph: None) -> None:
    assert assets_of(graph, None, FILES) == ()
