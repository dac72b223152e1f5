"""``prosess ros migrate``: to other criteria, by a table that somebody wrote."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from prosess.cli.options import AsOf, Lang, PageFormat, PageOutput, Tongue
from prosess.cli.ros.assessing import Analysis

if TYPE_CHECKING:
    from datetime import datetime

    from prosess.domain.text import Language
    from ros.criteria import Profile
    from ros.migration import FacetChange, Moved

Row = tuple[str, str, str, str, str]


def migrate(
    analysis: Analysis,
    old: Annotated[str, typer.Option("--from", help="Criteria that it was made against.", metavar="PROFILE@VERSION")],
    new: Annotated[str, typer.Option("--to", help="Criteria to move it to.", metavar="PROFILE@VERSION")],
    table: Annotated[
        Path | None, typer.Option("--map", help="File that says which new step each old one is.", metavar="MAP")
    ] = None,
    write: Annotated[bool, typer.Option("--write", help="Change the files; nothing is written without it.")] = False,
    as_of: AsOf = None,
    output: PageOutput = PageFormat.TABLE,
    lang: Lang = Tongue.EN,
) -> None:
    """Move an assessment to other criteria. Every change is shown, and nothing is written unless asked for."""
    from prosess.cli.output import emit_json, say, show
    from prosess.cli.output import table as print_table
    from prosess.cli.text import text
    from prosess.domain.text import Language

    every, files = _worked_out(analysis, old, new, table, write=write, as_of=as_of, lang=lang)
    language = Language(lang.value)
    heads = [text(f"migrate.{key}", lang) for key in ("risk", "facet", "before", "after", "note")]
    rows = [row for moved in every for row in _rows(moved, language)]
    notes = list(dict.fromkeys(_note(key, moved, language) for moved in every for key in moved.notes))
    if output is PageFormat.JSON:
        emit_json({"written": write, "assessments": [_json(moved) for moved in every]})
    elif output is PageFormat.MARKDOWN:
        lines = [heads, ["---"] * len(heads), *rows]
        show("\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines))
        show("\n".join(["", *(f"- {note}" for note in notes)]))
    else:
        print_table(heads, rows)
        for note in notes:
            show(f"· {note}")
    say(text("migrate.written" if write else "migrate.dry", lang, count=files))


def _worked_out(
    folder: Path, old: str, new: str, table: Path | None, *, write: bool, as_of: "datetime | None", lang: Tongue
) -> "tuple[list[Moved], int]":
    """Work the migration out, hold the files to it, and write them where asked; give it and how many they are.

    What the assessment inherits from moves with it: the criteria have to be the same.
    """
    from prosess.cli.output import say
    from prosess.cli.reviewed import reading
    from prosess.cli.ros.assessing import acceptances_of
    from prosess.documents import write_all
    from prosess.domain.errors import DomainError
    from prosess.domain.text import Language
    from prosess.domain.text.refusals import refusal
    from ros.criteria import read_profile
    from ros.loading import load_analysis
    from ros.migration import edited, folders, move, read_migration, skeleton, spoken_of

    with reading(lang):
        load_analysis(folder)
        every: list[Moved] = []
        files: dict[Path, bytes] = {}
        for one in folders(folder):
            found = load_analysis(one)
            if "/" in old or "/" in new:
                raise refusal("MIGRATION_OF_SCHEMA", facts={"named": found.analysis.schema_})
            if found.analysis.criteria != old:
                raise refusal("MIGRATION_OTHER_START", facts={"named": found.analysis.criteria, "given": old})
            profile = read_profile(new, one / "criteria")
            try:
                migration = read_migration(old, new, table)
            except DomainError as error:
                if error.code == "MIGRATION_UNKNOWN":
                    say(skeleton(found.profile, profile, Language(lang.value)))
                raise
            accepted = acceptances_of(one, found, as_of=as_of, lang=lang)
            every.append(move(found, profile, migration, accepted, spoken_of(one)))
            files |= edited(one, every[-1])
        if write:
            write_all(files)
    return every, len(files)


def _rows(moved: "Moved", language: "Language") -> "Iterator[Row]":
    from ros.wording.text import say

    for change in moved.head:
        yield _row(moved.analysis, change, moved, language)
    for id_, changes in moved.spoken:
        for change in changes:
            yield _row(id_, change, moved, language)
    for risk in moved.risks:
        for change in risk.changes:
            yield _row(risk.id, change, moved, language)
        for key, before, after in (
            ("level", risk.level_before, risk.level_after),
            ("target", risk.target_before, risk.target_after),
        ):
            levels = (_level(moved.old, before, language), _level(moved.new, after, language))
            yield (risk.id, say(f"migration.{key}", language), *levels, "")
    for one in moved.acceptances:
        said = "kept" if one.kept else f"because.{one.because}" if one.because else "untouched"
        facet = say("migration.acceptance", language, controller=one.data_controller)
        yield one.risk, facet, one.state, say(f"migration.{said}", language, state=one.state), ""


def _row(where: str, change: "FacetChange", moved: "Moved", language: "Language") -> Row:
    from prosess.documents import spell_path
    from ros.wording.text import say

    note = ""
    if change.open_top:
        top = len(_scale(moved.new, change.facet))
        note = say("migration.open_top", language, top=_step(moved.new, change.facet, top, language))
    return (
        where,
        spell_path(change.path),
        _step(moved.old, change.facet, change.before, language),
        _step(moved.new, change.facet, change.after, language),
        note,
    )


def _scale(profile: "Profile", facet: str) -> list[Any]:
    return [step.label for step in profile.likelihood] if facet == "likelihood" else [*profile.consequence_labels]


def _step(profile: "Profile", facet: str, ordinal: int, language: "Language") -> str:
    return f"{ordinal} {_scale(profile, facet)[ordinal - 1].in_language(language)}"


def _level(profile: "Profile", id_: str, language: "Language") -> str:
    from ros.wording.text import say

    level = profile.level_of(id_)
    return (
        f"{level.symbol} {level.label.in_language(language)}" if level else f"○ {say('level.not_assessed', language)}"
    )


def _note(key: str, moved: "Moved", language: "Language") -> str:
    from ros.wording.text import say

    def floors(profile: "Profile") -> str:
        return ", ".join(
            f"{one.dimension} ≥ {one.at_least}: {_level(profile, one.level, language)}" for one in profile.floors
        )

    return say(
        f"migration.{key}",
        language,
        old=_level(moved.old, moved.old.limit, language),
        new=_level(moved.new, moved.new.limit, language),
        old_floors=floors(moved.old) or "–",
        new_floors=floors(moved.new) or "–",
    )


def _json(moved: "Moved") -> dict[str, Any]:
    from prosess.documents import spell_path

    def change(one: "FacetChange") -> dict[str, Any]:
        return {
            "path": spell_path(one.path),
            "facet": one.facet,
            "before": one.before,
            "after": one.after,
            "open_top": one.open_top,
        }

    return {
        "from": {"criteria": moved.old.reference, "digest": moved.old.digest},
        "to": {"criteria": moved.new.reference, "digest": moved.new.digest},
        "analysis": moved.analysis,
        "head": [change(one) for one in moved.head],
        "risks": [
            {
                "id": risk.id,
                "changes": [change(one) for one in risk.changes],
                "level": {"before": risk.level_before, "after": risk.level_after},
                "target": {"before": risk.target_before, "after": risk.target_after},
            }
            for risk in moved.risks
        ],
        "inherited": [{"id": id_, "changes": [change(one) for one in changes]} for id_, changes in moved.spoken],
        "acceptances": [
            {
                "risk": one.risk,
                "data_controller": one.data_controller,
                "state": one.state,
                "kept": one.kept,
                "because": one.because,
            }
            for one in moved.acceptances
        ],
        "notes": list(moved.notes),
    }
