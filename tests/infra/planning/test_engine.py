"""What the real engine planned and made of ``programs/small`` (see fixtures/README.md), against our own plan of it."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from infra.planning import PlanError, build, equivalent, plan, plan_from_export, plan_from_preview
from prosess.contracts import Graph

FIXTURES = Path(__file__).parent / "fixtures"
PROGRAMS = Path(__file__).parent / "programs"
READERS = {"preview-create": plan_from_preview, "preview-same": plan_from_preview, "export": plan_from_export}


def document(name: str) -> dict[str, Any]:
    return dict(json.loads((FIXTURES / f"{name}.json").read_text("utf-8")))


@pytest.fixture(scope="session")
def recorded(small: Any) -> Graph:
    assert small.status == 0, small.err
    return build("parity", "test", small.resources)


@pytest.mark.parametrize("name", READERS)
def test_our_plan_is_the_engines(recorded: Graph, name: str) -> None:
    theirs = READERS[name](document(name))
    assert len(theirs.nodes) == 16
    assert equivalent(recorded, theirs) == ()
    assert {node.urn for node in recorded.nodes} == {node.urn for node in theirs.nodes}
    assert (theirs.project, theirs.stack) == ("parity", "test")


def test_our_plan_of_a_change_is_the_engines(recorded: Graph) -> None:
    preview = document("preview-change")
    assert {step["op"] for step in preview["steps"]} == {"create", "delete", "read", "same", "update"}
    config = {"token": {"secure": "s3cret-value-abc"}, "changed": True}
    ours = plan(PROGRAMS / "small", project="parity", stack="test", config=config)
    theirs = plan_from_preview(preview)
    assert equivalent(ours, theirs) == ()
    assert {difference.path for difference in equivalent(recorded, theirs)} == {
        "",
        "properties.properties.enablePurgeProtection",
    }


@pytest.mark.parametrize("name", READERS)
def test_labels_are_told_alike(recorded: Graph, name: str) -> None:
    theirs = READERS[name](document(name))
    for node in recorded.nodes:
        other = theirs.by_urn[node.urn]
        assert (node.labels, node.source) == (other.labels, other.source)


def test_the_engine_made_the_ids_that_we_told(recorded: Graph) -> None:
    """The ids were made by a stand-in for the provider, from the same table: this proves the links, not the table."""
    made = plan_from_export(document("export"))
    told = [node for node in recorded.nodes if isinstance(node.id, str)]
    assert len(told) >= 8
    assert all(made.by_urn[node.urn].id == node.id for node in told)


@pytest.mark.parametrize("name", READERS)
def test_a_change_is_seen(recorded: Graph, name: str) -> None:
    text = json.dumps(document(name)).replace('"enablePurgeProtection": true', '"enablePurgeProtection": false')
    found = equivalent(recorded, READERS[name](json.loads(text)))
    assert [difference.path for difference in found] == ["properties.properties.enablePurgeProtection"]


def test_a_preview_without_what_stays_is_refused() -> None:
    preview = document("preview-same")
    preview["steps"] = [step for step in preview["steps"] if step["op"] != "same"]
    with pytest.raises(PlanError, match="--show-sames"):
        plan_from_preview(preview)


def test_a_failed_preview_is_refused_without_quoting_persons() -> None:
    preview = document("preview-create")
    preview["diagnostics"] = [{"severity": "error", "message": "no luck with 01017012345"}]
    with pytest.raises(PlanError) as caught:
        plan_from_preview(preview)
    assert "no luck" in caught.value.detail
    assert "01017012345" not in caught.value.detail


@pytest.mark.parametrize("op", ["delete", "delete-replaced", "discard"])
def test_what_goes_is_left_out(op: str) -> None:
    preview = document("preview-create")
    step = copy.deepcopy(next(step for step in preview["steps"] if step["urn"].endswith("::lock")))
    step["op"] = op
    step["newState"]["urn"] += "-old"
    preview["steps"].append(step)
    assert plan_from_preview(preview) == plan_from_preview(document("preview-create"))


def test_what_waits_to_be_deleted_is_left_out() -> None:
    export = document("export")
    old = copy.deepcopy(export["deployment"]["resources"][-1]) | {"delete": True}
    old["inputs"] = {}
    export["deployment"]["resources"].append(old)
    assert plan_from_export(export) == plan_from_export(document("export"))


@pytest.mark.parametrize(
    ("reader", "broken"),
    [
        (plan_from_preview, {}),
        (plan_from_preview, {"steps": []}),
        (plan_from_preview, {"steps": [{"op": "delete", "oldState": {}}]}),
        (plan_from_preview, document("preview-create") | {"maybeCorrupt": True}),
        (plan_from_preview, {"steps": ["x"]}),
        (plan_from_preview, {"steps": [{"op": "create", "newState": "x"}]}),
        (plan_from_preview, {"steps": [{"op": "create", "newState": {"urn": "u", "type": "t"}}]}),
        (plan_from_preview, document("preview-create") | {"changeSummary": 1, "diagnostics": 0, "steps": 2}),
        (plan_from_export, {"deployment": {"resources": [{"urn": "urn:pulumi:s::p::t::n", "type": 1, "inputs": {}}]}}),
        (plan_from_export, {}),
        (plan_from_export, {"version": 3, "deployment": {"resources": []}}),
        (
            plan_from_export,
            {"version": 3, "deployment": document("export")["deployment"] | {"pending_operations": [1]}},
        ),
    ],
)
def test_nothing_is_not_an_empty_plan(reader: Any, broken: dict[str, Any]) -> None:
    with pytest.raises(PlanError):
        reader(broken)


def test_secrets_of_the_engine_are_withheld() -> None:
    made = plan_from_export(document("export"))
    secret = next(node for node in made.nodes if node.name == "secret")
    assert secret.properties["properties"] == {"contentType": "text/plain", "value": {"secret": True}}
    assert b"ciphertext" not in made.to_bytes()
