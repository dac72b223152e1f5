# METADATA
# title: Eligibility for a role
# custom:
#   type: azure-native:authorization:PimRoleEligibilitySchedule
package infra.pim_eligibility

import data.lib.property
import data.lib.state
import data.lib.verdict

gives_roles := {
	"18d7d88d-d35e-4fb5-a5c3-7773c20a72d9": "User Access Administrator",
	"8e3af657-a8ff-443c-a75c-2fe8c4bcb635": "Owner",
	"f58310d9-a9f6-439a-9e8d-f62e7b41a168": "Role Based Access Control Administrator",
}

# METADATA
# title: An emergency account cannot give roles
# custom:
#   id: PP-PIM-001
#   severity: critical
#   controls: ["nsm:2.6"]
#   ros: [R02, R06]
#   detection: >-
#     roleDefinitionId ends in none of the ids of Owner, User Access Administrator and Role Based Access Control
#     Administrator.
#   false_positives: An eligibility by which access itself is administered, with reviewers of its own.
results contains verdict.finding("PP-PIM-001", "roleDefinitionId", outcome, sort(forbidden), definition)

forbidden := [name | some name in gives_roles]

definition := property.at("roleDefinitionId")

id := lower(property.last(definition, "/")) if is_string(definition)

else := ""

wide if gives_roles[id]

outcome := "not_evaluated" if state.untold(definition)

else := "fail" if wide

else := "fail" if definition == null

else := "pass"

# METADATA
# title: An eligibility ends
# custom:
#   id: PP-PIM-002
#   severity: high
#   controls: ["nsm:2.6"]
#   ros: [R02]
#   detection: scheduleInfo.expiration.type is AfterDuration or AfterDateTime.
#   false_positives: None known; an eligibility that is still needed is made anew.
results contains verdict.one_of("PP-PIM-002", "scheduleInfo.expiration.type", ["AfterDuration", "AfterDateTime"])
