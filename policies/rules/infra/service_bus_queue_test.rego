package infra.service_bus_queue_test

import data.infra.service_bus_queue
import data.lib.cases

compliant := {
	"resource": {
		"name": "alerts",
		"type": "azure-native:servicebus:Queue",
		"properties": {"deadLetteringOnMessageExpiration": true},
	},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"losing what is late": {
		"change": [cases.with_property("deadLetteringOnMessageExpiration", false)],
		"fails": ["PP-SBQ-001"],
	},
	"without a word": {
		"change": [cases.without_property("deadLetteringOnMessageExpiration")],
		"fails": ["PP-SBQ-001"],
	},
	"unknown": {
		"change": [cases.with_property("deadLetteringOnMessageExpiration", cases.unknown)],
		"doubts": ["PP-SBQ-001"],
	},
}

test_cases[name] if {
	some name, case in told
	results := service_bus_queue.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
