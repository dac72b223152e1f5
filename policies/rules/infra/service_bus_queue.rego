# METADATA
# title: Service Bus queue
# custom:
#   type: azure-native:servicebus:Queue
package infra.service_bus_queue

import data.lib.verdict

# METADATA
# title: A message that nobody takes is set aside, not thrown away
# custom:
#   id: PP-SBQ-001
#   severity: high
#   controls: ["nsm:2.9"]
#   ros: [R11, R12]
#   detection: deadLetteringOnMessageExpiration is true.
#   false_positives: A queue of messages that lose all worth when late.
results contains verdict.equal("PP-SBQ-001", "deadLetteringOnMessageExpiration", true)
