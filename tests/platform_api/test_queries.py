"""Tenant isolation, by reading the source: SQL stands in repositories only, and every function there has a scope."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "platform_api"
STATEMENTS = {"select", "insert", "update", "delete", "text", "exists"}
EXECUTES = {"execute", "scalar", "scalars", "stream", "exec_driver_sql"}
# What has no tenant: the database's own life, the answers kept beside their writes, and the schema.
WITHOUT_TENANT = {"kit/database.py", "kit/replay.py", "migrations/run.py"}


def sources() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text())


def bypasses(name: str, tree: ast.Module) -> list[str]:
    """What in a module reaches the database without a scope."""
    if name in WITHOUT_TENANT or name.startswith("migrations/versions/"):
        return []
    found: list[str] = []
    if not name.endswith("repository.py"):
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sqlalchemy"):
                found += [f"{name}: imports {one.name}" for one in node.names if one.name in STATEMENTS]
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                on_session = ast.unparse(node.func.value).endswith("session")
                if on_session and node.func.attr in {*EXECUTES, "get"}:
                    found.append(f"{name}:{node.lineno} reaches the database")
        return found
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef) or function.name.startswith("_"):
            continue
        if name == "audit/repository.py" and function.name == "seal":
            continue  # it writes at the end of the chain, and reads nothing but the head
        arguments = function.args.args
        if not arguments or arguments[0].arg != "scope" or ast.unparse(arguments[0].annotation or function) != "Scope":
            found.append(f"{name}: {function.name} is not given a scope first")
        elif not any(isinstance(node, ast.Name) and node.id == "scope" for node in ast.walk(function)):
            found.append(f"{name}: {function.name} passes its scope over")
    return found


def test_no_query_goes_round_the_scope() -> None:
    assert [one for name, tree in sources() for one in bypasses(name, tree)] == []


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("pathways/service.py", "from sqlalchemy import select"),
        ("pathways/service.py", "async def f(session): await session.execute(query)"),
        ("pathways/service.py", "async def f(session): await session.get(PathwayRow, 'kols-siv')"),
        ("pathways/repository.py", "async def get(session, pathway_id): ..."),
        ("pathways/repository.py", "async def get(scope: Scope, session): return await session.execute(query)"),
        ("pathways/repository.py", "async def get(scope: str, session): return scope"),
    ],
)
def test_the_reading_finds_what_goes_round(name: str, source: str) -> None:
    assert bypasses(name, ast.parse(source))
