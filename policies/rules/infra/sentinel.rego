# METADATA
# title: Sentinel on a log workspace
# custom:
#   type: azure-native:securityinsights:SentinelOnboardingState
package infra.sentinel

import data.lib.verdict

# METADATA
# title: Sentinel is turned on under the one name that it answers to
# custom:
#   id: PP-SIEM-001
#   severity: medium
#   controls: ["nsm:3.3"]
#   ros: [R10]
#   detection: sentinelOnboardingStateName is default.
#   false_positives: None known; Azure takes no other.
results contains verdict.equal("PP-SIEM-001", "sentinelOnboardingStateName", "default")
