# METADATA
# title: Diagnostic setting
# custom:
#   type: azure-native:monitor:DiagnosticSetting
package infra.diagnostic_setting

import data.lib.property
import data.lib.state
import data.lib.verdict

# METADATA
# title: Logs are sent to the central workspace
# custom:
#   id: PP-DIAG-002
#   severity: high
#   controls: ["nsm:3.2"]
#   ros: [R10]
#   detection: workspaceId is set.
#   false_positives: A setting that only copies to an archive, beside one that sends to the workspace.
results contains verdict.present("PP-DIAG-002", "workspaceId")

# METADATA
# title: All logs are sent, or at least those of access
# custom:
#   id: PP-DIAG-003
#   severity: high
#   controls: ["nsm:3.2"]
#   ros: [R02, R10]
#   detection: logs has an enabled entry whose categoryGroup is allLogs or audit.
#   false_positives: A resource that has no logs, only metrics.
results contains verdict.finding("PP-DIAG-003", "logs", outcome, ["allLogs", "audit"], sort(sent))

logs := property.at("logs")

entries := [log |
	is_array(logs)
	some log in logs
]

sent contains log.categoryGroup if {
	some log in entries
	log.enabled == true
	state.among(["allLogs", "audit"], log.categoryGroup)
}

outcome := "pass" if count(sent) > 0

else := "not_evaluated" if state.untold(logs)

else := "not_evaluated" if partly_unknown

else := "fail"

partly_unknown if {
	some log in entries
	some value in [log, object.get(log, "enabled", null), object.get(log, "categoryGroup", null)]
	state.untold(value)
}
