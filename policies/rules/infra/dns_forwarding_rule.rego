# METADATA
# title: Names that are asked of somebody else
# custom:
#   type: azure-native:dnsresolver:ForwardingRule
package infra.dns_forwarding_rule

import data.lib.property
import data.lib.state
import data.lib.verdict

# METADATA
# title: Names of others are asked of them
# custom:
#   id: PP-DNSF-001
#   severity: medium
#   controls: ["nsm:2.4"]
#   ros: [R15]
#   detection: forwardingRuleState is Enabled.
#   false_positives: A rule that is switched off for a while.
results contains verdict.equal("PP-DNSF-001", "forwardingRuleState", "Enabled")

# METADATA
# title: Not every name is told to somebody else
# custom:
#   id: PP-DNSF-002
#   severity: medium
#   controls: ["nsm:2.4", "nsm:2.5"]
#   ros: [R09, R15]
#   detection: domainName is not the root (a single dot).
#   false_positives: A region whose own resolvers answer for everything; exempt the rule and name them.
results contains verdict.finding("PP-DNSF-002", "domainName", narrow, "a suffix", suffix)

suffix := property.at("domainName")

narrow := "not_evaluated" if state.untold(suffix)

else := "fail" if everything(suffix)

else := "pass"

everything(name) if name in [null, "", "."]
