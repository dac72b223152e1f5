package infra.service_bus_subscription_test

import data.infra.service_bus_subscription
import data.lib.cases

compliant := {
	"resource": {
		"name": "epj",
		"type": "azure-native:servicebus:Subscription",
		"properties": {"deadLetteringOnMessageExpiration": true},
	},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"losing what is late": {
		"change": [cases.with_property("deadLetteringOnMessageExpiration", false)],
		"fails": ["PP-SBS-001"],
	},
	"unknown": {
		"change": [cases.with_property("deadLetteringOnMessageExpiration", cases.unknown)],
		"doubts": ["PP-SBS-001"],
	},
}

test_cases[name] if {
	some name, case in told
	results := service_bus_subscription.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
