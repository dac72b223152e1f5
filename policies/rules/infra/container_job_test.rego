package infra.container_job_test

import data.infra.container_job
import data.lib.cases

compliant := {
	"resource": {"name": "migration", "type": "azure-native:app:Job", "properties": {
		"location": "norwayeast",
		"identity": {"type": "UserAssigned"},
		"configuration": {
			"secrets": [{"name": "key", "keyVaultUrl": "https://kv.vault.azure.net/secrets/key", "identity": "id"}],
		},
		"template": {"containers": [{"name": "api", "image": digest}]},
	}},
	"related": {},
	"environment": cases.regions,
}

digest := "cr.azurecr.io/a@sha256:abababababababababababababababababababababababababababababababab"

told := object.union(cases.located, {
	"compliant": {},
	"by tag": {
		"change": [cases.with_property("template.containers", [{"image": digest}, {"image": "cr.azurecr.io/a:latest"}])],
		"fails": ["PP-CA-001"],
	},
	"beginning by tag": {
		"change": [cases.with_property("template.initContainers", [{"image": "cr.azurecr.io/a"}])],
		"fails": ["PP-CA-001"],
	},
	"of nothing": {"change": [cases.with_property("template.containers", [])], "fails": ["PP-CA-001"]},
	"of an image that is not known yet": {
		"change": [cases.with_property("template.containers", [{"image": cases.unknown}])],
		"doubts": ["PP-CA-001"],
	},
	"with a secret of its own": {
		"change": [cases.with_property("configuration.secrets", [{"name": "key", "value": {"secret": true}}])],
		"fails": ["PP-CA-002"],
	},
	"without secrets": {"change": [cases.without_property("configuration.secrets")]},
	"without identity": {"change": [cases.with_property("identity.type", "None")], "fails": ["PP-CA-004"]},
})

test_cases[name] if {
	some name, case in told
	results := container_job.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
