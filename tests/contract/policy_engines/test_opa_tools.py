"""The real OPA's own checks of the rules: strict compilation, its formatter, its test runner."""

import subprocess
from pathlib import Path

import pytest

from policies.engine.binary import OpaBinary
from policies.engine.bundle import RULES

pytestmark = pytest.mark.verify


def run(opa: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(opa), *arguments, str(RULES)], capture_output=True, text=True, check=False)


def test_the_rules_compile_strictly(opa: Path) -> None:
    done = run(opa, "check", "--strict")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_rules_pass_their_own_tests(opa: Path) -> None:
    done = run(opa, "test")
    assert done.returncode == 0, done.stdout
    assert "FAIL" not in done.stdout


def test_the_rules_are_formatted(opa: Path) -> None:
    done = run(opa, "fmt", "--list", "--fail")
    assert (done.returncode, done.stdout) == (0, "")


def test_the_program_is_the_pinned_one(opa: Path) -> None:
    pinned = (Path(__file__).parents[3] / "tools" / "opa" / "go.mod").read_text()
    version = OpaBinary(opa).name.removeprefix("opa ")
    assert f"github.com/open-policy-agent/opa v{version}\n" in pinned
