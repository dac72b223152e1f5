# METADATA
# title: Diagnostic setting of a subscription
# custom:
#   type: azure-native:monitor:SubscriptionDiagnosticSetting
package infra.activity_log

import data.lib.property
import data.lib.state
import data.lib.verdict

# METADATA
# title: The subscription's log is sent to a log workspace
# custom:
#   id: PP-DIAG-004
#   severity: high
#   controls: ["nsm:3.2"]
#   ros: [R02, R10]
#   detection: workspaceId is set.
#   false_positives: A setting that only copies to an archive, beside one that sends to the workspace.
results contains verdict.present("PP-DIAG-004", "workspaceId")

# METADATA
# title: The subscription's log tells of administration, security, policy and alerts
# custom:
#   id: PP-DIAG-005
#   severity: high
#   controls: ["nsm:3.2"]
#   ros: [R02, R06, R10]
#   detection: logs has enabled entries of the categories Administrative, Alert, Policy and Security, or the group allLogs.
#   false_positives: Categories that another setting of the subscription sends.
results contains verdict.finding("PP-DIAG-005", "logs", outcome, required, sort(missing))

required := ["Administrative", "Alert", "Policy", "Security"]

logs := property.at("logs")

entries := [log |
	is_array(logs)
	some log in logs
]

sent contains state.fold(log.category) if {
	some log in entries
	log.enabled == true
}

sent contains state.fold(category) if {
	some log in entries
	log.enabled == true
	state.fold(log.categoryGroup) == "alllogs"
	some category in required
}

is_sent(category) if state.fold(category) in sent

missing contains category if {
	some category in required
	not is_sent(category)
}

partly_unknown if {
	some log in entries
	some value in [log, object.get(log, "enabled", null), object.get(log, "category", null)]
	state.untold(value)
}

outcome := "not_evaluated" if state.untold(logs)

else := "pass" if count(missing) == 0

else := "not_evaluated" if partly_unknown

else := "fail"
