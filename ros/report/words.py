"""What lays a report out asks for its words by: a key of the catalogue, and the facts that the text needs."""

from typing import Protocol


class Words(Protocol):
    """Gives a text of the catalogue in the report's language."""

    def __call__(self, key: str, **facts: object) -> str:
        """Give the text."""
        ...
