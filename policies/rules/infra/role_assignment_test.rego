package infra.role_assignment_test

import data.infra.role_assignment
import data.lib.cases

role(id) := concat("/", ["/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions", id])

compliant := {
	"resource": {"name": "readers", "type": "azure-native:authorization:RoleAssignment", "properties": {
		"principalType": "Group",
		"roleDefinitionId": role("4633458b-17de-408a-b874-0445c86b69e6"),
		"scope": "/subscriptions/s/resourceGroups/rg",
	}},
	"related": {"operator_countries": ["NO", "SE"], "works_from": ["NO"]},
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
	"of an unknown role": {
		"change": [cases.with_property("roleDefinitionId", cases.unknown)],
		"doubts": ["PP-ROLE-001", "PP-ROLE-004", "PP-ROLE-005"],
	},
	"to a person": {"change": [cases.with_property("principalType", "User")], "fails": ["PP-ROLE-002"]},
	"to anything": {"change": [cases.without_property("principalType")], "fails": ["PP-ROLE-002"]},
	"to something unknown": {
		"change": [cases.with_property("principalType", cases.unknown)],
		"doubts": ["PP-ROLE-002", "PP-ROLE-003"],
	},
	"operated from a country that may": {"change": [cases.put("/related/works_from", ["NO", "SE"])]},
	"operated from another country": {
		"change": [cases.put("/related/works_from", ["IN", "NO"])],
		"fails": ["PP-ROLE-003"],
	},
	"operated from nobody knows where": {"change": [cases.drop("/related/works_from")], "doubts": ["PP-ROLE-003"]},
	"where nobody said who may operate": {
		"change": [cases.drop("/related/operator_countries")],
		"doubts": ["PP-ROLE-003"],
	},
	"to a program, of which nobody said anything": {"change": [
		cases.with_property("principalType", "ServicePrincipal"),
		cases.put("/related", {}),
	]},
	"to a data controller's own group in its own space": {"change": [
		cases.put("/environment/service", "tenant_space"),
		cases.drop("/related/works_from"),
	]},
	"of a vault's administrator": {
		"change": [cases.with_property("roleDefinitionId", role("00482a5a-887f-4fb3-b363-3b7fe8e74483"))],
		"fails": ["PP-ROLE-004"],
	},
	"of a data owner, to a program": {
		"change": [
			cases.with_property("principalType", "ServicePrincipal"),
			cases.with_property("roleDefinitionId", role("b7e6dc6d-f1e8-4753-8033-0f276bb0955b")),
		],
		"fails": ["PP-ROLE-004"],
	},
	"of Contributor in a resource group": {"change": [
		cases.with_property("roleDefinitionId", role("b24988ac-6180-42a0-ab88-20f7382dd24c")),
	]},
	"of Contributor in a whole subscription": {
		"change": [
			cases.with_property("roleDefinitionId", role("b24988ac-6180-42a0-ab88-20f7382dd24c")),
			cases.with_property("scope", "/subscriptions/s"),
		],
		"fails": ["PP-ROLE-005"],
	},
	"of Contributor somewhere": {
		"change": [
			cases.with_property("roleDefinitionId", role("b24988ac-6180-42a0-ab88-20f7382dd24c")),
			cases.with_property("scope", cases.unknown),
		],
		"doubts": ["PP-ROLE-005"],
	},
}

test_cases[name] if {
	some name, case in told
	results := role_assignment.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
