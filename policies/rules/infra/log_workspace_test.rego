package infra.log_workspace_test

import data.infra.log_workspace
import data.lib.cases

compliant := {
	"resource": {"name": "logs", "type": "azure-native:operationalinsights:Workspace", "properties": {
		"location": "norwayeast",
		"features": {"disableLocalAuth": true},
		"publicNetworkAccessForIngestion": "Disabled",
		"publicNetworkAccessForQuery": "Disabled",
		"retentionInDays": 365,
	}},
	"related": {"locks": [{"name": "lock"}]},
	"environment": cases.regions,
}

told := object.union(cases.located, {
	"compliant": {},
	"kept longer": {"change": [cases.with_property("retentionInDays", 730)]},
	"without a lock": {"change": [cases.drop("/related/locks")], "fails": ["PP-LOCK-001"]},
	"kept for a month": {"change": [cases.with_property("retentionInDays", 30)], "fails": ["PP-LOG-001"]},
	"without a word on retention": {"change": [cases.without_property("retentionInDays")], "fails": ["PP-LOG-001"]},
	"written from the internet": {
		"change": [cases.with_property("publicNetworkAccessForIngestion", "Enabled")],
		"fails": ["PP-LOG-002"],
	},
	"read from the internet": {
		"change": [cases.with_property("publicNetworkAccessForQuery", "Enabled")],
		"fails": ["PP-LOG-003"],
	},
	"with a shared key": {"change": [cases.with_property("features.disableLocalAuth", false)], "fails": ["PP-LOG-004"]},
	"of unknown features": {"change": [cases.with_property("features", cases.unknown)], "doubts": ["PP-LOG-004"]},
})

test_cases[name] if {
	some name, case in told
	results := log_workspace.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
