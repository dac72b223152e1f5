package infra.dns_forwarding_ruleset_test

import data.infra.dns_forwarding_ruleset
import data.lib.cases

compliant := {
	"resource": {
		"name": "one",
		"type": "azure-native:dnsresolver:DnsForwardingRuleset",
		"properties": {
			"location": "norwayeast",
		},
	},
	"related": {},
	"environment": cases.regions,
}

told := object.union(cases.located, {
	"compliant": {},
})

test_cases[name] if {
	some name, case in told
	results := dns_forwarding_ruleset.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
