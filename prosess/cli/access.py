"""``prosess access``: the alternatives for access control, and what each needs and leaves standing."""

import typer

from prosess.cli.options import Format, Lang, Output, Tongue

app = typer.Typer(name="access", no_args_is_help=True, help="Compare alternatives for access control.")


@app.callback()
def access() -> None:
    """Compare alternatives for access control."""


@app.command("list")
def list_(output: Output = Format.TABLE, lang: Lang = Tongue.EN) -> None:
    """List the access options, overlays and the emergency account: needs, usual lead time, what people keep."""
    from prosess.cli.output import emit_json, table
    from prosess.cli.text import text
    from prosess.domain.access import EMERGENCY, OPTIONS, OVERLAYS, DesignProfile
    from prosess.domain.text import Language
    from prosess.domain.text.names import name_of

    language = Language(lang.value)
    designs: dict[str, DesignProfile] = {
        **{option.value: profile for option, profile in OPTIONS.items()},
        **{overlay.value: profile for overlay, profile in OVERLAYS.items()},
        "emergency": EMERGENCY,
    }
    if output is Format.JSON:
        emit_json({name: profile.model_dump(mode="json") for name, profile in designs.items()})
        return
    table(
        [text(f"column.{column}", lang) for column in ("code", "option", "needs", "days", "standing")],
        [
            (
                profile.code,
                name,
                "\n".join(need.code for need in profile.needs),
                max(need.lead_time_days for need in profile.needs),
                "\n".join(
                    f"{name_of(one.holder, language)}: {name_of(one.role, language)}, {name_of(one.place, language)}"
                    + (f" ({text('access.time_boxed', lang)})" if one.time_boxed else "")
                    for one in profile.standing_access
                    if one.holder.of_people
                )
                or text("access.none_standing", lang),
            )
            for name, profile in designs.items()
        ],
    )
