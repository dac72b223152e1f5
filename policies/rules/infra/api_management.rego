# METADATA
# title: API Management
# custom:
#   type: azure-native:apimanagement:ApiManagementService
#   shared: [PP-DIAG-001, PP-REG-001]
package infra.api_management

import data.lib.property
import data.lib.protection
import data.lib.residency
import data.lib.state
import data.lib.verdict

results contains protection.logged

results contains residency.located

# METADATA
# title: The API gateway is not reached from the internet
# custom:
#   id: PP-APIM-001
#   severity: critical
#   controls: ["nsm:2.4", "nsm:2.5"]
#   ros: [R09]
#   detection: virtualNetworkType is Internal, or publicNetworkAccess is Disabled.
#   false_positives: >-
#     A service injected in a network cannot have public access switched off; it passes by its network.
results contains verdict.finding("PP-APIM-001", "virtualNetworkType", state.either(closings), "Internal", network)

network := property.at("virtualNetworkType")

closings := {
	state.equality("Internal", network),
	state.equality("Disabled", property.at("publicNetworkAccess")),
}

# METADATA
# title: The API gateway has an identity of its own
# custom:
#   id: PP-APIM-002
#   severity: medium
#   controls: ["nsm:2.6"]
#   ros: [R02]
#   detection: identity.type is SystemAssigned, UserAssigned, or both.
#   false_positives: A gateway that calls nothing but open services.
results contains verdict.one_of("PP-APIM-002", "identity.type", [
	"SystemAssigned",
	"UserAssigned",
	"SystemAssigned, UserAssigned",
])

# METADATA
# title: The API gateway speaks no TLS older than 1.2
# custom:
#   id: PP-APIM-003
#   severity: high
#   controls: ["nsm:2.7"]
#   ros: [R09]
#   detection: >-
#     Each of customProperties …Gateway.Security.Protocols.{Tls10,Tls11} and …Security.Backend.Protocols.{Tls10,Tls11,
#     Ssl30} is the string "False".
#   false_positives: None known; a property that is left out is Azure's to choose, and is a failure.
results contains verdict.none("PP-APIM-003", "customProperties", old_protocols, doubtful_protocols)

gateway := "Microsoft.WindowsAzure.ApiManagement.Gateway.Security"

protocols := [
	"Protocols.Tls10",
	"Protocols.Tls11",
	"Backend.Protocols.Tls10",
	"Backend.Protocols.Tls11",
	"Backend.Protocols.Ssl30",
]

# ARM's values here are strings; a boolean written by mistake is read the same.
protocol_states[protocol] := state.equality("False", as_text(value)) if {
	some protocol in protocols
	value := property.at(["customProperties", concat(".", [gateway, protocol])])
}

as_text(value) := "False" if value == false

else := value

old_protocols contains protocol if {
	some protocol in protocols
	protocol_states[protocol] == "fail"
}

doubtful_protocols contains protocol if {
	some protocol in protocols
	protocol_states[protocol] == "not_evaluated"
}
