# METADATA
# title: Network security group
# custom:
#   type: azure-native:network:NetworkSecurityGroup
#   shared: [PP-REG-001]
package infra.network_security_group

import data.lib.residency
import data.lib.state
import data.lib.verdict

results contains residency.located

rules := [rule |
	some rule in object.get(input.related, "security_rules", [])
]

unplaced contains "?" if "security_rules" in state.unplaced

fields := ["access", "direction", "priority", "protocol", "sourceAddressPrefix", "destinationPortRange"]

# A rule that is unknown in any part may be anything.
doubtful contains rule.name if {
	some rule in rules
	some field in fields
	state.untold(object.get(rule, field, null))
}

is(rule, field, value) if state.equality(value, object.get(rule, field, null)) == "pass"

admits(rule) if {
	is(rule, "access", "Allow")
	is(rule, "direction", "Inbound")
}

# METADATA
# title: A security group ends by refusing all that comes in
# custom:
#   id: PP-NSG-001
#   severity: high
#   controls: ["nsm:2.4", "nsm:2.5"]
#   ros: [R09]
#   detection: >-
#     An inbound Deny rule for any protocol, source and port, with a priority after every inbound Allow rule. (Azure's
#     own last rules let in the whole virtual network.)
#   false_positives: None known.
results contains verdict.finding("PP-NSG-001", "securityRules", ending, "deny all inbound", sort(last_words))

ending := "pass" if count(last_words) > 0

else := "not_evaluated" if count(doubtful | unplaced) > 0

else := "fail"

refuses_all(rule) if {
	is(rule, "access", "Deny")
	is(rule, "direction", "Inbound")
	is(rule, "protocol", "*")
	is(rule, "sourceAddressPrefix", "*")
	is(rule, "destinationPortRange", "*")
}

last_words contains rule.name if {
	some rule in rules
	refuses_all(rule)
	not overtaken(rule)
}

overtaken(rule) if {
	some other in rules
	admits(other)
	not before(other, rule)
}

# Only numbers are compared: the engines order other kinds apart.
before(one, other) if {
	is_number(one.priority)
	is_number(other.priority)
	one.priority < other.priority
}

# METADATA
# title: A security group lets nobody in from just anywhere
# custom:
#   id: PP-NSG-002
#   severity: critical
#   controls: ["nsm:2.4", "nsm:2.5"]
#   ros: [R09]
#   detection: No inbound Allow rule has the source *, Internet, 0.0.0.0/0 or ::/0.
#   false_positives: A gateway that is meant to be public belongs in a group of its own, exempted by name.
results contains verdict.none("PP-NSG-002", "securityRules.sourceAddressPrefix", open_rules, doubtful | unplaced)

anywhere := ["*", "any", "internet", "0.0.0.0/0", "::/0"]

sources(rule) := array.concat(
	[object.get(rule, "sourceAddressPrefix", "")],
	object.get(rule, "sourceAddressPrefixes", []),
)

open_rules contains rule.name if {
	some rule in rules
	admits(rule)
	some source in sources(rule)
	state.among(anywhere, source)
}
