"""The record of a program: its lines, and what is in them."""

import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from google.protobuf import json_format, struct_pb2  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from infra.planning import recorder

VAULT = "urn:pulumi:test::parity::test:outer:Outer$test:inner:Inner$azure-native:keyvault:Vault::outer-inner"
ROOT = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-small"

Recording = Callable[..., Any]


def test_only_lines_of_json_are_on_standard_output(small: Any) -> None:
    assert small.status == 0, small.err
    assert "the program's own talk" not in small.out
    assert "the program's own talk" in small.err
    for line in small.out.splitlines():
        assert isinstance(json.loads(line), dict)
    assert small.end == {
        "resources": len(small.out.splitlines()) - 1,
        "errors": [],
        "invokes": ["azure-native:authorization:getClientConfig"],
        "remote": [],
    }


def test_a_child_process_cannot_write_between_the_lines(record: Recording) -> None:
    done = record("import os\nos.system('echo from a child')\nThing('a')")
    assert "from a child" not in done.out
    assert "from a child" in done.err


def test_a_urn_holds_every_ancestor_but_the_stack(small: Any) -> None:
    assert small.lines["outer-inner"]["urn"] == VAULT
    assert small.lines["rg"]["urn"] == "urn:pulumi:test::parity::azure-native:resources:ResourceGroup::rg"
    assert small.lines["rg"]["parent"] == "urn:pulumi:test::parity::pulumi:pulumi:Stack::parity-test"


def test_links_between_resources_survive(small: Any) -> None:
    vault = small.lines["outer-inner"]
    assert vault["id"] == f"{ROOT}/providers/Microsoft.KeyVault/vaults/kv-small"
    lock = small.lines["lock"]
    assert lock["properties"]["scope"] == vault["id"]
    assert lock["property_dependencies"] == {"scope": [VAULT]}
    assert lock["id"] == f"{vault['id']}/providers/Microsoft.Authorization/locks/keep"
    assert small.lines["secret"]["id"] == f"{vault['id']}/secrets/token"


def test_an_id_without_its_name_is_unknown(small: Any) -> None:
    assert small.lines["net"]["id"] == {"unknown": True}


def test_an_id_lies_in_the_subscription_of_its_provider(small: Any) -> None:
    assert small.lines["bus"]["id"].startswith("/subscriptions/33333333-3333-3333-3333-333333333333/")
    assert small.lines["bus"]["provider"] == "urn:pulumi:test::parity::pulumi:providers:azure-native::elsewhere"


def test_what_exists_already_is_told_apart(small: Any) -> None:
    owned = small.lines["owned"]
    assert owned["external"] is True
    assert owned["id"] == "/subscriptions/44444444-4444-4444-4444-444444444444/resourceGroups/rg-owned"
    assert small.lines["rg"]["external"] is False


def test_an_unknown_tells_the_output_that_it_waits_for(small: Any) -> None:
    uri = {"urn": VAULT, "output": "properties.vaultUri"}
    assert small.lines["diagnostics"]["properties"]["workspaceId"] == {"unknown": True, "from": [uri]}
    tags = small.lines["account"]["properties"]["tags"]
    assert tags["address"] == {"unknown": True, "from": [uri | {"derived": True}]}
    assert tags["both"] == {"unknown": True, "from": [uri | {"derived": True}]}  # the id beside it is known


def test_secrets_stay_at_their_leaf(small: Any) -> None:
    assert small.lines["secret"]["properties"]["properties"] == {"contentType": "text/plain", "value": {"secret": True}}
    assert small.lines["account"]["properties"]["tags"]["key"] == {"secret": True}
    assert small.lines["bus"]["properties"]["tags"] == {"secret": True}
    assert small.lines["outer"]["properties"]["hidden"] == [{"value": {"secret": True}}, {"secret": True}]


@pytest.mark.parametrize("secret", ["s3cret-value-abc", "another-s3cret", "all of this is secret"])
def test_no_secret_leaves_the_process(small: Any, secret: str) -> None:
    assert secret not in small.out
    assert secret not in small.err


def test_whole_numbers_are_integers(small: Any) -> None:
    assert '"numbers":[90,0.5,0,-1,1099511627776]' in small.out
    assert small.lines["outer-inner"]["properties"]["properties"]["softDeleteRetentionInDays"] == 90


