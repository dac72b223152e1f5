"""Ids that the service makes: letters only, so that none can ever look like eleven digits."""

import secrets

_LETTERS = "bcdfghjkmnpqrstvwxz"


def new_id(prefix: str) -> str:
    """Give ``<prefix>-<24 letters>``: about 102 bits, without vowels, so without words."""
    return f"{prefix}-" + "".join(secrets.choice(_LETTERS) for _ in range(24))


ID_PATTERN = r"^[a-z]{2,4}-[bcdfghjkmnpqrstvwxz]{24}$"
