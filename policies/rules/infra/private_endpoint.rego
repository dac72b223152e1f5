# METADATA
# title: Private endpoint
# custom:
#   type: azure-native:network:PrivateEndpoint
#   shared: [PP-REG-001]
package infra.private_endpoint

import data.lib.residency
import data.lib.verdict

results contains residency.located

# METADATA
# title: A private endpoint stands in a subnet
# custom:
#   id: PP-PE-001
#   severity: medium
#   controls: ["nsm:2.4"]
#   ros: [R09]
#   detection: subnet.id is set.
#   false_positives: None known.
results contains verdict.present("PP-PE-001", "subnet.id")

# METADATA
# title: A private endpoint is found by its service's name
# custom:
#   id: PP-PE-002
#   severity: medium
#   controls: ["nsm:2.4"]
#   ros: [R09, R15]
#   detection: A private DNS zone group whose private endpoint this is.
#   false_positives: A region that writes the records by Azure Policy; exempt the endpoint and name the policy.
results contains verdict.related("PP-PE-002", "dns_zone_groups")
