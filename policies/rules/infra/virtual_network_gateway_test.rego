package infra.virtual_network_gateway_test

import data.infra.virtual_network_gateway
import data.lib.cases

compliant := {
	"resource": {
		"name": "one",
		"type": "azure-native:network:VirtualNetworkGateway",
		"properties": {
			"location": "norwayeast",
			"sku": {
				"name": "VpnGw2AZ",
			},
		},
	},
	"related": {
		"diagnostic_settings": [
			{
				"name": "logs",
			},
		],
	},
	"environment": cases.regions,
}

told := object.union(cases.located, {
	"compliant": {},
	"without logs": {
		"change": [cases.drop("/related/diagnostic_settings")],
		"fails": ["PP-DIAG-001"],
	},
	"in one building": {
		"change": [cases.with_property("sku.name", "VpnGw2")],
		"fails": ["PP-VNG-001"],
	},
	"of an unknown kind": {
		"change": [cases.with_property("sku", cases.unknown)],
		"doubts": ["PP-VNG-001"],
	},
	"that machines dial": {
		"change": [cases.with_property("vpnClientConfiguration", {
			"vpnClientProtocols": ["OpenVPN"],
		})],
		"fails": ["PP-VNG-002"],
	},
	"that somebody may dial": {
		"change": [cases.with_property("vpnClientConfiguration", cases.unknown)],
		"doubts": ["PP-VNG-002"],
	},
})

test_cases[name] if {
	some name, case in told
	results := virtual_network_gateway.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
