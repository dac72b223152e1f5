# METADATA
# title: What a backup vault protects
# custom:
#   type: azure-native:dataprotection:BackupInstance
package infra.backup_instance

import data.lib.verdict

# METADATA
# title: A backup follows a policy
# custom:
#   id: PP-BKPI-001
#   severity: high
#   controls: ["nsm:2.9"]
#   ros: [R16]
#   detection: properties.policyInfo.policyId is set.
#   false_positives: None known.
results contains verdict.present("PP-BKPI-001", "properties.policyInfo.policyId")
