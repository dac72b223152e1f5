# METADATA
# title: Route table
# custom:
#   type: azure-native:network:RouteTable
#   shared: [PP-REG-001]
package infra.route_table

import data.lib.property
import data.lib.residency
import data.lib.state
import data.lib.verdict

results contains residency.located

# METADATA
# title: No route leads to the internet past the firewall
# custom:
#   id: PP-RT-001
#   severity: critical
#   controls: ["nsm:2.4", "nsm:2.5"]
#   ros: [R09]
#   detection: >-
#     No route has nextHopType Internet, but to the service tag ApiManagement, by which Azure manages an injected API
#     gateway.
#   false_positives: None known.
results contains verdict.none("PP-RT-001", "routes.nextHopType", leading_out, doubtful)

routes := property.at("routes")

doubtful contains "?" if state.untold(routes)

doubtful contains name_of(route) if {
	is_array(routes)
	some route in routes
	some field in ["nextHopType", "addressPrefix"]
	state.untold(object.get(route, field, null))
}

name_of(route) := object.get(route, "name", "?")

leading_out contains name_of(route) if {
	is_array(routes)
	some route in routes
	state.equality("Internet", object.get(route, "nextHopType", null)) == "pass"
	state.equality("ApiManagement", object.get(route, "addressPrefix", null)) == "fail"
}

# METADATA
# title: A route through the firewall says where it is
# custom:
#   id: PP-RT-002
#   severity: high
#   controls: ["nsm:2.4"]
#   ros: [R09, R15]
#   detection: Each route with nextHopType VirtualAppliance has a nextHopIpAddress. Without one, what it routes is lost.
#   false_positives: None known.
results contains verdict.none("PP-RT-002", "routes.nextHopIpAddress", lost, doubtful | doubtful_hops)

lost contains name_of(route) if {
	some route in through
	state.presence(object.get(route, "nextHopIpAddress", null)) == "fail"
}

doubtful_hops contains name_of(route) if {
	some route in through
	state.untold(object.get(route, "nextHopIpAddress", null))
}

through contains route if {
	is_array(routes)
	some route in routes
	state.equality("VirtualAppliance", object.get(route, "nextHopType", null)) == "pass"
}
