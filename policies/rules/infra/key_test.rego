package infra.key_test

import data.infra.key
import data.lib.cases

compliant := {
	"resource": {"name": "key", "type": "azure-native:keyvault:Key", "properties": {"properties": {
		"kty": "RSA-HSM",
		"rotationPolicy": {"attributes": {"expiryTime": "P2Y"}},
	}}},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"with a day of its own": {"change": [
		cases.without_property("properties.rotationPolicy"),
		cases.with_property("properties.attributes", {"expires": 1800000000}),
	]},
	"for ever": {"change": [cases.without_property("properties.rotationPolicy")], "fails": ["PP-KEY-001"]},
	"renewed without an end": {
		"change": [cases.without_property("properties.rotationPolicy.attributes.expiryTime")],
		"fails": ["PP-KEY-001"],
	},
	"with an unknown policy": {
		"change": [cases.with_property("properties.rotationPolicy", cases.unknown)],
		"doubts": ["PP-KEY-001"],
	},
}

test_cases[name] if {
	some name, case in told
	results := key.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
