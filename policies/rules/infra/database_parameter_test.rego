package infra.database_parameter_test

import data.infra.database_parameter
import data.lib.cases

compliant := {
	"resource": {"name": "parameter", "type": "azure-native:dbforpostgresql:Configuration", "properties": {
		"configurationName": "require_secure_transport",
		"value": "on",
	}},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"in clear text": {"change": [cases.with_property("value", "off")], "fails": ["PP-PGC-001"]},
	"with old TLS": {
		"change": [
			cases.with_property("configurationName", "ssl_min_protocol_version"),
			cases.with_property("value", "TLSv1.1"),
		],
		"fails": ["PP-PGC-001"],
	},
	"with new TLS": {"change": [
		cases.with_property("configurationName", "ssl_min_protocol_version"),
		cases.with_property("value", "TLSv1.3"),
	]},
	"of another kind": {"change": [
		cases.with_property("configurationName", "log_connections"),
		cases.with_property("value", "off"),
	]},
	"not known yet": {
		"change": [cases.with_property("value", cases.unknown)],
		"doubts": ["PP-PGC-001"],
	},
}

test_cases[name] if {
	some name, case in told
	results := database_parameter.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
