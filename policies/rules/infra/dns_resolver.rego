# METADATA
# title: DNS resolver
# custom:
#   type: azure-native:dnsresolver:DnsResolver
#   shared: [PP-REG-001]
package infra.dns_resolver

import data.lib.residency

results contains residency.located
