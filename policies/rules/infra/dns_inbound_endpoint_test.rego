package infra.dns_inbound_endpoint_test

import data.infra.dns_inbound_endpoint
import data.lib.cases

compliant := {
	"resource": {
		"name": "one",
		"type": "azure-native:dnsresolver:InboundEndpoint",
		"properties": {
			"location": "norwayeast",
			"ipConfigurations": [
				{
					"privateIpAllocationMethod": "Static",
					"privateIpAddress": "10.0.0.100",
				},
			],
		},
	},
	"related": {},
	"environment": cases.regions,
}

told := object.union(cases.located, {
	"compliant": {},
	"that moves": {
		"change": [cases.with_property("ipConfigurations.0.privateIpAllocationMethod", "Dynamic")],
		"fails": ["PP-DNSI-001"],
	},
	"nowhere": {
		"change": [cases.without_property("ipConfigurations")],
		"fails": ["PP-DNSI-001"],
	},
	"somewhere unknown": {
		"change": [cases.with_property("ipConfigurations", cases.unknown)],
		"doubts": ["PP-DNSI-001"],
	},
})

test_cases[name] if {
	some name, case in told
	results := dns_inbound_endpoint.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
