"""A region's folder: ``region.yaml`` with ``environments/``, ``tenants/``, ``pathways/`` and ``ros/`` beside it."""

from pathlib import Path

from prosess.cli.exit import CommandError, Exit

REGION_FILE = "region.yaml"


def root_of(path: Path) -> Path | None:
    """Give the nearest folder at or above a path that holds a region file, or none."""
    start = path.absolute()
    return next((folder for folder in (start, *start.parents) if (folder / REGION_FILE).is_file()), None)


def region_file(path: Path) -> Path:
    """Give the region file that a reviewed file belongs to.

    Raises:
        CommandError: where no folder above the file has one.
    """
    if (root := root_of(path)) is None:
        raise CommandError(
            Exit.INVALID,
            "NO_REGION_FILE",
            f"no `{REGION_FILE}` was found beside or above the file",
            hint=f"keep the file in the region's folder, which holds `{REGION_FILE}`",
            where=str(path),
        )
    return root / REGION_FILE
