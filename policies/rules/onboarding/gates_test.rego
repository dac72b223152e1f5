package onboarding.gates_test

import data.lib.cases as change
import data.onboarding.cases
import data.onboarding.gates

everything := [
	change.put("/tenant_participates", false),
	change.put("/dpia", "undecided"),
	change.put("/decision_record", false),
	change.put("/assessment/state", "draft"),
	change.put("/dependencies/0/overdue", true),
	change.put("/acceptances", [{"organisation": "983975259", "accepted": false, "expires": null}]),
	change.put("/release/approvers", 0),
]

judged := {
	"every gate open": {"change": [], "denies": []},
	"every gate closed": {
		"change": everything,
		"denies": [
			"G0_TENANT_NOT_PARTICIPANT",
			"G1_DPIA_UNDECIDED",
			"G2_NO_DECISION_RECORD",
			"G3_ASSESSMENT_NOT_RECOMMENDED",
			"G4_DEPENDENCY_OVERDUE",
			"G5_NOT_ACCEPTED",
			"G6_TOO_FEW_APPROVERS",
		],
	},
	"one gate asked for": {
		"change": array.concat(everything, [change.put("/gates", ["G0"])]),
		"denies": ["G0_TENANT_NOT_PARTICIPANT"],
	},
}

test_cases[name] if {
	some name, case in judged
	decision := gates.decision with input as json.patch(cases.open, case.change)
	cases.holds(decision, case)
}

test_a_gate_never_opens_on_what_was_not_told if {
	every key in gates.facts {
		not gates.decision with input as object.remove(cases.open, [key])
	}
}
