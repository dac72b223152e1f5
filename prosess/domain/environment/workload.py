"""Where the platform itself runs."""

import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from prosess.domain.base import Model
from prosess.domain.errors import DomainError
from prosess.domain.guard import refuse_person_identifier
from prosess.domain.identifiers import ArmId, Slug, Text, Uuid, of_type

_IMAGE = re.compile(r"(?P<name>[a-z0-9.-]+(?::[0-9]+)?(?:/[a-z0-9._-]+)+)@sha256:[0-9a-f]{64}")


def _pinned(image: str) -> str:
    found = _IMAGE.fullmatch(image)
    if found is None:
        raise DomainError(
            "IMAGE_DIGEST",
            "an image is named by registry, name and digest, and by no tag",
            hint="write `REGISTRY/NAME@sha256:` and the 64 hexadecimal digits of the image that was approved",
        )
    refuse_person_identifier(found["name"])
    return image


Image = Annotated[str, AfterValidator(_pinned)]
"""A container image by digest: what a tag names can be changed after somebody approved it."""

RegistryId = Annotated[ArmId, of_type("Microsoft.ContainerRegistry/registries")]


def registry_host(registry: str) -> str:
    """Give the host of an Azure container registry."""
    return f"{registry.rpartition('/')[2].lower()}.azurecr.io"


class Images(Model):
    """What runs, by digest."""

    prosess: Image
    """The platform, with the region's reviewed files in it: what runs is what was reviewed."""
    opa: Image
    """Open Policy Agent with the signed bundle of the platform's rules."""


class Replicas(Model):
    """How many copies of a program run."""

    minimum: int = Field(default=2, ge=1, le=10)
    """Two survive the loss of a zone, and an update without a pause."""
    maximum: int = Field(default=4, ge=1, le=30)
    """The most that load may start; each holds up to twenty connections to the database."""

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.minimum > self.maximum:
            raise DomainError(
                "REPLICAS_ORDER",
                "`minimum` is above `maximum`",
                hint="give a `maximum` that is at least `minimum`",
                at=("minimum",),
            )
        return self


class DatabaseServer(Model):
    """How large a database server is, and who administers it."""

    sku: Annotated[str, StringConstraints(pattern=r"^Standard_[A-Za-z0-9_]{3,40}$")] = "Standard_D2ds_v5"
    """Machine size, of the general-purpose tier: the smaller one has no second zone."""
    storage_gb: Literal[32, 64, 128, 256, 512, 1024, 2048] = 64
    """Storage; it grows by itself and never shrinks."""
    administrators: Uuid
    """Object id of the directory group that administers it: people come in by a group, never by name."""
    administrators_name: Text
    """The group's display name: the database knows a group by it."""


class CreateWorkload(Model):
    """The platform's own programs and database."""

    mode: Literal["create"]
    images: Images
    registry: RegistryId
    """The region's container registry, from which the programs' identities may pull."""
    replicas: Replicas = Replicas()
    database: DatabaseServer
    audience: Text
    """What the tokens of those who sign in are issued for: the platform's application in the directory."""
    environments: tuple[Slug, ...] = ()
    """Environments that are onboarded into, by the names of their files; this one alone, where none is named."""

    @model_validator(mode="after")
    def _from_the_registry(self) -> Self:
        host = registry_host(self.registry)
        for key, image in (("prosess", self.images.prosess), ("opa", self.images.opa)):
            if image.partition("/")[0] != host:
                raise DomainError(
                    "IMAGE_ELSEWHERE",
                    f"the image is not one of the registry {host}",
                    facts={"registry": host},
                    hint="copy the image to the registry, or name the registry that it lies in",
                    at=("images", key),
                )
        return self
