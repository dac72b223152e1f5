# METADATA
# title: Backend of the gateway
# custom:
#   type: azure-native:apimanagement:Backend
package infra.gateway_backend

import data.lib.property
import data.lib.state
import data.lib.verdict

# METADATA
# title: The gateway verifies whom it speaks to
# custom:
#   id: PP-APIB-001
#   severity: high
#   controls: ["nsm:2.7"]
#   ros: [R09]
#   detection: >-
#     tls.validateCertificateChain and tls.validateCertificateName are not false; Azure's own default is true.
#   false_positives: >-
#     A backend whose certificate is of an authority that the gateway does not know; give it the authority.
results contains verdict.none("PP-APIB-001", "tls", unverified, doubtful)

# METADATA
# title: The gateway speaks to a backend by HTTPS
# custom:
#   id: PP-APIB-002
#   severity: high
#   controls: ["nsm:2.7"]
#   ros: [R09]
#   detection: url starts with https. An address that Azure gives is judged when it is known.
#   false_positives: None known.
results contains verdict.finding("PP-APIB-002", "url", outcome, "https", url)

switches := ["validateCertificateChain", "validateCertificateName"]

switch_states[switch] := state.equality(true, property.at(["tls", switch])) if {
	some switch in switches
	property.at(["tls", switch]) != null
}

unverified contains switch if {
	some switch in switches
	switch_states[switch] == "fail"
}

doubtful contains switch if {
	some switch in switches
	switch_states[switch] == "not_evaluated"
}

url := property.at("url")

outcome := "not_evaluated" if state.untold(url)

else := "pass" if {
	is_string(url)
	startswith(lower(url), "https://")
}

else := "fail"
