package infra.event_subscription_test

import data.infra.event_subscription
import data.lib.cases

compliant := {
	"resource": {"name": "events", "type": "azure-native:eventgrid:TopicEventSubscription", "properties": {
		"deliveryWithResourceIdentity": {"identity": {"type": "SystemAssigned"}, "destination": {}},
		"deadLetterWithResourceIdentity": {"identity": {"type": "SystemAssigned"}},
	}},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"losing what is late": {
		"change": [cases.without_property("deadLetterWithResourceIdentity")],
		"fails": ["PP-EGS-001"],
	},
	"setting aside by shared key": {"change": [
		cases.without_property("deadLetterWithResourceIdentity"),
		cases.with_property("deadLetterDestination", {"endpointType": "StorageBlob"}),
	]},
	"delivering by shared key": {
		"change": [cases.without_property("deliveryWithResourceIdentity")],
		"fails": ["PP-EGS-002"],
	},
	"delivering in a way that is not known yet": {
		"change": [cases.with_property("deliveryWithResourceIdentity", cases.unknown)],
		"doubts": ["PP-EGS-002"],
	},
}

test_cases[name] if {
	some name, case in told
	results := event_subscription.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
