# METADATA
# title: Scheduled alert rule of Sentinel
# custom:
#   type: azure-native:securityinsights:ScheduledAlertRule
package infra.alert_rule

import data.lib.property
import data.lib.state
import data.lib.verdict

# METADATA
# title: An alert rule is on
# custom:
#   id: PP-SIEM-002
#   severity: high
#   controls: ["nsm:3.3"]
#   ros: [R02, R10]
#   detection: enabled is true.
#   false_positives: A rule that is being tried out, beside one that is on.
results contains verdict.equal("PP-SIEM-002", "enabled", true)

# METADATA
# title: What an alert rule finds becomes an incident
# custom:
#   id: PP-SIEM-003
#   severity: high
#   controls: ["nsm:3.3", "nsm:4.1"]
#   ros: [R02, R10]
#   detection: incidentConfiguration.createIncident is true.
#   false_positives: A rule whose alerts another rule gathers.
results contains verdict.equal("PP-SIEM-003", "incidentConfiguration.createIncident", true)

# METADATA
# title: An alert rule leaves no time unread
# custom:
#   id: PP-SIEM-004
#   severity: medium
#   controls: ["nsm:3.3"]
#   ros: [R10]
#   detection: queryPeriod is at least as long as queryFrequency (whole minutes, hours or days).
#   false_positives: A duration of several parts, such as PT1H30M, is not judged.
results contains verdict.finding("PP-SIEM-004", "queryPeriod", outcome, frequency, period)

# METADATA
# title: An alert rule does not fall silent after an alert
# custom:
#   id: PP-SIEM-005
#   severity: medium
#   controls: ["nsm:3.3"]
#   ros: [R02, R10]
#   detection: suppressionEnabled is false.
#   false_positives: A rule whose first alert already says all there is to know.
results contains verdict.equal("PP-SIEM-005", "suppressionEnabled", false)

frequency := property.at("queryFrequency")

period := property.at("queryPeriod")

minutes(duration) := to_number(trim_suffix(trim_prefix(duration, "PT"), "M")) if {
	startswith(duration, "PT")
	endswith(duration, "M")
	not contains(duration, "H")
} else := to_number(trim_suffix(trim_prefix(duration, "PT"), "H")) * 60 if {
	startswith(duration, "PT")
	endswith(duration, "H")
} else := to_number(trim_suffix(trim_prefix(duration, "P"), "D")) * 1440 if {
	startswith(duration, "P")
	endswith(duration, "D")
}

unset if frequency == null

unset if period == null

covers if minutes(period) >= minutes(frequency)

gap if minutes(period) < minutes(frequency)

outcome := "fail" if unset

else := "not_evaluated" if state.untold(frequency)

else := "not_evaluated" if state.untold(period)

else := "pass" if covers

else := "fail" if gap

else := "not_evaluated"
