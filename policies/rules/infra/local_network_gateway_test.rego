package infra.local_network_gateway_test

import data.infra.local_network_gateway
import data.lib.cases

compliant := {
	"resource": {
		"name": "one",
		"type": "azure-native:network:LocalNetworkGateway",
		"properties": {
			"location": "norwayeast",
			"localNetworkAddressSpace": {
				"addressPrefixes": ["10.1.0.0/16"],
			},
		},
	},
	"related": {},
	"environment": cases.regions,
}

told := object.union(cases.located, {
	"compliant": {},
	"to everywhere": {
		"change": [cases.with_property("localNetworkAddressSpace.addressPrefixes", ["10.1.0.0/16", "0.0.0.0/0"])],
		"fails": ["PP-LNG-001"],
	},
	"to somewhere unknown": {
		"change": [cases.with_property("localNetworkAddressSpace", cases.unknown)],
		"doubts": ["PP-LNG-001"],
	},
})

test_cases[name] if {
	some name, case in told
	results := local_network_gateway.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
