package infra.budget_test

import data.infra.budget
import data.lib.cases

compliant := {
	"resource": {
		"name": "one",
		"type": "azure-native:consumption:Budget",
		"properties": {
			"notifications": {
				"forecast-80": {
					"enabled": true,
					"thresholdType": "Forecasted",
					"threshold": 80,
					"contactEmails": ["drift@region.example"],
				},
			},
		},
	},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"told afterwards": {
		"change": [cases.with_property("notifications.forecast-80.thresholdType", "Actual")],
		"fails": ["PP-BUD-001"],
	},
	"told too late": {
		"change": [cases.with_property("notifications.forecast-80.threshold", 120)],
		"fails": ["PP-BUD-001"],
	},
	"told to nobody": {
		"change": [cases.with_property("notifications.forecast-80.contactEmails", [])],
		"fails": ["PP-BUD-001"],
	},
	"silent": {
		"change": [cases.without_property("notifications")],
		"fails": ["PP-BUD-001"],
	},
	"told of something unknown": {
		"change": [cases.with_property("notifications.forecast-80.threshold", cases.unknown)],
		"doubts": ["PP-BUD-001"],
	},
}

test_cases[name] if {
	some name, case in told
	results := budget.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
