"""AC5: the relation that a task makes between a clinician and a patient."""

from infra.components.access.store import ControllersStore, ControllersStoreSettings
from infra.components.base import Context
from infra.components.security.encryption import CustomerKey
from prosess.domain.access import OPTIONS, AccessOption


class RelationStoreSettings(ControllersStoreSettings):
    """How relations are kept."""

    deleted_days: int = 30
    """How long an ended relation can be looked up after it was deleted."""


class TaskRelation(ControllersStore):
    """The store of relations: who has which task for whom, until when."""

    def __init__(self, settings: RelationStoreSettings, *, key: CustomerKey | None, context: Context) -> None:
        super().__init__(
            "prosess:access:TaskRelation",
            "task-relation",
            settings,
            purpose="relations",
            profile=OPTIONS[AccessOption.TASK_RELATION],
            key=key,
            declared_at="access.options",
            service="access_task_relation",
            context=context,
        )
