package infra.sentinel_test

import data.infra.sentinel
import data.lib.cases

compliant := {
	"resource": {
		"name": "siem",
		"type": "azure-native:securityinsights:SentinelOnboardingState",
		"properties": {"sentinelOnboardingStateName": "default"},
	},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"under another name": {"change": [cases.with_property("sentinelOnboardingStateName", "prod")], "fails": ["PP-SIEM-001"]},
	"without a name": {"change": [cases.without_property("sentinelOnboardingStateName")], "fails": ["PP-SIEM-001"]},
	"unknown": {"change": [cases.with_property("sentinelOnboardingStateName", cases.unknown)], "doubts": ["PP-SIEM-001"]},
}

test_cases[name] if {
	some name, case in told
	results := sentinel.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
