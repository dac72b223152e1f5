# METADATA
# title: Line or tunnel of a network gateway
# custom:
#   type: azure-native:network:VirtualNetworkGatewayConnection
#   shared: [PP-REG-001]
package infra.gateway_connection

import data.lib.property
import data.lib.residency
import data.lib.state
import data.lib.verdict

results contains residency.located

# METADATA
# title: A tunnel takes strong algorithms only
# custom:
#   id: PP-CON-001
#   severity: high
#   controls: ["nsm:2.7"]
#   ros: [R09]
#   detection: >-
#     Where connectionType is IPsec: connectionProtocol is IKEv2, and ipsecPolicies names AES256 or GCMAES256, SHA384
#     or GCMAES256, and ECP384, DHGroup24 or ECP256, with a group for later keys. Without a policy Azure takes what
#     the other end offers.
#   false_positives: The other end cannot do better yet; exempt the tunnel with an end.
results contains verdict.finding("PP-CON-001", "ipsecPolicies", strength, strong, policies)

strong := {
	"ikeEncryption": ["AES256", "GCMAES256"],
	"ikeIntegrity": ["SHA384", "GCMAES256"],
	"dhGroup": ["ECP384", "ECP256", "DHGroup24"],
	"pfsGroup": ["ECP384", "ECP256", "PFS24"],
	"ipsecEncryption": ["AES256", "GCMAES256"],
	"ipsecIntegrity": ["SHA256", "GCMAES256"],
}

kind := property.at("connectionType")

policies := property.at("ipsecPolicies")

strength := "not_evaluated" if state.untold(kind)

else := "pass" if state.equality("IPsec", kind) == "fail"

else := "not_evaluated" if state.untold(policies)

else := "fail" if policies in state.nothing

else := state.all(parts)

parts contains state.equality("IKEv2", property.at("connectionProtocol"))

parts contains state.membership(allowed, property.of(policy, field)) if {
	is_array(policies)
	some policy in policies
	some field, allowed in strong
}

# METADATA
# title: The key of a tunnel stands in no file
# custom:
#   id: PP-CON-002
#   severity: critical
#   controls: ["nsm:2.6", "nsm:2.7"]
#   ros: [R02]
#   detection: >-
#     sharedKey and authorizationKey are secrets of the configuration, or not set: a plan never shows them.
#   false_positives: None known.
results contains verdict.finding("PP-CON-002", "sharedKey", hidden, "a secret", sort(shown))

shown contains field if {
	some field in ["authorizationKey", "sharedKey"]
	is_string(property.at(field))
}

hidden := "fail" if count(shown) > 0

else := "not_evaluated" if {
	some field in ["authorizationKey", "sharedKey"]
	property.at(field) == state.unknown
}

else := "pass"
