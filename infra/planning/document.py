"""Read a graph from a file: our own ``graph/1``, or a preview or an export of Pulumi's engine."""

import json
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from infra.planning.engine import plan_from_export, plan_from_preview
from infra.planning.graph import PlanError
from prosess.contracts import Graph

LARGEST: Final = 256 * 2**20
"""Bytes of a document that is read; some ten times what 5,000 resources take."""


def read_document(path: Path) -> dict[str, Any]:
    """Read a JSON object.

    Raises:
        PlanError: where the file cannot be read, is too large, is cut short or holds something else; with the place.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise PlanError(f"the file is larger than {LARGEST // 2**20} MiB")
        document = json.loads(path.read_bytes())
    except OSError as error:
        raise PlanError(f"the file cannot be read: {error.strerror}") from error
    except json.JSONDecodeError as error:
        raise PlanError(f"line {error.lineno}, column {error.colno}: no JSON from here on ({error.msg})") from error
    except UnicodeDecodeError as error:
        raise PlanError(f"byte {error.start}: no UTF-8") from error
    except RecursionError as error:
        raise PlanError("the document is nested too deeply") from error
    if not isinstance(document, dict):
        raise PlanError("the document is no JSON object")
    return document


def graph_of(document: dict[str, Any]) -> Graph:
    """Give the graph of a document, whichever of the three it is.

    Raises:
        PlanError: where it is none of them, or is spoilt; with the place in it.
    """
    if document.get("schema") == "graph/1":
        try:
            return Graph.from_bytes(json.dumps(document))
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            where = ".".join(map(str, first["loc"]))
            raise PlanError(f"{where}: {first['msg']}") from error
    return engine_graph_of(document)


def engine_graph_of(document: dict[str, Any]) -> Graph:
    """Give the graph of what Pulumi's engine wrote.

    Raises:
        PlanError: where the document is no preview and no export, or is spoilt; with the place in it.
    """
    if "deployment" in document:
        return plan_from_export(document)
    if "steps" in document:
        return plan_from_preview(document)
    raise PlanError("the document is no preview (it has no `steps`) and no stack export (it has no `deployment`)")
