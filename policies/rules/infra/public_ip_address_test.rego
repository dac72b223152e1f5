package infra.public_ip_address_test

import data.infra.public_ip_address
import data.lib.cases

compliant := {
	"resource": {
		"name": "one",
		"type": "azure-native:network:PublicIPAddress",
		"properties": {
			"location": "norwayeast",
			"sku": {
				"name": "Standard",
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
	"environment": object.union(cases.regions, {"service": "firewall"}),
}

told := object.union(cases.located, {
	"compliant": {},
	"without logs": {
		"change": [cases.drop("/related/diagnostic_settings")],
		"fails": ["PP-DIAG-001"],
	},
	"of nobody": {
		"change": [cases.drop("/environment/service")],
		"fails": ["PP-PIP-001"],
	},
	"of a machine": {
		"change": [cases.put("/environment/service", "workloads")],
		"fails": ["PP-PIP-001"],
	},
	"of the gateway": {
		"change": [cases.put("/environment/service", "network_gateway")],
	},
	"with unknown tags": {
		"change": [cases.with_property("tags", cases.unknown)],
		"doubts": ["PP-PIP-001"],
	},
	"of the open kind": {
		"change": [cases.with_property("sku.name", "Basic")],
		"fails": ["PP-PIP-002"],
	},
	"of an unknown kind": {
		"change": [cases.with_property("sku", cases.unknown)],
		"doubts": ["PP-PIP-002"],
	},
})

test_cases[name] if {
	some name, case in told
	results := public_ip_address.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
