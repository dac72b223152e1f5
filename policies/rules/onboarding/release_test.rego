package onboarding.release_test

import data.lib.cases as change
import data.onboarding.cases
import data.onboarding.gates

judged := {
	"stale evidence": {
		"change": [change.put("/release/evidence_fresh", false)],
		"denies": ["G6_EVIDENCE_STALE"],
		"spares": ["G6_RESTORE_TEST_MISSING"],
	},
	"restoring not tried": {
		"change": [change.put("/release/restore_test_in_date", false)],
		"denies": ["G6_RESTORE_TEST_MISSING"],
		"spares": ["G6_EVIDENCE_STALE"],
	},
	"not signed off": {
		"change": [change.put("/release/clinical_sign_off_current", false)],
		"denies": ["G6_CLINICAL_SIGN_OFF_MISSING"],
		"spares": ["G6_ILLUSTRATIVE_VALUES"],
	},
	"illustrative values, though signed off": {
		"change": [change.put("/release/illustrative", true)],
		"denies": ["G6_ILLUSTRATIVE_VALUES"],
		"spares": ["G6_CLINICAL_SIGN_OFF_MISSING"],
	},
	"a change freeze": {
		"change": [change.put("/release/frozen_until", "2023-11-24")],
		"denies": ["G6_CHANGE_FREEZE"],
		"spares": ["G6_TOO_FEW_APPROVERS"],
	},
	"one person approved": {
		"change": [change.put("/release/approvers", 1)],
		"denies": ["G6_TOO_FEW_APPROVERS"],
		"spares": ["G6_CHANGE_FREEZE"],
	},
	"three people approved": {
		"change": [change.put("/release/approvers", 3)],
		"denies": [],
		"spares": ["G6_TOO_FEW_APPROVERS"],
	},
}

test_cases[name] if {
	some name, case in judged
	decision := gates.decision with input as json.patch(cases.open, case.change)
	cases.holds(decision, case)
}
