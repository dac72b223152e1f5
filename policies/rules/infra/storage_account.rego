# METADATA
# title: Storage account
# custom:
#   type: azure-native:storage:StorageAccount
#   shared: [PP-DIAG-001, PP-LOCK-001, PP-NET-001, PP-REG-001]
package infra.storage_account

import data.lib.protection
import data.lib.residency
import data.lib.verdict

results contains protection.locked

results contains protection.logged

results contains protection.privately_reached

results contains residency.located

# METADATA
# title: A storage account is not reached from the internet
# custom:
#   id: PP-ST-001
#   severity: critical
#   controls: ["nsm:2.4", "nsm:2.5"]
#   ros: [R09]
#   detection: publicNetworkAccess is Disabled.
#   false_positives: None known.
results contains verdict.equal("PP-ST-001", "publicNetworkAccess", "Disabled")

# METADATA
# title: A storage account has no keys that open everything
# custom:
#   id: PP-ST-002
#   severity: high
#   controls: ["nsm:2.6"]
#   ros: [R02]
#   detection: allowSharedKeyAccess is false.
#   false_positives: A service that can only mount the account by its key.
results contains verdict.equal("PP-ST-002", "allowSharedKeyAccess", false)

# METADATA
# title: A storage account speaks TLS 1.2 or newer
# custom:
#   id: PP-ST-003
#   severity: high
#   controls: ["nsm:2.7"]
#   ros: [R09]
#   detection: minimumTlsVersion is TLS1_2 or TLS1_3.
#   false_positives: None known.
results contains verdict.one_of("PP-ST-003", "minimumTlsVersion", ["TLS1_2", "TLS1_3"])

# METADATA
# title: A storage account is spoken to by HTTPS only
# custom:
#   id: PP-ST-004
#   severity: high
#   controls: ["nsm:2.7"]
#   ros: [R09]
#   detection: enableHttpsTrafficOnly is true.
#   false_positives: An account that serves NFS cannot have it; exempt it and name its network.
results contains verdict.equal("PP-ST-004", "enableHttpsTrafficOnly", true)

# METADATA
# title: No blob is open to anybody
# custom:
#   id: PP-ST-005
#   severity: critical
#   controls: ["nsm:2.5", "nsm:2.6"]
#   ros: [R02, R09]
#   detection: allowBlobPublicAccess is false.
#   false_positives: None known.
results contains verdict.equal("PP-ST-005", "allowBlobPublicAccess", false)

# METADATA
# title: Blobs are not copied to another Entra tenant
# custom:
#   id: PP-ST-006
#   severity: high
#   controls: ["nsm:2.5"]
#   ros: [R01, R07]
#   detection: allowCrossTenantReplication is false.
#   false_positives: None known.
results contains verdict.equal("PP-ST-006", "allowCrossTenantReplication", false)

# METADATA
# title: A storage account's firewall refuses what it is not told to let in
# custom:
#   id: PP-ST-007
#   severity: high
#   controls: ["nsm:2.5"]
#   ros: [R09]
#   detection: networkRuleSet.defaultAction is Deny.
#   false_positives: None known; the SDK writes Allow where nothing is said.
results contains verdict.equal("PP-ST-007", "networkRuleSet.defaultAction", "Deny")
