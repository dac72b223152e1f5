# METADATA
# title: Container Apps environment
# custom:
#   type: azure-native:app:ManagedEnvironment
#   shared: [PP-DIAG-001, PP-NET-001, PP-REG-001]
package infra.container_environment

import data.lib.protection
import data.lib.residency
import data.lib.verdict

results contains protection.logged

results contains protection.privately_reached

results contains residency.located

# METADATA
# title: Containers run without a public address
# custom:
#   id: PP-CAE-001
#   severity: critical
#   controls: ["nsm:2.4", "nsm:2.5"]
#   ros: [R09]
#   detection: vnetConfiguration.internal is true.
#   false_positives: An environment of open services alone.
results contains verdict.equal("PP-CAE-001", "vnetConfiguration.internal", true)

# METADATA
# title: Containers are not called from the internet
# custom:
#   id: PP-CAE-002
#   severity: critical
#   controls: ["nsm:2.4", "nsm:2.5"]
#   ros: [R09]
#   detection: publicNetworkAccess is Disabled.
#   false_positives: None known; Azure's own default is Enabled.
results contains verdict.equal("PP-CAE-002", "publicNetworkAccess", "Disabled")

# METADATA
# title: Containers survive the loss of a zone
# custom:
#   id: PP-CAE-003
#   severity: medium
#   controls: ["nsm:2.2", "nsm:2.9"]
#   ros: [R15]
#   detection: zoneRedundant is true.
#   false_positives: A region without zones, such as Norway West.
results contains verdict.equal("PP-CAE-003", "zoneRedundant", true)

# METADATA
# title: Containers speak TLS among themselves
# custom:
#   id: PP-CAE-004
#   severity: medium
#   controls: ["nsm:2.7"]
#   ros: [R09]
#   detection: peerTrafficConfiguration.encryption.enabled is true.
#   false_positives: Programs that speak TLS of their own.
results contains verdict.equal("PP-CAE-004", "peerTrafficConfiguration.encryption.enabled", true)
