# METADATA
# title: The other end of a tunnel
# custom:
#   type: azure-native:network:LocalNetworkGateway
#   shared: [PP-REG-001]
package infra.local_network_gateway

import data.lib.property
import data.lib.residency
import data.lib.state
import data.lib.verdict

results contains residency.located

# METADATA
# title: A tunnel leads to known ranges only
# custom:
#   id: PP-LNG-001
#   severity: high
#   controls: ["nsm:2.4", "nsm:2.5"]
#   ros: [R09]
#   detection: localNetworkAddressSpace.addressPrefixes holds neither 0.0.0.0/0 nor ::/0.
#   false_positives: A region that takes all traffic home; exempt the tunnel and name its firewall.
results contains verdict.none("PP-LNG-001", "localNetworkAddressSpace.addressPrefixes", wide, doubtful)

prefixes := property.at("localNetworkAddressSpace.addressPrefixes")

doubtful contains "?" if state.untold(prefixes)

doubtful contains "?" if {
	is_array(prefixes)
	some prefix in prefixes
	state.untold(prefix)
}

wide contains prefix if {
	is_array(prefixes)
	some prefix in prefixes
	prefix in ["0.0.0.0/0", "::/0"]
}
