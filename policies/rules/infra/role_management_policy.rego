# METADATA
# title: Rules for activating a role
# custom:
#   type: azure-native:authorization:RoleManagementPolicy
package infra.role_management_policy

import data.lib.property
import data.lib.state
import data.lib.verdict

rules := property.at("rules")

# Rules under their ids; a policy keeps Azure's own where one is not named, and those are not seen.
by_id[id] := rule if {
	is_array(rules)
	some rule in rules
	id := rule.id
}

# A part of one rule, or unknown where the rules are.
part(id, path) := state.unknown if state.untold(rules)

else := property.of(object.get(by_id, id, {}), path)

hours := {sprintf("PT%dH", [hour]) | some hour in numbers.range(1, 8)}

# METADATA
# title: What was activated ends within eight hours
# custom:
#   id: PP-PIM-003
#   severity: high
#   controls: ["nsm:2.6"]
#   ros: [R02]
#   detection: The rule Expiration_EndUser_Assignment asks for an end, and its maximumDuration is PT1H to PT8H.
#   false_positives: A shorter time that is written in minutes.
results contains verdict.finding("PP-PIM-003", "rules", state.all(time_boxed), "PT8H", longest)

longest := part("Expiration_EndUser_Assignment", "maximumDuration")

time_boxed := {
	state.equality(true, part("Expiration_EndUser_Assignment", "isExpirationRequired")),
	state.membership(hours, longest),
}

# METADATA
# title: Who activates a role shows who they are, and says why
# custom:
#   id: PP-PIM-004
#   severity: high
#   controls: ["nsm:2.6"]
#   ros: [R02, R04]
#   detection: The rule Enablement_EndUser_Assignment names MultiFactorAuthentication and Justification.
#   false_positives: A policy that asks for an authentication context, which asks for two factors itself.
results contains verdict.finding("PP-PIM-004", "rules", asked, ["Justification", "MultiFactorAuthentication"], enabled)

enabled := part("Enablement_EndUser_Assignment", "enabledRules")

asked := "not_evaluated" if state.untold(enabled)

else := "pass" if {
	is_array(enabled)
	"Justification" in enabled
	"MultiFactorAuthentication" in enabled
}

else := "fail"

# METADATA
# title: Somebody else lets a role be activated
# custom:
#   id: PP-PIM-005
#   severity: high
#   controls: ["nsm:2.6"]
#   ros: [R02, R04]
#   detection: The rule Approval_EndUser_Assignment asks for approval.
#   false_positives: >-
#     A role that must be had when nobody can approve; then the alert on activation is what is left, and the exemption says
#     who reads it.
results contains verdict.finding("PP-PIM-005", "rules", state.equality(true, approval), true, approval)

approval := part("Approval_EndUser_Assignment", "setting.isApprovalRequired")
