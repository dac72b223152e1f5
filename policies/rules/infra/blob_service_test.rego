package infra.blob_service_test

import data.infra.blob_service
import data.lib.cases

compliant := {
	"resource": {"name": "blobs", "type": "azure-native:storage:BlobServiceProperties", "properties": {
		"deleteRetentionPolicy": {"enabled": true, "days": 30},
	}},
	"related": {},
	"environment": cases.regions,
}

told := {
	"compliant": {},
	"for a day": {"change": [cases.with_property("deleteRetentionPolicy.days", 1)], "fails": ["PP-BLOB-001"]},
	"switched off": {"change": [cases.with_property("deleteRetentionPolicy.enabled", false)], "fails": ["PP-BLOB-001"]},
	"without a word": {"change": [cases.without_property("deleteRetentionPolicy")], "fails": ["PP-BLOB-001"]},
	"unknown": {"change": [cases.with_property("deleteRetentionPolicy", cases.unknown)], "doubts": ["PP-BLOB-001"]},
}

test_cases[name] if {
	some name, case in told
	results := blob_service.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
