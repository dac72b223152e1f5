# METADATA
# title: Service linked to a log workspace
# custom:
#   type: azure-native:operationalinsights:LinkedService
package infra.log_cluster_link

import data.lib.verdict

# METADATA
# title: A workspace is written into its cluster
# custom:
#   id: PP-LOGC-003
#   severity: medium
#   controls: ["nsm:2.7"]
#   ros: [R08]
#   detection: writeAccessResourceId is set.
#   false_positives: A link to an automation account, which has resourceId instead.
results contains verdict.present("PP-LOGC-003", "writeAccessResourceId")
