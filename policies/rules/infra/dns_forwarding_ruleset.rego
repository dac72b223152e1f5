# METADATA
# title: Whom a DNS resolver asks
# custom:
#   type: azure-native:dnsresolver:DnsForwardingRuleset
#   shared: [PP-REG-001]
package infra.dns_forwarding_ruleset

import data.lib.residency

results contains residency.located
