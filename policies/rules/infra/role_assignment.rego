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
