"""From one plan to another: what is made, changed, renamed, made anew, deleted; and the data that goes with it."""

import copy
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infra.planning.diff import compare
from infra.planning.engine import plan_from_preview, replaced_by, standing_before
from infra.planning.graph import build
from infra.planning.offline import plan
from infra.planning.replacement import cause, data_in, path_inputs, plain, table
from policies.changes import excuse
from policies.exemptions import Exemption
from prosess.contracts import Action, Change, Changes, Graph
from prosess.contracts.changes import Verdict

STACK = "urn:pulumi:s::p::pulumi:pulumi:Stack::p-s"
VAULT = "azure-native:keyvault:Vault"
QUEUE = "azure-native:servicebus:Queue"
ROLE = "azure-native:authorization:RoleAssignment"
GROUP = "azure-native:network:NetworkSecurityGroup"
GENERIC = "azure-native:resources:Resource"
UNKNOWN = {"unknown": True}
SECRET = {"secret": True}


def urn(type_: str, name: str, chain: str = "") -> str:
    return f"urn:pulumi:s::p::{chain + '$' if chain else ''}{type_}::{name}"


def line(type_: str, name: str, *, custom: bool = True, parent: str = STACK, **more: Any) -> dict[str, Any]:
    chain = "" if parent == STACK else parent.split("::")[2]
    return {
        "urn": urn(type_, name, chain),
        "type": type_,
        "name": name,
        "custom": custom,
        "external": False,
        "id": UNKNOWN if custom else None,
        "parent": parent,
        "provider": None,
        "dependencies": [],
        "property_dependencies": {},
        "properties": {},
        "protect": False,
        "aliases": [],
    } | more


ROOT = line("pulumi:pulumi:Stack", "p-s", custom=False) | {"parent": None}


def graph(*lines: dict[str, Any], stack: str = "s") -> Graph:
    return build("p", stack, [ROOT, *lines])


def vault(name: str = "v", **properties: Any) -> dict[str, Any]:
    return line(VAULT, name, properties={"vaultName": f"kv-{name}", "resourceGroupName": "rg", **properties})


