package infra.gateway_api_test

import data.infra.gateway_api
import data.lib.cases

compliant := {
	"resource": {"name": "api", "type": "azure-native:apimanagement:Api", "properties": {"protocols": ["https"]}},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"over sockets": {"change": [cases.with_property("protocols", ["wss"])]},
	"in the open": {"change": [cases.with_property("protocols", ["https", "http"])], "fails": ["PP-API-001"]},
	"without a word": {"change": [cases.without_property("protocols")], "fails": ["PP-API-001"]},
	"in a way that is not known yet": {
		"change": [cases.with_property("protocols", [cases.unknown])],
		"doubts": ["PP-API-001"],
	},
}

test_cases[name] if {
	some name, case in told
	results := gateway_api.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
