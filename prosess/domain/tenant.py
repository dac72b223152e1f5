"""A tenant: an organisation with an agreement with the platform's provider."""

from typing import Literal, Self

from pydantic import Field, model_validator

from prosess.domain.agreement import Agreement, AgreementKind
from prosess.domain.base import Model
from prosess.domain.declared import refuse_declared_twice
from prosess.domain.errors import DomainError
from prosess.domain.identifiers import OrganisationNumber, Slug
from prosess.domain.organisation import Contact
from prosess.domain.text import LocalisedText


class Tenant(Model):
    """What an organisation declares to become a tenant."""

    schema_: Literal["tenant/1"] = Field(alias="schema")
    id: Slug
    organisation: OrganisationNumber
    title: LocalisedText
    region: Slug
    cost_owner: OrganisationNumber
    contact: Contact
    agreements: tuple[Agreement, ...] = ()

    @model_validator(mode="after")
    def _is_party_to_its_agreements(self) -> Self:
        refuse_declared_twice("agreements", [one.id for one in self.agreements])
        for index, agreement in enumerate(self.agreements):
            if self.organisation not in agreement.parties:
                raise DomainError(
                    "AGREEMENT_OF_OTHERS",
                    f"agreement `{agreement.id}` is between others",
                    facts={"agreement": agreement.id},
                    hint="name only agreements that the tenant is party to",
                    at=("agreements", index, "parties"),
                )
        return self

    def agreement(self, kind: AgreementKind) -> Agreement | None:
        """Give the tenant's agreement of a kind that lasts longest, or none."""
        of_kind = [agreement for agreement in self.agreements if agreement.kind is kind]
        return max(of_kind, key=lambda one: one.expires, default=None)
