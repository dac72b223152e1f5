# METADATA
# title: Plan of Defender for Cloud
# custom:
#   type: azure-native:security:Pricing
package infra.defender_plan

import data.lib.verdict

# METADATA
# title: A plan of Defender watches
# custom:
#   id: PP-DEF-001
#   severity: high
#   controls: ["nsm:3.1", "nsm:3.3"]
#   ros: [R09, R16]
#   detection: pricingTier is Standard.
#   false_positives: A kind of resource that another product watches; leave its plan out.
results contains verdict.equal("PP-DEF-001", "pricingTier", "Standard")

# METADATA
# title: No resource can be taken out of a plan of Defender
# custom:
#   id: PP-DEF-002
#   severity: medium
#   controls: ["nsm:3.1"]
#   ros: [R09]
#   detection: enforce is the string True.
#   false_positives: A subscription in which one store is too large to be watched; say which.
results contains verdict.equal("PP-DEF-002", "enforce", "True")
