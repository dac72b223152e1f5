package infra.event_hub_test

import data.infra.event_hub
import data.lib.cases

compliant := {
	"resource": {"name": "logs", "type": "azure-native:eventhub:EventHub", "properties": {"retentionDescription": {
		"cleanupPolicy": "Delete",
		"retentionTimeInHours": 168,
	}}},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"forgetting in a day": {
		"change": [cases.with_property("retentionDescription.retentionTimeInHours", 24)],
		"fails": ["PP-EHH-001"],
	},
	"told in days": {"change": [
		cases.without_property("retentionDescription"),
		cases.with_property("messageRetentionInDays", 7),
	]},
	"without a word": {"change": [cases.without_property("retentionDescription")], "fails": ["PP-EHH-001"]},
	"unknown": {
		"change": [cases.with_property("retentionDescription", cases.unknown)],
		"doubts": ["PP-EHH-001"],
	},
}

test_cases[name] if {
	some name, case in told
	results := event_hub.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
