package infra.policy_definition_test

import data.infra.policy_definition
import data.lib.cases

compliant := {
	"resource": {
		"name": "policy-group-tags",
		"type": "azure-native:authorization:PolicyDefinition",
		"properties": {"policyRule": {"if": {"field": "type", "equals": "x"}, "then": {"effect": "deny"}}},
	},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"that notes": {"change": [cases.with_property("policyRule.then.effect", "audit")]},
	"that does nothing": {"change": [cases.with_property("policyRule.then.effect", "Disabled")], "fails": ["PP-POL-002"]},
	"without effect": {"change": [cases.without_property("policyRule.then")], "fails": ["PP-POL-002"]},
	"with a parameter": {
		"change": [cases.with_property("policyRule.then.effect", "[parameters('effect')]")],
		"doubts": ["PP-POL-002"],
	},
	"unknown": {"change": [cases.with_property("policyRule", cases.unknown)], "doubts": ["PP-POL-002"]},
}

test_cases[name] if {
	some name, case in told
	results := policy_definition.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
