"""Whom an environment serves: what was approved, read as the data controllers that need a space."""

import re
from dataclasses import dataclass

from infra.refusal import refusal
from prosess.contracts.onboarding import Onboarding
from prosess.domain.access import Stage
from prosess.domain.environment import Environment
from prosess.domain.identifiers import is_synthetic


@dataclass(frozen=True)
class Controller:
    """A data controller and the pathways that it has data in."""

    organisation: str
    pathways: tuple[str, ...]
    cost_owner: str | None = None
    """Who is billed for what is the controller's own; who pays for the environment, where it is none."""


def controllers(onboarding: Onboarding | None, environment: Environment) -> tuple[Controller, ...]:
    """Give the data controllers of what was approved, in order of organisation number.

    A tenant without a pathway is one too: it has its space when it has its agreement.

    Raises:
        DomainError: where what was approved is not for this environment; nothing is then planned for anybody.
    """
    if onboarding is None:
        return ()
    if onboarding.environment != environment.name:
        raise refusal(
            "ONBOARDING_ELSEWHERE",
            facts={"approved": onboarding.environment, "environment": environment.name},
            at=("environment",),
        )
    for index, tenant in enumerate(onboarding.tenants):
        _refuse(tenant.organisation, environment, ("tenants", index, "organisation"))
        for key in ("id", "organisation"):
            told = getattr(tenant, key)
            if told in {getattr(earlier, key) for earlier in onboarding.tenants[:index]}:
                raise refusal("ONBOARDING_TENANT_TWICE", facts={"told": told}, at=("tenants", index, key))
    known = {tenant.id for tenant in onboarding.tenants}
    spaces: dict[str, set[str]] = {tenant.organisation: set() for tenant in onboarding.tenants}
    for index, pathway in enumerate(onboarding.pathways):
        at = ("pathways", index)
        if pathway.tenant not in known:
            raise refusal(
                "ONBOARDING_TENANT", facts={"pathway": pathway.id, "tenant": pathway.tenant}, at=(*at, "tenant")
            )
        if pathway.stage != environment.stage.value:
            raise refusal(
                "ONBOARDING_STAGE",
                facts={"pathway": pathway.id, "approved": pathway.stage, "stage": environment.stage.value},
                at=(*at, "stage"),
            )
        if lacking := sorted(set(pathway.access_options) - {option.value for option in environment.access.options}):
            raise refusal(
                "ONBOARDING_ACCESS_OPTION",
                facts={"pathway": pathway.id, "options": lacking},
                at=(*at, "access_options"),
            )
        for organisation in pathway.data_controllers:
            _refuse(organisation, environment, (*at, "data_controllers"))
            spaces.setdefault(organisation, set()).add(pathway.id)
    billed = {tenant.organisation: tenant.cost_owner for tenant in onboarding.tenants}
    return tuple(
        Controller(number, tuple(sorted(pathways)), billed.get(number)) for number, pathways in sorted(spaces.items())
    )


def _refuse(organisation: str, environment: Environment, at: tuple[str | int, ...]) -> None:
    if not re.fullmatch(r"[0-9]{9}", organisation):
        raise refusal("ORGANISATION_NUMBER_FORM", at=at)
    if environment.stage is Stage.PROD and is_synthetic(organisation):
        raise refusal("SYNTHETIC_IN_PROD", facts={"organisation": organisation}, at=at)
    own = environment.tenants.get(organisation)
    if environment.access.break_the_glass.mode == "create" and (own is None or own.reviewers is None):
        raise refusal("BREAK_THE_GLASS_UNREVIEWED", facts={"organisation": organisation}, at=at)
