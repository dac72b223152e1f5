# METADATA
# title: DNS zone group of a private endpoint
# custom:
#   type: azure-native:network:PrivateDnsZoneGroup
package infra.private_dns_zone_group

import data.lib.property
import data.lib.state
import data.lib.verdict

# METADATA
# title: A zone group names the zones that it writes in
# custom:
#   id: PP-PEZ-001
#   severity: medium
#   controls: ["nsm:2.4"]
#   ros: [R15]
#   detection: privateDnsZoneConfigs has at least one zone, and each has a privateDnsZoneId.
#   false_positives: None known.
results contains verdict.finding("PP-PEZ-001", "privateDnsZoneConfigs", state.all(zone_states), "present", zones)

configs := property.at("privateDnsZoneConfigs")

zones := [property.of(config, "privateDnsZoneId") |
	is_array(configs)
	some config in configs
]

zone_states := {state.presence(zone) | some zone in zones} | {state.presence(configs)}
