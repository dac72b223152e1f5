"""The reviewed files that the service was started with: the region, and the environments that it onboards into."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from prosess.documents import read
from prosess.domain.environment import Environment
from prosess.domain.organisation import Actor, Region


@dataclass(frozen=True)
class Reviewed:
    """What was declared; it changes by review and a restart, never by a request."""

    region: Region
    environments: dict[str, Environment]

    @classmethod
    def read(cls, region: Path, environments: tuple[Path, ...]) -> "Reviewed":
        """Read the files.

        Raises:
            prosess.documents.DocumentError: where one cannot be used.
            ValueError: where two environments have one name, or one is of another region.
        """
        declared = read(Region, region)
        found: dict[str, Environment] = {}
        for path in environments:
            environment = read(Environment, path)
            if environment.name in found:
                raise ValueError(f"two files declare the environment `{environment.name}`")
            if environment.region != declared.id:
                raise ValueError(f"the environment `{environment.name}` belongs to the region `{environment.region}`")
            found[environment.name] = environment
        return cls(declared, found)

    @cached_property
    def names(self) -> dict[str, str]:
        """Id → name of every organisation and actor of the region."""
        return {one.number: one.name for one in self.region.organisations} | {
            one.id: one.name for one in self.region.actors
        }

    def actor(self, actor_id: str) -> Actor | None:
        """Give somebody who others depend on, or none."""
        return next((one for one in self.region.actors if one.id == actor_id), None)
