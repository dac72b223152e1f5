package infra.route_table_test

import data.infra.route_table
import data.lib.cases

compliant := {
	"resource": {
		"name": "one",
		"type": "azure-native:network:RouteTable",
		"properties": {
			"location": "norwayeast",
			"routes": [
				{
					"name": "everywhere",
					"addressPrefix": "0.0.0.0/0",
					"nextHopType": "VirtualAppliance",
					"nextHopIpAddress": "10.0.0.4",
				},
				{
					"name": "management",
					"addressPrefix": "ApiManagement",
					"nextHopType": "Internet",
				},
			],
		},
	},
	"related": {},
	"environment": cases.regions,
}

told := object.union(cases.located, {
	"compliant": {},
	"past the firewall": {
		"change": [cases.with_property("routes.0.nextHopType", "Internet")],
		"fails": ["PP-RT-001"],
	},
	"past the firewall for a range": {
		"change": [cases.with_property("routes.1.addressPrefix", "13.0.0.0/8")],
		"fails": ["PP-RT-001"],
	},
	"to nowhere": {
		"change": [cases.without_property("routes.0.nextHopIpAddress")],
		"fails": ["PP-RT-002"],
	},
	"to an unknown firewall": {
		"change": [cases.with_property("routes.0.nextHopIpAddress", cases.unknown)],
		"doubts": ["PP-RT-002"],
	},
	"of an unknown kind": {
		"change": [cases.with_property("routes.0.nextHopType", cases.unknown)],
		"doubts": ["PP-RT-001", "PP-RT-002"],
	},
	"unknown": {
		"change": [cases.with_property("routes", cases.unknown)],
		"doubts": ["PP-RT-001", "PP-RT-002"],
	},
})

test_cases[name] if {
	some name, case in told
	results := route_table.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
