# METADATA
# title: Product of the gateway
# custom:
#   type: azure-native:apimanagement:Product
package infra.gateway_product

import data.lib.property
import data.lib.verdict

# METADATA
# title: Who uses a product is approved first
# custom:
#   id: PP-APIP-001
#   severity: medium
#   controls: ["nsm:2.6"]
#   ros: [R02]
#   detection: approvalRequired is true, or subscriptionRequired is false, where nobody subscribes.
#   false_positives: A product for the tests of those who are approved already.
results contains approved

approved := verdict.finding("PP-APIP-001", "approvalRequired", "pass", true, null) if keyless

else := verdict.equal("PP-APIP-001", "approvalRequired", true)

keyless if property.at("subscriptionRequired") == false

# METADATA
# title: A product is not open to those without a subscription, but where a policy of its own says who may call
# custom:
#   id: PP-APIP-002
#   severity: high
#   controls: ["nsm:2.6"]
#   ros: [R02]
#   detection: subscriptionRequired is true, or the product has a policy. What the policy says is PP-APIM-005's to judge.
#   false_positives: A product of open data.
results contains known

subscribed := verdict.equal("PP-APIP-002", "subscriptionRequired", true)

ruled := verdict.related("PP-APIP-002", "product_policies")

known := ruled if {
	subscribed.state == "fail"
	ruled.state != "fail"
} else := subscribed
