# METADATA
# title: Log Analytics workspace
# custom:
#   type: azure-native:operationalinsights:Workspace
#   shared: [PP-LOCK-001, PP-REG-001]
package infra.log_workspace

import data.lib.protection
import data.lib.residency
import data.lib.verdict

results contains protection.locked

results contains residency.located

# METADATA
# title: Logs can be searched for a year
# custom:
#   id: PP-LOG-001
#   severity: medium
#   controls: ["nsm:3.2"]
#   ros: [R10]
#   detection: retentionInDays is at least 365.
#   false_positives: A workspace whose logs are kept elsewhere for a year; exempt it and name where.
results contains verdict.at_least("PP-LOG-001", "retentionInDays", 365)

# METADATA
# title: Logs are not written from the internet
# custom:
#   id: PP-LOG-002
#   severity: medium
#   controls: ["nsm:2.5", "nsm:3.2"]
#   ros: [R09, R10]
#   detection: publicNetworkAccessForIngestion is Disabled.
#   false_positives: A workspace that receives from outside the network by agreement.
results contains verdict.equal("PP-LOG-002", "publicNetworkAccessForIngestion", "Disabled")

# METADATA
# title: Logs are not read from the internet
# custom:
#   id: PP-LOG-003
#   severity: high
#   controls: ["nsm:2.5"]
#   ros: [R02, R09]
#   detection: publicNetworkAccessForQuery is Disabled.
#   false_positives: None known.
results contains verdict.equal("PP-LOG-003", "publicNetworkAccessForQuery", "Disabled")

# METADATA
# title: Logs are written with an identity, not with a shared key
# custom:
#   id: PP-LOG-004
#   severity: medium
#   controls: ["nsm:2.6"]
#   ros: [R10]
#   detection: features.disableLocalAuth is true.
#   false_positives: An agent too old for identities.
results contains verdict.equal("PP-LOG-004", "features.disableLocalAuth", true)
