package infra.blob_container_test

import data.infra.blob_container
import data.lib.cases

compliant := {
	"resource": {"name": "audit", "type": "azure-native:storage:BlobContainer", "properties": {
		"containerName": "audit",
		"publicAccess": "None",
	}},
	"related": {"immutability_policies": [{"name": "policy", "immutabilityPeriodSinceCreationInDays": 365}]},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"without a word on access": {"change": [cases.without_property("publicAccess")]},
	"open": {"change": [cases.with_property("publicAccess", "Blob")], "fails": ["PP-CONT-001"]},
	"of unknown access": {"change": [cases.with_property("publicAccess", cases.unknown)], "doubts": ["PP-CONT-001"]},
	"for proof, without a policy": {"change": [cases.drop("/related/immutability_policies")], "fails": ["PP-CONT-002"]},
	"for proof, with a policy that is somewhere": {
		"change": [cases.drop("/related/immutability_policies"), cases.put("/related/untold", ["immutability_policies"])],
		"doubts": ["PP-CONT-002"],
	},
	"for other things, without a policy": {"change": [
		cases.drop("/related/immutability_policies"),
		cases.put("/resource/name", "forms"),
		cases.with_property("containerName", "forms"),
	]},
	"of break-the-glass, without a policy": {
		"change": [
			cases.drop("/related/immutability_policies"),
			cases.put("/resource/name", "org983975259-break-the-glass"),
			cases.with_property("containerName", "break-the-glass-org983975259"),
		],
		"fails": ["PP-CONT-002"],
	},
	"of the audit service, by another name": {
		"change": [
			cases.drop("/related/immutability_policies"),
			cases.put("/resource/name", "store"),
			cases.with_property("containerName", cases.unknown),
			cases.put("/environment/service", "Audit store"),
		],
		"fails": ["PP-CONT-002"],
	},
}

test_cases[name] if {
	some name, case in told
	results := blob_container.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
