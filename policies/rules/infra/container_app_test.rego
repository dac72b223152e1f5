package infra.container_app_test

import data.infra.container_app
import data.lib.cases

compliant := {
	"resource": {"name": "api", "type": "azure-native:app:ContainerApp", "properties": {
		"location": "norwayeast",
		"identity": {"type": "UserAssigned"},
		"configuration": {
			"ingress": {"allowInsecure": false},
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
	"in clear text": {
		"change": [cases.with_property("configuration.ingress.allowInsecure", true)],
		"fails": ["PP-CA-003"],
	},
	"without ingress": {"change": [cases.without_property("configuration.ingress")]},
	"with an ingress that is not known yet": {
		"change": [cases.with_property("configuration.ingress", cases.unknown)],
		"doubts": ["PP-CA-003"],
	},
})

test_cases[name] if {
	some name, case in told
	results := container_app.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
