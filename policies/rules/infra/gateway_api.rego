# METADATA
# title: API in the gateway
# custom:
#   type: azure-native:apimanagement:Api
package infra.gateway_api

import data.lib.property
import data.lib.state
import data.lib.verdict

# METADATA
# title: An API is spoken to by HTTPS only
# custom:
#   id: PP-API-001
#   severity: high
#   controls: ["nsm:2.7"]
#   ros: [R09]
#   detection: protocols is given, and every one of them is https or wss.
#   false_positives: None known.
results contains verdict.finding("PP-API-001", "protocols", outcome, ["https"], protocols)

protocols := property.at("protocols")

open_protocols contains protocol if {
	is_array(protocols)
	some protocol in protocols
	not state.among(["https", "wss"], protocol)
	not state.untold(protocol)
}

hidden_protocols contains protocol if {
	is_array(protocols)
	some protocol in protocols
	state.untold(protocol)
}

outcome := "not_evaluated" if state.untold(protocols)

else := "fail" if protocols in state.nothing

else := state.innocence(open_protocols, hidden_protocols)