def test_files_are_named_without_the_machine(small: Any) -> None:
    file = small.lines["blob-file"]["properties"]["source"]["asset"]
    assert file["path"] == "note.txt"
    assert re.fullmatch(r"[0-9a-f]{64}", file["sha256"])
    assert small.lines["blob-archive"]["properties"]["source"]["archive"]["assets"]["note.txt"]["asset"] == file
    assert small.lines["blob-folder"]["properties"]["source"]["archive"]["path"] == "folder"
    assert str(Path(__file__).parent) not in small.out


def test_protection_is_inherited(small: Any) -> None:
    assert small.lines["outer-inner"]["protect"] is True
    assert small.lines["secret"]["protect"] is True
    assert small.lines["lock"]["protect"] is False


def test_only_the_sdks_own_aliases_are_dropped(small: Any) -> None:
    prefix = "urn:pulumi:test::parity::test:outer:Outer$test:inner:Inner$"
    assert small.lines["outer-inner"]["aliases"] == [
        f"{prefix}azure-native:keyvault:Vault::old-name",
        f"{prefix}azure-native:mine:Vault::outer-inner",
    ]
    assert small.lines["account"]["aliases"] == []


def test_every_form_of_alias_is_told(record: Recording) -> None:
    done = record("""
        part = Part("part")
        given = "urn:pulumi:x::y::a:b:C::d"
        aliases = [given, pulumi.Alias(name="n"), pulumi.Alias(stack="other"), pulumi.Alias(project="q")]
        aliases += [pulumi.Alias(parent=part), pulumi.Alias(parent=pulumi.ROOT_STACK_RESOURCE)]
        Thing("a", opts=pulumi.ResourceOptions(parent=part, aliases=aliases))
    """)
    own = "test:index:Part$test:index:Thing"
    assert done.lines["a"]["aliases"] == [
        "urn:pulumi:x::y::a:b:C::d",
        f"urn:pulumi:s::p::{own}::n",
        f"urn:pulumi:other::p::{own}::a",
        f"urn:pulumi:s::q::{own}::a",
        f"urn:pulumi:s::p::{own}::a",
        "urn:pulumi:s::p::test:index:Thing::a",
    ]


def test_a_strict_preview_knows_no_id(record: Recording) -> None:
    source = """
        from pulumi_azure_native import resources
        group = resources.ResourceGroup("rg", resource_group_name="rg-a", location="norwayeast")
        Thing("a", {"id_of": group.id, "name_of": group.name, "place": group.location})
    """
    own, strict = record(source, "--subscription", "sub-1"), record(source, "--strict-preview")
    assert own.lines["a"]["properties"] == {
        "id_of": "/subscriptions/sub-1/resourceGroups/rg-a",
        "name_of": "rg-a",
        "place": "norwayeast",
    }
    urn = own.lines["rg"]["urn"]
    assert strict.lines["rg"]["id"] == {"unknown": True}
    assert strict.lines["a"]["properties"] == {
        "id_of": {"unknown": True, "from": [{"urn": urn, "output": "id"}]},
        "name_of": {"unknown": True, "from": [{"urn": urn, "output": "name"}]},
        "place": "norwayeast",
    }


def test_computed_outputs_stay_unknown_and_their_functions_unrun(record: Recording) -> None:
    done = record("""
        a = Thing("a")
        a.made.apply(lambda made: Thing("never"))
        Thing("b", {"x": a.made, "y": {"z": [a.made["k"][0]]}, "w": pulumi.Output.secret(a.made)})
    """)
    urn = "urn:pulumi:s::p::test:index:Thing::a"
    assert "never" not in done.lines
    assert done.lines["b"]["properties"] == {
        "x": {"unknown": True, "from": [{"urn": urn, "output": "made"}]},
        "y": {"z": [{"unknown": True, "from": [{"urn": urn, "output": "made.k[0]"}]}]},
        "w": {"secret": True},
    }
    assert done.lines["b"]["property_dependencies"] == {"x": [urn], "y": [urn], "w": [urn]}


