package infra.event_grid_domain_test

import data.infra.event_grid_domain
import data.lib.cases

compliant := {
	"resource": {"name": "events", "type": "azure-native:eventgrid:Domain", "properties": {
		"location": "norwayeast",
		"disableLocalAuth": true,
		"publicNetworkAccess": "Disabled",
		"minimumTlsVersionAllowed": "1.2",
		"dataResidencyBoundary": "WithinRegion",
		"identity": {"type": "SystemAssigned"},
	}},
	"related": cases.protected,
	"environment": cases.regions,
}

told := object.union(object.union(cases.unprotected, cases.located), {
	"compliant": {},
	"with shared keys": {"change": [cases.with_property("disableLocalAuth", false)], "fails": ["PP-EG-001"]},
	"open to the internet": {
		"change": [cases.with_property("publicNetworkAccess", "Enabled")],
		"fails": ["PP-EG-002"],
	},
	"with old TLS": {"change": [cases.with_property("minimumTlsVersionAllowed", "1.0")], "fails": ["PP-EG-003"]},
	"copied to the pair": {
		"change": [cases.with_property("dataResidencyBoundary", "WithinGeopair")],
		"fails": ["PP-EG-004"],
	},
	"without a word of residency": {
		"change": [cases.without_property("dataResidencyBoundary")],
		"fails": ["PP-EG-004"],
	},
	"without identity": {"change": [cases.without_property("identity")], "fails": ["PP-EG-005"]},
	"of an unknown identity": {
		"change": [cases.with_property("identity", cases.unknown)],
		"doubts": ["PP-EG-005"],
	},
})

test_cases[name] if {
	some name, case in told
	results := event_grid_domain.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
