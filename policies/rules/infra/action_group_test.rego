package infra.action_group_test

import data.infra.action_group
import data.lib.cases

compliant := {
	"resource": {
		"name": "alerts",
		"type": "azure-native:monitor:ActionGroup",
		"properties": {
			"enabled": true,
			"emailReceivers": [{"name": "mailbox", "emailAddress": "soc@region.example"}],
		},
	},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"by another way": {"change": [
		cases.without_property("emailReceivers"),
		cases.with_property("webhookReceivers", [{"name": "duty"}]),
	]},
	"switched off": {"change": [cases.with_property("enabled", false)], "fails": ["PP-ALERT-001"]},
	"maybe on": {"change": [cases.with_property("enabled", cases.unknown)], "doubts": ["PP-ALERT-001"]},
	"with an empty list": {"change": [cases.with_property("emailReceivers", [])], "fails": ["PP-ALERT-002"]},
	"with nobody": {"change": [cases.without_property("emailReceivers")], "fails": ["PP-ALERT-002"]},
	"with somebody unknown": {"change": [cases.with_property("emailReceivers", cases.unknown)], "doubts": ["PP-ALERT-002"]},
}

test_cases[name] if {
	some name, case in told
	results := action_group.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
