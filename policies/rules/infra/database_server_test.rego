package infra.database_server_test

import data.infra.database_server
import data.lib.cases

compliant := {
	"resource": {"name": "database", "type": "azure-native:dbforpostgresql:Server", "properties": {
		"location": "norwayeast",
		"network": {"publicNetworkAccess": "Disabled"},
		"authConfig": {"activeDirectoryAuth": "Enabled", "passwordAuth": "Disabled"},
		"highAvailability": {"mode": "ZoneRedundant"},
		"backup": {"backupRetentionDays": 35},
		"dataEncryption": {"type": "AzureKeyVault"},
	}},
	"related": cases.protected,
	"environment": cases.regions,
}

told := object.union(object.union(cases.unprotected, cases.located), {
	"compliant": {},
	"open to the internet": {
		"change": [cases.with_property("network.publicNetworkAccess", "Enabled")],
		"fails": ["PP-PG-001"],
	},
	"in a subnet of its own": {
		"change": [cases.with_property("network", {"delegatedSubnetResourceId": "/subscriptions/s/subnets/d"})],
	},
	"with passwords": {
		"change": [cases.with_property("authConfig.passwordAuth", "Enabled")],
		"fails": ["PP-PG-002"],
	},
	"without the directory": {
		"change": [cases.with_property("authConfig.activeDirectoryAuth", "Disabled")],
		"fails": ["PP-PG-002"],
	},
	"alone": {"change": [cases.with_property("highAvailability.mode", "Disabled")], "fails": ["PP-PG-003"]},
	"in the same zone": {
		"change": [cases.with_property("highAvailability.mode", "SameZone")],
		"fails": ["PP-PG-003"],
	},
	"forgetting in a week": {
		"change": [cases.with_property("backup.backupRetentionDays", 7)],
		"fails": ["PP-PG-004"],
	},
	"with Azure's own key": {"change": [cases.without_property("dataEncryption")], "fails": ["PP-PG-005"]},
	"with a key that is not known yet": {
		"change": [cases.with_property("dataEncryption", cases.unknown)],
		"doubts": ["PP-PG-005"],
	},
})

test_cases[name] if {
	some name, case in told
	results := database_server.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
