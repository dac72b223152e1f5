package infra.dns_forwarding_link_test

import data.infra.dns_forwarding_link
import data.lib.cases

compliant := {
	"resource": {
		"name": "one",
		"type": "azure-native:dnsresolver:PrivateResolverVirtualNetworkLink",
		"properties": {
			"virtualNetwork": {
				"id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/hub",
			},
		},
	},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"for nobody": {
		"change": [cases.without_property("virtualNetwork")],
		"fails": ["PP-DNSF-003"],
	},
	"for somebody unknown": {
		"change": [cases.with_property("virtualNetwork.id", cases.unknown)],
		"doubts": ["PP-DNSF-003"],
	},
}

test_cases[name] if {
	some name, case in told
	results := dns_forwarding_link.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
