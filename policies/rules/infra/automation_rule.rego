# METADATA
# title: Automation rule of Sentinel
# custom:
#   type: azure-native:securityinsights:AutomationRule
package infra.automation_rule

import data.lib.property
import data.lib.state
import data.lib.verdict

# METADATA
# title: What is done with every incident is switched on
# custom:
#   id: PP-SIEM-006
#   severity: medium
#   controls: ["nsm:3.3", "nsm:4.1"]
#   ros: [R10]
#   detection: triggeringLogic.isEnabled is true.
#   false_positives: A rule that is kept for exercises.
results contains verdict.equal("PP-SIEM-006", "triggeringLogic.isEnabled", true)

# METADATA
# title: What is done with every incident does not end by itself
# custom:
#   id: PP-SIEM-007
#   severity: low
#   controls: ["nsm:3.3"]
#   ros: [R10]
#   detection: triggeringLogic.expirationTimeUtc is not set.
#   false_positives: A rule for a planned change, which should end.
results contains verdict.finding("PP-SIEM-007", "triggeringLogic.expirationTimeUtc", outcome, null, ends)

ends := property.at("triggeringLogic.expirationTimeUtc")

outcome := "pass" if ends in state.nothing

else := "not_evaluated" if state.untold(ends)

else := "fail"
