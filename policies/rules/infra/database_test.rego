package infra.database_test

import data.infra.database
import data.lib.cases

compliant := {
	"resource": {
		"name": "database",
		"type": "azure-native:dbforpostgresql:Database",
		"properties": {"charset": "UTF8"},
	},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"of a few letters": {"change": [cases.with_property("charset", "LATIN1")], "fails": ["PP-PGD-001"]},
	"without a word": {"change": [cases.without_property("charset")], "fails": ["PP-PGD-001"]},
	"unknown": {"change": [cases.with_property("charset", cases.unknown)], "doubts": ["PP-PGD-001"]},
}

test_cases[name] if {
	some name, case in told
	results := database.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
