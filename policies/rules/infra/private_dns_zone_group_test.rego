package infra.private_dns_zone_group_test

import data.infra.private_dns_zone_group
import data.lib.cases

zone := "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net"

compliant := {
	"resource": {"name": "zones", "type": "azure-native:network:PrivateDnsZoneGroup", "properties": {
		"privateDnsZoneConfigs": [{"name": "vault", "privateDnsZoneId": zone}],
	}},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"without zones": {"change": [cases.without_property("privateDnsZoneConfigs")], "fails": ["PP-PEZ-001"]},
	"with no zone in the list": {
		"change": [cases.with_property("privateDnsZoneConfigs", [])],
		"fails": ["PP-PEZ-001"],
	},
	"with a zone that is none": {
		"change": [cases.without_property("privateDnsZoneConfigs.0.privateDnsZoneId")],
		"fails": ["PP-PEZ-001"],
	},
	"with an unknown zone": {
		"change": [cases.with_property("privateDnsZoneConfigs.0.privateDnsZoneId", cases.unknown)],
		"doubts": ["PP-PEZ-001"],
	},
	"unknown": {"change": [cases.with_property("privateDnsZoneConfigs", cases.unknown)], "doubts": ["PP-PEZ-001"]},
}

test_cases[name] if {
	some name, case in told
	results := private_dns_zone_group.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
