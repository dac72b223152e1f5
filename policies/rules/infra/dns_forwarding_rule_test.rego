package infra.dns_forwarding_rule_test

import data.infra.dns_forwarding_rule
import data.lib.cases

compliant := {
	"resource": {
		"name": "one",
		"type": "azure-native:dnsresolver:ForwardingRule",
		"properties": {
			"domainName": "nhn.no.",
			"forwardingRuleState": "Enabled",
		},
	},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"that is off": {
		"change": [cases.with_property("forwardingRuleState", "Disabled")],
		"fails": ["PP-DNSF-001"],
	},
	"in an unknown state": {
		"change": [cases.with_property("forwardingRuleState", cases.unknown)],
		"doubts": ["PP-DNSF-001"],
	},
	"for everything": {
		"change": [cases.with_property("domainName", ".")],
		"fails": ["PP-DNSF-002"],
	},
	"for nothing": {
		"change": [cases.without_property("domainName")],
		"fails": ["PP-DNSF-002"],
	},
	"for something unknown": {
		"change": [cases.with_property("domainName", cases.unknown)],
		"doubts": ["PP-DNSF-002"],
	},
}

test_cases[name] if {
	some name, case in told
	results := dns_forwarding_rule.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
