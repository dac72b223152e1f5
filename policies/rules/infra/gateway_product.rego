# METADATA
# title: Product of the gateway
# custom:
#   type: azure-native:apimanagement:Product
package infra.gateway_product

import data.lib.verdict

# METADATA
# title: Who uses a product is approved first
# custom:
#   id: PP-APIP-001
#   severity: medium
#   controls: ["nsm:2.6"]
#   ros: [R02]
#   detection: approvalRequired is true.
#   false_positives: A product for the tests of those who are approved already.
results contains verdict.equal("PP-APIP-001", "approvalRequired", true)

# METADATA
# title: A product is not open to those without a subscription
# custom:
#   id: PP-APIP-002
#   severity: high
#   controls: ["nsm:2.6"]
#   ros: [R02]
#   detection: subscriptionRequired is true.
#   false_positives: A product of open data.
results contains verdict.equal("PP-APIP-002", "subscriptionRequired", true)
