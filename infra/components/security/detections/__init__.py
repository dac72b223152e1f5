"""What somebody is told of: ``detections.yaml``, and the queries beside it."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Literal

import yaml

from prosess.domain.base import Model

_FOLDER = Path(__file__).parent

EVERY_MINUTES = 15
"""How often Sentinel asks."""
PERIOD_HOURS = 1
"""How far back it looks: the subscription's log arrives within a quarter of an hour, and now and then later."""

COLUMNS = ("TimeGenerated", "Caller", "CallerIp", "Operation", "Resource")
"""What every query gives."""
ENTITIES = {
    "Account": ("FullName", "Caller"),
    "AzureResource": ("ResourceId", "Resource"),
    "IP": ("Address", "CallerIp"),
}
"""Kind of entity → (identifier, column): what an incident is about, so that those about the same thing meet."""


class Detection(Model):
    """One thing that somebody is told of."""

    id: str
    title: str
    why: str
    severity: Literal["Low", "Medium", "High"]
    tactics: tuple[str, ...]
    """MITRE ATT&CK, in Sentinel's spelling."""
    techniques: tuple[str, ...]
    query: str
    """File of the query."""
    always: bool = False
    """Whether it is told by mail even where Sentinel watches."""
    operations: tuple[str, ...]
    """Entries of the subscription's log that count."""


@cache
def detections() -> tuple[Detection, ...]:
    """Give all of them, in the order of the file."""
    listed = yaml.safe_load((_FOLDER / "detections.yaml").read_text("utf-8"))
    return tuple(Detection.model_validate_json(json.dumps(one)) for one in listed)


def query_of(detection: Detection, *, emergency_accounts: Sequence[str]) -> str:
    """Give the query of a detection, with what it leans on said before it."""
    said = {
        "every": f"{EVERY_MINUTES}m",
        "operations": f"dynamic({json.dumps(list(detection.operations))})",
        "emergency_accounts": f"dynamic({json.dumps(sorted(emergency_accounts))})",
    }
    query = (_FOLDER / detection.query).read_text("utf-8")
    return "".join(f"let {name} = {value};\n" for name, value in said.items() if name in query) + query
