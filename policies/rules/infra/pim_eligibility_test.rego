package infra.pim_eligibility_test

import data.infra.pim_eligibility
import data.lib.cases

role(id) := concat("/", ["/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions", id])

compliant := {
	"resource": {"name": "emergency", "type": "azure-native:authorization:PimRoleEligibilitySchedule", "properties": {
		"roleDefinitionId": role("b24988ac-6180-42a0-ab88-20f7382dd24c"),
		"scheduleInfo": {"expiration": {"type": "AfterDuration", "duration": "P180D"}},
	}},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"until a day": {"change": [cases.with_property("scheduleInfo.expiration.type", "AfterDateTime")]},
	"for Owner": {
		"change": [cases.with_property("roleDefinitionId", role("8E3AF657-A8FF-443C-A75C-2FE8C4BCB635"))],
		"fails": ["PP-PIM-001"],
	},
	"for no role": {"change": [cases.without_property("roleDefinitionId")], "fails": ["PP-PIM-001"]},
	"for an unknown role": {"change": [cases.with_property("roleDefinitionId", cases.unknown)], "doubts": ["PP-PIM-001"]},
	"for ever": {
		"change": [cases.with_property("scheduleInfo.expiration.type", "NoExpiration")],
		"fails": ["PP-PIM-002"],
	},
	"without an end": {"change": [cases.without_property("scheduleInfo")], "fails": ["PP-PIM-002"]},
	"until nobody knows when": {
		"change": [cases.with_property("scheduleInfo", cases.unknown)],
		"doubts": ["PP-PIM-002"],
	},
}

test_cases[name] if {
	some name, case in told
	results := pim_eligibility.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
