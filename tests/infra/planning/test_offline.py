"""Planning in a process of its own."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from infra.planning import PlanError, plan

Write = Callable[[str], Path]


def test_a_plan_is_the_same_bytes_on_every_run_and_in_every_folder(write: Write, tmp_path: Path) -> None:
    first = write(
        "things = {Thing(n) for n in 'abcdef'}\nThing('g', {'x': pulumi.Output.all(*[t.made for t in things])})"
    )
    second = tmp_path / "elsewhere" / "deep"
    second.mkdir(parents=True)
    (second / "__main__.py").write_text((first / "__main__.py").read_text())
    graphs = [plan(folder, project="p", stack="s") for folder in (first, first, second)]
    assert len({graph.to_bytes() for graph in graphs}) == 1
    assert len(graphs[0].nodes) == 8


def test_the_programs_file_may_be_named(write: Write) -> None:
    folder = write("Thing('a')")
    (folder / "__main__.py").rename(folder / "main.py")
    assert plan(folder / "main.py", project="p", stack="s").nodes[1].name == "a"


def test_configuration_and_secrets(write: Write) -> None:
    folder = write("c = pulumi.Config()\nThing('a', {'x': c.require('x'), 'y': c.require_secret('y')})")
    graph = plan(folder, project="p", stack="s", config={"x": "1", "y": {"secure": "hush-hush"}})
    assert graph.nodes[1].properties == {"x": "1", "y": {"secret": True}}
    assert b"hush" not in graph.to_bytes()


def test_the_environment_is_ours_to_tell(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AZURE_CLIENT_SECRET", "hush-hush")
    monkeypatch.setenv("PULUMI_CONFIG", json.dumps({"p:x": "from outside"}))
    folder = write("import os\nThing('a', {'keys': sorted(os.environ), 'x': pulumi.Config().get('x')})")
    graph = plan(folder, project="p", stack="s", environment={"GIVEN": "1"})
    properties = graph.nodes[1].properties
    assert "x" not in properties
    keys = properties["keys"]
    assert isinstance(keys, list)
    assert "GIVEN" in keys
    assert "AZURE_CLIENT_SECRET" not in keys


def test_a_failure_tells_the_programs_own_lines_and_no_secret_or_person(write: Write) -> None:
    folder = write("""
        print("chatter")
        def deep(text):
            raise ValueError(text)
        deep(pulumi.Config().require("y") + " of 01017012345")
    """)
    with pytest.raises(PlanError) as caught:
        plan(folder, project="p", stack="s", config={"y": {"secure": "hush-hush"}})
    shown = f"{caught.value}\n{caught.value.detail}"
    assert "ValueError: [secret] of <11 digits>" in shown
    assert "in deep" in caught.value.detail
    assert "chatter" not in shown
    assert "recorder.py" not in shown
    assert str(folder) not in shown


def test_a_program_that_reads_its_input_gets_none(write: Write) -> None:
    with pytest.raises(PlanError, match="EOF"):
        plan(write("input('who? ')"), project="p", stack="s")


def test_a_program_that_does_not_end_is_stopped(write: Write) -> None:
    folder = write("import subprocess, time\nsubprocess.Popen(['sleep', '60'])\ntime.sleep(60)")
    with pytest.raises(PlanError, match="still running after 2 seconds"):
        plan(folder, project="p", stack="s", timeout=2)


@pytest.mark.parametrize("end", ["os._exit(0)", "os._exit(7)", "os.kill(os.getpid(), 9)"])
def test_a_record_without_an_end_is_no_plan(write: Write, end: str) -> None:
    with pytest.raises(PlanError, match=r"cut short|without a record"):
        plan(write(f"import os\n{end}"), project="p", stack="s")


def test_a_program_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match="No such file"):
        plan(tmp_path / "nowhere.py", project="p", stack="s")


def test_an_interpreter_without_pulumi_is_told(write: Write, tmp_path: Path) -> None:
    bare = tmp_path / "python"
    bare.write_text(f'#!/bin/sh\nexec "{sys.executable}" -S "$@"\n')
    bare.chmod(0o755)
    with pytest.raises(PlanError) as caught:
        plan(write(""), project="p", stack="s", interpreter=bare)
    assert "No module named" in caught.value.detail


def test_an_interpreter_that_is_not_there_is_told(write: Write, tmp_path: Path) -> None:
    with pytest.raises(PlanError, match="cannot be started"):
        plan(write(""), project="p", stack="s", interpreter=tmp_path / "nowhere")


def test_an_interrupted_plan_leaves_no_program_behind(tmp_path: Path) -> None:
    """Whoever presses Ctrl-C in the middle of a plan does not leave its program running."""
    pid_file = tmp_path / "pid"
    program = tmp_path / "program"
    program.mkdir()
    (program / "__main__.py").write_text(
        f"import os, pathlib, time\npathlib.Path({str(pid_file)!r}).write_text(str(os.getpid()))\ntime.sleep(60)\n"
    )
    code = (
        "from pathlib import Path; from infra.planning.offline import plan; "
        f"plan(Path({str(program)!r}), project='p', stack='s')"
    )
    asking = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.DEVNULL)
    until = time.monotonic() + 30
    while not (pid_file.exists() and pid_file.read_text()) and time.monotonic() < until:
        time.sleep(0.05)
    planning = int(pid_file.read_text())
    asking.send_signal(signal.SIGINT)
    asking.wait(timeout=10)
    until = time.monotonic() + 10
    while Path(f"/proc/{planning}/cmdline").exists() and time.monotonic() < until:
        time.sleep(0.05)
    with pytest.raises(ProcessLookupError):
        os.kill(planning, 0)
