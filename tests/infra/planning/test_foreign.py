"""Another's program: what is seen of it, what it may not have, and how it may end."""

import dataclasses
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from infra.planning.foreign import Bounds, Ended, MissingConfigurationError, Recorded, record
from infra.planning.project import PLACEHOLDER, Needed, Project, read_project
from infra.planning.tokens import with_current_types
from prosess.contracts import Node
from prosess.domain.errors import DomainError

PROGRAMS = Path(__file__).parent / "programs"
PYTHON = Path(sys.executable)
ROOT = Path(__file__).parents[3]

Program = Callable[..., Recorded]


def project(name: str, *config: str) -> Project:
    return read_project(PROGRAMS / name, interpreter=PYTHON, config=config)


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Write a program as a file of its own, and record it."""

    def recorded(source: str, *, bounds: Bounds | None = None, **more: Any) -> Recorded:
        file = tmp_path / "program.py"
        file.write_text("import pulumi\n" + dedent(source))
        return record(dataclasses.replace(read_project(file, interpreter=PYTHON), **more), bounds)

    return recorded


def named(recorded: Recorded) -> dict[str, Node]:
    return {node.name: node for node in recorded.graph.nodes}


THING = "pulumi.CustomResource('test:index:Thing', {name!r}, {props})\n"


def thing(name: str, props: str = "{}") -> str:
    return THING.format(name=name, props=props)


# --- what is seen ----------------------------------------------------------------------------------------------------


def test_all_configuration_that_is_missing_is_told_at_once() -> None:
    with pytest.raises(MissingConfigurationError) as caught:
        record(project("required"))
    assert caught.value.needed == (
        Needed("required:count", "int"),
        Needed("required:environment"),
        Needed("required:key", secret=True),
        Needed("required:modern", "bool"),
        Needed("required:sku", "object"),
        Needed("shared:owner"),
    )


def test_the_same_program_goes_through_with_its_configuration() -> None:
    given = ("environment=test", "count=2", "key=hush-hush", "modern=true", 'sku={"name": "Standard_LRS"}')
    recorded = record(project("required", *given, "shared:owner=us"))
    assert recorded.ended is Ended.WELL
    assert set(named(recorded)) == {"required-dev", "rg-test", "st0", "st1"}
    assert named(recorded)["st0"].properties["tags"] == {"key": {"secret": True}}
    assert b"hush" not in recorded.graph.to_bytes()


def test_configuration_of_the_wrong_kind_names_its_key() -> None:
    with pytest.raises(DomainError) as caught:
        record(project("required", "environment=test", "count=many"))
    assert (caught.value.code, caught.value.facts) == ("SCAN_CONFIG_KIND", {"key": "required:count", "kind": "int"})


def test_what_only_a_subscription_knows_is_unknown() -> None:
    recorded = record(project("asking"))
    assert recorded.ended is Ended.WELL
    vault = named(recorded)["vault"].properties
    assert vault["tags"] == {"owned": {"unknown": True}}
    inner: Any = vault["properties"]
    assert inner["tenantId"] == {"unknown": True}
    assert inner["accessPolicies"][0]["objectId"] == {"unknown": True}
    assert recorded.invokes == (
        "azure-native:authorization:getClientConfig",
        "azure-native:keyvault:getVault",
        "azure-native:storage:listStorageAccountKeys",
    )


def test_what_the_provider_would_name_has_a_name_and_so_an_id() -> None:
    first, second = record(project("linked")), record(project("linked"))
    assert first.graph.to_bytes() == second.graph.to_bytes()
    nodes = named(first)
    group = nodes["group"].properties["resourceGroupName"]
    assert isinstance(group, str)
    assert group.startswith("group")
    assert len(group) == len("group") + 8
    assert nodes["subnet"].properties["subnetName"] == "subnet", "a child has no digits behind its name"
    assert str(nodes["subnet"].id).startswith(f"{nodes['net'].id}/subnets/")
    assert nodes["site"].properties["virtualNetworkSubnetId"] == nodes["subnet"].id
    assert nodes["health/platform/prod"].external
    tags: Any = nodes["site"].properties["tags"]
    assert {key for key in tags if "unknown" in tags[key]} == {"host", "chained", "together"}


def test_components_and_other_providers_are_kept() -> None:
    nodes = named(record(project("built")))
    waited_for = {"urn": nodes["app-password"].urn, "output": "result"}
    assert nodes["app-secret"].properties["properties"] == {"value": {"unknown": True, "from": [waited_for]}}
    assert nodes["app-password"].type == "random:index/randomPassword:RandomPassword"
    assert nodes["app-vault"].parent == nodes["app"].urn
    assert nodes["stamped"].properties == {"kind": "day"}, "and not the pickled code of its provider"


def test_older_types_have_ids_and_todays_names() -> None:
    recorded = record(project("older"))
    group = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-a"
    nodes = named(recorded)
    assert nodes["zone"].id == f"{group}/providers/Microsoft.Network/privateDnsZones/a.example"
    assert nodes["vault"].id == f"{group}/providers/Microsoft.KeyVault/vaults/kv-a"
    assert nodes["account"].id == f"{group}/providers/Microsoft.Storage/storageAccounts/sta"
    today = with_current_types(recorded.graph)
    assert {node.type for node in today.nodes if node.custom} == {
        "azure-native:resources:ResourceGroup",
        "azure-native:privatedns:PrivateZone",
        "azure-native:keyvault/v20230701:Vault",
        "azure-native:storage/v20230101:StorageAccount",
    }
    assert [node.urn for node in today.nodes] == [node.urn for node in recorded.graph.nodes]


def test_a_resource_lies_where_the_configuration_says(program: Program) -> None:
    recorded = program(
        """
        from pulumi_azure_native import resources, storage
        group = resources.ResourceGroup("a")
        resources.ResourceGroup("b", location="swedencentral")
        storage.BlobContainer("c", account_name="sta", resource_group_name="rg")
        """,
        config={"azure-native:location": "norwayeast"},
    )
    nodes = named(recorded)
    assert nodes["a"].properties["location"] == "norwayeast"
    assert nodes["b"].properties["location"] == "swedencentral"
    assert "location" not in nodes["c"].properties


def test_an_inline_program_is_called(program: Program) -> None:
    source = f"""
        def deploy():
            {thing("inside")}
            return {{"told": 1}}
        if __name__ == "__main__":
            raise SystemExit("nobody deploys here")
    """
    assert "inside" in named(program(source, function="deploy"))
    assert program(source, function="absent").error == "LookupError: program.py has no function absent"


# --- what it may not have --------------------------------------------------------------------------------------------


def test_neither_our_folder_nor_our_environment_is_its_own(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("AZURE_CLIENT_SECRET", "hush-hush")
    monkeypatch.setenv("ARM_SUBSCRIPTION_ID", "hush-hush")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    recorded = program(f"""
        import importlib.util, os, pathlib, sys
        {
        thing(
            "a",
            "{'home': os.listdir(pathlib.Path.home()), 'keys': sorted(os.environ), "
            "'ours': [name for name in ('prosess', 'infra', 'policies') if importlib.util.find_spec(name)]}",
        )
    }
    """)
    properties = named(recorded)["a"].properties
    assert properties["home"] == []
    assert properties["ours"] == []
    keys = properties["keys"]
    assert isinstance(keys, list)
    assert not [key for key in keys if str(key).startswith(("AZURE", "ARM", "PULUMI", "PYTHONPATH"))]


@pytest.mark.parametrize(
    ("attempt", "where"),
    [
        ("import urllib.request; urllib.request.urlopen('http://login.example/token')", "login.example:80"),
        ("import socket; socket.create_connection(('127.0.0.1', 9))", "127.0.0.1:9"),
        ("import socket; socket.gethostbyname('login.example')", "login.example"),
        ("import socket; socket.socket(socket.AF_UNIX).connect('/run/docker.sock')", "/run/docker.sock"),
    ],
)
def test_the_network_is_refused_and_the_attempt_told(program: Program, attempt: str, where: str) -> None:
    recorded = program(thing("before") + attempt + "\n" + thing("after"))
    assert recorded.ended is Ended.RAISED
    assert recorded.refused == (where,)
    assert "an offline plan gives no network" in recorded.error
    assert set(named(recorded)) >= {"before"}


@pytest.mark.skipif(
    shutil.which("unshare") is None or subprocess.call(["unshare", "--user", "--net", "true"]) != 0,
    reason="this kernel lets nobody have a network namespace of one's own",
)
def test_a_process_that_it_starts_has_no_network_either(program: Program) -> None:
    recorded = program(f"""
        import pathlib, subprocess, sys
        devices = subprocess.run(["cat", "/proc/net/dev"], capture_output=True, text=True).stdout
        {thing("a", "{'devices': [line.split(':')[0].strip() for line in devices.splitlines()[2:]]}")}
    """)
    assert named(recorded)["a"].properties["devices"] == ["lo"]
    assert recorded.children_offline is True


def test_nothing_is_written_beside_the_program(program: Program, tmp_path: Path) -> None:
    (tmp_path / "beside.py").write_text("")
    program("import beside")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["beside.py", "program.py"]


# --- how it may end --------------------------------------------------------------------------------------------------


def test_an_error_of_its_own_is_told_with_what_was_seen_before() -> None:
    recorded = record(project("crashing"))
    assert recorded.ended is Ended.RAISED
    assert not recorded.whole
    assert set(named(recorded)) == {"crashing-dev", "group", "open"}
    assert recorded.error == "KeyError: 'large [secret]'"
    assert "in size_of" in recorded.traceback
    assert "looking for" not in recorded.traceback
    assert PLACEHOLDER not in recorded.traceback
    assert "recorder.py" not in recorded.traceback


@pytest.mark.parametrize(
    ("last", "ended"),
    [
        ("import sys; sys.exit(0)", Ended.WELL),
        ("import sys; sys.exit(3)", Ended.RAISED),
        ("import sys; sys.exit('no luck')", Ended.RAISED),
        ("import pulumi_nowhere", Ended.RAISED),
        ("def broken(:", Ended.RAISED),
        ("import os; os._exit(0)", Ended.VANISHED),
        ("import os; os.kill(os.getpid(), 11)", Ended.VANISHED),
        ("raise KeyboardInterrupt", Ended.VANISHED),
    ],
)
def test_every_end_is_told_apart(program: Program, last: str, ended: Ended) -> None:
    recorded = program(thing("a") + last)
    assert recorded.ended is ended
    # What was asked for in the moment of a sudden end was never sent, neither here nor to an engine.
    seen = 0 if ended is Ended.VANISHED and "Interrupt" not in last else 1 if last.startswith("def") else 2
    assert len(recorded.graph.nodes) == seen


@pytest.mark.parametrize("loop", ["while True: pass", "import time; time.sleep(60)"])
def test_an_endless_program_is_stopped_with_what_it_started(program: Program, loop: str, tmp_path: Path) -> None:
    began = time.monotonic()
    recorded = program(
        f"""
        import subprocess, pathlib
        child = subprocess.Popen(["sleep", "60"])
        pathlib.Path({str(tmp_path / "child")!r}).write_text(str(child.pid))
        {thing("a")}
        {loop}
        """,
        bounds=Bounds(seconds=2),
    )
    assert time.monotonic() - began < 15
    assert recorded.ended is Ended.TIME
    assert "a" in named(recorded)
    child = int((tmp_path / "child").read_text())
    until = time.monotonic() + 5
    while Path(f"/proc/{child}/cmdline").is_file() and Path(f"/proc/{child}/cmdline").read_bytes():
        assert time.monotonic() < until
        time.sleep(0.02)


def test_memory_is_bounded(program: Program) -> None:
    recorded = program(
        f"{thing('a')}held = []\nwhile True: held.append(bytearray(2**24))", bounds=Bounds(memory=600 * 2**20)
    )
    assert recorded.ended is Ended.MEMORY
    assert "a" in named(recorded)


def test_endless_resources_are_stopped(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("infra.planning.process.MOST_BYTES", 20_000)
    recorded = program("""
        import asyncio, itertools
        async def main():
            for number in itertools.count():
                pulumi.CustomResource("test:index:Thing", f"t{number}", {})
                await asyncio.sleep(0)
        pulumi.run(main)
    """)
    assert recorded.ended is Ended.SIZE
    assert 10 < len(recorded.graph.nodes) < 200


def test_endless_talk_fills_nothing(program: Program) -> None:
    recorded = program(
        f"{thing('a')}import sys\nfor n in range(200_000): print('x' * 100)\nraise ValueError('at last')"
    )
    assert recorded.error == "ValueError: at last"
    assert len(recorded.traceback) < 5_000


def test_a_file_may_not_grow_without_end(program: Program, tmp_path: Path) -> None:
    source = f"""
        import signal
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        with open({str(tmp_path / "large")!r}, "wb") as file:
            file.truncate(2**40)
    """
    recorded = program(source)
    assert recorded.ended is Ended.RAISED
    assert "File too large" in recorded.error


def test_a_person_identifier_is_masked_and_an_address_is_not(program: Program) -> None:
    id_ = "14a46a1e-1234-4567-8901-20f7382dd24c"
    source = thing("a", repr({"who": "01017012345", "ip": "10.100.100.255/32", "id": f"1 {id_}", "01 01 70 12345": 1}))
    recorded = program(source + "raise ValueError('01017012345')")
    assert named(recorded)["a"].properties == {
        "who": "<11 digits>",
        "ip": "10.100.100.255/32",
        "id": f"1 {id_}",
        "<11 digits>": 1,
    }
    assert recorded.error == "ValueError: <11 digits>"
    assert "01017012345" not in recorded.traceback


# --- the interpreter -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ('exec "{python}" -S "$@"', "SCAN_NO_PULUMI"),
        ("exit 7", "SCAN_OTHER_PULUMI"),
    ],
)
def test_an_interpreter_that_cannot_run_it_is_refused(tmp_path: Path, script: str, code: str) -> None:
    python = tmp_path / "python"
    python.write_text("#!/bin/sh\n" + script.format(python=sys.executable) + "\n")
    python.chmod(0o755)
    with pytest.raises(DomainError) as caught:
        record(dataclasses.replace(project("older"), interpreter=python))
    assert caught.value.code == code


def test_a_file_that_is_no_interpreter_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DomainError) as caught:
        record(dataclasses.replace(project("older"), interpreter=tmp_path / "nowhere"))
    assert caught.value.code == "SCAN_NO_PYTHON"
