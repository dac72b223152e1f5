package infra.resource_group_test

import data.infra.resource_group
import data.lib.cases

compliant := {
	"resource": {"name": "group", "type": "azure-native:resources:ResourceGroup", "properties": {
		"location": "norwayeast",
		"tags": {"environment": "prod", "data-class": "health", "prosess:cost_owner": "914637651"},
	}},
	"related": {},
	"environment": cases.regions,
}

told := object.union(cases.located, {
	"compliant": {},
	"without tags": {"change": [cases.without_property("tags")], "fails": ["PP-RG-001"]},
	"without one tag": {"change": [cases.without_property("tags.environment")], "fails": ["PP-RG-001"]},
	"with an empty tag": {"change": [cases.with_property("tags.environment", "")], "fails": ["PP-RG-001"]},
	"with unknown tags": {"change": [cases.with_property("tags", cases.unknown)], "doubts": ["PP-RG-001"]},
})

test_cases[name] if {
	some name, case in told
	results := resource_group.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