def diff(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> dict[str, Change]:
    return {one.name: one for one in compare(graph(*before), graph(*after)).changes}


def only(before: dict[str, Any], after: dict[str, Any]) -> Change:
    (change,) = compare(graph(before), graph(after)).changes
    return change


# --- what happens to a resource --------------------------------------------------------------------------------------


def test_what_is_made_changed_and_deleted() -> None:
    changes = diff(
        [vault("stays"), vault("goes"), vault("moves", properties={"sku": {"name": "standard"}})],
        [vault("stays"), vault("comes"), vault("moves", properties={"sku": {"name": "premium"}})],
    )
    assert {name: one.action for name, one in changes.items()} == {
        "comes": Action.CREATE,
        "goes": Action.DELETE,
        "moves": Action.UPDATE,
    }
    (moved,) = changes["moves"].properties
    assert (moved.path, moved.before, moved.after) == ("properties.sku.name", "standard", "premium")
    assert (changes["goes"].rule, changes["goes"].verdict) == ("PP-CHG-001", Verdict.BLOCKED)
    assert changes["moves"].verdict is changes["comes"].verdict is Verdict.CLEAR


@pytest.mark.parametrize(
    ("type_", "before", "after", "property_", "source"),
    [
        (VAULT, {"vaultName": "a"}, {"vaultName": "b"}, "vaultName", "provider-path"),
        (VAULT, {"resourceGroupName": "a"}, {"resourceGroupName": "b"}, "resourceGroupName", "provider-path"),
        (VAULT, {"location": "norwayeast"}, {"location": "swedencentral"}, "location", "provider-location"),
        (QUEUE, {"requiresSession": True}, {"requiresSession": False}, "requiresSession", "provider-table"),
        (QUEUE, {"requiresSession": True}, {}, "requiresSession", "provider-table"),
        (
            "azure-native:storage:StorageAccount",
            {"encryption": {"requireInfrastructureEncryption": True, "keySource": "x"}},
            {},
            "encryption.requireInfrastructureEncryption",
            "storage-infrastructure-encryption",
        ),
        (
            "azure-native:network:PrivateEndpoint",
            {"subnet": {"id": "a"}},
            {"subnet": {"id": "b"}},
            "subnet",
            "provider-table",
        ),
        (
            "azure-native:keyvault/v20230701:Vault",
            {"vaultName": "a"},
            {"vaultName": "b"},
            "vaultName",
            "provider-path",
        ),
        (
            "azure-native:keyvault:Key",
            {"properties": {"keySize": 2048}},
            {"properties": {"keySize": 3072}},
            "properties.keySize",
            "not-known",
        ),
    ],
)
def test_what_makes_a_resource_anew(
    type_: str, before: dict[str, Any], after: dict[str, Any], property_: str, source: str
) -> None:
    change = only(line(type_, "one", properties=before), line(type_, "one", properties=after))
    assert change.action is Action.REPLACE
    assert [(one.property, one.source) for one in change.causes] == [(property_, source)]
    holds = type_ != "azure-native:network:PrivateEndpoint"
    assert (change.rule, change.verdict) == (("PP-CHG-002", Verdict.BLOCKED) if holds else (None, Verdict.CLEAR))


@pytest.mark.parametrize(
    ("type_", "before", "after"),
    [
        (VAULT, {"properties": {"enablePurgeProtection": True}}, {"properties": {}}),
        (VAULT, {"tags": {"a": "b"}}, {}),
        ("azure-native:keyvault:Key", {"tags": {"a": "b"}}, {"tags": {"a": "c"}}),
        ("azure-native:servicebus:Namespace", {"zoneRedundant": True}, {"zoneRedundant": False}),
        (GROUP, {"securityRules": [{"name": "a"}]}, {"securityRules": [{"name": "a"}, {"name": "b"}]}),
        ("random:index/randomPassword:RandomPassword", {"length": 12}, {"length": 14}),
        (VAULT, {"x": 1}, {"x": True}),
    ],
)
def test_what_is_changed_where_it_stands(type_: str, before: dict[str, Any], after: dict[str, Any]) -> None:
    change = only(line(type_, "one", properties=before), line(type_, "one", properties=after))
    assert (change.action, change.causes, change.verdict) == (Action.UPDATE, (), Verdict.CLEAR)
    assert len(change.properties) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"location": "Norway East"}, {"location": "norwayeast"}),
        ({"a": None}, {}),
        ({"a": SECRET}, {"a": SECRET}),
        ({"a": SECRET}, {"a": UNKNOWN}),
        ({"a": "known"}, {"a": UNKNOWN}),
        ({"a": {"b": [1]}}, {"a": UNKNOWN}),
        ({"a": UNKNOWN}, {"a": {**UNKNOWN, "from": [{"urn": urn(VAULT, "x"), "output": "id"}]}}),
    ],
)
def test_what_is_no_difference(before: dict[str, Any], after: dict[str, Any]) -> None:
    assert compare(graph(line(VAULT, "v", properties=before)), graph(line(VAULT, "v", properties=after))).changes == ()


def test_a_secret_is_never_shown() -> None:
    was, became = {"a": "hunter2-plain", "b": SECRET}, {"a": SECRET}
    change = only(line(VAULT, "v", properties=was), line(VAULT, "v", properties=became))
    assert [(one.path, one.before, one.after) for one in change.properties] == [
        ("a", SECRET, SECRET),
        ("b", SECRET, None),
    ]
    assert "hunter2" not in change.model_dump_json()


def test_an_unknown_of_another_resource_is_a_difference() -> None:
    def of(name: str) -> dict[str, Any]:
        unknown = {**UNKNOWN, "from": [{"urn": urn("t:m:Identity", name), "output": "principalId"}]}
        return line(ROLE, "r", properties={"principalId": unknown})

    change = only(of("a"), of("b"))
    assert (change.action, change.causes[0].property) == (Action.REPLACE, "principalId")
    assert change.properties[0].before == UNKNOWN


