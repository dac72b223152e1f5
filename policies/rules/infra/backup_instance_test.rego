package infra.backup_instance_test

import data.infra.backup_instance
import data.lib.cases

compliant := {
	"resource": {
		"name": "one",
		"type": "azure-native:dataprotection:BackupInstance",
		"properties": {
			"properties": {
				"policyInfo": {
					"policyId": "/subscriptions/s/p",
				},
			},
		},
	},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"without a policy": {
		"change": [cases.without_property("properties.policyInfo.policyId")],
		"fails": ["PP-BKPI-001"],
	},
	"with an unknown policy": {
		"change": [cases.with_property("properties.policyInfo.policyId", cases.unknown)],
		"doubts": ["PP-BKPI-001"],
	},
}

test_cases[name] if {
	some name, case in told
	results := backup_instance.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
