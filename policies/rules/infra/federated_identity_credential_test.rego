package infra.federated_identity_credential_test

import data.infra.federated_identity_credential
import data.lib.cases

compliant := {
	"resource": {
		"name": "pipeline",
		"type": "azure-native:managedidentity:FederatedIdentityCredential",
		"properties": {"audiences": ["api://AzureADTokenExchange"]},
	},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"for others too": {
		"change": [cases.with_property("audiences", ["api://AzureADTokenExchange", "api://other"])],
		"fails": ["PP-FED-001"],
	},
	"for nobody": {"change": [cases.without_property("audiences")], "fails": ["PP-FED-001"]},
	"unknown": {"change": [cases.with_property("audiences", cases.unknown)], "doubts": ["PP-FED-001"]},
}

test_cases[name] if {
	some name, case in told
	results := federated_identity_credential.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
