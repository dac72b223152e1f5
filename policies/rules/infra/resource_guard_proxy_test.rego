package infra.resource_guard_proxy_test

import data.infra.resource_guard_proxy
import data.lib.cases

compliant := {
	"resource": {
		"name": "one",
		"type": "azure-native:dataprotection:DppResourceGuardProxy",
		"properties": {
			"properties": {
				"resourceGuardResourceId": "/subscriptions/s/g",
			},
		},
	},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"with nobody": {
		"change": [cases.without_property("properties.resourceGuardResourceId")],
		"fails": ["PP-RGRD-002"],
	},
	"with somebody unknown": {
		"change": [cases.with_property("properties", cases.unknown)],
		"doubts": ["PP-RGRD-002"],
	},
}

test_cases[name] if {
	some name, case in told
	results := resource_guard_proxy.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
