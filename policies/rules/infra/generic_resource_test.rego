package infra.generic_resource_test

import data.infra.generic_resource
import data.lib.cases

compliant := {
	"resource": {"name": "fhir", "type": "azure-native:resources:Resource", "properties": {
		"resourceProviderNamespace": "Microsoft.HealthcareApis",
		"resourceType": "workspaces",
		"location": "norwayeast",
		"properties": {"publicNetworkAccess": "Disabled"},
	}},
	"related": {"locks": [{"name": "lock", "level": "CanNotDelete"}]},
	"environment": cases.regions,
}

own := {
	"compliant": {},
	"open": {"change": [cases.with_property("properties.publicNetworkAccess", "Enabled")], "fails": ["PP-FHIR-001"]},
	"silent": {"change": [cases.without_property("properties.publicNetworkAccess")], "fails": ["PP-FHIR-001"]},
	"unknown": {
		"change": [cases.with_property("properties.publicNetworkAccess", cases.unknown)],
		"doubts": ["PP-FHIR-001"],
	},
	"of another provider that says nothing": {
		"change": [
			cases.with_property("resourceProviderNamespace", "Microsoft.Other"),
			cases.without_property("properties.publicNetworkAccess"),
		],
		"doubts": ["PP-FHIR-001"],
	},
	"of another provider, open": {
		"change": [
			cases.with_property("resourceProviderNamespace", "Microsoft.Other"),
			cases.with_property("properties.publicNetworkAccess", "Enabled"),
		],
		"fails": ["PP-FHIR-001"],
	},
	"without a lock": {"change": [cases.drop("/related/locks")], "fails": ["PP-LOCK-001"]},
}

told := object.union(own, cases.located)

test_cases[name] if {
	some name, case in told
	results := generic_resource.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
