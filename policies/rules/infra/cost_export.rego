# METADATA
# title: Cost export
# custom:
#   type: azure-native:costmanagement:Export
package infra.cost_export

import data.lib.verdict

# METADATA
# title: Costs are written by an identity, not by a key
# custom:
#   id: PP-CEX-001
#   severity: medium
#   controls: ["nsm:2.6"]
#   ros: [R02]
#   detection: identity.type is SystemAssigned; without one the export asks for a SAS token.
#   false_positives: None known.
results contains verdict.equal("PP-CEX-001", "identity.type", "SystemAssigned")
