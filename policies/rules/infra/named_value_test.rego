package infra.named_value_test

import data.infra.named_value
import data.lib.cases

compliant := {
	"resource": {"name": "audience", "type": "azure-native:apimanagement:NamedValue", "properties": {
		"secret": true,
		"keyVault": {"secretIdentifier": "https://vault.example/secrets/audience"},
	}},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"no secret": {"change": [cases.with_property("secret", false), cases.without_property("keyVault")]},
	"not said to be a secret": {"change": [cases.without_property("secret"), cases.without_property("keyVault")]},
	"a secret outside a vault": {"change": [cases.without_property("keyVault")], "fails": ["PP-APIM-004"]},
	"a secret withheld, outside a vault": {
		"change": [cases.without_property("keyVault"), cases.with_property("value", {"secret": true})],
		"fails": ["PP-APIM-004"],
	},
	"a secret in an unknown vault": {
		"change": [cases.with_property("keyVault", cases.unknown)],
		"doubts": ["PP-APIM-004"],
	},
}

test_cases[name] if {
	some name, case in told
	results := named_value.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
