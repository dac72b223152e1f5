package infra.role_assignment_test

import data.infra.role_assignment
import data.lib.cases

role(id) := concat("/", ["/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions", id])

compliant := {
	"resource": {"name": "readers", "type": "azure-native:authorization:RoleAssignment", "properties": {
		"principalType": "Group",
		"roleDefinitionId": role("4633458b-17de-408a-b874-0445c86b69e6"),
	}},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"to a program": {"change": [cases.with_property("principalType", "ServicePrincipal")]},
	"of Owner": {
		"change": [cases.with_property("roleDefinitionId", role("8e3af657-a8ff-443c-a75c-2fe8c4bcb635"))],
		"fails": ["PP-ROLE-001"],
	},
	"of User Access Administrator, in large letters": {
		"change": [cases.with_property("roleDefinitionId", role("18D7D88D-D35E-4FB5-A5C3-7773C20A72D9"))],
		"fails": ["PP-ROLE-001"],
	},
	"of the administrator of roles": {
		"change": [cases.with_property("roleDefinitionId", role("f58310d9-a9f6-439a-9e8d-f62e7b41a168"))],
		"fails": ["PP-ROLE-001"],
	},
	"of no role": {"change": [cases.without_property("roleDefinitionId")], "fails": ["PP-ROLE-001"]},
	"of an unknown role": {"change": [cases.with_property("roleDefinitionId", cases.unknown)], "doubts": ["PP-ROLE-001"]},
	"to a person": {"change": [cases.with_property("principalType", "User")], "fails": ["PP-ROLE-002"]},
	"to anything": {"change": [cases.without_property("principalType")], "fails": ["PP-ROLE-002"]},
	"to something unknown": {"change": [cases.with_property("principalType", cases.unknown)], "doubts": ["PP-ROLE-002"]},
}

test_cases[name] if {
	some name, case in told
	results := role_assignment.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
