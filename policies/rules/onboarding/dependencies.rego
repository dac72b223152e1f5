# METADATA
# title: G4 What it hangs on is agreed
# description: Only a dependency of high criticality closes the gate; the others are shown.
package onboarding.dependencies

import data.onboarding.reason

critical contains dependency if {
	some dependency in input.dependencies
	dependency.criticality == "high"
}

# METADATA
# title: Every actor has confirmed its own part
reasons contains reason.deny(
	"G4_DEPENDENCY_NOT_CONFIRMED",
	{
		"actor": part.actor,
		"deadline": dependency.deadline,
		"dependency": dependency.id,
		"organisation": part.organisation,
	},
	"confirm_own_part",
	"dependency_actor",
) if {
	some dependency in critical
	some part in dependency.actors
	part.organisation != null
	not reason.affirmed(part, "confirmed")
}

# METADATA
# title: It is delivered by its deadline
reasons contains reason.deny(
	"G4_DEPENDENCY_OVERDUE",
	{"deadline": dependency.deadline, "dependency": dependency.id},
	"deliver_or_agree_new_deadline",
	"product_owner",
) if {
	some dependency in critical
	not reason.denied(dependency, "overdue")
}

# METADATA
# title: Somebody can confirm for every actor
reasons contains reason.deny(
	"G4_ACTOR_UNKNOWN",
	{"actor": part.actor, "dependency": dependency.id},
	"name_known_actor",
	"product_owner",
) if {
	some dependency in critical
	some part in dependency.actors
	part.organisation == null
}
