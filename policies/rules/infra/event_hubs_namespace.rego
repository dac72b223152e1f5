# METADATA
# title: Event Hubs namespace
# custom:
#   type: azure-native:eventhub:Namespace
#   shared: [PP-DIAG-001, PP-LOCK-001, PP-NET-001, PP-REG-001]
package infra.event_hubs_namespace

import data.lib.protection
import data.lib.residency
import data.lib.verdict

results contains protection.locked

results contains protection.logged

results contains protection.privately_reached

results contains residency.located

# METADATA
# title: A stream knows its callers by identity, not by shared key
# custom:
#   id: PP-EH-001
#   severity: high
#   controls: ["nsm:2.6"]
#   ros: [R02]
#   detection: disableLocalAuth is true.
#   false_positives: A sender that knows shared keys only, such as an older diagnostic setting.
results contains verdict.equal("PP-EH-001", "disableLocalAuth", true)

# METADATA
# title: A stream is not reached from the internet
# custom:
#   id: PP-EH-002
#   severity: critical
#   controls: ["nsm:2.4", "nsm:2.5"]
#   ros: [R09]
#   detection: publicNetworkAccess is Disabled.
#   false_positives: None known; the SDK writes Enabled where nothing is said.
results contains verdict.equal("PP-EH-002", "publicNetworkAccess", "Disabled")

# METADATA
# title: A stream speaks TLS 1.2 or newer
# custom:
#   id: PP-EH-003
#   severity: high
#   controls: ["nsm:2.7"]
#   ros: [R09]
#   detection: minimumTlsVersion is 1.2 or 1.3.
#   false_positives: None known.
results contains verdict.one_of("PP-EH-003", "minimumTlsVersion", ["1.2", "1.3"])

# METADATA
# title: A stream survives the loss of a zone
# custom:
#   id: PP-EH-004
#   severity: medium
#   controls: ["nsm:2.2", "nsm:2.9"]
#   ros: [R10, R15]
#   detection: zoneRedundant is true.
#   false_positives: A region without zones, such as Norway West.
results contains verdict.equal("PP-EH-004", "zoneRedundant", true)
