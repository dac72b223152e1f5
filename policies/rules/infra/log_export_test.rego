package infra.log_export_test

import data.infra.log_export
import data.lib.cases

compliant := {
	"resource": {"name": "export", "type": "azure-native:operationalinsights:DataExport", "properties": {
		"enable": true,
		"tableNames": ["AzureActivity"],
	}},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"off": {"change": [cases.with_property("enable", false)], "fails": ["PP-EXP-001"]},
	"without a word": {"change": [cases.without_property("enable")], "fails": ["PP-EXP-001"]},
	"of nothing": {"change": [cases.with_property("tableNames", [])], "fails": ["PP-EXP-002"]},
	"of something unknown": {
		"change": [cases.with_property("tableNames", cases.unknown)],
		"doubts": ["PP-EXP-002"],
	},
}

test_cases[name] if {
	some name, case in told
	results := log_export.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
