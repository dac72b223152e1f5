package infra.activity_alert_test

import data.infra.activity_alert
import data.lib.cases

compliant := {
	"resource": {
		"name": "alert-purge",
		"type": "azure-native:monitor:ActivityLogAlert",
		"properties": {"enabled": true, "actions": {"actionGroups": [{"actionGroupId": "/subscriptions/s/ag"}]}},
	},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"switched off": {"change": [cases.with_property("enabled", false)], "fails": ["PP-ALERT-003"]},
	"to nobody": {"change": [cases.with_property("actions.actionGroups", [])], "fails": ["PP-ALERT-004"]},
	"without actions": {"change": [cases.without_property("actions")], "fails": ["PP-ALERT-004"]},
	"to somebody unknown": {"change": [cases.with_property("actions", cases.unknown)], "doubts": ["PP-ALERT-004"]},
}

test_cases[name] if {
	some name, case in told
	results := activity_alert.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
