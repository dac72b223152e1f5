package infra.dns_outbound_endpoint_test

import data.infra.dns_outbound_endpoint
import data.lib.cases

compliant := {
	"resource": {
		"name": "one",
		"type": "azure-native:dnsresolver:OutboundEndpoint",
		"properties": {
			"location": "norwayeast",
		},
	},
	"related": {},
	"environment": cases.regions,
}

told := object.union(cases.located, {
	"compliant": {},
})

test_cases[name] if {
	some name, case in told
	results := dns_outbound_endpoint.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
