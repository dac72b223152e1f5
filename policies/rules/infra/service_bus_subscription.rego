# METADATA
# title: Subscription to a Service Bus topic
# custom:
#   type: azure-native:servicebus:Subscription
package infra.service_bus_subscription

import data.lib.verdict

# METADATA
# title: An event that nobody takes is set aside, not thrown away
# custom:
#   id: PP-SBS-001
#   severity: high
#   controls: ["nsm:2.9"]
#   ros: [R11, R12]
#   detection: deadLetteringOnMessageExpiration is true.
#   false_positives: A subscription to events that lose all worth when late.
results contains verdict.equal("PP-SBS-001", "deadLetteringOnMessageExpiration", true)
