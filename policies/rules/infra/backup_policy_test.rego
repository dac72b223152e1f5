package infra.backup_policy_test

import data.infra.backup_policy
import data.lib.cases

compliant := {
	"resource": {
		"name": "one",
		"type": "azure-native:dataprotection:BackupPolicy",
		"properties": {
			"properties": {
				"policyRules": [
					{
						"objectType": "AzureRetentionRule",
						"lifecycles": [
							{
								"deleteAfter": {
									"duration": "P90D",
								},
							},
						],
					},
				],
			},
		},
	},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"kept for months": {
		"change": [cases.with_property("properties.policyRules.0.lifecycles.0.deleteAfter.duration", "P6M")],
	},
	"kept for a week": {
		"change": [cases.with_property("properties.policyRules.0.lifecycles.0.deleteAfter.duration", "P7D")],
		"fails": ["PP-BKPP-001"],
	},
	"kept for hours": {
		"change": [cases.with_property("properties.policyRules.0.lifecycles.0.deleteAfter.duration", "PT12H")],
		"fails": ["PP-BKPP-001"],
	},
	"without retention": {
		"change": [cases.without_property("properties.policyRules.0.lifecycles")],
		"fails": ["PP-BKPP-001"],
	},
	"kept for some time": {
		"change": [cases.with_property("properties.policyRules.0.lifecycles.0.deleteAfter.duration", cases.unknown)],
		"doubts": ["PP-BKPP-001"],
	},
	"unknown": {
		"change": [cases.with_property("properties.policyRules", cases.unknown)],
		"doubts": ["PP-BKPP-001"],
	},
}

test_cases[name] if {
	some name, case in told
	results := backup_policy.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
