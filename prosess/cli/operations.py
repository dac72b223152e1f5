"""An operation of the service, shown and waited for."""

import time
from typing import Any

import typer

from prosess.cli.exit import CommandError, Exit
from prosess.cli.options import Format, Tongue
from prosess.cli.output import MARKS, emit_json, show, table
from prosess.cli.service import Service
from prosess.cli.text import text

_SETTLED = frozenset({"waiting", "succeeded", "failed", "cancelled", "superseded"})
_OPEN = frozenset({"queued", "running", "waiting"})
_EXIT = {"waiting": Exit.PENDING, "succeeded": Exit.OK}


def asked(service: Service, noun: str, name: str, environment: str | None = None) -> dict[str, Any]:
    """Ask for something to be taken in (``tenant`` or ``pathway``); where that is under way already, give that."""
    body = {"environment": environment} if environment else None
    try:
        found: dict[str, Any] = service.post(f"/{noun}s/{name}/submissions", body)
    except CommandError as refused:
        if refused.code != "OPERATION_OPEN":
            raise
        known = service.get("/operations", of=f"{noun}/{name}")["operations"]
        under_way = [one for one in known if one["state"] in _OPEN and one.get("environment") == environment]
        if not under_way:
            raise
        found = under_way[0]
    return found


def settle(service: Service, operation: dict[str, Any], *, seconds: float = 30) -> dict[str, Any]:
    """Wait until an operation is done or waits for people, at most so many seconds."""
    until = time.monotonic() + seconds
    while operation["state"] not in _SETTLED and time.monotonic() < until:
        time.sleep(0.1)
        operation = service.get(f"/operations/{operation['id']}")
    return operation


def told(service: Service, operation: dict[str, Any], output: Format, lang: Tongue) -> None:
    """Wait for an operation, show it, and leave with its exit code: 0 done, 5 waiting for people, 1 otherwise."""
    operation = settle(service, operation)
    if output is Format.JSON:
        emit_json(operation)
    else:
        show(text("operation.state", lang, id=operation["id"], state=operation["state_name"]))
        if operation.get("error"):
            show(f"{operation['error']['text']} {operation['error']['remedy']}")
        if operation["gates"]:
            gate_table(operation["gates"], lang)
    raise typer.Exit(_EXIT.get(operation["state"], Exit.FAILED))


def gate_table(gates: list[dict[str, Any]], lang: Tongue) -> None:
    """Show gates: state in symbol and word, what is missing, who unblocks it, until when."""
    rows = []
    for gate in gates:
        reasons = gate["reasons"]
        rows.append(
            (
                f"{gate['gate']} {gate['name']}" if gate["gate"].startswith("G") else gate["name"],
                f"{MARKS.get(gate['state'], '–')} {gate['state_name']}",
                "\n".join(one["text"] for one in reasons),
                "\n".join(dict.fromkeys(one["unblocked_by_name"] for one in reasons)),
                gate.get("deadline") or "",
            )
        )
    headings = ("gate", "state", "missing", "unblocks", "deadline")
    table([text(f"column.{heading}", lang) for heading in headings], rows)
