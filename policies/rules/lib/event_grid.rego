# METADATA
# title: What every topic and domain of Event Grid is
package lib.event_grid

import data.lib.verdict

# METADATA
# title: Events are told by identities, not by shared key
# custom:
#   id: PP-EG-001
#   severity: high
#   controls: ["nsm:2.6"]
#   ros: [R02]
#   detection: disableLocalAuth is true.
#   false_positives: None known; the SDK writes false where nothing is said.
known_by_identity := verdict.equal("PP-EG-001", "disableLocalAuth", true)

# METADATA
# title: Events are not told from the internet
# custom:
#   id: PP-EG-002
#   severity: critical
#   controls: ["nsm:2.4", "nsm:2.5"]
#   ros: [R09]
#   detection: publicNetworkAccess is Disabled.
#   false_positives: None known; the SDK writes Enabled where nothing is said.
closed := verdict.equal("PP-EG-002", "publicNetworkAccess", "Disabled")

# METADATA
# title: Events are told over TLS 1.2 or newer
# custom:
#   id: PP-EG-003
#   severity: high
#   controls: ["nsm:2.7"]
#   ros: [R09]
#   detection: minimumTlsVersionAllowed is 1.2 or 1.3.
#   false_positives: None known.
encrypted := verdict.one_of("PP-EG-003", "minimumTlsVersionAllowed", ["1.2", "1.3"])

# METADATA
# title: Events stay in the region
# custom:
#   id: PP-EG-004
#   severity: high
#   controls: ["nsm:2.1"]
#   ros: [R06, R07]
#   detection: dataResidencyBoundary is WithinRegion; otherwise Azure keeps a copy in the paired region.
#   false_positives: A region whose pair lies in the same country, where that is assessed.
resident := verdict.equal("PP-EG-004", "dataResidencyBoundary", "WithinRegion")

# METADATA
# title: Events are delivered by an identity of their own
# custom:
#   id: PP-EG-005
#   severity: medium
#   controls: ["nsm:2.6"]
#   ros: [R02]
#   detection: identity.type is SystemAssigned, UserAssigned, or both.
#   false_positives: A topic that delivers nothing by itself.
identified := verdict.one_of("PP-EG-005", "identity.type", ["SystemAssigned", "UserAssigned", "SystemAssigned, UserAssigned"])
