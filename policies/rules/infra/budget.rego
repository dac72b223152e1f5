# METADATA
# title: Budget
# custom:
#   type: azure-native:consumption:Budget
package infra.budget

import data.lib.property
import data.lib.state
import data.lib.verdict

# METADATA
# title: Somebody is told before the money is spent
# custom:
#   id: PP-BUD-001
#   severity: low
#   controls: ["nsm:1.1"]
#   ros: [R18]
#   detection: >-
#     One of the notifications is enabled, of thresholdType Forecasted, with a threshold of at most 100 and somebody
#     to tell.
#   false_positives: None known.
results contains verdict.finding("PP-BUD-001", "notifications", told, "a forecast of at most 100 per cent", sort(forecasts))

notifications := property.at("notifications")

told := "not_evaluated" if state.untold(notifications)

else := "pass" if count(forecasts) > 0

else := "not_evaluated" if count(doubtful) > 0

else := "fail"

doubtful contains key if {
	is_object(notifications)
	some key, one in notifications
	some field in ["enabled", "thresholdType", "threshold", "contactEmails"]
	state.untold(object.get(one, field, null))
}

forecasts contains key if {
	is_object(notifications)
	some key, one in notifications
	one.enabled == true
	state.equality("Forecasted", object.get(one, "thresholdType", null)) == "pass"
	is_number(one.threshold)
	one.threshold <= 100
	count(object.get(one, "contactEmails", [])) > 0
}
