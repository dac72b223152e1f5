# METADATA
# title: Where a DNS resolver asks from
# custom:
#   type: azure-native:dnsresolver:OutboundEndpoint
#   shared: [PP-REG-001]
package infra.dns_outbound_endpoint

import data.lib.residency

results contains residency.located
