package infra.log_cluster_test

import data.infra.log_cluster
import data.lib.cases

compliant := {
	"resource": {
		"name": "log-cluster",
		"type": "azure-native:operationalinsights:Cluster",
		"properties": {
			"location": "norwayeast",
			"keyVaultProperties": {
				"keyName": "logs",
				"keyVaultUri": "https://kv.vault.azure.net/",
				"keyVersion": "",
			},
		},
	},
	"related": {"locks": cases.protected.locks},
	"environment": cases.regions,
}

told := object.union(cases.located, {
	"compliant": {},
	"without a lock": cases.unprotected["without a lock"],
	"without a word of versions": {"change": [cases.without_property("keyVaultProperties.keyVersion")]},
	"without a key": {"change": [cases.without_property("keyVaultProperties.keyName")], "fails": ["PP-LOGC-001"]},
	"with a key of Microsoft's": {"change": [cases.without_property("keyVaultProperties")], "fails": ["PP-LOGC-001"]},
	"with one version for ever": {
		"change": [cases.with_property("keyVaultProperties.keyVersion", "0a1b")],
		"fails": ["PP-LOGC-002"],
	},
	"with a key that is unknown": {
		"change": [cases.with_property("keyVaultProperties", cases.unknown)],
		"doubts": ["PP-LOGC-001", "PP-LOGC-002"],
	},
})

test_cases[name] if {
	some name, case in told
	results := log_cluster.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
