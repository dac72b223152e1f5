# METADATA
# title: Link between two networks
# custom:
#   type: azure-native:network:VirtualNetworkPeering
package infra.virtual_network_peering

import data.lib.verdict

# METADATA
# title: A peering says which network it joins
# custom:
#   id: PP-PEER-001
#   severity: medium
#   controls: ["nsm:2.4"]
#   ros: [R09]
#   detection: remoteVirtualNetwork.id is set.
#   false_positives: None known.
results contains verdict.present("PP-PEER-001", "remoteVirtualNetwork.id")
