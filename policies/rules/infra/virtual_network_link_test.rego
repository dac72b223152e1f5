package infra.virtual_network_link_test

import data.infra.virtual_network_link
import data.lib.cases

compliant := {
	"resource": {
		"name": "link",
		"type": "azure-native:privatedns:VirtualNetworkLink",
		"properties": {"registrationEnabled": false},
	},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"registering machines": {"change": [cases.with_property("registrationEnabled", true)], "fails": ["PP-DNS-003"]},
	"without a word": {"change": [cases.without_property("registrationEnabled")], "fails": ["PP-DNS-003"]},
	"unknown": {"change": [cases.with_property("registrationEnabled", cases.unknown)], "doubts": ["PP-DNS-003"]},
}

test_cases[name] if {
	some name, case in told
	results := virtual_network_link.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
