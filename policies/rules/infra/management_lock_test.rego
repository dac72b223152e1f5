package infra.management_lock_test

import data.infra.management_lock
import data.lib.cases

compliant := {
	"resource": {
		"name": "lock",
		"type": "azure-native:authorization:ManagementLockByScope",
		"properties": {"level": "CanNotDelete"},
	},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"read only": {"change": [cases.with_property("level", "ReadOnly")]},
	"locking nothing": {"change": [cases.with_property("level", "NotSpecified")], "fails": ["PP-LOCK-002"]},
	"without a word": {"change": [cases.without_property("level")], "fails": ["PP-LOCK-002"]},
	"unknown": {"change": [cases.with_property("level", cases.unknown)], "doubts": ["PP-LOCK-002"]},
}

test_cases[name] if {
	some name, case in told
	results := management_lock.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
