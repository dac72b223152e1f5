"""``prosess ros forecast``."""


def forecast() -> None:
    """Soon."""
