package infra.log_link_scope_test

import data.infra.log_link_scope
import data.lib.cases

compliant := {
	"resource": {"name": "scope", "type": "azure-native:monitor:PrivateLinkScope", "properties": {
		"accessModeSettings": {"ingestionAccessMode": "PrivateOnly", "queryAccessMode": "PrivateOnly"},
	}},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"written from anywhere": {
		"change": [cases.with_property("accessModeSettings.ingestionAccessMode", "Open")],
		"fails": ["PP-AMPLS-001"],
	},
	"read from anywhere": {
		"change": [cases.with_property("accessModeSettings.queryAccessMode", "Open")],
		"fails": ["PP-AMPLS-002"],
	},
	"unknown": {
		"change": [cases.with_property("accessModeSettings", cases.unknown)],
		"doubts": ["PP-AMPLS-001", "PP-AMPLS-002"],
	},
}

test_cases[name] if {
	some name, case in told
	results := log_link_scope.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
