"""The profiles that come with the product, and a folder's own."""

from pathlib import Path

from prosess.documents import read
from ros.criteria.profile import CriteriaError, Profile

_OWN = Path(__file__).parent / "profiles"


def profile_names() -> tuple[str, ...]:
    """Give ``<profile>@<version>`` of every profile that comes with the product, sorted."""
    return tuple(sorted(path.stem for path in _OWN.glob("*.yaml")))


def read_profile(reference: str, folder: Path | None = None) -> Profile:
    """Read a profile, from a folder's own ``<profile>@<version>.yaml`` before the product's.

    Raises:
        CriteriaError: where neither has it, or the file declares another id or version than its name.
    """
    for place in (folder, _OWN):
        path = place / f"{reference}.yaml" if place else None
        if path and path.is_file():
            profile = read(Profile, path)
            if profile.reference != reference:
                raise CriteriaError(
                    "CRITERIA_FILE_NAME",
                    f"the file {path.name} declares {profile.reference}",
                    facts={"file": path.name, "declared": profile.reference},
                    hint="name the file after the id and the version that it declares",
                )
            return profile
    raise CriteriaError(
        "CRITERIA_UNKNOWN",
        f"there is no criteria profile `{reference}`",
        facts={"reference": reference, "known": list(profile_names())},
        hint=f"known here: {', '.join(profile_names())}",
        at=("criteria",),
    )
