package infra.resource_guard_test

import data.infra.resource_guard
import data.lib.cases

compliant := {
	"resource": {
		"name": "one",
		"type": "azure-native:dataprotection:ResourceGuard",
		"properties": {
			"location": "norwayeast",
			"properties": {
				"vaultCriticalOperationExclusionList": [],
			},
		},
	},
	"related": {
		"locks": [
			{
				"name": "lock",
				"level": "CanNotDelete",
			},
		],
	},
	"environment": cases.regions,
}

told := object.union(cases.located, {
	"compliant": {},
	"without a lock": {
		"change": [cases.drop("/related/locks")],
		"fails": ["PP-LOCK-001"],
	},
	"that excuses deletion": {
		"change": [cases.with_property("properties.vaultCriticalOperationExclusionList", ["Microsoft.RecoveryServices/vaults/backupPolicies/write"])],
		"fails": ["PP-RGRD-001"],
	},
	"that excuses something unknown": {
		"change": [cases.with_property("properties", cases.unknown)],
		"doubts": ["PP-RGRD-001"],
	},
})

test_cases[name] if {
	some name, case in told
	results := resource_guard.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
