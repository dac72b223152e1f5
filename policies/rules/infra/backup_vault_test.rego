package infra.backup_vault_test

import data.infra.backup_vault
import data.lib.cases

compliant := {
	"resource": {
		"name": "one",
		"type": "azure-native:dataprotection:BackupVault",
		"properties": {
			"location": "norwayeast",
			"tags": {
				"restore-tested-on": "2023-05-01",
			},
			"properties": {
				"featureSettings": {
					"crossSubscriptionRestoreSettings": {
						"state": "Disabled",
					},
				},
				"securitySettings": {
					"softDeleteSettings": {
						"state": "AlwaysOn",
						"retentionDurationInDays": 90,
					},
					"immutabilitySettings": {
						"state": "Locked",
					},
					"encryptionSettings": {
						"state": "Enabled",
					},
				},
			},
		},
	},
	"related": {
		"guards": [
			{
				"name": "guard",
			},
		],
		"restore_test": {
			"days": 157,
		},
		"diagnostic_settings": [
			{
				"name": "logs",
			},
		],
		"locks": [
			{
				"name": "lock",
				"level": "CanNotDelete",
			},
		],
	},
	"environment": cases.regions,
}

told := object.union(cases.located, {
	"compliant": {},
	"without logs": {
		"change": [cases.drop("/related/diagnostic_settings")],
		"fails": ["PP-DIAG-001"],
	},
	"without a lock": {
		"change": [cases.drop("/related/locks")],
		"fails": ["PP-LOCK-001"],
	},
	"that can be emptied": {
		"change": [cases.with_property("properties.securitySettings.softDeleteSettings.state", "On")],
		"fails": ["PP-BKP-001"],
	},
	"that forgets soon": {
		"change": [cases.with_property("properties.securitySettings.softDeleteSettings.retentionDurationInDays", 7)],
		"fails": ["PP-BKP-001"],
	},
	"that can be shortened": {
		"change": [cases.with_property("properties.securitySettings.immutabilitySettings.state", "Unlocked")],
		"fails": ["PP-BKP-002"],
	},
	"that can be shortened in test": {
		"change": [cases.put("/environment/stage", "test"), cases.with_property("properties.securitySettings.immutabilitySettings.state", "Unlocked")],
	},
	"that is not immutable in test": {
		"change": [cases.put("/environment/stage", "test"), cases.with_property("properties.securitySettings.immutabilitySettings.state", "Disabled")],
		"fails": ["PP-BKP-002"],
	},
	"that nobody guards": {
		"change": [cases.drop("/related/guards")],
		"fails": ["PP-BKP-003"],
	},
	"that nobody guards in test": {
		"change": [cases.put("/environment/stage", "test"), cases.drop("/related/guards")],
	},
	"with a guard that is somewhere": {
		"change": [cases.drop("/related/guards"), cases.put("/related/untold", ["guards"])],
		"doubts": ["PP-BKP-003"],
	},
	"restored anywhere": {
		"change": [cases.with_property("properties.featureSettings.crossSubscriptionRestoreSettings.state", "Enabled")],
		"fails": ["PP-BKP-004"],
	},
	"never restored": {
		"change": [cases.drop("/related/restore_test"), cases.without_property("tags")],
		"fails": ["PP-BKP-005"],
	},
	"restored long ago": {
		"change": [cases.put("/related/restore_test/days", 366)],
		"fails": ["PP-BKP-005"],
	},
	"restored in the future": {
		"change": [cases.put("/related/restore_test/days", -1)],
		"fails": ["PP-BKP-005"],
	},
	"restored some day": {
		"change": [cases.with_property("tags", cases.unknown)],
		"doubts": ["PP-BKP-005"],
	},
	"with somebody else's key": {
		"change": [cases.without_property("properties.securitySettings.encryptionSettings")],
		"fails": ["PP-BKP-006"],
	},
	"with unknown settings": {
		"change": [cases.with_property("properties.securitySettings", cases.unknown)],
		"doubts": ["PP-BKP-001", "PP-BKP-002", "PP-BKP-006"],
	},
})

test_cases[name] if {
	some name, case in told
	results := backup_vault.results with input as json.patch(compliant, object.get(case, "change", []))
	cases.holds(results, case)
}
