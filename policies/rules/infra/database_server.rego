# METADATA
# title: PostgreSQL server
# custom:
#   type: azure-native:dbforpostgresql:Server
#   shared: [PP-DIAG-001, PP-LOCK-001, PP-NET-001, PP-REG-001]
package infra.database_server

import data.lib.property
import data.lib.protection
import data.lib.residency
import data.lib.state
import data.lib.verdict

results contains protection.locked

results contains protection.logged

results contains protection.privately_reached

results contains residency.located

# METADATA
# title: A database server is not reached from the internet
# custom:
#   id: PP-PG-001
#   severity: critical
#   controls: ["nsm:2.4", "nsm:2.5"]
#   ros: [R09]
#   detection: network.publicNetworkAccess is Disabled, or network.delegatedSubnetResourceId is set.
#   false_positives: None known; Azure's own default is Enabled.
results contains verdict.finding("PP-PG-001", "network.publicNetworkAccess", state.either(closings), "Disabled", access)

# METADATA
# title: A database server knows people and programs by the directory alone
# custom:
#   id: PP-PG-002
#   severity: high
#   controls: ["nsm:2.6"]
#   ros: [R02]
#   detection: authConfig.activeDirectoryAuth is Enabled and authConfig.passwordAuth is Disabled.
#   false_positives: A program that knows passwords only; exempt the server until it is replaced.
results contains verdict.finding("PP-PG-002", "authConfig.passwordAuth", state.all(sign_ins), "Disabled", property.at("authConfig.passwordAuth"))

# METADATA
# title: A database survives the loss of a zone
# custom:
#   id: PP-PG-003
#   severity: high
#   controls: ["nsm:2.2", "nsm:2.9"]
#   ros: [R15]
#   detection: highAvailability.mode is ZoneRedundant.
#   false_positives: A sandbox without data, or a region without zones.
results contains verdict.equal("PP-PG-003", "highAvailability.mode", "ZoneRedundant")

# METADATA
# title: A database can be taken back 35 days
# custom:
#   id: PP-PG-004
#   severity: high
#   controls: ["nsm:2.9"]
#   ros: [R16]
#   detection: backup.backupRetentionDays is 35, the longest that Azure has.
#   false_positives: A sandbox without data, or a server that a backup vault keeps for longer.
results contains verdict.at_least("PP-PG-004", "backup.backupRetentionDays", 35)

# METADATA
# title: A database is encrypted with a key of the customer's
# custom:
#   id: PP-PG-005
#   severity: medium
#   controls: ["nsm:2.7"]
#   ros: [R08]
#   detection: dataEncryption.type is AzureKeyVault; it cannot be changed after the server is made.
#   false_positives: A sandbox without data.
results contains verdict.equal("PP-PG-005", "dataEncryption.type", "AzureKeyVault")

access := property.at("network.publicNetworkAccess")

closings := {
	state.equality("Disabled", access),
	state.presence(property.at("network.delegatedSubnetResourceId")),
}

sign_ins := {
	state.equality("Enabled", property.at("authConfig.activeDirectoryAuth")),
	state.equality("Disabled", property.at("authConfig.passwordAuth")),
}
