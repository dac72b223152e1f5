package infra.api_management_test

import data.infra.api_management
import data.lib.cases

gateway := "Microsoft.WindowsAzure.ApiManagement.Gateway.Security"

protocol(name) := concat(".", [gateway, name])

at_protocol(name) := concat("/", ["/resource/properties/customProperties", protocol(name)])

compliant := {
	"resource": {"name": "gateway", "type": "azure-native:apimanagement:ApiManagementService", "properties": {
		"location": "norwayeast",
		"identity": {"type": "SystemAssigned"},
		"virtualNetworkType": "Internal",
		"customProperties": {
			protocol("Protocols.Tls10"): "False",
			protocol("Protocols.Tls11"): "False",
			protocol("Backend.Protocols.Tls10"): "False",
			protocol("Backend.Protocols.Tls11"): "false",
			protocol("Backend.Protocols.Ssl30"): "False",
		},
	}},
	"related": {"diagnostic_settings": [{"name": "logs"}]},
	"environment": cases.regions,
}

told := object.union(cases.located, {
	"compliant": {},
	"by a private endpoint": {"change": [
		cases.without_property("virtualNetworkType"),
		cases.with_property("publicNetworkAccess", "Disabled"),
	]},
	"with a boolean": {"change": [cases.put(at_protocol("Protocols.Tls10"), false)]},
	"without logs": {"change": [cases.drop("/related/diagnostic_settings")], "fails": ["PP-DIAG-001"]},
	"open to the internet": {
		"change": [cases.with_property("virtualNetworkType", "External")],
		"fails": ["PP-APIM-001"],
	},
	"in an unknown network": {
		"change": [cases.with_property("virtualNetworkType", cases.unknown)],
		"doubts": ["PP-APIM-001"],
	},
	"without an identity": {"change": [cases.without_property("identity")], "fails": ["PP-APIM-002"]},
	"with an identity of none": {"change": [cases.with_property("identity.type", "None")], "fails": ["PP-APIM-002"]},
	"with old TLS": {"change": [cases.put(at_protocol("Protocols.Tls10"), "True")], "fails": ["PP-APIM-003"]},
	"with old TLS left to Azure": {
		"change": [cases.drop(at_protocol("Backend.Protocols.Tls11"))],
		"fails": ["PP-APIM-003"],
	},
	"without a word on TLS": {"change": [cases.without_property("customProperties")], "fails": ["PP-APIM-003"]},
	"with unknown TLS": {
		"change": [cases.put(at_protocol("Protocols.Tls11"), cases.unknown)],
		"doubts": ["PP-APIM-003"],
	},
})

test_cases[name] if {
	some name, case in told
	results := api_management.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
