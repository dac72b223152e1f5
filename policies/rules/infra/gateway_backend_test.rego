package infra.gateway_backend_test

import data.infra.gateway_backend
import data.lib.cases

compliant := {
	"resource": {"name": "backend", "type": "azure-native:apimanagement:Backend", "properties": {
		"url": "https://api.example",
		"tls": {"validateCertificateChain": true, "validateCertificateName": true},
	}},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"as Azure has it": {"change": [cases.without_property("tls")]},
	"without looking at the chain": {
		"change": [cases.with_property("tls.validateCertificateChain", false)],
		"fails": ["PP-APIB-001"],
	},
	"without looking at the name": {
		"change": [cases.with_property("tls.validateCertificateName", false)],
		"fails": ["PP-APIB-001"],
	},
	"looking in a way that is not known yet": {
		"change": [cases.with_property("tls", cases.unknown)],
		"doubts": ["PP-APIB-001"],
	},
	"in the open": {"change": [cases.with_property("url", "http://api.example")], "fails": ["PP-APIB-002"]},
	"nowhere": {"change": [cases.without_property("url")], "fails": ["PP-APIB-002"]},
	"somewhere": {"change": [cases.with_property("url", cases.unknown)], "doubts": ["PP-APIB-002"]},
}

test_cases[name] if {
	some name, case in told
	results := gateway_backend.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
