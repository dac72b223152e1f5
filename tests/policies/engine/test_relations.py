"""What belongs to what, told from ids, from dependencies, from origins of unknown values and from names."""

from typing import Any

import pytest

from policies.engine.relations import Relations
from prosess.contracts import Node
from tests.policies.graphs import GROUP, VAULT, VAULT_ID, graph, guarded, node, unknown, urn, vault

LOCK = "azure-native:authorization:ManagementLockByScope"
RESOURCE_GROUP = "azure-native:resources:ResourceGroup"


def kinds(of: Node, *others: Node) -> dict[str, list[str]]:
    related = Relations(graph(of, *others)).of(of)
    return {kind: [one.name for one in found] for kind, found in related.items()}


def lock(scope: Any, **rest: Any) -> Node:
    return node(LOCK, "lock", {"scope": scope, "level": "CanNotDelete"}, **rest)


def test_by_arm_id() -> None:
    assert kinds(vault(), *guarded(vault())) == {
        "diagnostic_settings": ["logs"],
        "locks": ["lock"],
        "private_endpoints": ["endpoint"],
    }


@pytest.mark.parametrize("id_", [VAULT_ID.upper(), VAULT_ID + "/"])
def test_arm_ids_are_compared_as_azure_does(id_: str) -> None:
    assert kinds(vault(), lock(id_)) == {"locks": ["lock"]}


def test_by_the_origin_of_an_unknown_id() -> None:
    one = vault(id_=unknown())
    assert kinds(one, lock(unknown(one.urn))) == {"locks": ["lock"]}
    assert kinds(one, lock(unknown(urn(VAULT, "other")))) == {}


def test_by_property_dependencies_where_the_origin_is_not_told() -> None:
    one = vault(id_=unknown())
    assert kinds(one, lock(unknown(), property_dependencies={"scope": (one.urn,)})) == {"locks": ["lock"]}


def test_a_known_id_outside_wins_over_dependencies() -> None:
    elsewhere = lock(f"{GROUP}/providers/x/y/z", property_dependencies={"scope": (vault().urn,)})
    assert kinds(vault(), elsewhere) == {}


def test_what_cannot_be_placed_is_told() -> None:
    assert Relations(graph(vault(), lock(unknown()))).untold == {"locks"}
    assert Relations(graph(vault(), lock(VAULT_ID))).untold == frozenset()
    assert Relations(graph(vault(), lock("/subscriptions/other"))).untold == frozenset()


@pytest.mark.parametrize("id_", [GROUP, unknown()])
def test_a_lock_on_the_group_holds_for_what_is_in_it(id_: Any) -> None:
    group = node(RESOURCE_GROUP, "group", {"resourceGroupName": "rg"}, id=id_)
    scope = id_ if isinstance(id_, str) else unknown(group.urn)
    assert kinds(vault(id_=id_ if not isinstance(id_, str) else VAULT_ID), group, lock(scope)) == {"locks": ["lock"]}


def test_a_lock_on_another_group_does_not() -> None:
    mine = node(RESOURCE_GROUP, "a", {"resourceGroupName": "rg"}, id=GROUP)
    other = node(RESOURCE_GROUP, "b", {"resourceGroupName": "rg2"}, id=GROUP + "2")
    assert kinds(vault(), mine, other, lock(GROUP + "2")) == {}


@pytest.mark.parametrize("scope", [GROUP, "/subscriptions/00000000-0000-0000-0000-000000000001"])
def test_a_lock_on_a_scope_outside_the_graph_holds_too(scope: str) -> None:
    assert kinds(vault(), lock(scope)) == {"locks": ["lock"]}


@pytest.mark.parametrize("declared", [False, True])
def test_a_diagnostic_setting_on_a_part_of_a_resource_is_the_resources(declared: bool) -> None:
    account = node("azure-native:storage:StorageAccount", "st", id=f"{GROUP}/providers/Microsoft.Storage/x/st")
    part_id = f"{account.id}/blobServices/default"
    setting = node("azure-native:monitor:DiagnosticSetting", "d", {"resourceUri": part_id})
    part = [node("azure-native:storage:BlobServiceProperties", "blobs", id=part_id)] if declared else []
    assert kinds(account, *part, setting) == {"diagnostic_settings": ["d"]}


def test_a_diagnostic_setting_on_something_in_a_group_is_not_the_groups() -> None:
    group = node(RESOURCE_GROUP, "group", {"resourceGroupName": "rg"}, id=GROUP)
    setting = node("azure-native:monitor:DiagnosticSetting", "d", {"resourceUri": f"{GROUP}/providers/a/b/c"})
    assert kinds(group, setting) == {}


def key(**rest: Any) -> Node:
    body = {"vaultName": "kv", "keyName": "k", "resourceGroupName": "rg"}
    return node("azure-native:keyvault:Key", "k", {**body, **rest.pop("body", {})}, **rest)


@pytest.mark.parametrize(
    "child",
    [
        key(id=f"{VAULT_ID}/keys/k"),
        key(body={"vaultName": unknown(urn(VAULT, "kv"))}),
        key(body={"vaultName": unknown()}, property_dependencies={"vaultName": (urn(VAULT, "kv"),)}),
        key(),
    ],
    ids=["id", "origin", "dependency", "name"],
)
def test_a_child_is_its_parents(child: Node) -> None:
    relations = Relations(graph(vault(), child))
    assert relations.parents == {child.urn: vault()}
    assert [one.name for one in relations.of(vault())["keys"]] == ["k"]


def test_a_name_in_another_group_is_another_vault() -> None:
    assert Relations(graph(vault(), key(body={"resourceGroupName": "other"}))).parents == {}


def test_a_name_that_two_have_places_nothing() -> None:
    twin = vault("twin", id_=unknown())
    twin = twin.model_copy(update={"properties": {**twin.properties, "vaultName": "kv"}})
    assert Relations(graph(vault(id_=unknown()), twin, key())).parents == {}


def test_what_a_lock_holds_for_its_children_is_locked_too() -> None:
    child = key(id=f"{VAULT_ID}/keys/k")
    assert kinds(child, vault(), lock(VAULT_ID)) == {"locks": ["lock"]}


def test_the_order_is_that_of_urns_whatever_the_graphs() -> None:
    locks = [node(LOCK, name, {"scope": VAULT_ID}) for name in ("b", "a", "c")]
    assert kinds(vault(), *locks)["locks"] == ["a", "b", "c"]
