# METADATA
# title: Where data may lie
package lib.residency

import data.lib.property
import data.lib.state
import data.lib.verdict

# METADATA
# title: A resource lies in a region that the environment allows
# custom:
#   id: PP-REG-001
#   severity: critical
#   controls: ["nsm:2.1"]
#   ros: [R06, R07]
#   detection: The resource's location, compared without case and spaces with the allowed regions of the environment.
#   false_positives: A region that a risk assessment admits belongs in the environment's allowed regions.
located := verdict.finding("PP-REG-001", "location", outcome(region), input.environment.regions, region)

region := property.at("location")

outcome(value) := "not_evaluated" if state.untold(value)

else := "pass" if {
	is_string(value)
	replace(lower(value), " ", "") in input.environment.regions
}

else := "fail"
