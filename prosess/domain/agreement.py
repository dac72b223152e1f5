"""Agreements between the parties: signed, in force, and over at the end of their last day."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from pydantic import model_validator

from prosess.domain.base import Model
from prosess.domain.errors import DomainError
from prosess.domain.identifiers import OrganisationNumber, Slug, Text


class AgreementKind(StrEnum):
    """What an agreement regulates."""

    PLATFORM_SERVICE = "platform_service"
    """Between a tenant and the platform's provider."""
    DATA_PROCESSING = "data_processing"
    JOINT_CONTROLLER = "joint_controller"
    HELSENETT_TERMS = "helsenett_terms"
    SERVICE_TERMS = "service_terms"
    ALTINN_DELEGATION = "altinn_delegation"
    SUPPLIER_CONTRACT = "supplier_contract"


class Agreement(Model):
    """One agreement. Which state it is in is a workflow fact, kept by the service."""

    id: Slug
    kind: AgreementKind
    parties: tuple[OrganisationNumber, ...]
    reference: Text
    """Archive reference."""
    in_force_from: date
    expires: date
    """The last day, inclusive, in Europe/Oslo."""

    @model_validator(mode="after")
    def _is_between_parties_for_a_time(self) -> Self:
        if len(set(self.parties)) < 2 or len(set(self.parties)) != len(self.parties):
            raise DomainError(
                "AGREEMENT_PARTIES",
                "`parties` names fewer than two, or one twice",
                hint="name each party once, by its organisation number",
                at=("parties",),
            )
        if self.in_force_from > self.expires:
            raise DomainError(
                "AGREEMENT_PERIOD",
                "the agreement ends before it begins",
                hint="correct `in_force_from` or `expires`",
                at=("expires",),
            )
        return self

    def in_force(self, as_of: date) -> bool:
        """Tell whether the agreement holds on a day (it holds to the end of its last day)."""
        return self.in_force_from <= as_of <= self.expires

    def renewed(self, held: Iterable["Agreement"], as_of: date) -> bool:
        """Tell whether another agreement takes over: of the same kind, between the same parties and perhaps more.

        It takes over where it lasts longer, and holds from the day after this one ends, or by ``as_of`` where that day
        has gone by.
        """
        needed = max(self.expires + timedelta(days=1), as_of)
        return any(
            one.kind is self.kind
            and set(self.parties) <= set(one.parties)
            and one.expires > self.expires
            and one.in_force_from <= needed
            for one in held
        )
