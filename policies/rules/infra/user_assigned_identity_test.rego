package infra.user_assigned_identity_test

import data.infra.user_assigned_identity
import data.lib.cases

compliant := {
	"resource": {
		"name": "identity",
		"type": "azure-native:managedidentity:UserAssignedIdentity",
		"properties": {"location": "norwaywest"},
	},
	"related": {},
	"environment": cases.regions,
}

told := object.union(cases.located, {"compliant": {}})

test_cases[name] if {
	some name, case in told
	results := user_assigned_identity.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
