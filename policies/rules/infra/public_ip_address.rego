# METADATA
# title: Public address
# custom:
#   type: azure-native:network:PublicIPAddress
#   shared: [PP-DIAG-001, PP-REG-001]
package infra.public_ip_address

import data.lib.property
import data.lib.protection
import data.lib.residency
import data.lib.state
import data.lib.verdict

results contains protection.logged

results contains residency.located

# METADATA
# title: A public address belongs to what is meant to have one
# custom:
#   id: PP-PIP-001
#   severity: critical
#   controls: ["nsm:2.4", "nsm:2.5"]
#   ros: [R09]
#   detection: The resource's service label is firewall, network_gateway or patient_front.
#   false_positives: An address of another service that was reviewed; exempt it by name.
results contains verdict.finding("PP-PIP-001", "service", naming, meant, service)

meant := ["firewall", "network_gateway", "patient_front"]

service := object.get(input, ["environment", "service"], null)

# A label may come from tags.
naming := "not_evaluated" if state.untold(property.at("tags"))

else := "pass" if service in meant

else := "fail"

# METADATA
# title: A public address refuses what no rule lets in
# custom:
#   id: PP-PIP-002
#   severity: high
#   controls: ["nsm:2.5"]
#   ros: [R09]
#   detection: sku.name is Standard or StandardV2; a Basic address is open until somebody closes it.
#   false_positives: None known.
results contains verdict.one_of("PP-PIP-002", "sku.name", ["Standard", "StandardV2"])
