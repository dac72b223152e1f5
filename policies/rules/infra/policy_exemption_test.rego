package infra.policy_exemption_test

import data.infra.policy_exemption
import data.lib.cases

compliant := {
	"resource": {
		"name": "group-tags-exemption",
		"type": "azure-native:authorization:PolicyExemption",
		"properties": {
			"description": "Made by hand.",
			"expiresOn": "2026-12-31T23:00:00Z",
			"policyDefinitionReferenceIds": ["group-tags"],
		},
	},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"for ever": {"change": [cases.without_property("expiresOn")], "fails": ["PP-POL-004"]},
	"until an unknown day": {"change": [cases.with_property("expiresOn", cases.unknown)], "doubts": ["PP-POL-004"]},
	"for no reason": {"change": [cases.without_property("description")], "fails": ["PP-POL-005"]},
	"from everything": {"change": [cases.without_property("policyDefinitionReferenceIds")], "fails": ["PP-POL-006"]},
	"from an empty list": {"change": [cases.with_property("policyDefinitionReferenceIds", [])], "fails": ["PP-POL-006"]},
}

test_cases[name] if {
	some name, case in told
	results := policy_exemption.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
