package onboarding.risk_assessment_test

import data.lib.cases as change
import data.onboarding.cases
import data.onboarding.gates

judged := {
	"no assessment": {
		"change": [change.put("/assessment/state", "none"), change.put("/assessment/manifest_current", false)],
		"denies": ["G3_ASSESSMENT_MISSING"],
		"spares": ["G3_ASSESSMENT_NOT_RECOMMENDED", "G3_ASSESSMENT_OUT_OF_DATE"],
	},
	"a draft": {
		"change": [change.put("/assessment/state", "draft")],
		"denies": ["G3_ASSESSMENT_NOT_RECOMMENDED"],
		"spares": ["G3_ASSESSMENT_MISSING"],
	},
	"in review": {
		"change": [change.put("/assessment/state", "in_review")],
		"denies": ["G3_ASSESSMENT_NOT_RECOMMENDED"],
	},
	"returned": {
		"change": [change.put("/assessment/state", "returned")],
		"denies": ["G3_ASSESSMENT_NOT_RECOMMENDED"],
	},
	"recommended": {
		"change": [change.put("/assessment/state", "recommended")],
		"denies": [],
		"spares": ["G3_ASSESSMENT_NOT_RECOMMENDED"],
	},
	"pending acceptance": {
		"change": [change.put("/assessment/state", "pending_acceptance")],
		"denies": [],
		"spares": ["G3_ASSESSMENT_NOT_RECOMMENDED"],
	},
	"rejected": {
		"change": [change.put("/assessment/state", "rejected")],
		"denies": ["G3_ASSESSMENT_NOT_RECOMMENDED"],
	},
	"expired": {
		"change": [change.put("/assessment/state", "expired")],
		"denies": ["G3_ASSESSMENT_NOT_RECOMMENDED"],
	},
	"invalidated": {
		"change": [change.put("/assessment/state", "invalidated")],
		"denies": ["G3_ASSESSMENT_NOT_RECOMMENDED"],
	},
	"in a state that nobody has heard of": {
		"change": [change.put("/assessment/state", "splendid")],
		"denies": ["G3_ASSESSMENT_NOT_RECOMMENDED"],
	},
	"of an earlier manifest": {
		"change": [change.put("/assessment/manifest_current", false)],
		"denies": ["G3_ASSESSMENT_OUT_OF_DATE"],
	},
	"with a risk that nobody owns": {
		"change": [change.put("/assessment/unowned_risks", 1)],
		"denies": ["G3_RISK_UNOWNED"],
		"spares": ["G3_RISK_NOT_ASSESSED"],
	},
	"with risks that are not assessed": {
		"change": [change.put("/assessment/not_assessed_risks", 3)],
		"denies": ["G3_RISK_NOT_ASSESSED"],
		"spares": ["G3_RISK_UNOWNED"],
	},
}

test_cases[name] if {
	some name, case in judged
	decision := gates.decision with input as json.patch(cases.open, case.change)
	cases.holds(decision, case)
}
