package infra.azure_firewall_test

import data.infra.azure_firewall
import data.lib.cases

compliant := {
	"resource": {
		"name": "one",
		"type": "azure-native:network:AzureFirewall",
		"properties": {
			"location": "norwayeast",
			"sku": {
				"name": "AZFW_VNet",
				"tier": "Premium",
			},
			"zones": ["1", "2", "3"],
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
	"of a lower tier": {
		"change": [cases.with_property("sku.tier", "Standard")],
		"fails": ["PP-AFW-001"],
	},
	"of an unknown tier": {
		"change": [cases.with_property("sku", cases.unknown)],
		"doubts": ["PP-AFW-001"],
	},
	"in one zone": {
		"change": [cases.with_property("zones", ["1"])],
		"fails": ["PP-AFW-002"],
	},
	"without a word on zones": {
		"change": [cases.without_property("zones")],
		"fails": ["PP-AFW-002"],
	},
	"in unknown zones": {
		"change": [cases.with_property("zones", cases.unknown)],
		"doubts": ["PP-AFW-002"],
	},
})

test_cases[name] if {
	some name, case in told
	results := azure_firewall.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
