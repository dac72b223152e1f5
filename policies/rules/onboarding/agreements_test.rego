package onboarding.agreements_test

import data.lib.cases as change
import data.onboarding.cases
import data.onboarding.gates

without_dates := {"kind": "data_processing", "organisation": "983975259", "in_force": false, "in_force_from": null, "expires": null}

judged := {
	"no such agreement": {
		"change": [change.put("/agreements", [without_dates])],
		"denies": ["G4_AGREEMENT_MISSING"],
		"spares": ["G4_AGREEMENT_EXPIRED", "G4_AGREEMENT_NOT_YET_IN_FORCE"],
	},
	"an agreement of which nothing is told": {
		"change": [change.put("/agreements", [{"kind": "data_processing", "organisation": "983975259"}])],
		"denies": ["G4_AGREEMENT_MISSING"],
	},
	"an agreement that ended yesterday": {
		"change": [change.put("/agreements/0/in_force", false), change.put("/agreements/0/expires", "2023-10-04")],
		"denies": ["G4_AGREEMENT_EXPIRED"],
		"spares": ["G4_AGREEMENT_MISSING", "G4_AGREEMENT_NOT_YET_IN_FORCE"],
	},
	"an agreement that begins tomorrow": {
		"change": [change.put("/agreements/0/in_force", false), change.put("/agreements/0/in_force_from", "2023-10-06")],
		"denies": ["G4_AGREEMENT_NOT_YET_IN_FORCE"],
		"spares": ["G4_AGREEMENT_EXPIRED", "G4_AGREEMENT_MISSING"],
	},
	"an agreement on its last day": {
		"change": [change.put("/agreements/0/expires", "2023-10-05")],
		"denies": [],
		"spares": ["G4_AGREEMENT_EXPIRED"],
	},
}

test_cases[name] if {
	some name, case in judged
	decision := gates.decision with input as json.patch(cases.open, case.change)
	cases.holds(decision, case)
}
