package infra.virtual_network_peering_test

import data.infra.virtual_network_peering
import data.lib.cases

compliant := {
	"resource": {
		"name": "one",
		"type": "azure-native:network:VirtualNetworkPeering",
		"properties": {
			"remoteVirtualNetwork": {
				"id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/hub",
			},
		},
	},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"with nobody": {
		"change": [cases.without_property("remoteVirtualNetwork")],
		"fails": ["PP-PEER-001"],
	},
	"with somebody unknown": {
		"change": [cases.with_property("remoteVirtualNetwork.id", cases.unknown)],
		"doubts": ["PP-PEER-001"],
	},
}

test_cases[name] if {
	some name, case in told
	results := virtual_network_peering.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
