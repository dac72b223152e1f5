"""How a command refuses in the reader's language: by a code, whose words are ``error.CODE`` and ``hint.CODE``."""

from typing import Any

from prosess.cli.exit import CommandError, Exit
from prosess.cli.options import Tongue


def refused(exit_code: Exit, code: str, lang: Tongue, *, where: str = "", **facts: Any) -> CommandError:
    """Make the error that ends a command.

    Args:
        exit_code: what it means.
        code: stable; its texts are ``error.<code>`` and ``hint.<code>``.
        lang: the reader's language.
        where: file, revision or resource that it is about.
        facts: what the texts speak of.
    """
    from prosess.cli.text import text

    said, hint = (text(f"{part}.{code}", lang, **facts) for part in ("error", "hint"))
    return CommandError(exit_code, code, said, hint=hint, where=where)
