package infra.diagnostic_setting_test

import data.infra.diagnostic_setting
import data.lib.cases

compliant := {
	"resource": {"name": "logs", "type": "azure-native:monitor:DiagnosticSetting", "properties": {
		"workspaceId": "/subscriptions/s/resourceGroups/g/providers/Microsoft.OperationalInsights/workspaces/w",
		"logs": [{"categoryGroup": "allLogs", "enabled": true}],
	}},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"of access only": {"change": [cases.with_property("logs", [{"categoryGroup": "audit", "enabled": true}])]},
	"to nowhere": {"change": [cases.without_property("workspaceId")], "fails": ["PP-DIAG-002"]},
	"to an unknown place": {"change": [cases.with_property("workspaceId", cases.unknown)], "doubts": ["PP-DIAG-002"]},
	"switched off": {"change": [cases.with_property("logs.0.enabled", false)], "fails": ["PP-DIAG-003"]},
	"of one category": {
		"change": [cases.with_property("logs", [{"category": "AuditEvent", "enabled": true}])],
		"fails": ["PP-DIAG-003"],
	},
	"of nothing": {"change": [cases.without_property("logs")], "fails": ["PP-DIAG-003"]},
	"of unknown logs": {"change": [cases.with_property("logs", cases.unknown)], "doubts": ["PP-DIAG-003"]},
	"of a log that is unknown": {"change": [cases.with_property("logs.0.enabled", cases.unknown)], "doubts": ["PP-DIAG-003"]},
}

test_cases[name] if {
	some name, case in told
	results := diagnostic_setting.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
