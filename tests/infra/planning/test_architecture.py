"""Who may import whom."""

import ast
import sys
from pathlib import Path

import infra
from infra.planning.offline import RECORDER

ROOT = Path(infra.__file__).parent


def imports(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def test_components_do_not_know_how_they_are_planned() -> None:
    files = sorted((ROOT / "components").rglob("*.py"))
    assert files
    for path in files:
        assert not [name for name in imports(path) if name.startswith("infra.planning")], path


def test_the_recorder_needs_nothing_but_pulumi() -> None:
    outside = {name.partition(".")[0] for name in imports(RECORDER)} - sys.stdlib_module_names - {"__future__"}
    assert outside == {"pulumi", "google"}, "protobuf comes with pulumi"


def test_only_the_recorder_imports_pulumi() -> None:
    for path in sorted((ROOT / "planning").glob("*.py")):
        if path != RECORDER:
            assert "pulumi" not in {name.partition(".")[0] for name in imports(path)}, path
