# METADATA
# title: Flow log
# custom:
#   type: azure-native:network:FlowLog
#   shared: [PP-REG-001]
package infra.flow_log

import data.lib.property
import data.lib.residency
import data.lib.state
import data.lib.verdict

results contains residency.located

# METADATA
# title: It is kept who talked to whom
# custom:
#   id: PP-FLOW-001
#   severity: medium
#   controls: ["nsm:3.2"]
#   ros: [R10]
#   detection: enabled is true.
#   false_positives: None known.
results contains verdict.equal("PP-FLOW-001", "enabled", true)

# METADATA
# title: Flows are kept for three months or more
# custom:
#   id: PP-FLOW-002
#   severity: medium
#   controls: ["nsm:3.2", "nsm:3.3"]
#   ros: [R10]
#   detection: retentionPolicy.days is at least 90, and the policy is enabled.
#   false_positives: A store whose own lifecycle rule keeps them.
results contains verdict.finding("PP-FLOW-002", "retentionPolicy.days", kept, 90, days)

days := property.at("retentionPolicy.days")

kept := state.all({state.sufficiency(90, days), state.equality(true, property.at("retentionPolicy.enabled"))})
