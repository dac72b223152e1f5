"""Writes what the code knows of itself under ``docs/``: schemas, commands, rules, roles, words.

``python -m prosess.cli.reference`` (``make docs``) writes; a test holds the files against what would be written.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pydantic import BaseModel

DOCS = Path("docs")

SCHEMAS_OF_FILES = {
    "environment": "prosess.domain.environment:Environment",
    "region": "prosess.domain.organisation:Region",
    "tenant": "prosess.domain.tenant:Tenant",
    "pathway": "prosess.domain.pathway:Pathway",
    "initiative": "prosess.domain.initiative:Initiative",
}
SCHEMAS_OF_ASSESSMENTS = {
    "ros": "ros.model:Analysis",
    "risk": "ros.model:RiskFile",
    "inherited-risk": "ros.model:InheritedRiskFile",
    "control": "ros.model:Control",
    "criteria": "ros.criteria:Profile",
}
SCHEMAS_OF_CONTRACTS = {
    name: f"prosess.contracts:{name.capitalize()}"
    for name in (
        *("graph", "changes", "findings", "scan", "evidence", "decision", "assessment", "onboarding", "offboarding"),
        "movements",
    )
} | {
    "acceptance": "prosess.contracts:AcceptanceStatement",
    "acceptance-revocation": "prosess.contracts:AcceptanceRevocation",
    "attestation": "prosess.contracts:AttestationStatement",
    "seal-keys": "prosess.contracts:SealKeys",
}


def _load(place: str) -> type[BaseModel]:
    from importlib import import_module

    module, _, name = place.partition(":")
    found: type[BaseModel] = getattr(import_module(module), name)
    return found


def _schema(place: str, name: str) -> str:
    schema: dict[str, Any] = _load(place).model_json_schema(by_alias=True)
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:prosess:schema:{name}:1",
        **schema,
    }
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def commands() -> str:
    """Give every command with its arguments and options, as Markdown."""
    from typer.main import get_command

    from prosess.cli.app import app

    lines = ["# Commands", "", "Made from the commands' own help by `make docs`.", ""]
    root: Any = get_command(app)

    def section(command: Any, name: str) -> None:
        children = getattr(command, "commands", None)
        if children:
            for child_name, child in sorted(children.items()):
                section(child, f"{name} {child_name}")
            return
        lines.extend([f"## `{name}`", "", command.help or "", ""])
        rows = []
        for parameter in command.params:
            if parameter.name == "help":
                continue
            record = getattr(parameter, "help", None) or ""
            spelled = (
                ", ".join(f"`{one}`" for one in parameter.opts)
                if parameter.opts[0].startswith("-")
                else (f"`{parameter.metavar or parameter.name.upper()}`")
            )
            rows.append(f"| {spelled} | {record} |")
        if rows:
            lines.extend(["| | |", "|---|---|", *rows, ""])

    section(root, "prosess")
    return "\n".join(lines).rstrip() + "\n"


def glossary() -> str:
    """Give the glossary in its three languages, as Markdown."""
    from prosess.domain.text.glossary import markdown

    return markdown()


def roles() -> str:
    """Give the permission matrix, as Markdown."""
    from policies.roles.enforcer import Roles, permission_matrix

    return (
        f"# Roles\n\nMade from `policies/roles/policy.csv` by `make docs`.\n\n{permission_matrix(Roles())}".rstrip()
        + "\n"
    )


def rules() -> str:
    """Give every rule with what it reads, why, when it is wrong and how to put it right, as Markdown."""
    from policies.engine.evaluate import own_catalogue
    from policies.text import text
    from prosess.domain.text import Language

    lines = ["# Rules", "", "Made from the rules' own metadata and texts by `make docs`.", ""]
    for rule in own_catalogue().rules.values():
        said = {part: text(f"{rule.id}.{part}", Language.EN) for part in ("message", "why", "fix")}
        lines += [
            f"## {rule.id} {rule.title}",
            "",
            f"{rule.severity.value} · {', '.join(rule.controls)} · {', '.join(rule.scenarios)}",
            "",
            f"- **Fails with:** {said['message']}",
            f"- **Why:** {said['why']}",
            f"- **Reads:** {rule.detection}",
            f"- **Not a fault where:** {rule.false_positives}",
            f"- **Way out:** {said['fix']}",
            "",
        ]
    return "\n".join(lines).rstrip() + "\n"


def openapi() -> str:
    """Give the service's OpenAPI document."""
    from platform_api.main import openapi as document

    return json.dumps(document(), indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def documents() -> dict[Path, Callable[[], str]]:
    """Give every generated file with what makes it."""
    made: dict[Path, Callable[[], str]] = {
        DOCS / "schema" / f"{name}-1.schema.json": (lambda name=name, place=place: _schema(place, name))  # type: ignore[misc]
        for name, place in sorted({**SCHEMAS_OF_FILES, **SCHEMAS_OF_ASSESSMENTS, **SCHEMAS_OF_CONTRACTS}.items())
    }
    made[DOCS / "reference" / "commands.md"] = commands
    made[DOCS / "reference" / "glossary.md"] = glossary
    made[DOCS / "reference" / "roles.md"] = roles
    made[DOCS / "reference" / "rules.md"] = rules
    made[DOCS / "reference" / "openapi.json"] = openapi
    return made


def main() -> None:
    """Write every generated file."""
    for path, make in documents().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(make(), encoding="utf-8")
        print(path)


if __name__ == "__main__":
    main()
