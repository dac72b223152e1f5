package onboarding.access_design_test

import data.lib.cases as change
import data.onboarding.cases
import data.onboarding.gates

judged := {
	"options that do not go together": {
		"change": [change.put("/access_incompatible", ["NO_ACCESS_OPTION", "BLOCKS_CANNOT_BE_OFF_IN_PROD"])],
		"denies": ["G2_ACCESS_INCOMPATIBLE", "G2_ACCESS_INCOMPATIBLE"],
	},
	"options that go together": {
		"change": [change.put("/access_incompatible", [])],
		"denies": [],
		"spares": ["G2_ACCESS_INCOMPATIBLE", "G2_OPTION_NOT_PROVIDED", "G2_OVERLAY_NOT_PROVIDED"],
	},
	"an option that the environment does not have": {
		"change": [change.put("/options_not_provided", ["epj_delegated"])],
		"denies": ["G2_OPTION_NOT_PROVIDED"],
		"spares": ["G2_OVERLAY_NOT_PROVIDED", "G2_ACCESS_INCOMPATIBLE"],
	},
	"an overlay that the environment does not have": {
		"change": [change.put("/overlays_not_provided", ["break_the_glass"])],
		"denies": ["G2_OVERLAY_NOT_PROVIDED"],
		"spares": ["G2_OPTION_NOT_PROVIDED"],
	},
	"no decision record": {
		"change": [change.put("/decision_record", false)],
		"denies": ["G2_NO_DECISION_RECORD"],
	},
	"a decision record": {
		"change": [change.put("/decision_record", true)],
		"denies": [],
		"spares": ["G2_NO_DECISION_RECORD"],
	},
	"no access log": {
		"change": [change.put("/access_log", false)],
		"denies": ["G2_NO_ACCESS_LOG"],
	},
	"no access log, and no health data": {
		"change": [change.put("/access_log", false), change.put("/data_class", "internal")],
		"denies": [],
		"spares": ["G2_NO_ACCESS_LOG"],
	},
	"nobody reviews break-the-glass": {
		"change": [change.put("/break_the_glass_reviewer_missing", true)],
		"denies": ["G2_NO_BREAK_THE_GLASS_REVIEWER"],
	},
	"somebody reviews break-the-glass": {
		"change": [change.put("/break_the_glass_reviewer_missing", false)],
		"denies": [],
		"spares": ["G2_NO_BREAK_THE_GLASS_REVIEWER"],
	},
}

test_cases[name] if {
	some name, case in judged
	decision := gates.decision with input as json.patch(cases.open, case.change)
	cases.holds(decision, case)
}
