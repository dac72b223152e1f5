# METADATA
# title: Key Vault
# custom:
#   type: azure-native:keyvault:Vault
#   shared: [PP-DIAG-001, PP-LOCK-001, PP-NET-001, PP-REG-001]
package infra.key_vault

import data.lib.protection
import data.lib.residency
import data.lib.verdict

results contains protection.locked

results contains protection.logged

results contains protection.privately_reached

results contains residency.located

# METADATA
# title: A Key Vault is not reached from the internet
# custom:
#   id: PP-KV-001
#   severity: critical
#   controls: ["nsm:2.4", "nsm:2.5"]
#   ros: [R09]
#   detection: properties.publicNetworkAccess is Disabled.
#   false_positives: None known; the SDK writes "enabled" where nothing is said.
results contains verdict.equal("PP-KV-001", "properties.publicNetworkAccess", "Disabled")

# METADATA
# title: A Key Vault keeps what is deleted
# custom:
#   id: PP-KV-002
#   severity: high
#   controls: ["nsm:2.7", "nsm:2.9"]
#   ros: [R16]
#   detection: properties.enablePurgeProtection is true.
#   false_positives: A vault of a sandbox that must be remade under the same name within its retention.
results contains verdict.equal("PP-KV-002", "properties.enablePurgeProtection", true)

# METADATA
# title: A Key Vault asks Azure's role assignments who may read it
# custom:
#   id: PP-KV-003
#   severity: high
#   controls: ["nsm:2.6"]
#   ros: [R02]
#   detection: properties.enableRbacAuthorization is true.
#   false_positives: None known.
results contains verdict.equal("PP-KV-003", "properties.enableRbacAuthorization", true)

# METADATA
# title: What is deleted from a Key Vault can be brought back for 90 days
# custom:
#   id: PP-KV-004
#   severity: medium
#   controls: ["nsm:2.9"]
#   ros: [R16]
#   detection: properties.enableSoftDelete is not switched off and properties.softDeleteRetentionInDays is at least 90.
#   false_positives: A vault that leaves the days out gets Azure's 90; written out, they stay 90.
results contains verdict.finding("PP-KV-004", "properties.softDeleteRetentionInDays", soft_delete_state, 90, retention)

retention := soft_delete.actual

soft_delete := verdict.at_least("PP-KV-004", "properties.softDeleteRetentionInDays", 90)

soft_delete_switch := verdict.equal("PP-KV-004", "properties.enableSoftDelete", false)

# Switched off is what fails; left out means on.
soft_delete_state := "fail" if soft_delete_switch.state == "pass"

else := "not_evaluated" if soft_delete_switch.state == "not_evaluated"

else := soft_delete.state

# METADATA
# title: A Key Vault's firewall refuses what it is not told to let in
# custom:
#   id: PP-KV-005
#   severity: high
#   controls: ["nsm:2.5"]
#   ros: [R09]
#   detection: properties.networkAcls.defaultAction is Deny.
#   false_positives: None known.
results contains verdict.equal("PP-KV-005", "properties.networkAcls.defaultAction", "Deny")
