# METADATA
# title: Immutability policy of a blob container
# custom:
#   type: azure-native:storage:BlobContainerImmutabilityPolicy
package infra.immutability_policy

import data.lib.verdict

# METADATA
# title: What is kept as proof cannot be altered for at least 30 days
# custom:
#   id: PP-WORM-001
#   severity: high
#   controls: ["nsm:3.2"]
#   ros: [R04, R10]
#   detection: immutabilityPeriodSinceCreationInDays is at least 30.
#   false_positives: None known.
results contains verdict.at_least("PP-WORM-001", "immutabilityPeriodSinceCreationInDays", 30)