def test_a_piece_that_is_unknown_or_secret_makes_the_id_unknown(record: Recording) -> None:
    done = record("""
        from pulumi_azure_native import resources
        a = Thing("a")
        resources.ResourceGroup("unknown", resource_group_name=a.made)
        resources.ResourceGroup("secret", resource_group_name=pulumi.Output.secret("rg-hush-hush"))
        resources.ResourceGroup("none")
    """)
    for name in ("unknown", "secret", "none"):
        assert done.lines[name]["id"] == {"unknown": True}, name
    assert "rg-hush-hush" not in done.out


def test_provider_functions_are_answered_with_unknowns_and_named(record: Recording) -> None:
    done = record("""
        from pulumi_azure_native import authorization, keyvault
        plain = keyvault.get_vault(resource_group_name="rg", vault_name="kv")
        later = keyvault.get_vault_output(resource_group_name="rg", vault_name="kv")
        who = authorization.get_client_config()
        Thing("a", {
            "plain": plain.properties.vault_uri, "text": f"see {plain.id}", "later": later.properties.vault_uri,
            "who": who.tenant_id, "listed": [one.object_id for one in plain.properties.access_policies],
        })
    """)
    assert done.status == 0, done.err
    unknown = {"unknown": True}
    assert done.lines["a"]["properties"] == {
        "plain": unknown,
        "text": unknown,
        "later": unknown,
        "who": unknown,
        "listed": [unknown],
    }
    assert done.end["invokes"] == ["azure-native:authorization:getClientConfig", "azure-native:keyvault:getVault"]


def test_a_function_that_asks_a_provider_gives_an_unknown(record: Recording) -> None:
    done = record("""
        import base64
        from pulumi_azure_native import resources, storage
        group = resources.ResourceGroup("rg", resource_group_name="rg-a")
        def keys(name):
            return storage.list_storage_account_keys(account_name="a", resource_group_name=name).keys
        Thing("a", {
            "key": group.name.apply(lambda name: keys(name)[0].value),
            "text": group.name.apply(lambda name: f"key={keys(name)[0].value}"),
            "called": group.name.apply(lambda name: keys(name)[0].value.upper()),
            "decoded": group.name.apply(lambda name: base64.b64decode(keys(name)[0].value)),
        })
    """)
    assert done.status == 0, done.err
    properties = done.lines["a"]["properties"]
    assert {key: value["unknown"] for key, value in properties.items()} == dict.fromkeys(properties, True)
    assert len(properties) == 4


def test_another_stacks_outputs_are_unknown(record: Recording) -> None:
    done = record("""
        other = pulumi.StackReference("org/other/prod")
        Thing("a", {"x": other.get_output("x"), "y": other.require_output("y"), "z": other.outputs["z"]})
    """)
    assert done.status == 0, done.err
    assert all(done.lines["a"]["properties"][key]["unknown"] for key in "xyz")
    urn = "urn:pulumi:s::p::pulumi:pulumi:StackReference::org/other/prod"
    assert done.lines["a"]["properties"]["z"]["from"] == [{"urn": urn, "output": "outputs.z"}]
    assert done.lines["org/other/prod"]["external"] is True


def test_configuration_reaches_the_program(record: Recording) -> None:
    source = """
        config, azure = pulumi.Config(), pulumi.Config("azure-native")
        Thing("a", {
            "text": config.require("text"), "number": config.require_int("number"), "on": config.require_bool("on"),
            "many": config.require_object("many"), "place": azure.require("location"),
            "hush": config.require_secret("hush"), "slip": "key=" + config.require("hush"),
            "org": pulumi.get_organization(), "stack": pulumi.get_stack(),
        })
        from pulumi_azure_native import resources
        resources.ResourceGroup("rg", resource_group_name="rg-a")
    """
    config = {"text": "t", "p:number": 3, "on": True, "many": {"a": [1]}, "hush": {"secure": "hush-hush"}}
    config |= {"azure-native:location": "norwayeast", "azure-native:subscriptionId": "sub-2"}
    done = record(source, "--organization", "health", config=config)
    assert done.status == 0, done.err
    assert done.lines["a"]["properties"] == {
        "text": "t",
        "number": 3,
        "on": True,
        "many": {"a": [1]},
        "place": "norwayeast",
        "hush": {"secret": True},
        "slip": {"secret": True},
        "org": "health",
        "stack": "s",
    }
    assert done.lines["rg"]["id"] == "/subscriptions/sub-2/resourceGroups/rg-a"
    assert "hush-hush" not in done.out


