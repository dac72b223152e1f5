# METADATA
# title: What every stateful service has about it
package lib.protection

import data.lib.verdict

# METADATA
# title: A stateful resource is locked against deletion
# custom:
#   id: PP-LOCK-001
#   severity: high
#   controls: ["nsm:2.9", "nsm:2.10"]
#   ros: [R16, R18]
#   detection: A management lock of level CanNotDelete whose scope is the resource, its resource group or its subscription.
#   false_positives: A lock that is kept in another stack is not seen; exempt the resource and name that stack.
locked := verdict.related("PP-LOCK-001", "locks")

# METADATA
# title: A resource sends its logs
# custom:
#   id: PP-DIAG-001
#   severity: high
#   controls: ["nsm:3.2"]
#   ros: [R02, R10]
#   detection: A diagnostic setting whose resourceUri is the resource.
#   false_positives: A diagnostic setting that Azure Policy deploys is not in the graph.
logged := verdict.related("PP-DIAG-001", "diagnostic_settings")

# METADATA
# title: A service is reached through a private endpoint
# custom:
#   id: PP-NET-001
#   severity: high
#   controls: ["nsm:2.4", "nsm:2.5"]
#   ros: [R09]
#   detection: A private endpoint with a link service connection to the resource.
#   false_positives: A service that is injected into a virtual network needs none; its type does not have this rule.
privately_reached := verdict.related("PP-NET-001", "private_endpoints")
