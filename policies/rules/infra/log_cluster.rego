# METADATA
# title: Cluster of log workspaces
# custom:
#   type: azure-native:operationalinsights:Cluster
#   shared: [PP-LOCK-001, PP-REG-001]
package infra.log_cluster

import data.lib.property
import data.lib.protection
import data.lib.residency
import data.lib.state
import data.lib.verdict

results contains protection.locked

results contains residency.located

# METADATA
# title: A cluster of logs is encrypted with the customer's key
# custom:
#   id: PP-LOGC-001
#   severity: high
#   controls: ["nsm:2.7"]
#   ros: [R08]
#   detection: keyVaultProperties.keyName is set.
#   false_positives: A cluster that was made for its price alone.
results contains verdict.present("PP-LOGC-001", "keyVaultProperties.keyName")

# METADATA
# title: A cluster of logs follows each rotation of its key
# custom:
#   id: PP-LOGC-002
#   severity: medium
#   controls: ["nsm:2.7"]
#   ros: [R08, R16]
#   detection: keyVaultProperties.keyVersion is empty or left out.
#   false_positives: None known.
results contains verdict.finding("PP-LOGC-002", "keyVaultProperties.keyVersion", outcome, "", version)

version := property.at("keyVaultProperties.keyVersion")

outcome := "pass" if version in state.nothing

else := "not_evaluated" if state.untold(version)

else := "fail"
