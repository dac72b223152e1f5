package infra.policy_initiative_test

import data.infra.policy_initiative
import data.lib.cases

compliant := {
	"resource": {
		"name": "platform-policies",
		"type": "azure-native:authorization:PolicySetDefinition",
		"properties": {"policyDefinitions": [
			{"policyDefinitionId": "/a", "policyDefinitionReferenceId": "allowed-locations"},
			{"policyDefinitionId": "/b", "policyDefinitionReferenceId": "group-tags"},
		]},
	},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"with a nameless policy": {
		"change": [cases.without_property("policyDefinitions.1.policyDefinitionReferenceId")],
		"fails": ["PP-POL-003"],
	},
	"of nothing": {"change": [cases.with_property("policyDefinitions", [])], "fails": ["PP-POL-003"]},
	"with an unknown policy": {"change": [cases.with_property("policyDefinitions.0", cases.unknown)], "doubts": ["PP-POL-003"]},
	"with an unknown name": {
		"change": [cases.with_property("policyDefinitions.0.policyDefinitionReferenceId", cases.unknown)],
		"doubts": ["PP-POL-003"],
	},
	"unknown": {"change": [cases.with_property("policyDefinitions", cases.unknown)], "doubts": ["PP-POL-003"]},
}

test_cases[name] if {
	some name, case in told
	results := policy_initiative.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
