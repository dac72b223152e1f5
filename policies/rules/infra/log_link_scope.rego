# METADATA
# title: Private link scope of the logs
# custom:
#   type: azure-native:monitor:PrivateLinkScope
package infra.log_link_scope

import data.lib.verdict

# METADATA
# title: Logs reach the workspace by the private network alone
# custom:
#   id: PP-AMPLS-001
#   severity: medium
#   controls: ["nsm:2.5", "nsm:3.2"]
#   ros: [R09, R10]
#   detection: accessModeSettings.ingestionAccessMode is PrivateOnly.
#   false_positives: A network that is moved over to private logs step by step.
results contains verdict.equal("PP-AMPLS-001", "accessModeSettings.ingestionAccessMode", "PrivateOnly")

# METADATA
# title: Logs are read by the private network alone
# custom:
#   id: PP-AMPLS-002
#   severity: high
#   controls: ["nsm:2.5"]
#   ros: [R02, R09]
#   detection: accessModeSettings.queryAccessMode is PrivateOnly.
#   false_positives: A network that is moved over to private logs step by step.
results contains verdict.equal("PP-AMPLS-002", "accessModeSettings.queryAccessMode", "PrivateOnly")