def test_another_id_is_another_resource() -> None:
    change = only(vault() | {"id": "/subscriptions/a/x"}, vault() | {"id": "/subscriptions/b/x"})
    assert (change.action, change.causes[0].property) == (Action.REPLACE, "id")
    assert compare(graph(vault() | {"id": "/a/X"}), graph(vault() | {"id": "/A/x"})).changes == ()


def test_what_the_engine_replaces_is_replaced_whatever_the_table_says() -> None:
    before, after = graph(vault(tags={"a": "b"})), graph(vault(tags={"a": "c"}))
    (change,) = compare(before, after, replaced={urn(VAULT, "v"): ["tags"]}).changes
    assert (change.action, change.causes[0].source) == (Action.REPLACE, "engine-preview")
    (change,) = compare(before, before, replaced={urn(VAULT, "v"): []}).changes
    assert (change.action, change.causes[0].property) == (Action.REPLACE, "id")


def test_what_lies_in_a_replaced_resource_is_replaced_with_it() -> None:
    space = line("azure-native:servicebus:Namespace", "n", properties={"namespaceName": "sb", "location": "a"})
    moved = copy.deepcopy(space) | {"properties": {"namespaceName": "sb", "location": "b"}}
    queue = line(
        QUEUE, "q", properties={"namespaceName": "sb"}, property_dependencies={"namespaceName": [space["urn"]]}
    )
    role = line(ROLE, "r", properties={"scope": "q"}, property_dependencies={"scope": [queue["urn"]]})
    alarm = line(GROUP, "g", property_dependencies={"tags": [queue["urn"]]})
    changes = diff([space, queue, role, alarm], [moved, queue, role, alarm])
    assert {name: one.action for name, one in changes.items()} == dict.fromkeys("nqr", Action.REPLACE)
    assert [(one.property, one.follows) for one in changes["q"].causes] == [("namespaceName", space["urn"])]
    assert changes["q"].verdict is Verdict.BLOCKED
    assert changes["r"].verdict is Verdict.CLEAR


def test_a_protected_resource_holds_data_whatever_its_type() -> None:
    change = only(line("x:y:Z", "one", protect=True, properties={"a": 1}), line("x:y:Z", "one", properties={"a": 2}))
    assert (change.holds_data, change.action, change.verdict) == ("protected", Action.REPLACE, Verdict.BLOCKED)
    assert change.properties[-1].path == "protect"


def test_what_is_only_referred_to_is_nobodys_to_change() -> None:
    there = vault() | {"external": True}
    assert diff([there], []) == {}
    assert diff([vault()], [there])["v"].action is Action.DELETE


# --- what holds data -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("properties", "kind"),
    [
        ({"resourceType": "workspaces", "parentResourcePath": ""}, "records"),
        ({"resourceType": "fhirservices", "parentResourcePath": "workspaces/w"}, "records"),
        ({"resourceType": "fhirservices", "parentResourcePath": UNKNOWN}, "records"),
        ({"resourceType": "iotconnectors", "parentResourcePath": "workspaces/w"}, None),
        ({"resourceType": "iotconnectors", "parentResourcePath": UNKNOWN}, None),
    ],
)
def test_a_generic_resource_holds_what_the_type_that_it_names_holds(properties: Any, kind: str | None) -> None:
    told = {"resourceProviderNamespace": "Microsoft.HealthcareApis", **properties}
    (node,) = graph(line(GENERIC, "f", properties=told)).of_type(GENERIC)
    assert data_in(node) == kind


def test_every_type_of_the_table_can_be_found_and_every_kind_has_a_reason() -> None:
    for rules in table().types.values():
        assert rules.rest or rules.replaces
    for holding in table().holds.values():
        assert holding.reason.endswith(".")
        for one in holding.types:
            assert path_inputs(one.type) != path_inputs("azure-native:no:Such") or one.arm, one.type


def test_a_property_is_told_from_one_that_begins_alike() -> None:
    assert cause(QUEUE, "requiresSessionToo", holds_data=True) is None
    assert cause(QUEUE, "requiresSession[0].a", holds_data=True) is not None
    assert cause(VAULT, "location.x", holds_data=False) is not None
    assert plain("azure-native:network/v20230901:VirtualNetwork") == "azure-native:network:VirtualNetwork"


