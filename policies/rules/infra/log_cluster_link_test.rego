package infra.log_cluster_link_test

import data.infra.log_cluster_link
import data.lib.cases

compliant := {
	"resource": {
		"name": "logs-in-cluster",
		"type": "azure-native:operationalinsights:LinkedService",
		"properties": {"writeAccessResourceId": "/subscriptions/s/clusters/c"},
	},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"to nothing": {"change": [cases.without_property("writeAccessResourceId")], "fails": ["PP-LOGC-003"]},
	"to something unknown": {
		"change": [cases.with_property("writeAccessResourceId", cases.unknown)],
		"doubts": ["PP-LOGC-003"],
	},
}

test_cases[name] if {
	some name, case in told
	results := log_cluster_link.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
