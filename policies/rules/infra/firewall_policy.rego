# METADATA
# title: Firewall policy
# custom:
#   type: azure-native:network:FirewallPolicy
#   shared: [PP-REG-001]
package infra.firewall_policy

import data.lib.residency
import data.lib.verdict

results contains residency.located

# METADATA
# title: The firewall stops known attackers
# custom:
#   id: PP-AFWP-001
#   severity: high
#   controls: ["nsm:2.5"]
#   ros: [R09, R10]
#   detection: threatIntelMode is Deny.
#   false_positives: A policy whose base policy says so; name the base policy.
results contains verdict.equal("PP-AFWP-001", "threatIntelMode", "Deny")

# METADATA
# title: The firewall stops what looks like an attack
# custom:
#   id: PP-AFWP-002
#   severity: high
#   controls: ["nsm:2.5", "nsm:3.2"]
#   ros: [R09, R10]
#   detection: intrusionDetection.mode is Deny.
#   false_positives: The first weeks of a new policy, when what is normal is still learnt; exempt it with an end.
results contains verdict.equal("PP-AFWP-002", "intrusionDetection.mode", "Deny")

# METADATA
# title: The firewall asks for names itself
# custom:
#   id: PP-AFWP-003
#   severity: medium
#   controls: ["nsm:2.4"]
#   ros: [R15]
#   detection: >-
#     dnsSettings.enableProxy is true. Otherwise a rule by name may let through another address than the caller
#     meant.
#   false_positives: A policy without rules by name.
results contains verdict.equal("PP-AFWP-003", "dnsSettings.enableProxy", true)
