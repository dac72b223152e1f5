"""State machines as data: which state may follow which, and on what event."""

from prosess.domain.base import Model
from prosess.domain.errors import DomainError


class TransitionError(DomainError):
    """An event does not apply in the state that the object is in."""


class Machine(Model):
    """The states of one kind of object."""

    name: str
    initial: str
    transitions: dict[str, dict[str, str]]
    """State → event → next state. A state without events is final."""

    @property
    def states(self) -> frozenset[str]:
        """Every state that the machine names."""
        return frozenset(self.transitions) | {to for events in self.transitions.values() for to in events.values()}

    def next(self, state: str, event: str) -> str:
        """Give the state after an event.

        Raises:
            TransitionError: where the event does not apply, with the events that do.
        """
        events = self.transitions.get(state, {})
        if event not in events:
            raise TransitionError(
                "TRANSITION_REFUSED",
                f"{self.name} in state `{state}` cannot `{event}`",
                facts={"object": self.name, "state": state, "event": event, "allowed": sorted(events)},
                hint=f"possible now: {', '.join(sorted(events)) or 'nothing, the state is final'}",
            )
        return events[event]


TENANT = Machine(
    name="tenant",
    initial="requested",
    transitions={
        "requested": {"verify_organisation": "org_verified"},
        "org_verified": {"bring_agreements_in_force": "agreements_ok"},
        "agreements_ok": {"provision": "provisioned"},
        "provisioned": {"activate": "active"},
        "active": {"suspend": "suspended", "offboard": "offboarding"},
        "suspended": {"resume": "active", "offboard": "offboarding"},
        "offboarding": {"close": "closed"},
        "closed": {},
    },
)

PATHWAY = Machine(
    name="pathway",
    initial="draft",
    transitions={
        "draft": {"submit": "submitted"},
        "submitted": {"pass_checks": "checks_passed", "return": "draft", "change": "submitted"},
        "checks_passed": {"ask_for_ros": "ros_pending", "enter_test": "in_test", "change": "submitted"},
        "ros_pending": {"accept_ros": "ros_accepted", "return": "draft", "change": "submitted"},
        "ros_accepted": {"enter_test": "in_test", "approve_prod": "prod_approved", "change": "submitted"},
        "in_test": {"ask_for_ros": "ros_pending", "approve_prod": "prod_approved", "change": "submitted"},
        "prod_approved": {"go_live": "live", "change": "submitted"},
        "live": {"change": "change_pending", "pause": "paused", "retire": "retired"},
        "change_pending": {"pass_checks": "live", "pause": "paused"},
        "paused": {"resume": "live", "retire": "retired"},
        "retired": {},
    },
)

ASSESSMENT = Machine(
    name="assessment",
    initial="draft",
    transitions={
        "draft": {"send_to_review": "in_review"},
        "in_review": {"return": "returned", "recommend": "recommended"},
        "returned": {"send_to_review": "in_review"},
        "recommended": {"ask_for_acceptance": "pending_acceptance", "return": "returned"},
        "pending_acceptance": {"accept": "accepted", "reject": "rejected"},
        "accepted": {
            "supersede": "superseded",
            "expire": "expired",
            "invalidate": "invalidated",
            "ask_for_acceptance": "pending_acceptance",
        },
        "rejected": {"supersede": "superseded"},
        "expired": {"supersede": "superseded"},
        "invalidated": {"supersede": "superseded"},
        "superseded": {},
    },
)

DEPENDENCY = Machine(
    name="dependency",
    initial="identified",
    transitions={
        "identified": {"propose": "proposed", "breach": "breached"},
        "proposed": {"agree": "mutually_agreed", "breach": "breached"},
        "mutually_agreed": {"deliver": "delivered", "reopen": "proposed", "breach": "breached"},
        "delivered": {"verify": "verified", "breach": "breached"},
        "verified": {"breach": "breached"},
        "breached": {"propose": "proposed"},
    },
)

AGREEMENT = Machine(
    name="agreement",
    initial="draft",
    transitions={
        "draft": {"sign": "signed"},
        "signed": {"enter_into_force": "in_force", "terminate": "terminated"},
        "in_force": {"near_expiry": "expiring", "expire": "expired", "terminate": "terminated"},
        "expiring": {"renew": "in_force", "expire": "expired", "terminate": "terminated"},
        "expired": {"renew": "in_force"},
        "terminated": {},
    },
)

ACCESS_GRANT = Machine(
    name="access_grant",
    initial="requested",
    transitions={
        "requested": {"approve": "approved", "refuse": "refused"},
        "approved": {"activate": "active"},
        "active": {"expire": "expired", "revoke": "revoked"},
        "refused": {},
        "expired": {},
        "revoked": {},
    },
)

BREAK_THE_GLASS = Machine(
    name="break_the_glass",
    initial="opened",
    transitions={
        "opened": {"close": "auto_closed"},
        "auto_closed": {"find_in_order": "reviewed_in_order", "find_misuse": "reviewed_misuse"},
        "reviewed_in_order": {},
        "reviewed_misuse": {},
    },
)

ACCEPTANCE = Machine(
    name="acceptance",
    initial="proposed",
    transitions={
        "proposed": {"approve": "approved", "refuse": "refused"},
        "approved": {"activate": "active"},
        "active": {
            "expire": "expired",
            "revoke": "revoked",
            "invalidate": "invalidated",
            "supersede": "superseded",
        },
        "refused": {},
        "expired": {},
        "revoked": {},
        "invalidated": {},
        "superseded": {},
    },
)

MACHINES: dict[str, Machine] = {
    machine.name: machine
    for machine in (
        TENANT,
        PATHWAY,
        ASSESSMENT,
        DEPENDENCY,
        AGREEMENT,
        ACCESS_GRANT,
        BREAK_THE_GLASS,
        ACCEPTANCE,
    )
}
