"""Which of the three languages a reader wants."""

from collections.abc import Iterable

from prosess.domain.text import Language

DEFAULT = Language.NB


def _primary(tag: str) -> Language | None:
    primary = tag.strip().lower().split("-")[0]
    if primary == "no":
        return Language.NB
    return Language(primary) if primary in set(Language) else None


def _weighted(header: str) -> Iterable[tuple[float, int, str]]:
    for order, part in enumerate(header[:512].split(",")):
        tag, _, parameters = part.partition(";")
        quality = 1.0
        if parameters.strip().startswith("q="):
            try:
                quality = float(parameters.strip()[2:])
            except ValueError:
                continue
        if quality > 0:
            yield -quality, order, tag


def negotiate(accept_language: str | None, *, asked: str | None = None) -> Language:
    """Choose a language: the one asked for by name, else the best of ``Accept-Language`` (RFC 9110), else bokmål.

    ``no`` is read as bokmål. A Norwegian reader of either written form is given Norwegian before English.
    """
    if asked is not None and (named := _primary(asked)) is not None:
        return named
    for _, _, tag in sorted(_weighted(accept_language or "")):
        if (found := _primary(tag)) is not None:
            return found
    return DEFAULT
