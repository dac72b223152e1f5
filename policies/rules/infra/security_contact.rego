# METADATA
# title: Security contact of a subscription
# custom:
#   type: azure-native:security:SecurityContact
package infra.security_contact

import data.lib.verdict

# METADATA
# title: Defender sends mail
# custom:
#   id: PP-DEF-003
#   severity: medium
#   controls: ["nsm:3.3", "nsm:4.1"]
#   ros: [R09, R10]
#   detection: isEnabled is true.
#   false_positives: A subscription whose alerts are only read by a SIEM.
results contains verdict.equal("PP-DEF-003", "isEnabled", true)

# METADATA
# title: Defender's mail reaches a function
# custom:
#   id: PP-DEF-004
#   severity: medium
#   controls: ["nsm:4.1"]
#   ros: [R09, R10]
#   detection: emails is set.
#   false_positives: A subscription whose owners are told by role alone.
results contains verdict.present("PP-DEF-004", "emails")
