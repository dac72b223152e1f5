# METADATA
# title: Alert on the logs
# custom:
#   type: azure-native:monitor:ScheduledQueryRule
package infra.scheduled_query_rule

import data.lib.verdict

# METADATA
# title: An alert on the logs is on
# custom:
#   id: PP-QALERT-001
#   severity: high
#   controls: ["nsm:3.3"]
#   ros: [R04, R10]
#   detection: enabled is true.
#   false_positives: An alert that a SIEM has taken over.
results contains verdict.equal("PP-QALERT-001", "enabled", true)

# METADATA
# title: An alert on the logs tells somebody
# custom:
#   id: PP-QALERT-002
#   severity: high
#   controls: ["nsm:3.3", "nsm:4.1"]
#   ros: [R04, R10]
#   detection: actions.actionGroups names an action group.
#   false_positives: An alert that is only read in the portal.
results contains verdict.present("PP-QALERT-002", "actions.actionGroups")
