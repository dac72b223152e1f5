"""``prosess access``: the alternatives for access control, and what each needs and leaves standing."""

import typer

from prosess.cli.options import Format, Lang, Output, Tongue

app = typer.Typer(name="access", no_args_is_help=True, help="Compare alternatives for access control.")


@app.callback()
def access() -> None:
    """Compare alternatives for access control."""


@app.command("list")
def list_(output: Output = Format.TABLE, lang: Lang = Tongue.EN) -> None:
    """List the access options with what each needs, from whom, and its usual lead time."""
    from prosess.cli.output import emit_json, table
    from prosess.cli.text import text
    from prosess.domain.access import OPTIONS

    if output is Format.JSON:
        emit_json({option.value: profile.model_dump(mode="json") for option, profile in OPTIONS.items()})
        return
    table(
        [text("column.code", lang), text("column.option", lang), text("column.needs", lang), text("column.days", lang)],
        [
            (
                profile.code,
                option.value,
                "\n".join(need.code for need in profile.needs),
                max(need.lead_time_days for need in profile.needs),
            )
            for option, profile in OPTIONS.items()
        ],
    )
