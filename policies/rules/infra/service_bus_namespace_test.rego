package infra.service_bus_namespace_test

import data.infra.service_bus_namespace
import data.lib.cases

compliant := {
	"resource": {"name": "bus", "type": "azure-native:servicebus:Namespace", "properties": {
		"location": "norwayeast",
		"disableLocalAuth": true,
		"minimumTlsVersion": "1.2",
		"publicNetworkAccess": "Disabled",
		"sku": {"name": "Premium", "tier": "Premium"},
		"zoneRedundant": true,
	}},
	"related": cases.protected,
	"environment": cases.regions,
}

told := object.union(object.union(cases.unprotected, cases.located), {
	"compliant": {},
	"of the Standard tier": {"change": [cases.with_property("sku.name", "Standard")], "fails": ["PP-SB-001"]},
	"with shared keys": {"change": [cases.with_property("disableLocalAuth", false)], "fails": ["PP-SB-002"]},
	"open to the internet": {
		"change": [cases.with_property("publicNetworkAccess", "Enabled")],
		"fails": ["PP-SB-003"],
	},
	"with old TLS": {"change": [cases.with_property("minimumTlsVersion", "1.0")], "fails": ["PP-SB-004"]},
	"in one zone": {"change": [cases.with_property("zoneRedundant", false)], "fails": ["PP-SB-005"]},
	"of an unknown tier": {"change": [cases.with_property("sku", cases.unknown)], "doubts": ["PP-SB-001"]},
})

test_cases[name] if {
	some name, case in told
	results := service_bus_namespace.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
