# METADATA
# title: Management lock
# custom:
#   type: azure-native:authorization:ManagementLockByScope
package infra.management_lock

import data.lib.verdict

# METADATA
# title: A lock locks
# custom:
#   id: PP-LOCK-002
#   severity: high
#   controls: ["nsm:2.9", "nsm:2.10"]
#   ros: [R16, R18]
#   detection: level is CanNotDelete or ReadOnly.
#   false_positives: None known.
results contains verdict.one_of("PP-LOCK-002", "level", ["CanNotDelete", "ReadOnly"])
