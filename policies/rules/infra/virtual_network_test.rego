package infra.virtual_network_test

import data.infra.virtual_network
import data.lib.cases

subnet := {"name": "workload", "security_group": true, "default_outbound": false}

compliant := {
	"resource": {
		"name": "network",
		"type": "azure-native:network:VirtualNetwork",
		"properties": {"location": "norwayeast"},
	},
	"related": {"subnets": [subnet]},
	"environment": cases.regions,
}

more(changes) := [cases.put("/related/subnets", [subnet, object.union({"name": "second"}, changes)])]

joined(changes) := cases.put("/related", {
	"peerings": [{"name": "hub"}],
	"subnets": [object.union(subnet, changes)],
})

told := object.union(cases.located, {
	"compliant": {},
	"without subnets": {"change": [cases.drop("/related/subnets")]},
	"with a gateway": {"change": more({"name": "GatewaySubnet", "security_group": false, "default_outbound": null})},
	"with an open subnet": {
		"change": more({"security_group": false, "default_outbound": false}),
		"fails": ["PP-VNET-001"],
	},
	"with a subnet of unknown group": {
		"change": more({"security_group": cases.unknown, "default_outbound": false}),
		"doubts": ["PP-VNET-001"],
	},
	"with a way out": {
		"change": more({"security_group": true, "default_outbound": true}),
		"fails": ["PP-VNET-002"],
	},
	"with a way out left to Azure": {
		"change": more({"security_group": true, "default_outbound": null}),
		"fails": ["PP-VNET-002"],
	},
	"with an unknown way out": {
		"change": more({"security_group": true, "default_outbound": cases.unknown}),
		"doubts": ["PP-VNET-002"],
	},
	"joined, with routes": {"change": [joined({"routes": true})]},
	"joined, with a resolver": {"change": [joined({"routes": false, "resolver": true})]},
	"joined, past the firewall": {"change": [joined({"routes": false})], "fails": ["PP-VNET-003"]},
	"joined, by unknown routes": {"change": [joined({"routes": cases.unknown})], "doubts": ["PP-VNET-003"]},
	"joined perhaps": {"change": [cases.put("/related/untold", ["peerings"])], "doubts": ["PP-VNET-003"]},
	"with a subnet that is somewhere": {
		"change": [cases.put("/related/untold", ["subnets"])],
		"doubts": ["PP-VNET-001", "PP-VNET-002"],
	},
})

test_cases[name] if {
	some name, case in told
	results := virtual_network.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
