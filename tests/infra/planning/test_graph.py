"""Graphs from records, and when two are the same plan."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infra.planning import Difference, PlanError, build, equivalent
from prosess.contracts import Graph, Labels

STACK = "urn:pulumi:s::p::pulumi:pulumi:Stack::p-s"
LABELS = {"environment": "prod", "service": "vault", "data_class": "health", "data_controller": "983975259"}


def line(name: str, *, custom: bool = True, parent: str | None = STACK, **more: Any) -> dict[str, Any]:
    type_ = more.pop("type", "t:m:Thing" if custom else "t:m:Part")
    return {
        "urn": f"urn:pulumi:s::p::{type_}::{name}",
        "type": type_,
        "name": name,
        "custom": custom,
        "external": False,
        "id": {"unknown": True} if custom else None,
        "parent": parent,
        "provider": None,
        "dependencies": [],
        "property_dependencies": {},
        "properties": {},
        "protect": False,
        "aliases": [],
    } | more


ROOT = line("p-s", custom=False, parent=None, type="pulumi:pulumi:Stack")


def graph(*lines: dict[str, Any]) -> Graph:
    return build("p", "s", [ROOT, *lines])


def part(name: str, parent: str = STACK, **properties: Any) -> dict[str, Any]:
    return line(name, custom=False, parent=parent, properties=properties)


def test_nodes_are_sorted_and_the_bytes_do_not_hang_on_the_order_of_lines() -> None:
    lines = [line("b"), line("a", dependencies=["y", "x"], property_dependencies={"k": ["y", "x"], "none": []})]
    one, other = graph(*lines), graph(*reversed(lines))
    assert one.to_bytes() == other.to_bytes()
    assert [node.name for node in one.nodes] == ["p-s", "a", "b"]
    node = one.by_urn[lines[1]["urn"]]
    assert node.dependencies == ("x", "y")
    assert node.property_dependencies == {"k": ("x", "y")}
    assert Graph.from_bytes(one.to_bytes()) == one


def test_labels_come_from_the_nearest_labelled_ancestor() -> None:
    outer = part("outer", labels=LABELS, declared_at="security.vault")
    inner = part("inner", outer["urn"], labels={"environment": "prod", "service": "key"})
    plain = part("plain", inner["urn"], declared_at="security.vault.key")
    leaf = line("leaf", parent=plain["urn"], properties={"tags": {"environment": "other"}})
    made = graph(outer, inner, plain, leaf)
    node = made.by_urn[leaf["urn"]]
    assert node.labels == Labels(environment="prod", service="key")
    assert node.source.component == plain["urn"]
    assert node.source.declared_at == "security.vault.key"
    assert made.by_urn[inner["urn"]].source.component == outer["urn"]
    assert made.by_urn[inner["urn"]].source.declared_at == "security.vault"
    assert made.by_urn[outer["urn"]].labels == Labels(**LABELS)
    assert made.by_urn[outer["urn"]].source.component is None
    assert made.by_urn[STACK].labels == Labels()


@pytest.mark.parametrize(
    ("tags", "labels"),
    [
        ({"Environment": "prod", "data-class": "health"}, Labels(environment="prod", data_class="health")),
        ({"env": "prod", "dataController": "983975259"}, Labels(environment="prod", data_controller="983975259")),
        ({"owner": "someone", "service": {"unknown": True}}, Labels()),
        ({"unknown": True}, Labels()),
        ({"secret": True}, Labels()),
    ],
)
def test_anothers_resource_is_labelled_by_its_tags(tags: dict[str, Any], labels: Labels) -> None:
    leaf = line("leaf", properties={"tags": tags})
    child = line("child", parent=leaf["urn"])
    made = graph(leaf, child)
    assert made.by_urn[leaf["urn"]].labels == labels
    assert made.by_urn[child["urn"]].labels == labels


def test_providers_are_no_part_of_a_graph() -> None:
    made = graph(line("chosen", type="pulumi:providers:azure-native"), line("a"))
    assert [node.name for node in made.nodes] == ["p-s", "a"]


def test_a_missing_parent_is_refused() -> None:
    with pytest.raises(PlanError, match="was not recorded"):
        graph(line("a", parent="urn:pulumi:s::p::t:m:Part::gone"))


# --- the same plan ---------------------------------------------------------------------------------------------------

A = "urn:pulumi:s::p::t:m:Thing::a"


def of(properties: dict[str, Any], **more: Any) -> Graph:
    return graph(line("a", properties=properties, **more))


@pytest.mark.parametrize(
    ("left", "right", "paths"),
    [
        ({"x": 1}, {"x": 1}, []),
        ({"x": 1}, {"x": 2}, ["properties.x"]),
        ({"x": 1}, {"x": True}, ["properties.x"]),
        ({"x": 1}, {}, ["properties.x"]),
        ({"x": None}, {}, []),
        ({"x": {"y": [1, {"z": 2}]}}, {"x": {"y": [1, {"z": 3}]}}, ["properties.x.y[1].z"]),
        ({"x": [1, 2]}, {"x": [2, 1]}, ["properties.x[0]", "properties.x[1]"]),
        ({"x": [1]}, {"x": [1, 2]}, ["properties.x"]),
        ({"x": {"unknown": True}}, {"x": 5}, []),
        ({"x": {"unknown": True}}, {"x": {"secret": True}}, []),
        ({"x": {"unknown": True}}, {}, []),
        ({"x": {"unknown": True, "from": [{"urn": A}]}}, {"x": {"unknown": True}}, []),
        ({"x": {"secret": True}}, {"x": {"secret": True}}, []),
        ({"x": {"secret": True}}, {"x": "plain"}, ["properties.x"]),
        ({"x": {"secret": True}}, {"x": {"y": {"secret": True}}}, ["properties.x"]),
        ({"x": {"secret": True}}, {}, ["properties.x"]),
        ({"x": {}}, {"x": []}, ["properties.x"]),
        ({"x": {"asset": {"path": "a", "sha256": "1"}}}, {"x": {"asset": {"path": "b", "sha256": "1"}}}, []),
        (
            {"x": {"asset": {"path": "a", "sha256": "1"}}},
            {"x": {"asset": {"path": "a", "sha256": "2"}}},
            ["properties.x.asset.sha256"],
        ),
        ({"x": {"archive": {"path": "a", "sha256": "1"}}}, {"x": {"archive": {"path": "a"}}}, []),
    ],
)
def test_properties_are_compared(left: dict[str, Any], right: dict[str, Any], paths: list[str]) -> None:
    assert [difference.path for difference in equivalent(of(left), of(right))] == paths
    assert [difference.path for difference in equivalent(of(right), of(left))] == paths


@pytest.mark.parametrize(
    ("field", "left", "right", "same"),
    [
        ("protect", True, False, False),
        ("custom", True, False, False),
        ("dependencies", [A], [], False),
        ("property_dependencies", {"x": [A]}, {}, False),
        ("id", "/a/b", "/A/B", True),
        ("id", "/a/b", "/a/c", False),
        ("id", {"unknown": True}, "/a/c", True),
        ("id", None, "/a/c", True),
        ("provider", "one", "other", False),
        ("provider", "one", None, True),
        ("aliases", ["one"], ["other"], False),
        ("aliases", ["one"], [], True),
    ],
)
def test_the_rest_of_a_node_is_compared(field: str, left: Any, right: Any, same: bool) -> None:
    assert (equivalent(of({}, **{field: left}), of({}, **{field: right})) == ()) is same


def test_a_node_on_one_side_only_is_a_difference() -> None:
    assert equivalent(graph(), of({})) == (Difference(A, "", None, "t:m:Thing"),)
    assert equivalent(of({}), graph()) == (Difference(A, "", "t:m:Thing", None),)


scalars = st.none() | st.booleans() | st.integers(-100, 100) | st.text("ab", max_size=3)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("xyz"), inner, max_size=3),
    max_leaves=8,
)
objects = st.dictionaries(st.sampled_from("uvw"), values, min_size=1, max_size=3)


def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return ([at] if at else []) + [place for key, item in inner for place in places(item, (*at, key))]


def replaced(value: Any, place: tuple[Any, ...], new: Any) -> Any:
    changed = copy.deepcopy(value)
    target = changed
    for key in place[:-1]:
        target = target[key]
    target[place[-1]] = new
    return changed


@given(objects)
def test_a_plan_is_the_same_as_itself(properties: dict[str, Any]) -> None:
    assert equivalent(of(properties), of(copy.deepcopy(properties))) == ()


@given(objects, st.data())
def test_an_unknown_anywhere_is_no_difference(properties: dict[str, Any], data: st.DataObject) -> None:
    place = data.draw(st.sampled_from(places(properties)))
    assert equivalent(of(properties), of(replaced(properties, place, {"unknown": True}))) == ()


@given(objects, st.data())
def test_one_change_is_one_difference_at_its_place(properties: dict[str, Any], data: st.DataObject) -> None:
    place = data.draw(st.sampled_from(places(properties)))
    found = equivalent(of(properties), of(replaced(properties, place, "something else")))
    path = "properties" + "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in place)
    assert [(difference.path, difference.right) for difference in found] == [(path, "something else")]


def test_what_a_landing_zones_policy_makes_is_no_difference() -> None:
    assert equivalent(graph(), of({}), left_to_policy={"t:m:Thing"}) == ()
    assert equivalent(of({}), graph(), left_to_policy={"t:m:Other"}) != ()
