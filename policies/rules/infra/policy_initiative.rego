# METADATA
# title: Policy initiative
# custom:
#   type: azure-native:authorization:PolicySetDefinition
package infra.policy_initiative

import data.lib.property
import data.lib.state
import data.lib.verdict

# METADATA
# title: Each policy of an initiative has a name of its own
# description: An exemption from one policy must be able to say which; otherwise it is from all.
# custom:
#   id: PP-POL-003
#   severity: low
#   controls: ["nsm:2.1"]
#   ros: [R07, R09]
#   detection: Every entry of policyDefinitions has a policyDefinitionReferenceId, and there is one at least.
#   false_positives: An initiative of one policy.
results contains verdict.finding("PP-POL-003", "policyDefinitions", outcome, "named", sort(nameless))

policies := property.at("policyDefinitions")

entries := [policy |
	is_array(policies)
	some policy in policies
]

reference(policy) := object.get(policy, "policyDefinitionReferenceId", null) if is_object(policy)

nameless contains position if {
	some position, policy in entries
	state.presence(reference(policy)) == "fail"
	not state.untold(policy)
}

unsure if {
	some policy in entries
	state.untold(policy)
}

unsure if {
	some policy in entries
	state.untold(reference(policy))
}

outcome := "not_evaluated" if state.untold(policies)

else := "fail" if count(entries) == 0

else := "fail" if count(nameless) > 0

else := "not_evaluated" if unsure

else := "pass"
