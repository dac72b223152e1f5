"""What a file declares under an id, it declares once: references could not tell two of the same apart."""

from collections.abc import Sequence

from prosess.domain.errors import DomainError


def refuse_declared_twice(key: str, ids: Sequence[str]) -> None:
    """Refuse the second of two entries with one id.

    Args:
        key: the list in the file.
        ids: the ids of its entries, in the file's order.

    Raises:
        DomainError: ``DECLARED_TWICE``, at the second entry.
    """
    for index, identifier in enumerate(ids):
        if identifier in ids[:index]:
            raise DomainError(
                "DECLARED_TWICE",
                f"`{key}` declares `{identifier}` twice",
                facts={"key": key, "id": identifier},
                hint="give each its own id, or remove one",
                at=(key, index),
            )
