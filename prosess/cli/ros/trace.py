"""``prosess ros trace``."""


def trace() -> None:
    """Soon."""
