"""The command tree, and the one place where an error becomes an exit code."""

import os
import sys
from importlib.metadata import version
from typing import Annotated

import typer

from prosess.cli import (
    access,
    api,
    audit,
    demo,
    dependency,
    doctor,
    env,
    gate,
    login,
    pathway,
    policy,
    ros,
    scan,
    tenant,
)
from prosess.cli.exit import CommandError, Exit
from prosess.cli.output import report, settings
from prosess.domain.errors import DomainError

app = typer.Typer(
    name="prosess",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_show_locals=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Plan, judge, onboard and risk-assess a regional process platform from reviewed files.",
    epilog="Exit codes: 0 ok · 1 a gate, policy or risk limit failed · 2 usage · 3 invalid input or configuration · "
    "4 not assessed · 5 pending · 6 a server cannot be reached · 130 interrupted",
)
app.command("demo")(demo.demo)
for noun in (env, access, policy, ros, tenant, pathway, gate, dependency, api, audit):
    app.add_typer(noun.app)
app.command("scan")(scan.scan)
app.command("login")(login.login)
app.command("doctor")(doctor.doctor)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"prosess {version('prosess')}")
        raise typer.Exit


@app.callback()
def root(
    no_color: Annotated[bool, typer.Option("--no-color", help="Print without colour (also NO_COLOR).")] = False,
    _version_asked: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Plan, judge, onboard and risk-assess a regional process platform from reviewed files."""
    settings.no_color = no_color or bool(os.environ.get("NO_COLOR"))


def _last(arguments: list[str], *flags: str) -> str | None:
    """Give the value of a flag, read before the command line is: an error may come from anywhere."""
    found = None
    for index, one in enumerate(arguments):
        name, _, value = one.partition("=")
        if name in flags and value:
            found = value
        elif one in flags and index + 1 < len(arguments):
            found = arguments[index + 1]
        elif not one.startswith("--") and one[:2] in flags and len(one) > 2:
            found = one[2:].removeprefix("=")
    return found


def _worded(error: DomainError, lang: str) -> CommandError:
    from prosess.domain.text import Language
    from prosess.domain.text.refusals import explain

    try:
        said = explain(error, Language(lang))
    except (KeyError, ValueError):
        return CommandError.of(error)
    return CommandError(Exit.INVALID, error.code, said.text, hint=said.hint)


def main() -> None:
    """Run the command line and leave with its exit code."""
    arguments = sys.argv[1:]
    as_json = _last(arguments, "-o", "--output") == "json"
    try:
        app()
    except CommandError as error:
        report(error, as_json=as_json)
        sys.exit(error.exit_code)
    except DomainError as error:
        lang = _last(arguments, "--lang") or os.environ.get("PROSESS_LANG", "en")
        report(_worded(error, lang), as_json=as_json)
        sys.exit(Exit.INVALID)
    except KeyboardInterrupt:
        sys.exit(Exit.INTERRUPTED)
    except BrokenPipeError:
        # The reader went away, as `head` does; that is no error of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(Exit.OK)


if __name__ == "__main__":
    main()
