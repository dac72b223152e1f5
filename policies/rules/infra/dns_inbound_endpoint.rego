# METADATA
# title: Where a DNS resolver is asked
# custom:
#   type: azure-native:dnsresolver:InboundEndpoint
#   shared: [PP-REG-001]
package infra.dns_inbound_endpoint

import data.lib.property
import data.lib.residency
import data.lib.state
import data.lib.verdict

results contains residency.located

# METADATA
# title: A resolver keeps its address
# custom:
#   id: PP-DNSI-001
#   severity: medium
#   controls: ["nsm:2.9"]
#   ros: [R15]
#   detection: The first ipConfigurations has privateIpAllocationMethod Static; others have written the address down.
#   false_positives: None known.
results contains verdict.finding("PP-DNSI-001", "ipConfigurations", keeping, "Static", methods)

configurations := property.at("ipConfigurations")

methods := [property.of(one, "privateIpAllocationMethod") |
	is_array(configurations)
	some one in configurations
]

keeping := state.all({state.equality("Static", one) | some one in methods} | {state.presence(configurations)})
