"""``prosess ros init``: a first draft, from a plan and a manifest, or from a workbook."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from prosess.cli.options import Lang, PageFormat, PageOutput, Tongue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prosess.domain.pathway import Pathway
    from ros.draft import Applied, Draft, Facts
    from ros.workbook import Taken

DEFAULT_CRITERIA = "illustrative-4x4@1"


def init(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Folder of the new assessment: empty, or none yet.")],
    env: Annotated[
        Path | None, typer.Option("--env", help="Environment file whose plan the draft is made from.", metavar="ENV")
    ] = None,
    pathway: Annotated[
        Path | None, typer.Option("--pathway", help="Manifest of the pathway that is assessed.", metavar="MANIFEST")
    ] = None,
    source: Annotated[
        Path | None, typer.Option("--from", help="Workbook to take the risks from (.xlsx).", metavar="XLSX")
    ] = None,
    columns: Annotated[
        Path | None, typer.Option("--columns", help="File that says which column is what.", metavar="MAP")
    ] = None,
    scope: Annotated[
        str | None, typer.Option("--scope", help="What is assessed, such as environment:prod or pathway:kols.")
    ] = None,
    criteria: Annotated[
        str | None, typer.Option("--criteria", help=f"Criteria profile and version; {DEFAULT_CRITERIA} if not given.")
    ] = None,
    output: PageOutput = PageFormat.TABLE,
    lang: Lang = Tongue.EN,
) -> None:
    """Begin an assessment: which scenarios apply, and why. Nothing is judged, and nothing is written over."""
    from prosess.cli.reviewed import reading
    from prosess.domain.text import Language
    from ros.criteria import read_profile
    from ros.draft import applying, draft, write_folder
    from ros.draft.folder import refuse_used

    refuse_used(folder)
    known = _known(env, pathway, lang)
    about = known.draft(scope)
    if source is not None:
        with reading(lang):
            taken = _taken(source, columns, criteria, about, lang)
            write_folder(folder, taken.files)
        _tell_taken(taken, folder, output, lang)
        return
    with reading(lang):
        profile = read_profile(criteria or DEFAULT_CRITERIA)
        applied = applying(known.facts)
        write_folder(folder, draft(_some(about), applied, profile, Language(lang.value)))
    _tell(applied, folder, output, lang)


@dataclass
class _Known:
    """What the files that were given tell."""

    facts: "Facts"
    environment: str | None = None
    pathway: "Pathway | None" = None
    provider: str | None = None
    names: dict[str, str] = field(default_factory=dict)

    def draft(self, scope: str | None) -> "Draft | None":
        """Give what a draft is about; None where no data controller is known."""
        from ros.draft import Draft

        pathway = self.pathway
        answering = [one.organisation for one in pathway.participants if one.data_controller] if pathway else []
        controllers = tuple(answering) or ((self.provider,) if self.provider else ())
        if not controllers:
            return None
        scopes = [f"environment:{self.environment}"] if self.environment else []
        scopes += [f"pathway:{pathway.id}"] if pathway else []
        chosen = scope or scopes[0]
        return Draft(
            id=chosen.replace(":", "-"),
            scope=chosen,
            also_covers=tuple(one for one in scopes if one != chosen),
            controllers=controllers,
            provider=self.provider or controllers[0],
            names=self.names,
        )


def _known(env: Path | None, pathway: Path | None, lang: Tongue) -> _Known:
    from prosess.cli.planning import planned
    from prosess.cli.reviewed import environment_of, read_file, region_of
    from prosess.domain.pathway import Pathway
    from ros.draft import Facts

    manifest = read_file(Pathway, pathway, lang) if pathway else None
    if env is None:
        found = _Known(Facts(pathway=manifest), pathway=manifest)
    else:
        environment = environment_of(env, lang)
        region = region_of(env, lang)
        found = _Known(
            Facts(planned(env, lang=lang), manifest),
            environment=environment.name,
            pathway=manifest,
            provider=environment.data_controller,
            names={one.number: one.name for one in region.organisations},
        )
    for participant in manifest.participants if manifest else ():
        found.names.setdefault(participant.organisation, participant.name)
    return found


def _some(about: "Draft | None") -> "Draft":
    from prosess.domain.text.refusals import refusal

    if about is None:
        raise refusal("ROS_DRAFT_WITHOUT_CONTROLLER")
    return about


def _taken(source: Path, columns: Path | None, criteria: str | None, about: "Draft | None", lang: Tongue) -> "Taken":
    from prosess.documents import read
    from prosess.domain.text import Language
    from ros.criteria import read_profile
    from ros.workbook import Columns, is_ours, open_workbook, take_foreign, take_ours

    book = open_workbook(source)
    if columns is None and is_ours(book):
        return take_ours(book, criteria)
    return take_foreign(
        book,
        read(Columns, columns) if columns else None,
        read_profile(criteria or DEFAULT_CRITERIA),
        _some(about),
        Language(lang.value),
    )


def _tell(applied: "tuple[Applied, ...]", folder: Path, output: PageFormat, lang: Tongue) -> None:
    """Say which scenarios apply, why, and what to do next."""
    from prosess.cli.output import emit_json, say, show, table
    from prosess.cli.text import text
    from prosess.domain.text import Language
    from ros.draft.drafting import why

    language = Language(lang.value)
    if output is PageFormat.JSON:
        emit_json(
            {
                "scenarios": [
                    {
                        "id": one.scenario.id,
                        "applies": one.applies,
                        "because": [
                            {"key": reason.key, "of": list(reason.of), "count": reason.count} for reason in one.because
                        ],
                        "resources": [selector.type for selector in one.selectors],
                        "controls": [control.id for control in one.controls],
                    }
                    for one in applied
                ]
            }
        )
        return
    heads = [text(f"init.{key}", lang) for key in ("scenario", "applies", "why")]
    rows = [
        (
            f"{one.scenario.id} {one.scenario.title.in_language(language)}",
            text("init.yes" if one.applies else "init.no", lang),
            why(one, language),
        )
        for one in applied
    ]
    if output is PageFormat.MARKDOWN:
        show(_markdown(heads, rows))
    else:
        table(heads, rows)
    say(text("init.written", lang, count=sum(one.applies for one in applied), folder=str(folder)))


def _tell_taken(taken: "Taken", folder: Path, output: PageFormat, lang: Tongue) -> None:
    """Say what was taken, and row by row what was not."""
    from prosess.cli.output import emit_json, say, show, table
    from prosess.cli.text import text
    from prosess.domain.text import Language
    from ros.wording.text import say as worded

    if output is PageFormat.JSON:
        emit_json(
            {
                "risks": [risk.id for risk in taken.risks],
                "notes": [{"cell": note.cell, "key": note.key, **note.facts} for note in taken.notes],
            }
        )
        return
    heads = [text("init.cell", lang), text("init.note", lang)]
    language = Language(lang.value)
    rows = [(note.cell, worded(f"workbook.{note.key}", language, **note.words(language))) for note in taken.notes]
    if rows and output is PageFormat.MARKDOWN:
        show(_markdown(heads, rows))
    elif rows:
        table(heads, rows)
    say(text("init.taken", lang, count=len(taken.risks), folder=str(folder)))


def _markdown(heads: list[str], rows: "Sequence[Sequence[str]]") -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
