# METADATA
# title: Container registry
# custom:
#   type: azure-native:containerregistry:Registry
#   shared: [PP-DIAG-001, PP-LOCK-001, PP-NET-001, PP-REG-001]
package infra.container_registry

import data.lib.protection
import data.lib.residency
import data.lib.verdict

results contains protection.locked

results contains protection.logged

results contains protection.privately_reached

results contains residency.located

# METADATA
# title: A registry is not reached from the internet
# custom:
#   id: PP-ACR-001
#   severity: high
#   controls: ["nsm:2.4", "nsm:2.5"]
#   ros: [R09]
#   detection: publicNetworkAccess is Disabled.
#   false_positives: None known; the SDK writes Enabled where nothing is said.
results contains verdict.equal("PP-ACR-001", "publicNetworkAccess", "Disabled")

# METADATA
# title: A registry has no shared password
# custom:
#   id: PP-ACR-002
#   severity: high
#   controls: ["nsm:2.6"]
#   ros: [R02]
#   detection: adminUserEnabled is false.
#   false_positives: None known.
results contains verdict.equal("PP-ACR-002", "adminUserEnabled", false)

# METADATA
# title: A registry is of the tier that can be closed
# custom:
#   id: PP-ACR-003
#   severity: medium
#   controls: ["nsm:2.4"]
#   ros: [R09]
#   detection: sku.name is Premium.
#   false_positives: None known.
results contains verdict.equal("PP-ACR-003", "sku.name", "Premium")

# METADATA
# title: Images survive the loss of a building
# custom:
#   id: PP-ACR-004
#   severity: medium
#   controls: ["nsm:2.9"]
#   ros: [R15]
#   detection: zoneRedundancy is Enabled.
#   false_positives: A region without zones.
results contains verdict.equal("PP-ACR-004", "zoneRedundancy", "Enabled")

# METADATA
# title: Nobody fetches an image without logging in
# custom:
#   id: PP-ACR-005
#   severity: high
#   controls: ["nsm:2.6"]
#   ros: [R02, R09]
#   detection: anonymousPullEnabled is false.
#   false_positives: None known.
results contains verdict.equal("PP-ACR-005", "anonymousPullEnabled", false)

# METADATA
# title: Images are not carried out of the registry
# custom:
#   id: PP-ACR-006
#   severity: medium
#   controls: ["nsm:2.5"]
#   ros: [R01]
#   detection: policies.exportPolicy.status is disabled.
#   false_positives: A registry that others import from; exempt it and name them.
results contains verdict.equal("PP-ACR-006", "policies.exportPolicy.status", "disabled")

# METADATA
# title: Images are encrypted with a key of our own
# custom:
#   id: PP-ACR-007
#   severity: low
#   controls: ["nsm:2.7"]
#   ros: [R07]
#   detection: encryption.status is enabled.
#   false_positives: An environment whose stores have no key of their own either.
results contains verdict.equal("PP-ACR-007", "encryption.status", "enabled")