# --- renames ---------------------------------------------------------------------------------------------------------


def test_an_alias_is_a_rename() -> None:
    renamed = vault() | {"urn": urn(VAULT, "w"), "name": "w", "aliases": [urn(VAULT, "v")]}
    change = only(vault(), renamed)
    assert (change.action, change.urn, change.old_urn) == (Action.RENAME, urn(VAULT, "w"), urn(VAULT, "v"))
    assert change.verdict is Verdict.CLEAR
    moved = only(vault(), renamed | {"properties": {"vaultName": "kv-w", "resourceGroupName": "rg"}})
    assert (moved.action, moved.old_urn, moved.verdict) == (Action.REPLACE, urn(VAULT, "v"), Verdict.BLOCKED)


def test_without_an_alias_the_old_one_is_deleted_and_its_twin_named() -> None:
    one, other = vault() | {"id": "/kv"}, vault() | {"id": "/KV", "urn": urn(VAULT, "w"), "name": "w"}
    changes = diff([one], [other])
    assert (changes["v"].action, changes["v"].twin) == (Action.DELETE, urn(VAULT, "w"))
    assert changes["w"].action is Action.CREATE


def test_children_inherit_the_aliases_of_their_parents() -> None:
    def tree(part: str, *aliases: str) -> list[dict[str, Any]]:
        top = line("t:m:Part", part, custom=False, aliases=list(aliases))
        inner = line("t:m:Inner", f"{part}-inner", custom=False, parent=top["urn"])
        return [top, inner, line(VAULT, f"{part}-inner-vault", parent=inner["urn"])]

    old = line("t:m:Part", "old", custom=False)["urn"]
    changes = diff(tree("old"), tree("new", old))
    assert {one.action for one in changes.values()} == {Action.RENAME}
    assert changes["new-inner-vault"].old_urn == urn(VAULT, "old-inner-vault", "t:m:Part$t:m:Inner")
    assert {one.action for one in diff(tree("old"), tree("new")).values()} == {Action.CREATE, Action.DELETE}


def test_a_child_that_moves_with_its_parent_to_another_type_is_the_same() -> None:
    before = [line("t:m:Old", "part", custom=False)]
    after = [line("t:m:New", "part", custom=False, aliases=[before[0]["urn"]])]
    for lines in (before, after):
        lines.append(line(VAULT, "v", parent=lines[0]["urn"]))
    assert diff(before, after)["v"].action is Action.RENAME


def test_a_program_that_renames_a_component_renames_what_is_in_it(write: Callable[[str], Path]) -> None:
    source = """
        part = Part({name!r}, opts=pulumi.ResourceOptions({aliases}))
        Thing({name!r} + "-thing", opts=pulumi.ResourceOptions(parent=part, protect=True))
        """
    plans = [
        plan(write(source.format(name=name, aliases=aliases)), project="p", stack="s")
        for name, aliases in (("old", ""), ("new", 'aliases=[pulumi.Alias(name="old")]'))
    ]
    (change,) = compare(*plans).changes
    assert (change.action, change.name) == (Action.RENAME, "new-thing")
    assert change.old_urn
    assert change.old_urn.endswith("old-thing")


def test_one_resource_has_one_heir() -> None:
    heirs = [vault(name) | {"aliases": [urn(VAULT, "v")]} for name in ("a", "b")]
    actions = sorted(one.action for one in diff([vault()], heirs).values())
    assert actions == [Action.CREATE, Action.REPLACE]
    kept = diff([vault()], [vault(), heirs[0]])
    assert {name: one.action for name, one in kept.items()} == {"a": Action.CREATE}


# --- exemptions ------------------------------------------------------------------------------------------------------

DAY = date(2023, 10, 5)


def exempted(rule: str, resource: str, expires: date) -> Change:
    found = compare(graph(vault()), graph())
    (change,) = excuse(
        found,
        [Exemption(rule=rule, resource=resource, reason="Emptied.", owner="platform_owner", expires=expires)],
        as_of=DAY,
    ).changes
    return change


