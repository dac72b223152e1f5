# METADATA
# title: Alert on the subscription's log
# custom:
#   type: azure-native:monitor:ActivityLogAlert
package infra.activity_alert

import data.lib.verdict

# METADATA
# title: An alert on the subscription's log is on
# custom:
#   id: PP-ALERT-003
#   severity: high
#   controls: ["nsm:3.3"]
#   ros: [R10, R16]
#   detection: enabled is true.
#   false_positives: An alert that a SIEM has taken over.
results contains verdict.equal("PP-ALERT-003", "enabled", true)

# METADATA
# title: An alert on the subscription's log tells somebody
# custom:
#   id: PP-ALERT-004
#   severity: high
#   controls: ["nsm:3.3", "nsm:4.1"]
#   ros: [R10, R16]
#   detection: actions.actionGroups names an action group.
#   false_positives: An alert that is only read in the portal.
results contains verdict.present("PP-ALERT-004", "actions.actionGroups")
