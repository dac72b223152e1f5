# METADATA
# title: Key of a Key Vault
# custom:
#   type: azure-native:keyvault:Key
package infra.key

import data.lib.property
import data.lib.state
import data.lib.verdict

# METADATA
# title: A key does not live for ever
# custom:
#   id: PP-KEY-001
#   severity: high
#   controls: ["nsm:2.7"]
#   ros: [R08]
#   detection: properties.rotationPolicy.attributes.expiryTime or properties.attributes.expires is set.
#   false_positives: A key that an external service renews by its own calendar.
results contains verdict.finding("PP-KEY-001", policy, state.either(outcomes), "present", renewed)

policy := "properties.rotationPolicy.attributes.expiryTime"

renewed := property.at(policy)

outcomes := {state.presence(renewed), state.presence(property.at("properties.attributes.expires"))}
