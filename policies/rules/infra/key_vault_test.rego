package infra.key_vault_test

import data.infra.key_vault
import data.lib.cases

compliant := {
	"resource": {"name": "vault", "type": "azure-native:keyvault:Vault", "properties": {
		"location": "norwayeast",
		"properties": {
			"enablePurgeProtection": true,
			"enableRbacAuthorization": true,
			"enableSoftDelete": true,
			"networkAcls": {"defaultAction": "Deny"},
			"publicNetworkAccess": "Disabled",
			"softDeleteRetentionInDays": 90,
		},
	}},
	"related": cases.protected,
	"environment": cases.regions,
}

told := object.union(object.union(cases.unprotected, cases.located), {
	"compliant": {},
	"closed, in small letters": {"change": [cases.with_property("properties.publicNetworkAccess", "disabled")]},
	"soft delete left to Azure": {"change": [cases.without_property("properties.enableSoftDelete")]},
	"open to the internet": {
		"change": [cases.with_property("properties.publicNetworkAccess", "enabled")],
		"fails": ["PP-KV-001"],
	},
	"without a word on public access": {
		"change": [cases.without_property("properties.publicNetworkAccess")],
		"fails": ["PP-KV-001"],
	},
	"without purge protection": {
		"change": [cases.with_property("properties.enablePurgeProtection", false)],
		"fails": ["PP-KV-002"],
	},
	"purge protection as a word": {
		"change": [cases.with_property("properties.enablePurgeProtection", "true")],
		"fails": ["PP-KV-002"],
	},
	"with access policies": {
		"change": [cases.with_property("properties.enableRbacAuthorization", false)],
		"fails": ["PP-KV-003"],
	},
	"kept for a week": {
		"change": [cases.with_property("properties.softDeleteRetentionInDays", 7)],
		"fails": ["PP-KV-004"],
	},
	"soft delete off": {
		"change": [cases.with_property("properties.enableSoftDelete", false)],
		"fails": ["PP-KV-004"],
	},
	"soft delete unknown": {
		"change": [cases.with_property("properties.enableSoftDelete", cases.unknown)],
		"doubts": ["PP-KV-004"],
	},
	"firewall open": {
		"change": [cases.with_property("properties.networkAcls.defaultAction", "Allow")],
		"fails": ["PP-KV-005"],
	},
	"firewall unknown as a whole": {
		"change": [cases.with_property("properties.networkAcls", cases.unknown)],
		"doubts": ["PP-KV-005"],
	},
	"public access withheld": {
		"change": [cases.with_property("properties.publicNetworkAccess", {"secret": true})],
		"doubts": ["PP-KV-001"],
	},
	"everything unknown": {
		"change": [cases.with_property("properties", cases.unknown)],
		"doubts": ["PP-KV-001", "PP-KV-002", "PP-KV-003", "PP-KV-004", "PP-KV-005"],
	},
	"nothing said": {
		"change": [cases.with_property("properties", {})],
		"fails": ["PP-KV-001", "PP-KV-002", "PP-KV-003", "PP-KV-004", "PP-KV-005"],
	},
})

test_cases[name] if {
	some name, case in told
	results := key_vault.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
