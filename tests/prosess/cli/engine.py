"""A stand-in for Pulumi's command line: it answers in the engine's own documents, and notes what it was asked.

The documents have the form of those in ``tests/infra/planning/fixtures``, which the real engine wrote.
"""

import json
import stat
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from prosess.contracts import Graph, Node, is_secret, is_unknown

UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9"
SIGNATURE = "4dabf18193072939515e22adb298388d"
SECRET = "1b47061264138c4ac30d75fd1eb44270"

SCRIPT = """#!{python}
import json, pathlib, sys
here = pathlib.Path(__file__).parent
verb = "-".join(word for word in sys.argv[1:3] if not word.startswith("-"))
with open(here / "asked.jsonl", "a") as asked:
    asked.write(json.dumps(sys.argv[1:]) + "\\n")
answer = json.loads((here / "answers.json").read_text()).get(verb, {{}})
sys.stderr.write(answer.get("talk", ""))
sys.stdout.write(answer.get("said", ""))
sys.exit(answer.get("status", 0))
"""


def preview_of(after: Graph, before: Graph | None = None, *, replaced: Mapping[str, list[str]] | None = None) -> Any:
    """Give the preview of a plan, from what stands."""
    was = before.by_urn if before else {}
    steps: list[dict[str, Any]] = []
    for node in after.nodes:
        old = was.get(node.urn)
        op = "create" if old is None else "same" if old == node else "update"
        step: dict[str, Any] = {"op": op, "urn": node.urn, "newState": _state(node)}
        if node.urn in (replaced or {}):
            step |= {"op": "replace", "replaceReasons": (replaced or {})[node.urn]}
        going = {"delete": True} if step["op"] == "replace" else {}  # as the engine marks what it replaces
        steps.append(step | ({"oldState": _state(old) | going} if old else {}))
    steps += [
        {"op": "delete", "urn": urn, "oldState": _state(node)} for urn, node in was.items() if urn not in after.by_urn
    ]
    same = sum(step["op"] == "same" for step in steps)
    return {"config": {}, "steps": steps, "duration": 1, "changeSummary": {"same": same}}


def export_of(graph: Graph) -> Any:
    """Give the export of a stack that holds a plan."""
    return {"version": 3, "deployment": {"resources": [_state(node) for node in graph.nodes]}}


def _state(node: Node) -> dict[str, Any]:
    state = {
        "urn": node.urn,
        "custom": node.custom,
        "type": node.type,
        "inputs": {key: _value(value) for key, value in node.properties.items()},
        "parent": node.parent,
        "protect": node.protect,
        "external": node.external,
        "dependencies": list(node.dependencies),
        "propertyDependencies": {key: list(urns) for key, urns in node.property_dependencies.items()},
        "aliases": list(node.aliases),
    }
    return state | ({"id": node.id} if isinstance(node.id, str) else {})


def _value(value: Any) -> Any:
    if is_unknown(value):
        return UNKNOWN
    if is_secret(value):
        return {SIGNATURE: SECRET, "ciphertext": "x"}
    if isinstance(value, dict):
        return {key: _value(item) for key, item in value.items()}
    return [_value(item) for item in value] if isinstance(value, list) else value


class StandIn:
    """A ``pulumi`` in a folder of its own, to be put first on PATH."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._answers: dict[str, Any] = {}
        folder.mkdir()
        script = folder / "pulumi"
        script.write_text(SCRIPT.format(python=sys.executable))
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
        self.answer("none")

    def answer(self, verb: str, document: Any = None, *, said: str = "", talk: str = "", status: int = 0) -> None:
        """Say what a verb (``preview``, ``stack-export``, ``up``) answers."""
        text = said if document is None else json.dumps(document)
        self._answers[verb] = {"said": text, "talk": talk, "status": status}
        (self.folder / "answers.json").write_text(json.dumps(self._answers))

    @property
    def asked(self) -> list[list[str]]:
        """Every command line, in order."""
        log = self.folder / "asked.jsonl"
        return [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []
