# METADATA
# title: Private DNS zone
# custom:
#   type: azure-native:privatedns:PrivateZone
package infra.private_dns_zone

import data.lib.verdict

# METADATA
# title: A private DNS zone is global
# custom:
#   id: PP-DNS-001
#   severity: low
#   controls: ["nsm:2.4"]
#   ros: [R15]
#   detection: location is global; Azure takes no other.
#   false_positives: None known.
results contains verdict.equal("PP-DNS-001", "location", "global")

# METADATA
# title: A private DNS zone is linked to a network
# custom:
#   id: PP-DNS-002
#   severity: medium
#   controls: ["nsm:2.4"]
#   ros: [R09, R15]
#   detection: A virtual network link in the zone. Without one nobody sees its names, and callers take the public way.
#   false_positives: A zone that another stack links.
results contains verdict.related("PP-DNS-002", "virtual_network_links")
