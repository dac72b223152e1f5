# METADATA
# title: Private endpoint
# custom:
#   type: azure-native:network:PrivateEndpoint
#   shared: [PP-REG-001]
package infra.private_endpoint

import data.lib.residency
import data.lib.state
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
#   detection: >-
#     A private DNS zone group whose private endpoint this is, unless the environment leaves the names to the landing
#     zone's policy; the reason is then told.
#   false_positives: A region that writes the records by Azure Policy; exempt the endpoint and name the policy.
results contains verdict.finding("PP-PE-002", "dns_zone_groups", found, "related", told)

groups := sort([other.name | some other in object.get(input.related, "dns_zone_groups", [])])

left := object.get(input.environment, "zone_groups", null)

found := "pass" if is_string(left)

else := state.relation("dns_zone_groups", groups)

told := [left] if is_string(left)

else := groups
