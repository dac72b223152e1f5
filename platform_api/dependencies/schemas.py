"""What the register and the agreements look like from outside."""

from platform_api.dependencies.service import Held, Row
from platform_api.kit.reviewed import Reviewed
from platform_api.kit.wording import word
from prosess.domain.base import Model
from prosess.domain.identifiers import Digest, Slug
from prosess.domain.text import Language


class Party(Model):
    """One actor's part of a dependency."""

    actor: str
    name: str
    organisation: str | None = None
    confirmed: bool
    confirmed_at: str | None = None


class DependencyView(Model):
    """A row of the register."""

    id: str
    needs: str
    needed_for: str
    criticality: str
    criticality_name: str
    deadline: str
    working_days_left: int
    stated_mutual_plan: bool
    stated_light: str
    computed_light: str
    computed_light_name: str
    reason: str
    """Key of why the computed light is what it is."""
    reason_text: str
    differs_from_stated: bool
    parties: tuple[Party, ...]
    row: str
    """Digest of the row: what a confirmation names."""


class Register(Model):
    """A pathway's dependency register on a day."""

    pathway: str
    as_of: str
    dependencies: tuple[DependencyView, ...]


class ConfirmationRequest(Model):
    """For whom, and of which row as it was read."""

    actor: Slug
    row: Digest


class AgreementView(Model):
    """An agreement on a day."""

    id: str
    kind: str
    kind_name: str
    declared_by: str
    parties: tuple[str, ...]
    reference: str
    in_force_from: str
    expires: str
    state: str
    state_name: str
    days_left: int


class AgreementList(Model):
    """The agreements of a pathway on a day."""

    pathway: str
    as_of: str
    agreements: tuple[AgreementView, ...]


def row_view(row: Row, reviewed: Reviewed, language: Language) -> DependencyView:
    """Give a row in a language."""
    declared, computed = row.declared, row.computed
    given = {one.actor: one for one in row.confirmations}
    parties = []
    for actor in declared.actors:
        known = reviewed.actor(actor)
        confirmation = given.get(actor)
        parties.append(
            Party(
                actor=actor,
                name=known.name if known else actor,
                organisation=known.organisation if known else None,
                confirmed=confirmation is not None,
                confirmed_at=confirmation.at if confirmation else None,
            )
        )
    return DependencyView(
        id=declared.id,
        needs=declared.needs.in_language(language),
        needed_for=declared.needed_for.in_language(language),
        criticality=declared.criticality.value,
        criticality_name=word(f"criticality:{declared.criticality.value}", language),
        deadline=declared.deadline.isoformat(),
        working_days_left=computed.working_days_left,
        stated_mutual_plan=declared.stated_mutual_plan,
        stated_light=declared.stated_status.value,
        computed_light=computed.light.value,
        computed_light_name=word(f"light:{computed.light.value}", language),
        reason=computed.reason,
        reason_text=word(f"light_reason:{computed.reason}", language),
        differs_from_stated=computed.differs_from_stated,
        parties=tuple(parties),
        row=row.binding,
    )


def agreement_view(held: Held, language: Language) -> AgreementView:
    """Give an agreement in a language."""
    declared = held.declared
    return AgreementView(
        id=declared.id,
        kind=declared.kind.value,
        kind_name=word(f"agreement_kind:{declared.kind.value}", language),
        declared_by=held.declared_by,
        parties=declared.parties,
        reference=declared.reference,
        in_force_from=declared.in_force_from.isoformat(),
        expires=declared.expires.isoformat(),
        state=held.state,
        state_name=word(f"agreement_state:{held.state}", language),
        days_left=held.days_left,
    )
