"""``prosess env validate``: every mistake of a file at once."""

from prosess.cli.options import EnvironmentFile, Format, Lang, Output, Tongue


def validate(environment: EnvironmentFile, output: Output = Format.TABLE, lang: Lang = Tongue.EN) -> None:
    """Check an environment file: every mistake at once, with its line and the way out."""
    from prosess.cli.output import emit_json, show
    from prosess.cli.reviewed import environment_of
    from prosess.cli.text import text

    read = environment_of(environment, lang)
    if output is Format.JSON:
        emit_json({"file": environment.name, "environment": read.name, "valid": True})
    else:
        show(text("env.valid", lang, name=read.name, file=environment.name))
