package infra.flow_log_test

import data.infra.flow_log
import data.lib.cases

compliant := {
	"resource": {
		"name": "one",
		"type": "azure-native:network:FlowLog",
		"properties": {
			"location": "norwayeast",
			"enabled": true,
			"retentionPolicy": {
				"enabled": true,
				"days": 365,
			},
		},
	},
	"related": {},
	"environment": cases.regions,
}

told := object.union(cases.located, {
	"compliant": {},
	"that is off": {
		"change": [cases.with_property("enabled", false)],
		"fails": ["PP-FLOW-001"],
	},
	"kept for a week": {
		"change": [cases.with_property("retentionPolicy.days", 7)],
		"fails": ["PP-FLOW-002"],
	},
	"kept for as long as somebody likes": {
		"change": [cases.with_property("retentionPolicy.enabled", false)],
		"fails": ["PP-FLOW-002"],
	},
	"unknown": {
		"change": [cases.with_property("retentionPolicy", cases.unknown)],
		"doubts": ["PP-FLOW-002"],
	},
})

test_cases[name] if {
	some name, case in told
	results := flow_log.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
