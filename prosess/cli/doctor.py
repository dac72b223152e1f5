"""``prosess doctor``: what is installed, what is missing, and how to get it."""

import typer

from prosess.cli.exit import Exit
from prosess.cli.options import Format, Lang, Output, Tongue

_NEEDED = ("pulumi", "pulumi-azure-native", "regopy", "pycasbin", "fastapi", "sqlalchemy")
"""Distributions without which the main job does not run."""

_TOOLS: dict[str, tuple[tuple[str, ...], str, str]] = {
    "opa": (("opa", "version"), "policies on the real engine", "make tools"),
    "pulumi": (("pulumi", "version"), "deploying to Azure", "see the installation guide of Pulumi"),
    "chromium": (("chromium", "--version"), "tests in a real browser", "apt-get install chromium"),
    "postgres": (("postgres", "--version"), "the service with more than one replica", "apt-get install postgresql"),
    "go": (("go", "version"), "building OPA", "apt-get install golang-go"),
}
"""Programs that more is done with: command, what for, how to get it."""


def doctor(output: Output = Format.TABLE, lang: Lang = Tongue.EN) -> None:
    """Tell what is installed, what is missing, and how to get it."""
    from prosess.cli.output import emit_json, table
    from prosess.cli.text import text

    parts = _parts()
    if output is Format.JSON:
        emit_json({"parts": parts})
    else:
        rows = []
        for part in parts:
            key = "present" if part["version"] else "broken" if part["needed"] else "missing"
            rows.append(
                (
                    part["part"],
                    text(f"doctor.{key}", lang, version=part["version"], hint=part["get"]),
                    part["for"],
                )
            )
        table([text("column.part", lang), text("column.found", lang), text("column.for", lang)], rows)
    if any(part["needed"] and not part["version"] for part in parts):
        raise typer.Exit(Exit.NOT_ASSESSED)


def _parts() -> list[dict[str, str | bool | None]]:
    import platform
    import shutil
    from importlib.metadata import PackageNotFoundError, version

    parts: list[dict[str, str | bool | None]] = [
        {"part": "python", "version": platform.python_version(), "needed": True, "for": "everything", "get": ""}
    ]
    for name in _NEEDED:
        try:
            found: str | None = version(name)
        except PackageNotFoundError:
            found = None
        parts.append({"part": name, "version": found, "needed": True, "for": "the main job", "get": "make setup"})
    for name, (command, purpose, get) in _TOOLS.items():
        path = shutil.which(command[0], path=_search_path())
        parts.append(
            {
                "part": name,
                "version": _first_line((path, *command[1:])) if path else None,
                "needed": False,
                "for": purpose,
                "get": get,
            }
        )
    parts.append(_checkov())
    return parts


def _checkov() -> dict[str, str | bool | None]:
    """Tell of the locked Checkov, without starting it: that alone takes seconds."""
    from infra.scanning import Checkov

    return {
        "part": "checkov",
        "version": Checkov().version,
        "needed": False,
        "for": "reading a plan's render beside our own rules (`prosess env scan`)",
        "get": "make tools",
    }


def _search_path() -> str:
    """Give PATH with the project's own tools first, and PostgreSQL's folder, which Debian keeps off PATH."""
    import os
    from pathlib import Path

    folders = [Path(".tools/bin").absolute(), *sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)]
    return os.pathsep.join([*map(str, folders[:1]), os.environ.get("PATH", ""), *map(str, folders[1:])])


def _first_line(command: tuple[str, ...]) -> str:
    import subprocess

    try:
        ran = subprocess.run(command, capture_output=True, text=True, timeout=10, check=False, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    lines = (ran.stdout or ran.stderr).strip().splitlines()
    return lines[0] if lines and ran.returncode == 0 else ""
