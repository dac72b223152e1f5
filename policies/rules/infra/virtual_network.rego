# METADATA
# title: Virtual network
# custom:
#   type: azure-native:network:VirtualNetwork
#   shared: [PP-REG-001]
package infra.virtual_network

import data.lib.residency
import data.lib.state
import data.lib.verdict

results contains residency.located

# Azure does not take a security group on these.
without_security_group := [
	"gatewaysubnet",
	"azurefirewallsubnet",
	"azurefirewallmanagementsubnet",
	"routeserversubnet",
]

subnets := [subnet |
	some subnet in object.get(input.related, "subnets", [])
]

unplaced contains "?" if "subnets" in state.unplaced

# METADATA
# title: Every subnet has a network security group
# custom:
#   id: PP-VNET-001
#   severity: high
#   controls: ["nsm:2.4", "nsm:2.5"]
#   ros: [R09]
#   detection: Each subnet, declared in the network or beside it, refers to a security group.
#   false_positives: Subnets that Azure does not take a group on are let pass by name.
results contains verdict.none("PP-VNET-001", "subnets.networkSecurityGroup", open_subnets, doubtful_groups | unplaced)

open_subnets contains subnet.name if {
	some subnet in subnets
	subnet.security_group == false
	not needs_no_group(subnet)
}

needs_no_group(subnet) if lower(subnet.name) in without_security_group

doubtful_groups contains subnet.name if {
	some subnet in subnets
	state.untold(subnet.security_group)
}

# METADATA
# title: No subnet has Azure's default way out to the internet
# custom:
#   id: PP-VNET-002
#   severity: medium
#   controls: ["nsm:2.5"]
#   ros: [R09]
#   detection: Each subnet's defaultOutboundAccess is false.
#   false_positives: Subnets that Azure does not take a group on are let pass by name.
results contains verdict.none("PP-VNET-002", "subnets.defaultOutboundAccess", leaking_subnets, doubtful_exits | unplaced)

leaking_subnets contains subnet.name if {
	some subnet in subnets
	state.equality(false, subnet.default_outbound) == "fail"
	not needs_no_group(subnet)
}

doubtful_exits contains subnet.name if {
	some subnet in subnets
	state.untold(subnet.default_outbound)
}

# METADATA
# title: What leaves a network that hangs on a hub passes the hub's firewall
# custom:
#   id: PP-VNET-003
#   severity: high
#   controls: ["nsm:2.4", "nsm:2.5"]
#   ros: [R09]
#   detection: >-
#     In a network with a peering: each subnet refers to a route table. Where the routes lead is judged by PP-RT-001 and
#     PP-RT-002.
#   false_positives: >-
#     Subnets of a DNS resolver, and those that Azure does not take a group on, are let pass; a virtual WAN tells the
#     routes itself, so exempt its networks by name.
results contains verdict.none("PP-VNET-003", "subnets.routeTable", past_the_firewall, doubtful_routes | unplaced_peering)

joined if count(object.get(input.related, "peerings", [])) > 0

unplaced_peering contains "?" if "peerings" in state.unplaced

unplaced_peering contains "?" if {
	joined
	"subnets" in state.unplaced
}

past_the_firewall contains subnet.name if {
	joined
	some subnet in subnets
	object.get(subnet, "routes", false) == false
	not object.get(subnet, "resolver", false)
	not needs_no_group(subnet)
}

doubtful_routes contains subnet.name if {
	joined
	some subnet in subnets
	state.untold(object.get(subnet, "routes", false))
}
