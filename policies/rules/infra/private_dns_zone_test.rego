package infra.private_dns_zone_test

import data.infra.private_dns_zone
import data.lib.cases

compliant := {
	"resource": {
		"name": "zone",
		"type": "azure-native:privatedns:PrivateZone",
		"properties": {"location": "Global"},
	},
	"related": {"virtual_network_links": [{"name": "link", "registrationEnabled": false}]},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"in one region": {"change": [cases.with_property("location", "norwayeast")], "fails": ["PP-DNS-001"]},
	"seen by nobody": {"change": [cases.drop("/related/virtual_network_links")], "fails": ["PP-DNS-002"]},
	"with a link that is somewhere": {
		"change": [cases.drop("/related/virtual_network_links"), cases.put("/related/untold", ["virtual_network_links"])],
		"doubts": ["PP-DNS-002"],
	},
}

test_cases[name] if {
	some name, case in told
	results := private_dns_zone.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
