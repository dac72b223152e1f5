"""The service's settings for a command: what is wrong with them ends it with exit 3."""

from typing import TYPE_CHECKING

from prosess.cli.exit import CommandError, Exit

if TYPE_CHECKING:
    from platform_api.settings import Settings


def settings() -> "Settings":
    """Read the service's settings from ``PROSESS_*`` variables.

    Raises:
        CommandError: exit 3, with every variable that is missing or wrong; values are not echoed.
    """
    from pydantic import ValidationError

    from platform_api.settings import Settings

    try:
        return Settings()
    except ValidationError as error:
        lines = []
        for one in error.errors(include_input=False, include_url=False):
            name = "_".join(str(part) for part in one["loc"]).upper()
            lines.append(f"PROSESS_{name}: {one['msg']}" if name else str(one["msg"]).removeprefix("Value error, "))
        raise CommandError(
            Exit.INVALID, "SETTINGS", "\n".join(lines), hint="set the variables named above; docs/service.md lists all"
        ) from error
