"""The rooms and the doors between them: who may import whom (design §3)."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OURS = ("prosess", "infra", "policies", "ros", "platform_api")


def modules() -> Iterator[tuple[str, ast.Module]]:
    for package in OURS:
        for path in sorted((ROOT / package).rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            yield name, ast.parse(path.read_text())


def imports(tree: ast.Module) -> Iterator[str]:
    """Every module that a file imports, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def within(module: str, package: str) -> bool:
    return module == package or module.startswith(package + ".")


ALL = list(modules())
IMPORTS = {name: set(imports(tree)) for name, tree in ALL}

MAY_NOT: list[tuple[str, tuple[str, ...]]] = [
    ("prosess.domain", ("prosess.contracts", "prosess.documents", "prosess.cli", *OURS[1:], "yaml", "pulumi")),
    ("prosess.contracts", ("prosess.documents", "prosess.cli", *OURS[1:])),
    ("prosess.documents", ("prosess.contracts", "prosess.cli", *OURS[1:])),
    ("prosess.sealing", ("prosess.documents", "prosess.cli", *OURS[1:])),
    ("policies", ("pulumi", "pulumi_azure_native", "infra", "ros", "platform_api", "prosess.cli")),
    ("ros", ("pulumi", "pulumi_azure_native", "infra", "policies", "platform_api", "prosess.cli")),
    ("platform_api", ("pulumi", "pulumi_azure_native", "infra", "ros", "prosess.cli")),
    ("infra", ("policies", "ros", "platform_api", "prosess.cli")),
    ("infra.components", ("infra.planning", "infra.arm", "infra.scanning")),
]


@pytest.mark.parametrize(("package", "forbidden"), MAY_NOT, ids=[package for package, _ in MAY_NOT])
def test_a_room_has_only_its_own_doors(package: str, forbidden: tuple[str, ...]) -> None:
    walked_through = [
        f"{name} imports {imported}"
        for name, found in IMPORTS.items()
        if within(name, package)
        for imported in sorted(found)
        if any(within(imported, one) for one in forbidden)
    ]
    assert walked_through == []


def test_the_rules_above_speak_of_packages_that_exist() -> None:
    missing = [package for package, _ in MAY_NOT if not any(within(name, package) for name, tree in ALL if tree.body)]
    assert missing == []


def test_the_recorder_needs_nothing_but_pulumi() -> None:
    allowed = {"pulumi", "google", "grpc"}  # protobuf and gRPC come with pulumi itself
    import sys

    top = {module.split(".")[0] for module in IMPORTS["infra.planning.recorder"]}
    assert top - allowed - set(sys.stdlib_module_names) == set()


def test_there_is_no_cycle_between_modules() -> None:
    known = set(IMPORTS)
    at_import: dict[str, set[str]] = {}
    for name, tree in ALL:
        found = set()
        for node in tree.body:  # an import inside a function is made when it runs, and may close a circle
            found |= set(imports(ast.Module(body=[node], type_ignores=[]))) if not _defers(node) else set()
        at_import[name] = {module for module in found if module in known and module != name}

    seen: dict[str, int] = {}

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " → ".join((*trail[trail.index(name) :], name))
        if seen.get(name):
            return
        for other in sorted(at_import[name]):
            # a package's face imports its own rooms: `a` → `a.b` → `a` is how Python packages are made
            if not within(name, other):
                visit(other, (*trail, name))
        seen[name] = 1

    for name in sorted(at_import):
        visit(name, ())


def _defers(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) or (
        isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
    )


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "manager", "handler2", "misc"])
def test_no_room_without_a_purpose(name: str) -> None:
    assert [module for module, _ in ALL if name in module.split(".")] == []