def test_an_exemption_that_holds_lets_a_change_through() -> None:
    change = exempted("PP-CHG-001", urn(VAULT, "v"), DAY)
    assert change.verdict is Verdict.EXEMPTED
    assert change.suppression
    assert (change.suppression.reason, change.suppression.expires) == ("Emptied.", DAY)


@pytest.mark.parametrize(
    ("rule", "resource", "expires"),
    [
        ("PP-CHG-002", urn(VAULT, "v"), DAY),
        ("PP-CHG-001", urn(VAULT, "w"), DAY),
        ("PP-CHG-001", urn(VAULT, "v"), date(2023, 10, 4)),
    ],
)
def test_another_rule_another_resource_and_yesterday_do_not(rule: str, resource: str, expires: date) -> None:
    assert exempted(rule, resource, expires).verdict is Verdict.BLOCKED


def test_an_exemption_may_name_what_a_renamed_resource_was() -> None:
    renamed = vault("w") | {"aliases": [urn(VAULT, "v")]}
    for name in "vw":
        exemption = Exemption(
            rule="PP-CHG-002", resource=urn(VAULT, name), reason="r", owner="platform_owner", expires=DAY
        )
        (change,) = excuse(compare(graph(vault()), graph(renamed)), [exemption], as_of=DAY).changes
        assert change.verdict is Verdict.EXEMPTED


# --- what must hold --------------------------------------------------------------------------------------------------

