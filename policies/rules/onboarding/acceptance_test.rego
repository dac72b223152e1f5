package onboarding.acceptance_test

import data.lib.cases as change
import data.onboarding.cases
import data.onboarding.gates

judged := {
	"one has not accepted": {
		"change": [change.put("/acceptances", [{"organisation": "983975259", "accepted": false, "expires": null}])],
		"denies": ["G5_NOT_ACCEPTED"],
		"spares": ["G5_ACCEPTANCE_EXPIRED"],
	},
	"one is not said to have accepted": {
		"change": [change.drop("/acceptances/0/accepted"), change.drop("/acceptances/0/expires")],
		"denies": ["G5_NOT_ACCEPTED"],
	},
	"one acceptance has expired": {
		"change": [change.put("/acceptances/1/accepted", false), change.put("/acceptances/1/expires", "2023-10-04")],
		"denies": ["G5_ACCEPTANCE_EXPIRED"],
		"spares": ["G5_NOT_ACCEPTED"],
	},
	"not accepted, and prod is far away": {
		"change": [change.put("/acceptances/0/accepted", false), change.put("/gates", ["G0", "G1", "G2", "G3", "G4"])],
		"denies": [],
		"spares": ["G5_ACCEPTANCE_EXPIRED", "G5_NOT_ACCEPTED"],
	},
}

test_cases[name] if {
	some name, case in judged
	decision := gates.decision with input as json.patch(cases.open, case.change)
	cases.holds(decision, case)
}
