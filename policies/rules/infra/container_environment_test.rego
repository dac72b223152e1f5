package infra.container_environment_test

import data.infra.container_environment
import data.lib.cases

compliant := {
	"resource": {"name": "programs", "type": "azure-native:app:ManagedEnvironment", "properties": {
		"location": "norwayeast",
		"vnetConfiguration": {"internal": true},
		"publicNetworkAccess": "Disabled",
		"zoneRedundant": true,
		"peerTrafficConfiguration": {"encryption": {"enabled": true}},
	}},
	"related": cases.protected,
	"environment": cases.regions,
}

told := object.union(cases.located, {
	"compliant": {},
	"with a public address": {
		"change": [cases.with_property("vnetConfiguration.internal", false)],
		"fails": ["PP-CAE-001"],
	},
	"outside the network": {"change": [cases.without_property("vnetConfiguration")], "fails": ["PP-CAE-001"]},
	"open to the internet": {
		"change": [cases.with_property("publicNetworkAccess", "Enabled")],
		"fails": ["PP-CAE-002"],
	},
	"in one zone": {"change": [cases.with_property("zoneRedundant", false)], "fails": ["PP-CAE-003"]},
	"in clear text": {"change": [cases.without_property("peerTrafficConfiguration")], "fails": ["PP-CAE-004"]},
	"in a network that is not known yet": {
		"change": [cases.with_property("vnetConfiguration", cases.unknown)],
		"doubts": ["PP-CAE-001"],
	},
	"without logs": {"change": [cases.drop("/related/diagnostic_settings")], "fails": ["PP-DIAG-001"]},
	"without a private endpoint": {"change": [cases.drop("/related/private_endpoints")], "fails": ["PP-NET-001"]},
})

test_cases[name] if {
	some name, case in told
	results := container_environment.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
