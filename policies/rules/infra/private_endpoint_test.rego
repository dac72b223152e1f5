package infra.private_endpoint_test

import data.infra.private_endpoint
import data.lib.cases

compliant := {
	"resource": {"name": "endpoint", "type": "azure-native:network:PrivateEndpoint", "properties": {
		"location": "norwayeast",
		"subnet": {"id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/e"},
	}},
	"related": {"dns_zone_groups": [{"name": "zones"}]},
	"environment": cases.regions,
}

told := object.union(cases.located, {
	"compliant": {},
	"nowhere": {"change": [cases.without_property("subnet")], "fails": ["PP-PE-001"]},
	"in an unknown subnet": {"change": [cases.with_property("subnet.id", cases.unknown)], "doubts": ["PP-PE-001"]},
	"without a name that the landing zone writes": {"change": [
		cases.drop("/related/dns_zone_groups"),
		cases.put("/environment/zone_groups", "The policy Deploy-Private-DNS-Zones."),
	]},
	"without a name": {"change": [cases.drop("/related/dns_zone_groups")], "fails": ["PP-PE-002"]},
	"with a name that is somewhere": {
		"change": [cases.drop("/related/dns_zone_groups"), cases.put("/related/untold", ["dns_zone_groups"])],
		"doubts": ["PP-PE-002"],
	},
})

test_cases[name] if {
	some name, case in told
	results := private_endpoint.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
