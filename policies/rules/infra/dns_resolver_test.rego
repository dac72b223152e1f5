package infra.dns_resolver_test

import data.infra.dns_resolver
import data.lib.cases

compliant := {
	"resource": {
		"name": "one",
		"type": "azure-native:dnsresolver:DnsResolver",
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
	results := dns_resolver.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
