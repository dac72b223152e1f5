# METADATA
# title: Blob service of a storage account
# custom:
#   type: azure-native:storage:BlobServiceProperties
package infra.blob_service

import data.lib.property
import data.lib.state
import data.lib.verdict

# METADATA
# title: A deleted blob can be brought back for a week
# custom:
#   id: PP-BLOB-001
#   severity: medium
#   controls: ["nsm:2.9"]
#   ros: [R16]
#   detection: deleteRetentionPolicy.enabled is true and deleteRetentionPolicy.days is at least 7.
#   false_positives: An account whose content is made anew at any time.
results contains verdict.finding("PP-BLOB-001", "deleteRetentionPolicy.days", state.all(kept), 7, days)

days := property.at("deleteRetentionPolicy.days")

kept := {
	state.equality(true, property.at("deleteRetentionPolicy.enabled")),
	state.sufficiency(7, days),
}
