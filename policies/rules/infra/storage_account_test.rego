package infra.storage_account_test

import data.infra.storage_account
import data.lib.cases

compliant := {
	"resource": {"name": "audit", "type": "azure-native:storage:StorageAccount", "properties": {
		"location": "norwayeast",
		"allowBlobPublicAccess": false,
		"allowCrossTenantReplication": false,
		"allowSharedKeyAccess": false,
		"enableHttpsTrafficOnly": true,
		"minimumTlsVersion": "TLS1_2",
		"networkRuleSet": {"defaultAction": "Deny"},
		"publicNetworkAccess": "Disabled",
	}},
	"related": cases.protected,
	"environment": cases.regions,
}

told := object.union(object.union(cases.unprotected, cases.located), {
	"compliant": {},
	"with newer TLS": {"change": [cases.with_property("minimumTlsVersion", "TLS1_3")]},
	"open to the internet": {
		"change": [cases.with_property("publicNetworkAccess", "Enabled")],
		"fails": ["PP-ST-001"],
	},
	"secured by a perimeter only": {
		"change": [cases.with_property("publicNetworkAccess", "SecuredByPerimeter")],
		"fails": ["PP-ST-001"],
	},
	"with keys": {"change": [cases.with_property("allowSharedKeyAccess", true)], "fails": ["PP-ST-002"]},
	"without a word on keys": {"change": [cases.without_property("allowSharedKeyAccess")], "fails": ["PP-ST-002"]},
	"with old TLS": {"change": [cases.with_property("minimumTlsVersion", "TLS1_1")], "fails": ["PP-ST-003"]},
	"by plain HTTP": {"change": [cases.with_property("enableHttpsTrafficOnly", false)], "fails": ["PP-ST-004"]},
	"with open blobs": {"change": [cases.with_property("allowBlobPublicAccess", true)], "fails": ["PP-ST-005"]},
	"copied abroad": {"change": [cases.with_property("allowCrossTenantReplication", true)], "fails": ["PP-ST-006"]},
	"firewall open": {"change": [cases.with_property("networkRuleSet.defaultAction", "Allow")], "fails": ["PP-ST-007"]},
	"firewall unknown": {"change": [cases.with_property("networkRuleSet", cases.unknown)], "doubts": ["PP-ST-007"]},
	"TLS unknown": {"change": [cases.with_property("minimumTlsVersion", cases.unknown)], "doubts": ["PP-ST-003"]},
})

test_cases[name] if {
	some name, case in told
	results := storage_account.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
