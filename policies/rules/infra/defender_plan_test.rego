package infra.defender_plan_test

import data.infra.defender_plan
import data.lib.cases

compliant := {
	"resource": {
		"name": "defender-storage",
		"type": "azure-native:security:Pricing",
		"properties": {"pricingName": "StorageAccounts", "pricingTier": "Standard", "enforce": "True"},
	},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"free": {"change": [cases.with_property("pricingTier", "Free")], "fails": ["PP-DEF-001"]},
	"of an unknown tier": {"change": [cases.with_property("pricingTier", cases.unknown)], "doubts": ["PP-DEF-001"]},
	"that one can leave": {"change": [cases.with_property("enforce", "False")], "fails": ["PP-DEF-002"]},
	"without a word": {"change": [cases.without_property("enforce")], "fails": ["PP-DEF-002"]},
}

test_cases[name] if {
	some name, case in told
	results := defender_plan.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
