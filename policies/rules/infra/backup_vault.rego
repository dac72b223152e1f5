# METADATA
# title: Backup vault
# custom:
#   type: azure-native:dataprotection:BackupVault
#   shared: [PP-DIAG-001, PP-LOCK-001, PP-REG-001]
package infra.backup_vault

import data.lib.property
import data.lib.protection
import data.lib.residency
import data.lib.state
import data.lib.verdict

results contains protection.locked

results contains protection.logged

results contains residency.located

# METADATA
# title: A deleted backup stays for two weeks or more
# custom:
#   id: PP-BKP-001
#   severity: high
#   controls: ["nsm:2.9"]
#   ros: [R16, R18]
#   detection: softDeleteSettings.state is AlwaysOn, and retentionDurationInDays at least 14.
#   false_positives: None known.
results contains verdict.finding("PP-BKP-001", "properties.securitySettings.softDeleteSettings", kept, ["AlwaysOn", 14], deletion)

deletion := [
	property.at("properties.securitySettings.softDeleteSettings.state"),
	property.at("properties.securitySettings.softDeleteSettings.retentionDurationInDays"),
]

kept := state.all({state.equality("AlwaysOn", deletion[0]), state.sufficiency(14, deletion[1])})

# METADATA
# title: Nobody can shorten how long a backup is kept
# custom:
#   id: PP-BKP-002
#   severity: high
#   controls: ["nsm:2.9"]
#   ros: [R16, R18]
#   detection: immutabilitySettings.state is Locked; outside prod, Unlocked is enough.
#   false_positives: A vault that is being taken into use; exempt it until the day that it is locked.
results contains verdict.one_of("PP-BKP-002", "properties.securitySettings.immutabilitySettings.state", promised)

stage := object.get(input.environment, "stage", "prod")

promised := ["Locked"] if stage == "prod"

else := ["Locked", "Unlocked"]

# METADATA
# title: Weakening the backup takes two people
# custom:
#   id: PP-BKP-003
#   severity: high
#   controls: ["nsm:2.6", "nsm:2.9"]
#   ros: [R02, R16]
#   detection: >-
#     In prod: a resource guard is bound to the vault (DppResourceGuardProxy).
#   false_positives: A guard that another stack binds.
results contains verdict.finding("PP-BKP-003", "guards", guarded, "related", guards)

guards := sort([other.name | some other in object.get(input.related, "guards", [])])

guarded := "pass" if stage != "prod"

else := state.relation("guards", guards)

# METADATA
# title: A backup is not restored into another subscription
# custom:
#   id: PP-BKP-004
#   severity: medium
#   controls: ["nsm:2.5"]
#   ros: [R01]
#   detection: featureSettings.crossSubscriptionRestoreSettings.state is Disabled or PermanentlyDisabled.
#   false_positives: A restore test in a subscription of its own; exempt the vault while it lasts.
results contains verdict.one_of("PP-BKP-004", "properties.featureSettings.crossSubscriptionRestoreSettings.state", ["Disabled", "PermanentlyDisabled"])

# METADATA
# title: A restore was tried, and worked, in the last year
# custom:
#   id: PP-BKP-005
#   severity: high
#   controls: ["nsm:2.9", "nsm:4.2"]
#   ros: [R16]
#   detection: The tag restore-tested-on holds a day, which is at most 365 days before the day of the judgement.
#   false_positives: A vault that was made this week has nothing to restore yet; exempt it until the first test.
results contains verdict.finding("PP-BKP-005", ["tags", "restore-tested-on"], tried, "a day in the last year", tested_on)

tested_on := property.at(["tags", "restore-tested-on"])

age := object.get(input.related, ["restore_test", "days"], null)

tried := "not_evaluated" if state.untold(tested_on)

else := "pass" if {
	is_number(age)
	age <= 365
	age >= 0
}

else := "fail"

# METADATA
# title: A backup is encrypted with a key of our own
# custom:
#   id: PP-BKP-006
#   severity: medium
#   controls: ["nsm:2.7"]
#   ros: [R07]
#   detection: encryptionSettings.state is Enabled.
#   false_positives: An environment whose stores have no key of their own either.
results contains verdict.equal("PP-BKP-006", "properties.securitySettings.encryptionSettings.state", "Enabled")
