package onboarding.dependencies_test

import data.lib.cases as change
import data.onboarding.cases
import data.onboarding.gates

judged := {
	"one actor has not confirmed": {
		"change": [change.put("/dependencies/0/actors/1/confirmed", false)],
		"denies": ["G4_DEPENDENCY_NOT_CONFIRMED"],
		"spares": ["G4_ACTOR_UNKNOWN", "G4_DEPENDENCY_OVERDUE"],
	},
	"nobody is said to have confirmed": {
		"change": [
			change.drop("/dependencies/0/actors/0/confirmed"),
			change.drop("/dependencies/0/actors/1/confirmed"),
		],
		"denies": ["G4_DEPENDENCY_NOT_CONFIRMED", "G4_DEPENDENCY_NOT_CONFIRMED"],
	},
	"one has not confirmed what is not critical": {
		"change": [
			change.put("/dependencies/0/actors/1/confirmed", false),
			change.put("/dependencies/0/criticality", "medium"),
		],
		"denies": [],
		"spares": ["G4_DEPENDENCY_NOT_CONFIRMED"],
	},
	"all have confirmed, and the deadline is past": {
		"change": [change.put("/dependencies/0/overdue", true)],
		"denies": ["G4_DEPENDENCY_OVERDUE"],
		"spares": ["G4_DEPENDENCY_NOT_CONFIRMED"],
	},
	"the deadline of something small is past": {
		"change": [change.put("/dependencies/0/overdue", true), change.put("/dependencies/0/criticality", "low")],
		"denies": [],
		"spares": ["G4_DEPENDENCY_OVERDUE"],
	},
	"an actor that the region does not have": {
		"change": [
			change.put("/dependencies/0/actors/1/organisation", null),
			change.put("/dependencies/0/actors/1/confirmed", false),
		],
		"denies": ["G4_ACTOR_UNKNOWN"],
		"spares": ["G4_DEPENDENCY_NOT_CONFIRMED"],
	},
	"no dependency": {
		"change": [change.put("/dependencies", [])],
		"denies": [],
		"spares": ["G4_ACTOR_UNKNOWN", "G4_DEPENDENCY_NOT_CONFIRMED", "G4_DEPENDENCY_OVERDUE"],
	},
}

test_cases[name] if {
	some name, case in judged
	decision := gates.decision with input as json.patch(cases.open, case.change)
	cases.holds(decision, case)
}
