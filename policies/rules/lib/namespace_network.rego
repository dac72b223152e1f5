# METADATA
# title: What the firewall of a namespace lets in
package lib.namespace_network

import data.lib.verdict

# METADATA
# title: A namespace's firewall refuses what it is not told to let in
# custom:
#   id: PP-NRS-001
#   severity: high
#   controls: ["nsm:2.5"]
#   ros: [R09]
#   detection: defaultAction is Deny.
#   false_positives: None known.
refuses := verdict.equal("PP-NRS-001", "defaultAction", "Deny")

# METADATA
# title: A namespace's firewall does not open the namespace again
# custom:
#   id: PP-NRS-002
#   severity: critical
#   controls: ["nsm:2.4", "nsm:2.5"]
#   ros: [R09]
#   detection: publicNetworkAccess is Disabled; the rule set has the last word on the namespace's own switch.
#   false_positives: None known; the SDK writes Enabled where nothing is said.
stays_closed := verdict.equal("PP-NRS-002", "publicNetworkAccess", "Disabled")
