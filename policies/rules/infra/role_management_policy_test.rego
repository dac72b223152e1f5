package infra.role_management_policy_test

import data.infra.role_management_policy
import data.lib.cases

compliant := {
	"resource": {"name": "rules", "type": "azure-native:authorization:RoleManagementPolicy", "properties": {"rules": [
		{"id": "Expiration_EndUser_Assignment", "isExpirationRequired": true, "maximumDuration": "PT4H"},
		{
			"id": "Enablement_EndUser_Assignment",
			"enabledRules": ["MultiFactorAuthentication", "Justification", "Ticketing"],
		},
		{"id": "Approval_EndUser_Assignment", "setting": {"isApprovalRequired": true}},
	]}},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"for a day": {"change": [cases.put("/resource/properties/rules/0/maximumDuration", "P1D")], "fails": ["PP-PIM-003"]},
	"for nine hours": {
		"change": [cases.put("/resource/properties/rules/0/maximumDuration", "PT9H")],
		"fails": ["PP-PIM-003"],
	},
	"without an end": {
		"change": [cases.put("/resource/properties/rules/0/isExpirationRequired", false)],
		"fails": ["PP-PIM-003"],
	},
	"for an unknown time": {
		"change": [cases.put("/resource/properties/rules/0/maximumDuration", cases.unknown)],
		"doubts": ["PP-PIM-003"],
	},
	"without two factors": {
		"change": [cases.put("/resource/properties/rules/1/enabledRules", ["Justification"])],
		"fails": ["PP-PIM-004"],
	},
	"without a word": {
		"change": [cases.put("/resource/properties/rules/1/enabledRules", ["MultiFactorAuthentication"])],
		"fails": ["PP-PIM-004"],
	},
	"without approval": {
		"change": [cases.put("/resource/properties/rules/2/setting/isApprovalRequired", false)],
		"fails": ["PP-PIM-005"],
	},
	"without a rule for approval": {"change": [cases.drop("/resource/properties/rules/2")], "fails": ["PP-PIM-005"]},
	"with unknown rules": {
		"change": [cases.with_property("rules", cases.unknown)],
		"doubts": ["PP-PIM-003", "PP-PIM-004", "PP-PIM-005"],
	},
}

test_cases[name] if {
	some name, case in told
	results := role_management_policy.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
