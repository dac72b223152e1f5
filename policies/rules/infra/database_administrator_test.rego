package infra.database_administrator_test

import data.infra.database_administrator
import data.lib.cases

compliant := {
	"resource": {
		"name": "administrators",
		"type": "azure-native:dbforpostgresql:AdministratorsMicrosoftEntra",
		"properties": {"principalType": "Group"},
	},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"a person": {"change": [cases.with_property("principalType", "User")], "fails": ["PP-PGA-001"]},
	"without a word": {"change": [cases.without_property("principalType")], "fails": ["PP-PGA-001"]},
	"unknown": {"change": [cases.with_property("principalType", cases.unknown)], "doubts": ["PP-PGA-001"]},
}

test_cases[name] if {
	some name, case in told
	results := database_administrator.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
