"""The command tree: what is shown works, and a flag means the same everywhere."""

from typing import Any

import pytest
from typer.main import get_command

from prosess.cli.app import _last, app


def leaves(command: Any, name: str = "prosess") -> dict[str, Any]:
    children = getattr(command, "commands", None)
    if not children:
        return {name: command}
    return {path: leaf for child, inner in children.items() for path, leaf in leaves(inner, f"{name} {child}").items()}


COMMANDS = leaves(get_command(app))
MEANINGS = {
    "-o": "output",
    "--lang": "lang",
    "--as-of": "as_of",
    "--server": "server",
    "--env": "env",
    "-e": "environment",
}


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_says_what_it_does_and_what_each_flag_means(name: str) -> None:
    command = COMMANDS[name]
    assert command.help
    assert command.help.strip().splitlines()[0].endswith(".")
    for parameter in command.params:
        assert getattr(parameter, "help", None), f"{name}: {parameter.name}"


@pytest.mark.parametrize(("flag", "parameter"), MEANINGS.items())
def test_a_flag_means_the_same_everywhere(flag: str, parameter: str) -> None:
    for name, command in COMMANDS.items():
        for one in command.params:
            if flag in one.opts:
                assert one.name == parameter, name


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["env", "plan", "-o", "json"], "json"),
        (["env", "plan", "-ojson"], "json"),
        (["env", "plan", "--output=json"], "json"),
        (["env", "plan", "--output", "table"], "table"),
        (["env", "plan"], None),
        (["env", "plan", "-o"], None),
    ],
)
def test_the_form_of_errors_is_known_before_the_command_line_is_read(
    arguments: list[str], expected: str | None
) -> None:
    assert _last(arguments, "-o", "--output") == expected
