package infra.product_policy_test

import data.infra.product_policy
import data.lib.cases

compliant := {
	"resource": {"name": "policy", "type": "azure-native:apimanagement:ProductPolicy", "properties": {
		"value": `<validate-jwt require-expiration-time="true" require-signed-tokens="true" />`,
	}},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"without tokens": {"change": [cases.with_property("value", "<policies />")]},
	"with unsigned tokens": {
		"change": [cases.with_property("value", `<validate-jwt Require-Signed-Tokens="False" />`)],
		"fails": ["PP-APIM-005"],
	},
	"with tokens for ever": {
		"change": [cases.with_property("value", `<validate-jwt require-expiration-time="false" />`)],
		"fails": ["PP-APIM-005"],
	},
	"without a text": {"change": [cases.without_property("value")], "fails": ["PP-APIM-005"]},
	"unknown": {"change": [cases.with_property("value", cases.unknown)], "doubts": ["PP-APIM-005"]},
}

test_cases[name] if {
	some name, case in told
	results := product_policy.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