def test_a_program_that_raises_is_no_plan(record: Recording) -> None:
    done = record(
        """
        Thing("a")
        def deep(word):
            raise RuntimeError(f"no luck with {word}")
        deep(pulumi.Config().require("hush"))
        """,
        config={"hush": {"secure": "hush-hush"}},
    )
    assert done.status == 1
    assert done.end["errors"] == ["RuntimeError: no luck with [secret]"]
    assert done.err.rstrip().endswith("RuntimeError: no luck with [secret]")
    assert 'File "__main__.py"' in done.err
    assert "hush-hush" not in done.out + done.err


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("Thing('a', {'x': pulumi.Output.from_input(1).apply(lambda n: n / 0)})", "division by zero"),
        ("pulumi.Output.from_input(1).apply(lambda n: n / 0)", "division by zero"),
        ("Thing('a'); Thing('a')", "duplicate resource URN"),
        ("Thing('a', {'x': object()})", "unexpected input of type object"),
        ("Thing('a', {'x': float('nan')})", "cannot carry"),
        ("Thing('a', {'x': pulumi.FileAsset('nowhere.txt')})", "nowhere.txt"),
        ("import sys; Thing('a'); sys.exit(3)", "SystemExit"),
        ("pulumi.Config().require('absent')", "absent"),
        ("pulumi.runtime.register_resource_transform(lambda args: None)", "resource transforms"),
        ("Thing('a', opts=pulumi.ResourceOptions(transforms=[lambda args: None]))", "resource transforms"),
        ("syntax error", "SyntaxError"),
    ],
)
def test_every_failure_fails(record: Recording, source: str, said: str) -> None:
    done = record(source)
    assert done.status == 1
    assert said in done.end["errors"][0]
    assert said in done.err


def test_a_program_may_end_itself_well(record: Recording) -> None:
    done = record("import sys; Thing('a'); sys.exit(0)")
    assert done.status == 0
    assert done.lines["a"]


def test_a_program_may_have_an_asynchronous_main(record: Recording) -> None:
    done = record("""
        async def main():
            a = Thing("a")
            Thing("b", {"x": await pulumi.Output.from_input("told").future()})
            return {"made": a.made}
        pulumi.run(main)
    """)
    assert done.status == 0, done.err
    assert done.lines["b"]["properties"] == {"x": "told"}


def test_a_users_transformation_runs(record: Recording) -> None:
    done = record("""
        def tag(args):
            return pulumi.ResourceTransformationResult({**args.props, "tagged": True}, args.opts)
        pulumi.runtime.register_stack_transformation(tag)
        Thing("a")
    """)
    assert done.lines["a"]["properties"] == {"tagged": True}


def test_the_recorders_folder_is_no_place_to_import_from(record: Recording, write: Callable[[str], Path]) -> None:
    folder = write("")
    (folder / "graph.py").write_text("MINE = 'the program own graph'")
    done = record("import graph, os, sys\nThing('a', {'x': graph.MINE, 'args': len(sys.argv), 'here': os.getcwd()})")
    assert done.lines["a"]["properties"] == {"x": "the program own graph", "args": 1, "here": "."}


def test_a_dynamic_providers_code_is_left_out(record: Recording) -> None:
    done = record("Thing('a', {'__provider': 'gASV…', 'x': 1})")
    assert done.lines["a"]["properties"] == {"x": 1}


def test_two_records_are_the_same_bytes(record: Recording) -> None:
    source = """
        things = [Thing(f"t{i}", {"n": i}) for i in range(30)]
        for i in range(30):
            depends = pulumi.ResourceOptions(depends_on=things[i % 7 :: 7])
            Thing(f"u{i}", {"x": pulumi.Output.all(*[t.made for t in things[:i]])}, depends)
    """
    assert record(source).out == record(source).out


# --- pieces ----------------------------------------------------------------------------------------------------------

names = st.text(st.characters(codec="utf-8", exclude_characters=":$", exclude_categories=("Cc", "Cs")), min_size=1)
types = st.from_regex(r"[a-z]{1,5}:[a-z]{1,5}(/[a-z]{1,4})?:[A-Z][a-z]{0,5}", fullmatch=True)


