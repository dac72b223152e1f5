# METADATA
# title: Role assignment
# custom:
#   type: azure-native:authorization:RoleAssignment
package infra.role_assignment

import data.lib.property
import data.lib.state
import data.lib.verdict

# Built-in roles that can give any other role, to oneself too.
may_give_roles := {
	"8e3af657-a8ff-443c-a75c-2fe8c4bcb635": "Owner",
	"18d7d88d-d35e-4fb5-a5c3-7773c20a72d9": "User Access Administrator",
	"f58310d9-a9f6-439a-9e8d-f62e7b41a168": "Role Based Access Control Administrator",
}

# METADATA
# title: Nobody is given a role that can give roles
# custom:
#   id: PP-ROLE-001
#   severity: critical
#   controls: ["nsm:2.6"]
#   ros: [R02, R06]
#   detection: >-
#     roleDefinitionId ends in none of the ids of Owner, User Access Administrator and Role Based Access Control
#     Administrator.
#   false_positives: The pipeline's own identity, where a condition bounds what it may give.
results contains verdict.finding("PP-ROLE-001", "roleDefinitionId", outcome, sort(forbidden), given)

forbidden := [name | some name in may_give_roles]

definition := property.at("roleDefinitionId")

given := object.get(may_give_roles, id, definition)

id := lower(property.last(definition, "/")) if is_string(definition)

else := ""

gives_roles if may_give_roles[id]

outcome := "not_evaluated" if state.untold(definition)

else := "fail" if gives_roles

else := "fail" if definition == null

else := "pass"

# METADATA
# title: A role is given to a group or to a program, never to a person
# custom:
#   id: PP-ROLE-002
#   severity: high
#   controls: ["nsm:2.6"]
#   ros: [R02]
#   detection: principalType is Group or ServicePrincipal.
#   false_positives: None known; an emergency account is reached through a group too.
results contains verdict.one_of("PP-ROLE-002", "principalType", ["Group", "ServicePrincipal"])

# METADATA
# title: Who operates, does it from a country that may operate
# custom:
#   id: PP-ROLE-003
#   severity: critical
#   controls: ["nsm:2.1", "nsm:2.6"]
#   ros: [R06]
#   detection: >-
#     Where a role is given to a group, the countries that the environment file says the group works from are all among
#     residency.operator_access_countries. A data controller's own group, in its own space, operates nothing.
#   false_positives: A group that the environment file does not name is not evaluated; name it, or exempt it.
results contains verdict.finding("PP-ROLE-003", "principalId", operated, allowed, works_from)

allowed := object.get(input.related, "operator_countries", null)

works_from := object.get(input.related, "works_from", null)

kind := property.at("principalType")

operated := "not_evaluated" if state.untold(kind)

else := "pass" if kind == "ServicePrincipal"

else := "pass" if object.get(input.environment, "service", "") == "tenant_space"

else := "not_evaluated" if allowed == null

else := "not_evaluated" if works_from == null

else := state.innocence([country | some country in works_from; not country in allowed], [])

# Built-in roles that may do anything with what a service holds.
administers_data := {
	"00482a5a-887f-4fb3-b363-3b7fe8e74483": "Key Vault Administrator",
	"090c5cfd-751d-490a-894a-3ce6f1109419": "Azure Service Bus Data Owner",
	"14b46e9e-c2b7-41b4-b07b-48a6ebf60603": "Key Vault Crypto Officer",
	"b7e6dc6d-f1e8-4753-8033-0f276bb0955b": "Storage Blob Data Owner",
	"b86a8fe4-44ce-4948-aee5-eccb2c155cd7": "Key Vault Secrets Officer",
	"f526a384-b230-433a-b45c-95f59c4a2dec": "Azure Event Hubs Data Owner",
}

# METADATA
# title: Nobody administers data all the time
# custom:
#   id: PP-ROLE-004
#   severity: high
#   controls: ["nsm:2.6"]
#   ros: [R02, R06]
#   detection: >-
#     roleDefinitionId ends in none of the ids of Key Vault Administrator, Crypto Officer and Secrets Officer, Storage Blob
#     Data Owner, Service Bus Data Owner and Event Hubs Data Owner.
#   false_positives: An administrator who activates the role for some hours has an eligibility, which is not judged here.
results contains verdict.finding("PP-ROLE-004", "roleDefinitionId", tended, sort(administrators), tending)

administrators := [name | some name in administers_data]

tending := object.get(administers_data, id, definition)

tends if administers_data[id]

tended := "not_evaluated" if state.untold(definition)

else := "fail" if tends

else := "pass"

contributor := "b24988ac-6180-42a0-ab88-20f7382dd24c"

# METADATA
# title: Nobody may change a whole subscription all the time
# custom:
#   id: PP-ROLE-005
#   severity: high
#   controls: ["nsm:2.6"]
#   ros: [R02, R06]
#   detection: Where the role is Contributor, scope names a resource group. (Owner is judged by PP-ROLE-001.)
#   false_positives: The pipeline's own identity, where a subscription is the pipeline's alone.
results contains verdict.finding("PP-ROLE-005", "scope", bounded, "below a resource group", scope)

scope := property.at("scope")

bounded := "not_evaluated" if state.untold(definition)

else := "pass" if id != contributor

else := "not_evaluated" if state.untold(scope)

else := "pass" if narrow

else := "fail"

narrow if contains(lower(scope), "/resourcegroups/")
