package infra.firewall_policy_test

import data.infra.firewall_policy
import data.lib.cases

compliant := {
	"resource": {
		"name": "one",
		"type": "azure-native:network:FirewallPolicy",
		"properties": {
			"location": "norwayeast",
			"threatIntelMode": "Deny",
			"intrusionDetection": {
				"mode": "Deny",
			},
			"dnsSettings": {
				"enableProxy": true,
			},
		},
	},
	"related": {},
	"environment": cases.regions,
}

told := object.union(cases.located, {
	"compliant": {},
	"that only tells of attackers": {
		"change": [cases.with_property("threatIntelMode", "Alert")],
		"fails": ["PP-AFWP-001"],
	},
	"that only tells of attacks": {
		"change": [cases.with_property("intrusionDetection.mode", "Alert")],
		"fails": ["PP-AFWP-002"],
	},
	"without a proxy": {
		"change": [cases.without_property("dnsSettings")],
		"fails": ["PP-AFWP-003"],
	},
	"unknown": {
		"change": [cases.with_property("intrusionDetection", cases.unknown)],
		"doubts": ["PP-AFWP-002"],
	},
})

test_cases[name] if {
	some name, case in told
	results := firewall_policy.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
