# METADATA
# title: Named value of the API gateway
# custom:
#   type: azure-native:apimanagement:NamedValue
package infra.named_value

import data.lib.property
import data.lib.state
import data.lib.verdict

# METADATA
# title: The API gateway's secrets lie in a vault
# custom:
#   id: PP-APIM-004
#   severity: high
#   controls: ["nsm:2.6", "nsm:2.7"]
#   ros: [R08]
#   detection: Where secret is true, keyVault.secretIdentifier is set.
#   false_positives: None known; a value that is no secret passes.
results contains verdict.finding("PP-APIM-004", "keyVault.secretIdentifier", state.either(ways), "present", held)

held := property.at("keyVault.secretIdentifier")

marked := property.at("secret")

# Left out, Azure takes it for no secret.
ways := {state.presence(held), "pass"} if marked == null

else := {state.presence(held), state.equality(false, marked)}
