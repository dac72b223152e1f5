package infra.immutability_policy_test

import data.infra.immutability_policy
import data.lib.cases

compliant := {
	"resource": {
		"name": "policy",
		"type": "azure-native:storage:BlobContainerImmutabilityPolicy",
		"properties": {"immutabilityPeriodSinceCreationInDays": 30},
	},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"for a day": {
		"change": [cases.with_property("immutabilityPeriodSinceCreationInDays", 1)],
		"fails": ["PP-WORM-001"],
	},
	"for many days in words": {
		"change": [cases.with_property("immutabilityPeriodSinceCreationInDays", "365")],
		"fails": ["PP-WORM-001"],
	},
	"for an unknown time": {
		"change": [cases.with_property("immutabilityPeriodSinceCreationInDays", cases.unknown)],
		"doubts": ["PP-WORM-001"],
	},
}

test_cases[name] if {
	some name, case in told
	results := immutability_policy.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
