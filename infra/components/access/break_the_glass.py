"""The overlay of break-the-glass: a clinician's access past the normal rules, logged apart and told at once."""

from infra.components.access import alert
from infra.components.access.design import AccessDesign
from infra.components.base import Context
from infra.components.security.audit_store import AuditStore
from infra.naming import Kind
from infra.naming import child as child_name
from prosess.domain.access import OVERLAYS, Overlay
from prosess.domain.environment import CreateBreakTheGlass

PREFIX = "break-the-glass"
"""How the name of each data controller's log begins."""


class BreakTheGlass(AccessDesign):
    """Break-the-glass as an environment has it.

    Each data controller has a log of its own in the audit store, made with its space (law 5): nobody can change an
    entry, and only the controller's own group reads it. Writing one sets off the alert, so nobody has to look for it.
    The application opens and ends each use; the alert tells that there was one, not whose it was.
    """

    def __init__(self, chosen: CreateBreakTheGlass, *, store: AuditStore, context: Context) -> None:
        """Set up the alert.

        Args:
            chosen: what the environment file asks for.
            store: where the logs lie.
            context: the environment.
        """
        profile = OVERLAYS[Overlay.BREAK_THE_GLASS]
        super().__init__(
            "prosess:access:BreakTheGlass",
            PREFIX,
            context,
            profile=profile,
            standing=profile.standing_access,
            declared_at="access.break_the_glass",
            service="access_break_the_glass",
            facts={"hours": chosen.hours, "review_days": chosen.review_days},
        )
        self.chosen = chosen
        self.store = store
        group = context.groups["security"]
        workspace = context.workspace
        assert workspace is not None  # noqa: S101 - every environment has one, made here or the region's
        rule = alert.on_log(
            self,
            PREFIX,
            uses(context.naming.of(Kind.STORAGE, "audit")),
            told=alert.tell(self, PREFIX, chosen.contact, group),
            workspace=workspace,
            group=group,
            description=f"Break-the-glass was used; its review is due within {chosen.review_days} days.",
        )
        self.register_outputs({"alert": rule.id})


def log_name(party: str) -> str:
    """Give the name of a data controller's log."""
    return child_name(f"{PREFIX}-{party}")


def uses(account: str) -> str:
    """Give the query that finds entries written to any controller's log in a storage account."""
    return (
        "StorageBlobLogs"
        f' | where AccountName == "{account}" and ObjectKey startswith "/{account}/{PREFIX}-"'
        ' | where OperationName in ("PutBlob", "AppendBlock", "PutBlockList")'
        ' | where StatusText == "Success"'
    )
