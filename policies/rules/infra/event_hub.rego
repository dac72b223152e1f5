# METADATA
# title: Event hub
# custom:
#   type: azure-native:eventhub:EventHub
package infra.event_hub

import data.lib.property
import data.lib.state
import data.lib.verdict

# METADATA
# title: A stream waits for a reader that is down
# custom:
#   id: PP-EHH-001
#   severity: medium
#   controls: ["nsm:3.2"]
#   ros: [R10]
#   detection: >-
#     retentionDescription.retentionTimeInHours is at least 72, or messageRetentionInDays at least 3: a weekend and a
#     day.
#   false_positives: A stream that is also kept elsewhere.
results contains verdict.finding("PP-EHH-001", "retentionDescription.retentionTimeInHours", state.either(waits), 72, hours)

hours := property.at("retentionDescription.retentionTimeInHours")

waits := {
	state.sufficiency(72, hours),
	state.sufficiency(3, property.at("messageRetentionInDays")),
}
