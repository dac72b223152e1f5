"""A storage account in which each data controller's space makes a container of its own."""

from collections.abc import Sequence

import pulumi

from infra.components.access.design import AccessDesign
from infra.components.base import Context, name_of
from infra.components.security.encryption import CustomerKey, allow_key_use
from infra.components.security.storage_account import StorageSettings, make_account, make_blob_service
from infra.connections import BLOB
from prosess.domain.access import DesignProfile
from prosess.domain.standing_access import Place, StandingAccess


class ControllersStoreSettings(StorageSettings):
    """How what clinicians' access rests on is kept."""

    deleted_days: int = 30
    """How long what was deleted can be brought back."""


class ControllersStore(AccessDesign):
    """A store that is empty by itself.

    Each data controller's space makes its own container in it, with its own role assignments, so no two controllers'
    entries lie in one store (law 5).
    """

    def __init__(
        self,
        type_: str,
        name: str,
        settings: ControllersStoreSettings,
        *,
        purpose: str,
        profile: DesignProfile,
        key: CustomerKey | None,
        declared_at: str,
        service: str,
        context: Context,
    ) -> None:
        """Make the account.

        Args:
            type_: token of the component.
            name: its logical name.
            settings: how it is kept.
            purpose: what it holds; names the account.
            profile: what is known of the design.
            key: what it is encrypted with; Microsoft's own key where it is none.
            declared_at: path of keys in the environment file.
            service: what resources are labelled with.
            context: the environment.
        """
        super().__init__(
            type_,
            name,
            context,
            profile=profile,
            standing=_applying(profile, own_key=key is not None),
            declared_at=declared_at,
            service=service,
            settings=settings,
        )
        self.purpose = purpose
        self.group = context.groups["security"]
        access = allow_key_use(self, purpose, key, self.group, context.location) if key else None
        self.account = make_account(self, purpose, settings, access=access, context=context, group=self.group)
        service_properties = make_blob_service(
            self,
            f"{purpose}-blobs",
            name_of(self.account),
            settings,
            deleted_days=settings.deleted_days,
            group=self.group,
        )
        self.name: pulumi.Output[str] = name_of(self.account)
        self.lock(purpose, self.account)
        # An account has no logs of its own: what is read and written, its blob service tells.
        self.connect(purpose, self.account, self.group, BLOB)
        self.diagnose(f"{purpose}-blobs", service_properties.id)
        self.register_outputs({"id": self.account.id})


def _applying(profile: DesignProfile, *, own_key: bool) -> Sequence[StandingAccess]:
    return [one for one in profile.standing_access if own_key or one.place is not Place.STORE_KEY]
