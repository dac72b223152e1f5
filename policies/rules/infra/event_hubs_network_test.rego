package infra.event_hubs_network_test

import data.infra.event_hubs_network
import data.lib.cases

compliant := {
	"resource": {"name": "network", "type": "azure-native:eventhub:NamespaceNetworkRuleSet", "properties": {
		"defaultAction": "Deny",
		"publicNetworkAccess": "Disabled",
	}},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"letting in": {"change": [cases.with_property("defaultAction", "Allow")], "fails": ["PP-NRS-001"]},
	"opening again": {"change": [cases.with_property("publicNetworkAccess", "Enabled")], "fails": ["PP-NRS-002"]},
	"without a word": {"change": [cases.without_property("publicNetworkAccess")], "fails": ["PP-NRS-002"]},
	"unknown": {"change": [cases.with_property("defaultAction", cases.unknown)], "doubts": ["PP-NRS-001"]},
}

test_cases[name] if {
	some name, case in told
	results := event_hubs_network.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
