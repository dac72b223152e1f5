package infra.gateway_product_test

import data.infra.gateway_product
import data.lib.cases

compliant := {
	"resource": {"name": "product", "type": "azure-native:apimanagement:Product", "properties": {
		"approvalRequired": true,
		"subscriptionRequired": true,
	}},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"without approval": {"change": [cases.with_property("approvalRequired", false)], "fails": ["PP-APIP-001"]},
	"open to all": {"change": [cases.with_property("subscriptionRequired", false)], "fails": ["PP-APIP-002"]},
	"without a key, by a policy of its own": {"change": [
		cases.with_property("subscriptionRequired", false),
		cases.without_property("approvalRequired"),
		cases.put("/related/product_policies", [{"name": "policy"}]),
	]},
	"without a word": {"change": [cases.without_property("subscriptionRequired")], "fails": ["PP-APIP-002"]},
	"unknown": {"change": [cases.with_property("approvalRequired", cases.unknown)], "doubts": ["PP-APIP-001"]},
}

test_cases[name] if {
	some name, case in told
	results := gateway_product.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
