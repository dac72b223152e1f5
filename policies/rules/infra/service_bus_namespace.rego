# METADATA
# title: Service Bus namespace
# custom:
#   type: azure-native:servicebus:Namespace
#   shared: [PP-DIAG-001, PP-LOCK-001, PP-NET-001, PP-REG-001]
package infra.service_bus_namespace

import data.lib.protection
import data.lib.residency
import data.lib.verdict

results contains protection.locked

results contains protection.logged

results contains protection.privately_reached

results contains residency.located

# METADATA
# title: A namespace is of the Premium tier
# custom:
#   id: PP-SB-001
#   severity: high
#   controls: ["nsm:2.2"]
#   ros: [R09, R15]
#   detection: sku.name is Premium, the only tier with private endpoints and capacity of one's own.
#   false_positives: A sandbox without health data.
results contains verdict.equal("PP-SB-001", "sku.name", "Premium")

# METADATA
# title: A namespace knows its callers by identity, not by shared key
# custom:
#   id: PP-SB-002
#   severity: high
#   controls: ["nsm:2.6"]
#   ros: [R02]
#   detection: disableLocalAuth is true.
#   false_positives: None known.
results contains verdict.equal("PP-SB-002", "disableLocalAuth", true)

# METADATA
# title: A namespace is not reached from the internet
# custom:
#   id: PP-SB-003
#   severity: critical
#   controls: ["nsm:2.4", "nsm:2.5"]
#   ros: [R09]
#   detection: publicNetworkAccess is Disabled.
#   false_positives: None known; the SDK writes Enabled where nothing is said.
results contains verdict.equal("PP-SB-003", "publicNetworkAccess", "Disabled")

# METADATA
# title: A namespace speaks TLS 1.2 or newer
# custom:
#   id: PP-SB-004
#   severity: high
#   controls: ["nsm:2.7"]
#   ros: [R09]
#   detection: minimumTlsVersion is 1.2 or 1.3.
#   false_positives: None known.
results contains verdict.one_of("PP-SB-004", "minimumTlsVersion", ["1.2", "1.3"])

# METADATA
# title: A namespace survives the loss of a zone
# custom:
#   id: PP-SB-005
#   severity: medium
#   controls: ["nsm:2.2", "nsm:2.9"]
#   ros: [R11, R15]
#   detection: zoneRedundant is true.
#   false_positives: A region without zones, such as Norway West.
results contains verdict.equal("PP-SB-005", "zoneRedundant", true)
