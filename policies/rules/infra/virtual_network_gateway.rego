# METADATA
# title: Network gateway
# custom:
#   type: azure-native:network:VirtualNetworkGateway
#   shared: [PP-DIAG-001, PP-REG-001]
package infra.virtual_network_gateway

import data.lib.property
import data.lib.protection
import data.lib.residency
import data.lib.state
import data.lib.verdict

results contains protection.logged

results contains residency.located

# METADATA
# title: The line survives the loss of a building
# custom:
#   id: PP-VNG-001
#   severity: medium
#   controls: ["nsm:2.9"]
#   ros: [R15]
#   detection: sku.name ends in AZ.
#   false_positives: A region without zones.
results contains verdict.finding("PP-VNG-001", "sku.name", spanning, "a name that ends in AZ", sku)

sku := property.at("sku.name")

spanning := "not_evaluated" if state.untold(sku)

else := "pass" if {
	is_string(sku)
	endswith(lower(sku), "az")
}

else := "fail"

# METADATA
# title: Nobody's own machine dials in
# custom:
#   id: PP-VNG-002
#   severity: high
#   controls: ["nsm:2.5", "nsm:2.6"]
#   ros: [R02, R09]
#   detection: vpnClientConfiguration is not set.
#   false_positives: Operators of a region that has no other way in; exempt the gateway and say how they log in.
results contains verdict.finding("PP-VNG-002", "vpnClientConfiguration", closed, null, object.keys(dialled))

clients := property.at("vpnClientConfiguration")

dialled := clients if is_object(clients)

else := {}

closed := "not_evaluated" if state.untold(clients)

else := "pass" if clients in state.nothing

else := "fail"
