# METADATA
# title: What the text of an API gateway's policy may not say
package lib.gateway_policy

import data.lib.property
import data.lib.state
import data.lib.verdict

# METADATA
# title: The API gateway takes no token that is unsigned or never expires
# custom:
#   id: PP-APIM-005
#   severity: critical
#   controls: ["nsm:2.6"]
#   ros: [R02]
#   detection: The policy's text sets neither require-signed-tokens nor require-expiration-time to false.
#   false_positives: None known.
tokens_checked := verdict.finding("PP-APIM-005", "value", outcome, [], sort(loosened))

text := property.at("value")

loosenings := [
	`require-signed-tokens="false"`,
	`require-expiration-time="false"`,
]

loosened contains loosening if {
	is_string(text)
	some loosening in loosenings
	contains(lower(text), loosening)
}

outcome := "not_evaluated" if state.untold(text)

else := "fail" if count(loosened) > 0

else := "fail" if not is_string(text)

else := "pass"
