package infra.event_hubs_namespace_test

import data.infra.event_hubs_namespace
import data.lib.cases

compliant := {
	"resource": {"name": "siem", "type": "azure-native:eventhub:Namespace", "properties": {
		"location": "norwayeast",
		"disableLocalAuth": true,
		"publicNetworkAccess": "Disabled",
		"minimumTlsVersion": "1.2",
		"zoneRedundant": true,
	}},
	"related": cases.protected,
	"environment": cases.regions,
}

told := object.union(object.union(cases.unprotected, cases.located), {
	"compliant": {},
	"with shared keys": {"change": [cases.with_property("disableLocalAuth", false)], "fails": ["PP-EH-001"]},
	"open to the internet": {
		"change": [cases.with_property("publicNetworkAccess", "Enabled")],
		"fails": ["PP-EH-002"],
	},
	"with old TLS": {"change": [cases.with_property("minimumTlsVersion", "1.0")], "fails": ["PP-EH-003"]},
	"in one zone": {"change": [cases.with_property("zoneRedundant", false)], "fails": ["PP-EH-004"]},
	"of an unknown TLS": {
		"change": [cases.with_property("minimumTlsVersion", cases.unknown)],
		"doubts": ["PP-EH-003"],
	},
})

test_cases[name] if {
	some name, case in told
	results := event_hubs_namespace.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
