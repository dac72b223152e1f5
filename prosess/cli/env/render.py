"""``prosess env render``: the plan as classic ARM templates, for scanners that read nothing else."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from prosess.cli.exit import CommandError, Exit
from prosess.cli.options import EnvironmentFile, Format, Lang, OnboardingFile, Output, Tongue

if TYPE_CHECKING:
    from infra.arm import Rendering, Template

RECORD = ".rendered.json"
"""Names the files that we wrote, so that a later render knows them from anybody else's."""

_REASONS = {"existing": "env.render.existing", "other_provider": "env.render.other_provider"}


def render(
    environment: EnvironmentFile,
    onboarding: OnboardingFile = None,
    to: Annotated[
        Path | None, typer.Option("--to", metavar="DIR", help="Folder to write the templates to; made if missing.")
    ] = None,
    output: Output = Format.TABLE,
    lang: Lang = Tongue.EN,
) -> None:
    """Write the plan as ARM templates, one per deployment scope, for scanning. Pulumi deploys, never these."""
    from infra.arm import RenderError
    from infra.arm import render as rendered
    from prosess.cli.output import emit_json, show, table
    from prosess.cli.planning import planned
    from prosess.cli.text import text

    graph = planned(environment, onboarding=onboarding, lang=lang)
    try:
        rendering = rendered(graph)
    except RenderError as error:
        raise CommandError(
            Exit.INVALID,
            f"RENDER_{error.reason.upper()}",
            text("env.render.refused", lang, type=error.type, detail=error.detail),
            hint=text("env.render.refused.hint", lang),
            where=error.urn,
        ) from error
    if to is not None:
        write(rendering.templates, to, lang)
    if output is Format.JSON:
        emit_json(_document(rendering))
        return
    table(
        [text("column.scope", lang), text("column.resources", lang), text("column.file", lang)],
        [(str(each.scope), len(each.resources), f"{each.name}.json") for each in rendering.templates],
    )
    count = sum(len(each.resources) for each in rendering.templates)
    show(text("env.rendered", lang, count=count, templates=len(rendering.templates)))
    for left in rendering.not_rendered:
        show(text("env.render.left", lang, type=left.type, reason=text(_REASONS[left.reason], lang)))
    if not count:
        raise typer.Exit(Exit.NOT_ASSESSED)


def _document(rendering: "Rendering") -> dict[str, object]:
    return {
        "templates": {each.name: each.content for each in rendering.templates},
        "not_rendered": [
            {"urn": left.urn, "type": left.type, "reason": left.reason} for left in rendering.not_rendered
        ],
    }


def write(templates: "tuple[Template, ...]", to: Path, lang: Tongue = Tongue.EN) -> None:
    """Write one file for each template, each whole or not at all; take away those of an earlier render.

    Raises:
        CommandError: exit 3, where the folder holds a file that no render wrote, or cannot be written.
    """
    from fnmatch import fnmatch

    from prosess.cli.text import text
    from prosess.contracts import canonical_bytes
    from prosess.documents import write_whole

    record = to / RECORD
    try:
        to.mkdir(parents=True, exist_ok=True)
        ours = _recorded(record)
        there = {path.name for path in to.iterdir() if not fnmatch(path.name, ".*.json.*.part")}
        foreign = sorted(there - ours - {RECORD})
        if foreign:
            raise CommandError(
                Exit.INVALID,
                "FOLDER_NOT_OURS",
                text("env.render.foreign", lang, file=foreign[0]),
                hint=text("env.render.foreign.hint", lang),
                where=str(to),
            )
        files = {f"{each.name}.json": each.to_bytes() for each in templates}
        # Told before it is written: a render that is cut off leaves only files that the next one knows.
        write_whole(record, canonical_bytes(sorted(ours | files.keys())))
        for name, data in files.items():
            write_whole(to / name, data)
        for name in ours - files.keys():
            (to / name).unlink(missing_ok=True)
        write_whole(record, canonical_bytes(sorted(files)))
    except OSError as error:
        raise CommandError(
            Exit.INVALID, "FOLDER_NOT_WRITABLE", text("env.render.unwritable", lang), where=str(to)
        ) from error


def _recorded(record: Path) -> set[str]:
    import json

    try:
        told = json.loads(record.read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return set()
    return (
        {name for name in told if isinstance(name, str) and "/" not in name and name.endswith(".json")}
        if isinstance(told, list)
        else set()
    )
