package infra.policy_assignment_test

import data.infra.policy_assignment
import data.lib.cases

compliant := {
	"resource": {
		"name": "policies-on-subscription",
		"type": "azure-native:authorization:PolicyAssignment",
		"properties": {"enforcementMode": "Default"},
	},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"that only observes": {"change": [cases.with_property("enforcementMode", "DoNotEnforce")], "fails": ["PP-POL-001"]},
	"without a word": {"change": [cases.without_property("enforcementMode")], "fails": ["PP-POL-001"]},
	"unknown": {"change": [cases.with_property("enforcementMode", cases.unknown)], "doubts": ["PP-POL-001"]},
}

test_cases[name] if {
	some name, case in told
	results := policy_assignment.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
