package infra.container_registry_test

import data.infra.container_registry
import data.lib.cases

compliant := {
	"resource": {
		"name": "one",
		"type": "azure-native:containerregistry:Registry",
		"properties": {
			"location": "norwayeast",
			"adminUserEnabled": false,
			"anonymousPullEnabled": false,
			"encryption": {
				"status": "enabled",
			},
			"policies": {
				"exportPolicy": {
					"status": "disabled",
				},
			},
			"publicNetworkAccess": "Disabled",
			"sku": {
				"name": "Premium",
			},
			"zoneRedundancy": "Enabled",
		},
	},
	"related": {
		"diagnostic_settings": [
			{
				"name": "logs",
			},
		],
		"locks": [
			{
				"name": "lock",
				"level": "CanNotDelete",
			},
		],
		"private_endpoints": [
			{
				"name": "endpoint",
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
	"without a lock": {
		"change": [cases.drop("/related/locks")],
		"fails": ["PP-LOCK-001"],
	},
	"without a private endpoint": {
		"change": [cases.drop("/related/private_endpoints")],
		"fails": ["PP-NET-001"],
	},
	"open to the internet": {
		"change": [cases.with_property("publicNetworkAccess", "Enabled")],
		"fails": ["PP-ACR-001"],
	},
	"with a password": {
		"change": [cases.with_property("adminUserEnabled", true)],
		"fails": ["PP-ACR-002"],
	},
	"of a lower tier": {
		"change": [cases.with_property("sku.name", "Standard")],
		"fails": ["PP-ACR-003"],
	},
	"in one building": {
		"change": [cases.with_property("zoneRedundancy", "Disabled")],
		"fails": ["PP-ACR-004"],
	},
	"for anybody": {
		"change": [cases.with_property("anonymousPullEnabled", true)],
		"fails": ["PP-ACR-005"],
	},
	"without a word on export": {
		"change": [cases.without_property("policies")],
		"fails": ["PP-ACR-006"],
	},
	"with somebody else's key": {
		"change": [cases.without_property("encryption")],
		"fails": ["PP-ACR-007"],
	},
	"of an unknown tier": {
		"change": [cases.with_property("sku", cases.unknown)],
		"doubts": ["PP-ACR-003"],
	},
})

test_cases[name] if {
	some name, case in told
	results := container_registry.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
