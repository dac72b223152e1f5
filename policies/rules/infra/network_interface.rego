# METADATA
# title: Network interface
# custom:
#   type: azure-native:network:NetworkInterface
#   shared: [PP-REG-001]
package infra.network_interface

import data.lib.property
import data.lib.residency
import data.lib.state
import data.lib.verdict

results contains residency.located

# METADATA
# title: A machine has no address on the internet
# custom:
#   id: PP-NIC-001
#   severity: critical
#   controls: ["nsm:2.4", "nsm:2.5"]
#   ros: [R09]
#   detection: None of the ipConfigurations has a publicIPAddress.
#   false_positives: A firewall that is a machine; exempt it by name.
results contains verdict.none("PP-NIC-001", "ipConfigurations.publicIPAddress", exposed, doubtful)

configurations := property.at("ipConfigurations")

doubtful contains "?" if state.untold(configurations)

doubtful contains object.get(one, "name", "?") if {
	is_array(configurations)
	some one in configurations
	state.untold(object.get(one, "publicIPAddress", null))
}

exposed contains object.get(one, "name", "?") if {
	is_array(configurations)
	some one in configurations
	state.presence(object.get(one, "publicIPAddress", null)) == "pass"
	not state.untold(object.get(one, "publicIPAddress", null))
}
