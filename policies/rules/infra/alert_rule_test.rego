package infra.alert_rule_test

import data.infra.alert_rule
import data.lib.cases

compliant := {
	"resource": {
		"name": "siem-purge",
		"type": "azure-native:securityinsights:ScheduledAlertRule",
		"properties": {
			"enabled": true,
			"incidentConfiguration": {"createIncident": true},
			"queryFrequency": "PT15M",
			"queryPeriod": "PT1H",
			"suppressionEnabled": false,
		},
	},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"once a day, over a day": {"change": [
		cases.with_property("queryFrequency", "PT24H"),
		cases.with_property("queryPeriod", "P1D"),
	]},
	"switched off": {"change": [cases.with_property("enabled", false)], "fails": ["PP-SIEM-002"]},
	"without a word of being on": {"change": [cases.without_property("enabled")], "fails": ["PP-SIEM-002"]},
	"without incidents": {
		"change": [cases.with_property("incidentConfiguration.createIncident", false)],
		"fails": ["PP-SIEM-003"],
	},
	"with incidents that are unknown": {
		"change": [cases.with_property("incidentConfiguration", cases.unknown)],
		"doubts": ["PP-SIEM-003"],
	},
	"with hours unread": {"change": [cases.with_property("queryFrequency", "PT5H")], "fails": ["PP-SIEM-004"]},
	"with days unread": {"change": [cases.with_property("queryFrequency", "P1D")], "fails": ["PP-SIEM-004"]},
	"without a period": {"change": [cases.without_property("queryPeriod")], "fails": ["PP-SIEM-004"]},
	"with a period in parts": {"change": [cases.with_property("queryPeriod", "PT1H30M")], "doubts": ["PP-SIEM-004"]},
	"with an unknown period": {"change": [cases.with_property("queryPeriod", cases.unknown)], "doubts": ["PP-SIEM-004"]},
	"silent after an alert": {"change": [cases.with_property("suppressionEnabled", true)], "fails": ["PP-SIEM-005"]},
}

test_cases[name] if {
	some name, case in told
	results := alert_rule.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