TYPES = st.sampled_from([VAULT, QUEUE, ROLE, GROUP, "azure-native:healthcareapis:FhirService", "x:y:Z"])
VALUES = st.recursive(
    st.sampled_from([1, 2, True, "a", "b", None, UNKNOWN, SECRET, "norwayeast"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("xyz"), inner, max_size=3),
    max_leaves=6,
)
PROPERTIES = st.dictionaries(st.sampled_from(["vaultName", "location", "requiresSession", "scope", "a"]), VALUES)
LINES = st.builds(
    lambda type_, name, properties, protect: line(type_, name, properties=properties, protect=protect),
    TYPES,
    st.sampled_from(["one", "two", "three", "four"]),
    PROPERTIES,
    st.booleans(),
)
PLANS = st.lists(LINES, max_size=6, unique_by=lambda one: one["urn"])


def actions(changes: Changes, action: Action) -> set[str]:
    return {one.urn for one in changes.changes if one.action is action}


@given(PLANS)
def test_a_plan_does_not_differ_from_itself(lines: list[dict[str, Any]]) -> None:
    assert compare(graph(*lines), graph(*lines)).changes == ()


@given(PLANS, PLANS, st.randoms(use_true_random=False))
def test_order_changes_nothing(one: list[dict[str, Any]], other: list[dict[str, Any]], random: Any) -> None:
    mixed = copy.copy(one), copy.copy(other)
    for lines in mixed:
        random.shuffle(lines)
    assert compare(graph(*one), graph(*other)) == compare(*(graph(*lines) for lines in mixed))


@given(PLANS, PLANS)
def test_the_way_back_is_the_same_way(one: list[dict[str, Any]], other: list[dict[str, Any]]) -> None:
    there, back = compare(graph(*one), graph(*other)), compare(graph(*other), graph(*one))
    assert actions(there, Action.CREATE) == actions(back, Action.DELETE)
    assert actions(there, Action.DELETE) == actions(back, Action.CREATE)
    assert actions(there, Action.REPLACE) == actions(back, Action.REPLACE)
    assert actions(there, Action.UPDATE) == actions(back, Action.UPDATE)


@given(PLANS, PLANS)
def test_whatever_takes_data_away_is_blocked(one: list[dict[str, Any]], other: list[dict[str, Any]]) -> None:
    changes = compare(graph(*one), graph(*other))
    for change in changes.changes:
        takes = change.action in (Action.DELETE, Action.REPLACE) and change.holds_data is not None
        assert (change.verdict is Verdict.BLOCKED) == takes
        assert (change.rule is not None) == takes
    assert Changes.from_bytes(changes.to_bytes()).to_bytes() == changes.to_bytes()


@given(PLANS, st.sampled_from(["one", "two", "three", "four"]))
def test_aliases_give_renames_and_nothing_else(lines: list[dict[str, Any]], suffix: str) -> None:
    renamed = [
        line(one["type"], f"{one['name']}-{suffix}", properties=one["properties"], protect=one["protect"])
        | {"aliases": [one["urn"]]}
        for one in lines
    ]
    changes = compare(graph(*lines), graph(*renamed)).changes
    assert {one.action for one in changes} <= {Action.RENAME}
    assert {one.old_urn for one in changes} == {one["urn"] for one in lines}


# --- what the real engine wrote --------------------------------------------------------------------------------------

FIXTURES = Path(__file__).parent / "fixtures"


def preview(name: str) -> dict[str, Any]:
    return dict(json.loads((FIXTURES / f"preview-{name}.json").read_text("utf-8")))


def test_a_preview_tells_what_stands_and_what_it_would_change() -> None:
    document = preview("change")
    before = standing_before(document)
    assert before
    assert replaced_by(document) == {}
    # What the engine updates because an output may differ is no difference of the inputs.
    found = {
        one.name: (one.action, [path.path for path in one.properties])
        for one in compare(before, plan_from_preview(document)).changes
    }
    assert found == {
        "lock": (Action.DELETE, []),
        "new-lock": (Action.CREATE, []),
        "outer-inner": (Action.UPDATE, ["properties.enablePurgeProtection"]),
    }
    assert standing_before(preview("create")) is None
    same = preview("same")
    stands = standing_before(same)
    assert stands
    assert compare(stands, plan_from_preview(same)).changes == ()


def replacing(document: dict[str, Any], *ops: str, left_over: bool = False) -> tuple[str, dict[str, Any]]:
    """Let a preview replace a vault by some steps, in the form that the engine gives them."""
    step = next(step for step in document["steps"] if step["urn"].endswith(":Vault::outer-inner"))
    old = step["oldState"] | {"delete": True}
    parts = {
        "replace": step | {"op": "replace", "replaceReasons": ["vaultName"], "oldState": old},
        "create-replacement": step | {"op": "create-replacement", "replaceReasons": ["vaultName"], "oldState": old},
        "delete-replaced": {"op": "delete-replaced", "urn": step["urn"], "oldState": old},
        "same": step | {"op": "same"},
        "delete": {"op": "delete", "urn": step["urn"], "oldState": old},
    }
    assert left_over == ("delete" in ops)
    document["steps"] = [one for one in document["steps"] if one is not step] + [parts[op] for op in ops]
    document["changeSummary"] = {}
    return step["urn"], document


@pytest.mark.parametrize(
    "ops",
    [
        ("replace",),  # what `preview --json` writes: the old state is marked for deletion
        ("create-replacement", "replace", "delete-replaced"),
        ("delete-replaced", "replace", "create-replacement"),
    ],
)
def test_what_the_engine_replaces_stood_before(ops: tuple[str, ...]) -> None:
    urn_, document = replacing(preview("change"), *ops)
    before = standing_before(document)
    assert before
    assert urn_ in before.by_urn
    assert replaced_by(document) == {urn_: ["vaultName"]}
    after = plan_from_preview(document)
    (change,) = [one for one in compare(before, after, replaced=replaced_by(document)).changes if one.urn == urn_]
    assert (change.action, change.verdict) == (Action.REPLACE, Verdict.BLOCKED)
    # Were its old state not told at all, it would be a replacement all the same.
    blind = build("parity", "test", [])
    (change,) = [one for one in compare(blind, after, replaced=replaced_by(document)).changes if one.urn == urn_]
    assert (change.action, change.verdict) == (Action.REPLACE, Verdict.BLOCKED)


def test_what_an_interrupted_update_left_behind_is_the_end_of_a_replacement() -> None:
    urn_, document = replacing(preview("change"), "same", "delete", left_over=True)
    before = standing_before(document)
    assert before
    assert replaced_by(document) == {urn_: []}
    changes = compare(before, plan_from_preview(document), replaced=replaced_by(document))
    (change,) = [one for one in changes.changes if one.urn == urn_]
    assert (change.action, change.verdict) == (Action.REPLACE, Verdict.BLOCKED)
