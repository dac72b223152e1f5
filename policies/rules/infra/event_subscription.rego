# METADATA
# title: Event Grid subscription
# custom:
#   type: azure-native:eventgrid:TopicEventSubscription
package infra.event_subscription

import data.lib.property
import data.lib.state
import data.lib.verdict

# METADATA
# title: An event that cannot be delivered is set aside
# custom:
#   id: PP-EGS-001
#   severity: high
#   controls: ["nsm:2.9"]
#   ros: [R11, R12]
#   detection: deadLetterWithResourceIdentity or deadLetterDestination is set.
#   false_positives: Events that lose all worth when late.
results contains verdict.finding("PP-EGS-001", "deadLetterWithResourceIdentity", state.either(stores), "present", set_aside)

# METADATA
# title: An event is delivered by identity
# custom:
#   id: PP-EGS-002
#   severity: high
#   controls: ["nsm:2.6"]
#   ros: [R02]
#   detection: deliveryWithResourceIdentity.identity is set.
#   false_positives: A destination that knows no identities, such as a web hook with a token of its own.
results contains verdict.present("PP-EGS-002", "deliveryWithResourceIdentity.identity")

set_aside := property.at("deadLetterWithResourceIdentity")

stores := {
	state.presence(set_aside),
	state.presence(property.at("deadLetterDestination")),
}
