"""``prosess ros verify``: does every seal hold, and does what was sealed still stand?"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from prosess.cli.exit import Exit
from prosess.cli.options import AsOf, Format, Lang, Output, Tongue
from prosess.cli.ros.assessing import NOTHING, Analysis, Handed, Planned, handing

if TYPE_CHECKING:
    from datetime import datetime

    from ros.model import AnalysisFiles, Attested
    from ros.sealed.acceptance import AcceptanceFile
    from ros.sealed.verifying import Standing, Verified

MARKS = {
    "active": "✓",
    "approved": "·",
    "expired": "·",
    "revoked": "·",
    "superseded": "·",
    "invalidated": "✗",
    "broken": "✗",
}
WHY = {
    "level_raised": "because.level_raised",
    "material_changed": "because.material_changed",
    "criteria_changed": "because.criteria_changed",
    "control_fails": "because.control_fails",
    "risk_gone": "because.risk_gone",
    "statement_changed": "because.statement_changed",
}
"""Why something no longer stands → key of its text."""


@handing
def verify(
    analysis: Analysis,
    env: Planned = None,
    as_of: AsOf = None,
    output: Output = Format.TABLE,
    lang: Lang = Tongue.EN,
    handed: Handed = NOTHING,
) -> None:
    """Prove every acceptance and attestation of a risk assessment; with a plan, tell also what it has overtaken.

    Exit 1 where a file is not to be believed or what it says no longer stands, 4 where nothing is sealed. What
    expired, was taken back or was superseded is told, and is no fault of the files: prosess ros check judges it.
    """
    from prosess.cli.judging import as_of_day
    from prosess.cli.output import emit_json, say
    from prosess.cli.reviewed import reading
    from prosess.cli.ros.signing import keys_of
    from prosess.cli.text import text
    from ros.loading import load_analysis
    from ros.sealed.acceptance import read_acceptances
    from ros.sealed.attestation import FOLDER, attested, read_attestations
    from ros.sealed.seals import sound
    from ros.sealed.verifying import verified

    with reading(lang):
        files = load_analysis(analysis)
    keys, day = keys_of(analysis, lang), as_of_day(as_of)
    accepted = read_acceptances(analysis, files, keys)
    given = read_attestations(handed.attestations or analysis / FOLDER, files, keys)
    standing = None
    if (env or handed.graph) and sound(accepted):
        standing = _standing(analysis, env, handed, files, accepted, attested(sound(given), files), as_of, lang)
    rows = verified(accepted, given, files, day=day, standing=standing)
    if output is Format.JSON:
        emit_json([_document(row, lang) for row in rows])
    elif rows:
        _table(rows, lang)
    if not rows:
        say(text("ros.nothing_sealed", lang))
        raise typer.Exit(Exit.NOT_ASSESSED)
    if any(not row.sound for row in rows):
        raise typer.Exit(Exit.FAILED)


def _standing(
    analysis: Path,
    env: Path | None,
    handed: Handed,
    files: "AnalysisFiles",
    accepted: "tuple[AcceptanceFile, ...]",
    attestations: "tuple[Attested, ...]",
    as_of: "datetime | None",
    lang: Tongue,
) -> "Standing":
    """Hold the acceptances that are to be believed against the present plan, and the attestations that are."""
    from dataclasses import replace

    from prosess.cli.judging import as_of_day
    from prosess.cli.ros.handed import gather
    from ros.engine import assess
    from ros.sealed.acceptance import Register
    from ros.sealed.seals import sound
    from ros.sealed.verifying import standing_of

    # Whether an attestation is to be believed is told in a row of its own, and must not end the command here.
    nowhere = replace(handed, attestations=analysis / "attestations" / "nowhere")
    gathered = gather(analysis, files, env, nowhere, as_of=as_of, lang=lang)
    gathered, day = replace(gathered, attestations=attestations), as_of_day(as_of)
    return standing_of(
        Register.of(sound(accepted)).accepted(day),
        lambda some: assess(files, gathered, as_of=day, acceptances=some),
    )


def _table(rows: "tuple[Verified, ...]", lang: Tongue) -> None:
    from prosess.cli.output import table
    from prosess.cli.text import text
    from prosess.domain.text import Language
    from prosess.domain.text.names import name_of

    table(
        [text(f"column.{name}", lang) for name in ("holds", "of", "until", "by", "file")],
        [
            [
                f"{MARKS[row.state]} {text(f'sealed.{_word(row)}', lang)}{_why(row, lang)}",
                row.of or "",
                row.until.isoformat() if row.until else "",
                f"{name_of(row.role, Language(lang.value))}, {row.organisation}" if row.role else "",
                row.file,
            ]
            for row in rows
        ],
    )


def _word(row: "Verified") -> str:
    return "takes_back" if row.kind == "revocation" and row.state == "active" else row.state


def _why(row: "Verified", lang: Tongue) -> str:
    from prosess.cli.ros.signing import words
    from prosess.cli.text import text

    if row.problem is not None:
        return f": {words(row.problem, lang)[0]} [{row.problem.code}]"
    return f": {text(WHY[row.because], lang)}" if row.because else ""


def _document(row: "Verified", lang: Tongue) -> dict[str, Any]:
    from prosess.cli.ros.signing import words

    found: dict[str, Any] = {
        "file": row.file,
        "kind": row.kind,
        "state": row.state,
        "id": row.id,
        "of": row.of,
        "role": row.role.value if row.role else None,
        "organisation": row.organisation,
        "decided": row.decided.isoformat() if row.decided else None,
        "until": row.until.isoformat() if row.until else None,
        "because": row.because,
    }
    if row.problem is not None:
        found |= {"code": row.problem.code, "message": words(row.problem, lang)[0]}
    return {key: value for key, value in found.items() if value is not None}
