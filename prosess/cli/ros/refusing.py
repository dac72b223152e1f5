"""Ends a verb of ``prosess ros`` by a rule of the domain that is broken, in the reader's language."""

from collections.abc import Iterator
from contextlib import contextmanager

from prosess.cli.exit import CommandError, Exit
from prosess.cli.options import Tongue


@contextmanager
def worded(lang: Tongue, *, where: str = "") -> Iterator[None]:
    """Turn a refusal into the error that ends a command.

    Raises:
        CommandError: exit 3.
    """
    from prosess.domain.errors import DomainError

    try:
        yield
    except DomainError as error:
        from prosess.domain.text import Language
        from prosess.domain.text.refusals import explain

        told = explain(error, Language(lang.value))
        raise CommandError(Exit.INVALID, error.code, told.text, hint=told.hint, where=where) from error
