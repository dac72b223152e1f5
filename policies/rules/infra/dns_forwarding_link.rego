# METADATA
# title: Link between forwarding and a network
# custom:
#   type: azure-native:dnsresolver:PrivateResolverVirtualNetworkLink
package infra.dns_forwarding_link

import data.lib.verdict

# METADATA
# title: Forwarding holds for a network
# custom:
#   id: PP-DNSF-003
#   severity: low
#   controls: ["nsm:2.4"]
#   ros: [R15]
#   detection: virtualNetwork.id is set.
#   false_positives: None known.
results contains verdict.present("PP-DNSF-003", "virtualNetwork.id")
