package infra.automation_rule_test

import data.infra.automation_rule
import data.lib.cases

compliant := {
	"resource": {
		"name": "siem-hand-over",
		"type": "azure-native:securityinsights:AutomationRule",
		"properties": {"triggeringLogic": {"isEnabled": true}},
	},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"switched off": {"change": [cases.with_property("triggeringLogic.isEnabled", false)], "fails": ["PP-SIEM-006"]},
	"that ends": {
		"change": [cases.with_property("triggeringLogic.expirationTimeUtc", "2027-01-01T00:00:00Z")],
		"fails": ["PP-SIEM-007"],
	},
	"that may end": {
		"change": [cases.with_property("triggeringLogic.expirationTimeUtc", cases.unknown)],
		"doubts": ["PP-SIEM-007"],
	},
	"unknown": {
		"change": [cases.with_property("triggeringLogic", cases.unknown)],
		"doubts": ["PP-SIEM-006", "PP-SIEM-007"],
	},
}

test_cases[name] if {
	some name, case in told
	results := automation_rule.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
