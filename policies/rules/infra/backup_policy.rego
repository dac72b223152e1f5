# METADATA
# title: Backup policy
# custom:
#   type: azure-native:dataprotection:BackupPolicy
package infra.backup_policy

import data.lib.property
import data.lib.state
import data.lib.verdict

# METADATA
# title: A backup is kept for a month or more
# custom:
#   id: PP-BKPP-001
#   severity: high
#   controls: ["nsm:2.9"]
#   ros: [R16, R18]
#   detection: Each retention rule's deleteAfter.duration is P30D or more, or is told in weeks, months or years.
#   false_positives: None known.
results contains verdict.finding("PP-BKPP-001", "properties.policyRules", keeping, "P30D", durations)

rules := property.at("properties.policyRules")

durations := [property.of(lifecycle, "deleteAfter.duration") |
	is_array(rules)
	some rule in rules
	some lifecycle in object.get(rule, "lifecycles", [])
]

keeping := "not_evaluated" if state.untold(rules)

else := "fail" if count(durations) == 0

else := state.all({length(duration) | some duration in durations})

length(duration) := "not_evaluated" if state.untold(duration)

else := "pass" if long_enough(duration)

else := "fail"

long_enough(duration) if regex.match(`^P([3-9][0-9]|[1-9][0-9]{2,})D$`, duration)

long_enough(duration) if regex.match(`^P([5-9]|[1-9][0-9]+)W$`, duration)

long_enough(duration) if regex.match(`^P[1-9][0-9]*[MY]$`, duration)
