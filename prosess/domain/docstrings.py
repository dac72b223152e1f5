"""What the fields of a model mean, read from the texts below them in its source when a JSON Schema asks.

pydantic's own ``use_attribute_docstrings`` reads them as each class is made, which is a fifth of what every command
spends before it begins.
"""

import ast
import inspect
import sys
from functools import cache
from itertools import pairwise
from types import ModuleType
from typing import Any


def field_texts(model: type[Any], names: list[str]) -> dict[str, str]:
    """Give the text below each of some fields, in the class that declares it last; a field without one is left out."""
    found = {}
    for name in names:
        for one in model.__mro__:
            if name in inspect.get_annotations(one):
                if text := _texts(one).get(name):
                    found[name] = text
                break
    return found


@cache
def _texts(model: type[Any]) -> dict[str, str]:
    body = _classes(sys.modules.get(model.__module__)).get(model.__qualname__.replace("<locals>.", ""), [])
    return {
        field.target.id: inspect.cleandoc(text.value.value)
        for field, text in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }


@cache
def _classes(module: ModuleType | None) -> dict[str, list[ast.stmt]]:
    """Give the body of every class of a module by its qualified name; nothing where there is no source."""
    try:
        tree = ast.parse(inspect.getsource(module)) if module else ast.Module([], [])
    except (OSError, TypeError):
        return {}
    found: dict[str, list[ast.stmt]] = {}
    level: list[tuple[str, ast.AST]] = [("", tree)]
    while level:
        within, node = level.pop()
        for one in ast.iter_child_nodes(node):
            name = within
            if isinstance(one, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                name = f"{within}.{one.name}" if within else one.name
                if isinstance(one, ast.ClassDef):
                    found[name] = one.body
            level.append((name, one))
    return found
