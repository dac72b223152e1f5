package infra.scheduled_query_rule_test

import data.infra.scheduled_query_rule
import data.lib.cases

compliant := {
	"resource": {"name": "uses", "type": "azure-native:monitor:ScheduledQueryRule", "properties": {
		"enabled": true,
		"actions": {"actionGroups": ["/subscriptions/s/resourceGroups/rg/providers/Microsoft.Insights/actionGroups/ag"]},
	}},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"off": {"change": [cases.with_property("enabled", false)], "fails": ["PP-QALERT-001"]},
	"perhaps on": {"change": [cases.with_property("enabled", cases.unknown)], "doubts": ["PP-QALERT-001"]},
	"telling nobody": {"change": [cases.with_property("actions.actionGroups", [])], "fails": ["PP-QALERT-002"]},
	"telling somebody unknown": {"change": [cases.with_property("actions", cases.unknown)], "doubts": ["PP-QALERT-002"]},
}

test_cases[name] if {
	some name, case in told
	results := scheduled_query_rule.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
