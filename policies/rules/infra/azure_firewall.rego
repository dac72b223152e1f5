# METADATA
# title: Azure Firewall
# custom:
#   type: azure-native:network:AzureFirewall
#   shared: [PP-DIAG-001, PP-REG-001]
package infra.azure_firewall

import data.lib.property
import data.lib.protection
import data.lib.residency
import data.lib.state
import data.lib.verdict

results contains protection.logged

results contains residency.located

# METADATA
# title: The firewall looks for intruders
# custom:
#   id: PP-AFW-001
#   severity: high
#   controls: ["nsm:2.5", "nsm:3.2"]
#   ros: [R09, R10]
#   detection: sku.tier is Premium.
#   false_positives: A firewall that another one stands behind.
results contains verdict.equal("PP-AFW-001", "sku.tier", "Premium")

# METADATA
# title: The firewall survives the loss of a building
# custom:
#   id: PP-AFW-002
#   severity: medium
#   controls: ["nsm:2.9"]
#   ros: [R15]
#   detection: zones names at least two zones.
#   false_positives: A region without zones.
results contains verdict.finding("PP-AFW-002", "zones", outcome, "two zones or more", zones)

zones := property.at("zones")

outcome := "not_evaluated" if state.untold(zones)

else := "pass" if {
	is_array(zones)
	count(zones) >= 2
}

else := "fail"
