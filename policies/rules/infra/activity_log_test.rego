package infra.activity_log_test

import data.infra.activity_log
import data.lib.cases

compliant := {
	"resource": {
		"name": "activity-log-to-workspace",
		"type": "azure-native:monitor:SubscriptionDiagnosticSetting",
		"properties": {
			"workspaceId": "/subscriptions/s/resourceGroups/g/providers/Microsoft.OperationalInsights/workspaces/w",
			"logs": [
				{"category": "Administrative", "enabled": true},
				{"category": "Alert", "enabled": true},
				{"category": "Policy", "enabled": true},
				{"category": "Security", "enabled": true},
			],
		},
	},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"of all": {"change": [cases.with_property("logs", [{"categoryGroup": "allLogs", "enabled": true}])]},
	"to nowhere": {"change": [cases.without_property("workspaceId")], "fails": ["PP-DIAG-004"]},
	"to an unknown place": {"change": [cases.with_property("workspaceId", cases.unknown)], "doubts": ["PP-DIAG-004"]},
	"without administration": {"change": [cases.with_property("logs.0.enabled", false)], "fails": ["PP-DIAG-005"]},
	"of nothing": {"change": [cases.without_property("logs")], "fails": ["PP-DIAG-005"]},
	"of unknown logs": {"change": [cases.with_property("logs", cases.unknown)], "doubts": ["PP-DIAG-005"]},
	"of a log that is unknown": {"change": [cases.with_property("logs.3.category", cases.unknown)], "doubts": ["PP-DIAG-005"]},
}

test_cases[name] if {
	some name, case in told
	results := activity_log.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
