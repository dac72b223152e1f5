"""Manifests in the database: canonical JSON, told apart by digest, parsed once."""

from functools import lru_cache
from typing import TypeVar

from prosess.contracts import canonical_bytes, digest
from prosess.domain.base import Model
from prosess.domain.pathway import Pathway
from prosess.domain.tenant import Tenant

M = TypeVar("M", bound=Model)


def manifest_bytes(manifest: Model) -> bytes:
    """Give the canonical bytes of a manifest: what is digested and kept."""
    return canonical_bytes(manifest.model_dump(mode="json", by_alias=True, exclude_none=True))


def manifest_digest(manifest: Model) -> str:
    """Give the digest of a manifest."""
    return digest(manifest_bytes(manifest))


@lru_cache(maxsize=256)
def parse_pathway(document: str) -> Pathway:
    """Give the pathway that a kept document declares; the same text is the same pathway."""
    return Pathway.model_validate_json(document, by_alias=True)


@lru_cache(maxsize=256)
def parse_tenant(document: str) -> Tenant:
    """Give the tenant that a kept document declares."""
    return Tenant.model_validate_json(document, by_alias=True)
