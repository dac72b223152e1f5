# METADATA
# title: Link between a private DNS zone and a network
# custom:
#   type: azure-native:privatedns:VirtualNetworkLink
package infra.virtual_network_link

import data.lib.verdict

# METADATA
# title: A network's machines do not write names in a service's zone
# custom:
#   id: PP-DNS-003
#   severity: medium
#   controls: ["nsm:2.4"]
#   ros: [R15]
#   detection: registrationEnabled is false.
#   false_positives: A zone that is made for the machines' own names.
results contains verdict.equal("PP-DNS-003", "registrationEnabled", false)
