"""The overlay of blocks: what a patient has forbidden, looked up before anybody is let in."""

from infra.components.access.store import ControllersStore, ControllersStoreSettings
from infra.components.base import Context
from infra.components.security.encryption import CustomerKey
from prosess.domain.access import OVERLAYS, Overlay


class BlockRegisterSettings(ControllersStoreSettings):
    """How blocks are kept."""

    deleted_days: int = 90
    """How long a block that was deleted by mistake can be brought back; longer than a relation: it protects."""


class BlockRegister(ControllersStore):
    """The store of blocks: block type × purpose × ground, as each data controller has registered them.

    What a block yields to, and when, is a rule of the application's and no matter of the store.
    """

    def __init__(self, settings: BlockRegisterSettings, *, key: CustomerKey | None, context: Context) -> None:
        super().__init__(
            "prosess:access:BlockRegister",
            "blocks",
            settings,
            purpose="blocks",
            profile=OVERLAYS[Overlay.BLOCKS],
            key=key,
            declared_at="access.blocks",
            service="access_blocks",
            context=context,
        )
