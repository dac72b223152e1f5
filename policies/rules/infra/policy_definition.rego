# METADATA
# title: Policy definition
# custom:
#   type: azure-native:authorization:PolicyDefinition
package infra.policy_definition

import data.lib.property
import data.lib.state
import data.lib.verdict

# METADATA
# title: A policy does something
# custom:
#   id: PP-POL-002
#   severity: medium
#   controls: ["nsm:2.1"]
#   ros: [R07, R09]
#   detection: policyRule.then.effect is set and is not disabled; one that is a parameter is not judged.
#   false_positives: A definition that is kept for later.
results contains verdict.finding("PP-POL-002", "policyRule.then.effect", outcome, "an effect", effect)

effect := property.at("policyRule.then.effect")

outcome := "not_evaluated" if state.untold(effect)

else := "fail" if idle

else := "not_evaluated" if parameter

else := "pass"

idle if effect in state.nothing

idle if state.fold(effect) == "disabled"

parameter if {
	is_string(effect)
	startswith(effect, "[")
}
