"""Azure Policy: what is refused or noted in the environment, and the leave to differ for a time."""

import uuid
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pulumi
from pulumi_azure_native import authorization

from infra.components.base import Component, ComponentSettings, Context
from infra.components.governance.rules import PolicyRule, rules
from infra.naming import Kind
from infra.refusal import refusal
from prosess.domain.environment import FHIR_LOCATION, CreatePolicies, GovernancePolicy, PolicyExemption

_NAMESPACE = uuid.UUID("8c1d6b0a-3e2f-5b7c-9d4e-6f8a0b1c2d3e")
_OSLO = ZoneInfo("Europe/Oslo")
_CATEGORY = "Prosess"
_WHOLE = "subscription"
"""Purpose of the one assignment where the whole subscription is bound."""


class PoliciesSettings(ComponentSettings):
    """How the policies bind."""

    enforced: bool = True
    """A policy that only observes stops nobody (NSM 2.1)."""


class Policies(Component):
    """The platform's policies as one initiative, assigned to the subscription or to each of the environment's groups.

    One assignment for all, so that what holds can be read in one place and an exemption names a policy by name.
    """

    def __init__(
        self,
        settings: PoliciesSettings,
        *,
        chosen: CreatePolicies,
        groups: Mapping[str, pulumi.Output[str]],
        context: Context,
    ) -> None:
        """Define, assign and exempt.

        Args:
            settings: how the policies bind.
            chosen: what the environment asks for.
            groups: purpose → id of each resource group of the environment.
            context: the environment.
        """
        super().__init__(
            "prosess:governance:Policies",
            "policies",
            context,
            service="governance",
            declared_at="services.governance.policies",
            settings=settings,
        )
        self._subscription = f"/subscriptions/{context.environment.azure.subscription}"
        self._enforced = settings.enforced and chosen.enforcement == "enforce"
        given = self._given()
        wanted = {name: rule for name, rule in rules().items() if rule.parameters.keys() <= given.keys()}
        initiative = self._initiative(wanted, given)
        scopes: Mapping[str, pulumi.Input[str]] = (
            {_WHOLE: self._subscription} if chosen.scope == "subscription" else groups
        )
        assigned = {purpose: self._assign(purpose, scope, initiative, wanted) for purpose, scope in scopes.items()}
        for index, exemption in enumerate(chosen.exemptions):
            self._exempt(exemption, self._over(exemption, index, assigned))
        self.register_outputs(
            {"initiative": initiative.id, "assignments": {key: one.id for key, one in assigned.items()}}
        )

    def _given(self) -> dict[str, pulumi.Input[object]]:
        """Give the values of the policies' parameters; a policy that asks for one that is missing is left out."""
        environment = self.context.environment
        locations = {environment.azure.location.value}
        if fhir := FHIR_LOCATION.get(environment.fhir.hosting):
            locations.add(fhir.value)
        given: dict[str, pulumi.Input[object]] = {"locations": sorted(locations)}
        if self.context.workspace is not None:
            given["workspace"] = self.context.workspace
        return given

    def _initiative(
        self, wanted: Mapping[GovernancePolicy, PolicyRule], given: Mapping[str, pulumi.Input[object]]
    ) -> authorization.PolicySetDefinition:
        return authorization.PolicySetDefinition(
            "platform-policies",
            policy_set_definition_name=self.context.naming.of(Kind.POLICY, "platform"),
            display_name=f"Process platform, {self.context.environment.name}",
            description="What the environment file promises of this environment, kept by Azure itself.",
            policy_type=authorization.PolicyType.CUSTOM,
            metadata={"category": _CATEGORY},
            policy_definitions=[
                authorization.PolicyDefinitionReferenceArgs(
                    policy_definition_id=self._definition(name, rule).id,
                    policy_definition_reference_id=name.value,
                    parameters={
                        key: authorization.ParameterValuesValueArgs(value=given[key]) for key in sorted(rule.parameters)
                    },
                )
                for name, rule in wanted.items()
            ],
            opts=self.child(),
        )

    def _definition(self, name: GovernancePolicy, rule: PolicyRule) -> authorization.PolicyDefinition:
        return authorization.PolicyDefinition(
            f"policy-{name.value}",
            policy_definition_name=self.context.naming.of(Kind.POLICY, name.value),
            display_name=rule.title,
            description=rule.why,
            policy_type=authorization.PolicyType.CUSTOM,
            mode=rule.mode,
            metadata={"category": _CATEGORY},
            parameters={
                key: authorization.ParameterDefinitionsValueArgs(type=type_) for key, type_ in rule.parameters.items()
            },
            policy_rule=rule.body,
            opts=self.child(),
        )

    def _assign(
        self,
        purpose: str,
        scope: pulumi.Input[str],
        initiative: authorization.PolicySetDefinition,
        wanted: Mapping[GovernancePolicy, PolicyRule],
    ) -> authorization.PolicyAssignment:
        return authorization.PolicyAssignment(
            f"policies-on-{purpose}",
            policy_assignment_name=self.context.naming.of(Kind.POLICY, purpose),
            scope=scope,
            policy_definition_id=initiative.id,
            display_name=f"Process platform, {self.context.environment.name}",
            description="Assigned by the platform's pipeline; an exemption is declared in the environment file.",
            enforcement_mode=authorization.EnforcementMode.DEFAULT
            if self._enforced
            else authorization.EnforcementMode.DO_NOT_ENFORCE,
            non_compliance_messages=[
                authorization.NonComplianceMessageArgs(message=rule.refused, policy_definition_reference_id=name.value)
                for name, rule in wanted.items()
            ],
            not_scopes=[],
            opts=self.child(),
        )

    def _exempt(self, exemption: PolicyExemption, assignment: authorization.PolicyAssignment) -> None:
        """Let one resource differ from one policy until a day."""
        name = str(uuid.uuid5(_NAMESPACE, f"{exemption.policy.value}\n{exemption.resource.lower()}"))
        authorization.PolicyExemption(
            f"{exemption.policy.value}-exemption-{name[:8]}",
            policy_exemption_name=name,
            scope=exemption.resource,
            policy_assignment_id=assignment.id,
            policy_definition_reference_ids=[exemption.policy.value],
            exemption_category=exemption.category.capitalize(),
            assignment_scope_validation=authorization.AssignmentScopeValidation.DEFAULT,
            display_name=f"{rules()[exemption.policy].title}: exempted until {exemption.last_day.isoformat()}",
            description=exemption.reason,
            expires_on=end_of(exemption.last_day),
            metadata={"owner": exemption.owner},
            opts=self.child(),
        )

    def _over(
        self, exemption: PolicyExemption, index: int, assigned: Mapping[str, authorization.PolicyAssignment]
    ) -> authorization.PolicyAssignment:
        """Give the assignment that a resource lies under.

        Raises:
            DomainError: ``POLICY_EXEMPTION_OUTSIDE`` where it lies in none of the environment's resource groups.
        """
        group = group_of(exemption.resource)
        for purpose, assignment in assigned.items():
            if purpose == _WHOLE or self.context.naming.of(Kind.RESOURCE_GROUP, purpose) == group:
                return assignment
        raise refusal(
            "POLICY_EXEMPTION_OUTSIDE",
            facts={"policy": exemption.policy.value},
            at=("services", "governance", "policies", "exemptions", index, "resource"),
        )


def group_of(arm_id: str) -> str:
    """Give the name of the resource group that an id lies in, in lower case; empty where it lies in none."""
    parts = arm_id.lower().split("/")
    return parts[4] if len(parts) > 4 and parts[3] == "resourcegroups" else ""


def end_of(day: date) -> str:
    """Give the end of a day in Oslo, as Azure writes moments."""
    midnight = datetime.combine(day + timedelta(days=1), time(), _OSLO)
    return midnight.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
