# METADATA
# title: Rules of a firewall
# custom:
#   type: azure-native:network:FirewallPolicyRuleCollectionGroup
package infra.firewall_rule_collection_group

import data.lib.property
import data.lib.state
import data.lib.verdict

# METADATA
# title: The firewall leads nobody in from the internet
# custom:
#   id: PP-AFWR-001
#   severity: critical
#   controls: ["nsm:2.4", "nsm:2.5"]
#   ros: [R09]
#   detection: No collection of the type FirewallPolicyNatRuleCollection.
#   false_positives: A front for patients that is meant to be public belongs in a group of its own, exempted by name.
results contains verdict.none("PP-AFWR-001", "ruleCollections", leading_in, doubtful)

collections := property.at("ruleCollections")

doubtful contains "?" if state.untold(collections)

doubtful contains "?" if {
	is_array(collections)
	some collection in collections
	state.untold(collection)
}

name_of(thing) := object.get(thing, "name", "?")

leading_in contains name_of(collection) if {
	is_array(collections)
	some collection in collections
	lower(object.get(collection, "ruleCollectionType", "")) == "firewallpolicynatrulecollection"
}

# METADATA
# title: The firewall lets nobody go just anywhere
# custom:
#   id: PP-AFWR-002
#   severity: high
#   controls: ["nsm:2.5"]
#   ros: [R01, R09]
#   detection: >-
#     No rule of an Allow collection has *, 0.0.0.0/0 or Internet among its sourceAddresses or destinationAddresses,
#     or * among its targetFqdns.
#   false_positives: None known.
results contains verdict.none("PP-AFWR-002", "ruleCollections.rules", open_rules, doubtful | doubtful_rules)

anything := ["*", "0.0.0.0/0", "::/0", "internet"]

allowed_rules contains rule if {
	is_array(collections)
	some collection in collections
	lower(object.get(collection, ["action", "type"], "")) == "allow"
	some rule in object.get(collection, "rules", [])
}

doubtful_rules contains name_of(rule) if {
	some rule in allowed_rules
	some field in ["sourceAddresses", "destinationAddresses", "targetFqdns"]
	state.untold(object.get(rule, field, []))
}

open_rules contains name_of(rule) if {
	some rule in allowed_rules
	some field in ["sourceAddresses", "destinationAddresses", "targetFqdns"]
	some value in object.get(rule, field, [])
	state.among(anything, value)
}
