"""What a tenant looks like from outside."""

from pydantic import JsonValue

from platform_api.kit.wording import word
from platform_api.tenants.models import TenantRow
from prosess.domain.base import Model
from prosess.domain.text import Language


class TenantView(Model):
    """A tenant as it stands."""

    id: str
    organisation: str
    state: str
    state_name: str
    manifest: str
    """Digest of the manifest as last sent; the entity tag."""
    approved_manifest: str | None = None
    updated_at: str
    document: dict[str, JsonValue] | None = None


class TenantList(Model):
    """Tenants by id."""

    tenants: tuple[TenantView, ...]


def view(row: TenantRow, language: Language, document: dict[str, JsonValue] | None = None) -> TenantView:
    """Give a tenant in a language."""
    return TenantView(
        id=row.id,
        organisation=row.organisation,
        state=row.state,
        state_name=word(f"tenant_state:{row.state}", language),
        manifest=row.digest,
        approved_manifest=row.approved,
        updated_at=row.updated_at,
        document=document,
    )
