# METADATA
# title: Policy assignment
# custom:
#   type: azure-native:authorization:PolicyAssignment
package infra.policy_assignment

import data.lib.verdict

# METADATA
# title: An assigned policy binds
# custom:
#   id: PP-POL-001
#   severity: medium
#   controls: ["nsm:2.1"]
#   ros: [R07, R09]
#   detection: enforcementMode is Default.
#   false_positives: A policy that is observed first, in an environment without real data.
results contains verdict.equal("PP-POL-001", "enforcementMode", "Default")
