"""``prosess scan``: another's program, from its folder to an exit code. What Checkov says of it is not tried here."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from prosess.cli.app import main
from prosess.cli.env.scan import ScanFormat
from prosess.contracts.scan import Scan

PROGRAMS = Path(__file__).parents[2] / "infra" / "planning" / "programs"


@dataclass(frozen=True)
class Ran:
    """How the command ended."""

    returncode: int
    stdout: str
    stderr: str


Scanning = Callable[..., Ran]


@pytest.fixture
def scan(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Scanning:
    """Give a function that scans as the command's entry point does; the program has a process of its own."""

    def ran(*arguments: str, cwd: Path | None = None) -> Ran:
        monkeypatch.setattr("sys.argv", ["prosess", "scan", *arguments, "--python", sys.executable])
        if cwd is not None:
            monkeypatch.chdir(cwd)
        capfd.readouterr()
        code = 0
        try:
            main()
        except SystemExit as ended:
            code = int(ended.code or 0)
        said = capfd.readouterr()
        return Ran(code, said.out, said.err)

    return ran


def mistakes(done: Ran) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stderr.splitlines() if line.startswith("{")]


def test_missing_configuration_is_a_list_and_exit_3(scan: Scanning) -> None:
    done = scan(str(PROGRAMS / "required"), "--config", "count=1", "-o", "json")
    assert (done.returncode, done.stdout) == (3, "")
    told = mistakes(done)
    assert {one["code"] for one in told} == {"CONFIGURATION_MISSING"}
    assert [one["where"] for one in told] == [
        "required:environment",
        "required:key",
        "required:modern",
        "required:sku",
        "shared:owner",
    ]
    assert told[0]["hint"] == "Give it with --config required:environment=VALUE."
    said = scan(str(PROGRAMS / "required"), "--lang", "nb").stderr
    assert "Programmet krever konfigurasjonen required:count (int), som ikke er gitt." in said


@pytest.mark.parametrize(
    ("pulumi", "code", "where"),
    [
        (
            "name: p\nruntime: nodejs\n",
            "SCAN_RUNTIME",
            (2, "runtime"),
        ),
        ("runtime: python\n", "SCAN_FORM", (1, "name")),
    ],
)
def test_a_project_file_is_refused_with_its_place(
    scan: Scanning, tmp_path: Path, pulumi: str, code: str, where: tuple[int, str]
) -> None:
    (tmp_path / "Pulumi.yaml").write_text(pulumi)
    (tmp_path / "__main__.py").write_text("")
    done = scan(str(tmp_path), "-o", "json", cwd=tmp_path)
    assert done.returncode == 3
    (told,) = mistakes(done)
    assert told["code"] == code
    assert (told["where"]["line"], told["where"]["path"]) == where


def test_configuration_of_the_wrong_kind_names_its_key_in_the_readers_language(scan: Scanning) -> None:
    given = [
        argument
        for pair in ("environment=t", "count=many", "key=hush-hush", "modern=true", "sku={}", "shared:owner=us")
        for argument in ("--config", pair)
    ]
    done = scan(str(PROGRAMS / "required"), *given, "--lang", "nn")
    assert done.returncode == 3
    assert "Konfigurasjonen required:count kan ikkje lesast som int." in done.stderr
    assert "hush" not in done.stderr


def test_an_error_of_the_programs_own_is_exit_4_with_what_was_seen(scan: Scanning) -> None:
    done = scan(str(PROGRAMS / "crashing"))
    assert done.returncode == 4, done.stderr
    assert "PP-ST-005" in done.stdout, "what was seen was judged"
    assert "azure-native" in done.stdout
    assert "The program's own error: KeyError: 'large [secret]'" in done.stderr
    assert "in size_of" in done.stderr
    assert "crashing:password" in done.stderr, "an encrypted value was stood in for"
    assert "placeholder" not in done.stdout + done.stderr


def test_an_endless_program_is_exit_4_and_leaves_nothing(scan: Scanning, tmp_path: Path) -> None:
    program = tmp_path / "endless.py"
    program.write_text("import pulumi\nwhile True: pass\n")
    done = scan(str(program), "--timeout", "1")
    assert done.returncode == 4
    assert "The program was not done after 1 seconds and was stopped." in done.stderr
    assert "[PROGRAM_TIME]" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["endless.py"]


@pytest.mark.verify
@pytest.mark.parametrize("output", [one.value for one in ScanFormat])
def test_a_whole_program_is_judged_in_every_format(scan: Scanning, output: str) -> None:
    done = scan(str(PROGRAMS / "built"), "-o", output, "--as-of", "2026-11-24")
    assert done.returncode == 1, done.stderr
    if output == "json":
        told = Scan.from_bytes(done.stdout.encode())
        assert told.program is not None
        assert told.program.providers == {"azure-native": 3, "pulumi-python": 1, "random": 1}
        because = {gap.subject.rpartition("::")[2]: gap.facts.get("because") for gap in told.gaps}
        assert because["app-password"] == because["stamped"] == "other_provider"
        assert told.scanned == told.rendered == 3
    elif output == "sarif":
        (run,) = json.loads(done.stdout)["runs"]
        assert run["results"]
    else:
        assert "app-vault" in done.stdout


@pytest.mark.verify
def test_what_did_not_end_is_never_a_verdict(scan: Scanning) -> None:
    told = Scan.from_bytes(scan(str(PROGRAMS / "crashing"), "-o", "json").stdout.encode())
    assert told.verdict == "not_assessed"
    assert told.program is not None
    assert told.program.ended == "raised"
    assert [gap.code for gap in told.gaps] == ["PROGRAM_ENDED"]