def some_recorder(stack: str = "s", project: str = "p") -> recorder.Recorder:
    decoder = recorder.Decoder(Path("/a/b/c"), recorder.Secrets())
    return recorder.Recorder(
        io.StringIO(), decoder, recorder.ArmIds({}, "x"), project=project, stack=stack, strict=False
    )


@given(stack=names, project=names, chain=st.lists(st.tuples(types, names), min_size=1, max_size=5))
def test_urns_are_the_engines(stack: str, project: str, chain: list[tuple[str, str]]) -> None:
    """``urn:pulumi:<stack>::<project>::<type of each ancestor but the stack, and its own, joined by $>::<name>``."""
    maker = some_recorder(stack, project)
    urn = maker.make_urn("", recorder.STACK_TYPE, f"{project}-{stack}")
    assert urn == f"urn:pulumi:{stack}::{project}::pulumi:pulumi:Stack::{project}-{stack}"
    for depth, (type_, name) in enumerate(chain, 1):
        urn = maker.make_urn(urn, type_, name)
        assert urn == f"urn:pulumi:{stack}::{project}::{'$'.join(t for t, _ in chain[:depth])}::{name}"


def test_a_name_may_hold_the_separator() -> None:
    maker = some_recorder()
    parent = maker.make_urn("", "a:b:C", "name::with::colons")
    assert maker.make_urn(parent, "d:e:F", "x") == "urn:pulumi:s::p::a:b:C$d:e:F::x"


scalars = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=8)
secrets = st.text("abcdefghij0123456789", min_size=14, max_size=20).map(lambda text: f"hush-{text}")
leaves = scalars | st.builds(lambda text: {"__secret": text}, secrets)
values = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("xyz", min_size=1, max_size=3), inner, max_size=3)
    ),
)


def sent(value: Any) -> Any:
    """Give a value as the SDK would send it."""
    if isinstance(value, dict):
        if "__secret" in value:
            return {recorder.SIGNATURE: recorder.SECRET_SIGNATURE, "value": value["__secret"]}
        return {key: sent(item) for key, item in value.items()}
    return [sent(item) for item in value] if isinstance(value, list) else value


def expected(value: Any) -> Any:
    if isinstance(value, dict):
        return {"secret": True} if "__secret" in value else {key: expected(item) for key, item in value.items()}
    return [expected(item) for item in value] if isinstance(value, list) else value


def plaintexts(value: Any) -> list[str]:
    if isinstance(value, dict):
        inner = [value["__secret"]] if "__secret" in value else []
        return inner + [text for key, item in value.items() if key != "__secret" for text in plaintexts(item)]
    return [text for item in value for text in plaintexts(item)] if isinstance(value, list) else []


@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), values, max_size=4))
def test_decoding_keeps_everything_but_secrets(properties: dict[str, Any]) -> None:
    message = json_format.ParseDict(sent(properties), struct_pb2.Struct())
    decoded = recorder.Decoder(Path("/a/b/c"), recorder.Secrets()).properties(message, {})
    assert decoded == expected(properties)
    shown = json.dumps(decoded)
    assert not [text for text in plaintexts(properties) if text in shown]
    assert json.loads(shown) == decoded
    assert not re.search(r"\d\.0\b", re.sub(r'"[^"]*"', "", shown))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("/home/some/program", "."),
        ("/home/some/program/x.sh --flag", "./x.sh --flag"),
        ("at /home/some/program:rw", "at .:rw"),
        ("/home/some/programme", "/home/some/programme"),
        ("/mnt/home/some/program", "/mnt/home/some/program"),
    ],
)
def test_the_programs_own_folder_is_shown_as_a_dot(text: str, shown: str) -> None:
    message = json_format.ParseDict({"x": text}, struct_pb2.Struct())
    decoder = recorder.Decoder(Path("/home/some/program"), recorder.Secrets())
    assert decoder.properties(message, {}) == {"x": shown}


def test_a_name_that_python_reserves_is_told_as_azure_says_it(record: Recording) -> None:
    done = record("""
        from pulumi_azure_native import managedidentity
        managedidentity.UserAssignedIdentity("a", resource_group_name="rg-a", resource_name_="id-a")
    """)
    assert done.lines["a"]["id"].endswith("/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-a")
