# METADATA
# title: Resource group
# custom:
#   type: azure-native:resources:ResourceGroup
#   shared: [PP-REG-001]
package infra.resource_group

import data.lib.property
import data.lib.residency
import data.lib.state
import data.lib.verdict

results contains residency.located

# METADATA
# title: A resource group says what it is for and who pays
# custom:
#   id: PP-RG-001
#   severity: low
#   controls: ["nsm:1.1"]
#   ros: [R18]
#   detection: tags has environment, data_class and cost_owner (a prefix before a colon, case, and dashes do not count).
#   false_positives: A group that Azure makes for itself.
results contains verdict.none("PP-RG-001", "tags", missing, doubtful)

required := ["environment", "data_class", "cost_owner"]

tags := property.at("tags")

present_tags contains word(key) if {
	is_object(tags)
	some key in object.keys(tags)
	state.presence(tags[key]) != "fail"
}

word(key) := replace(lower(property.last(key, ":")), "-", "_")

doubtful contains "?" if state.untold(tags)

missing contains tag if {
	some tag in required
	not excused(tag)
}

excused(tag) if has_tag(tag)

# Unknown tags may turn out to be any.
excused(_) if state.untold(tags)

has_tag(tag) if tag in present_tags
