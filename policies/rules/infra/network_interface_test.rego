package infra.network_interface_test

import data.infra.network_interface
import data.lib.cases

compliant := {
	"resource": {
		"name": "one",
		"type": "azure-native:network:NetworkInterface",
		"properties": {
			"location": "norwayeast",
			"ipConfigurations": [
				{
					"name": "inside",
					"subnet": {
						"id": "/subscriptions/s",
					},
				},
			],
		},
	},
	"related": {},
	"environment": cases.regions,
}

told := object.union(cases.located, {
	"compliant": {},
	"on the internet": {
		"change": [cases.with_property("ipConfigurations.0.publicIPAddress", {
			"id": "/subscriptions/s/p",
		})],
		"fails": ["PP-NIC-001"],
	},
	"on the internet perhaps": {
		"change": [cases.with_property("ipConfigurations.0.publicIPAddress", cases.unknown)],
		"doubts": ["PP-NIC-001"],
	},
	"unknown": {
		"change": [cases.with_property("ipConfigurations", cases.unknown)],
		"doubts": ["PP-NIC-001"],
	},
})

test_cases[name] if {
	some name, case in told
	results := network_interface.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
