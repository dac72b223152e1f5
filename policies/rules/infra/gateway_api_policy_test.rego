package infra.gateway_api_policy_test

import data.infra.gateway_api_policy
import data.lib.cases

compliant := {
	"resource": {"name": "policy", "type": "azure-native:apimanagement:ApiPolicy", "properties": {
		"value": `<policies><inbound><base /></inbound></policies>`,
	}},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"with unsigned tokens": {
		"change": [cases.with_property("value", `<validate-jwt require-signed-tokens="false" />`)],
		"fails": ["PP-APIM-005"],
	},
	"without a text": {"change": [cases.without_property("value")], "fails": ["PP-APIM-005"]},
	"unknown": {"change": [cases.with_property("value", cases.unknown)], "doubts": ["PP-APIM-005"]},
}

test_cases[name] if {
	some name, case in told
	results := gateway_api_policy.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
