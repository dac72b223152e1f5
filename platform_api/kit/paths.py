"""Path parameters with their grammar."""

from typing import Annotated

from fastapi import Path

SlugPath = Annotated[str, Path(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=40)]
"""The id of something that a file declares."""
