package infra.cost_export_test

import data.infra.cost_export
import data.lib.cases

compliant := {
	"resource": {
		"name": "one",
		"type": "azure-native:costmanagement:Export",
		"properties": {
			"identity": {
				"type": "SystemAssigned",
			},
		},
	},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"by a key": {
		"change": [cases.without_property("identity")],
		"fails": ["PP-CEX-001"],
	},
	"by somebody unknown": {
		"change": [cases.with_property("identity", cases.unknown)],
		"doubts": ["PP-CEX-001"],
	},
}

test_cases[name] if {
	some name, case in told
	results := cost_export.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
