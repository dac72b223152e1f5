package onboarding.law_test

import data.lib.cases as change
import data.onboarding.cases
import data.onboarding.gates

judged := {
	"an exchange without a legal basis": {
		"change": [change.put("/integrations/0/without_legal_basis", true)],
		"denies": ["G1_LEGAL_BASIS_MISSING"],
	},
	"no exchange at all": {
		"change": [change.put("/integrations", [])],
		"denies": [],
		"spares": ["G1_LEGAL_BASIS_MISSING", "G1_AUTOMATIC_LOOKUP_NOT_ASSESSED"],
	},
	"an exchange of which nothing is told": {
		"change": [change.put("/integrations", [{"id": "pmd"}])],
		"denies": ["G1_AUTOMATIC_LOOKUP_NOT_ASSESSED", "G1_LEGAL_BASIS_MISSING"],
	},
	"an automatic look-up that nobody assessed": {
		"change": [change.put("/integrations/0/automatic_unassessed", true)],
		"denies": ["G1_AUTOMATIC_LOOKUP_NOT_ASSESSED"],
		"spares": ["G1_LEGAL_BASIS_MISSING"],
	},
	"data too sensitive": {
		"change": [change.put("/data_class_exceeded", true), change.put("/data_class_allowed", "personal")],
		"denies": ["G1_DATA_CLASS_NOT_ALLOWED"],
	},
	"data less sensitive than allowed": {
		"change": [change.put("/data_class", "personal")],
		"denies": [],
		"spares": ["G1_DATA_CLASS_NOT_ALLOWED"],
	},
	"stored in two countries that are not allowed": {
		"change": [change.put("/storage_outside", ["IE", "US"])],
		"denies": ["G1_STORAGE_COUNTRY_NOT_ALLOWED", "G1_STORAGE_COUNTRY_NOT_ALLOWED"],
		"spares": ["G1_OPERATOR_COUNTRY_NOT_ALLOWED"],
	},
	"operated from a country that is not allowed": {
		"change": [change.put("/operator_outside", ["IN"])],
		"denies": ["G1_OPERATOR_COUNTRY_NOT_ALLOWED"],
		"spares": ["G1_STORAGE_COUNTRY_NOT_ALLOWED"],
	},
	"undecided on the assessment of data protection": {
		"change": [change.put("/dpia", "undecided")],
		"denies": ["G1_DPIA_UNDECIDED"],
	},
	"no assessment of data protection needed": {
		"change": [change.put("/dpia", "not_needed")],
		"denies": [],
		"spares": ["G1_DPIA_UNDECIDED"],
	},
}

test_cases[name] if {
	some name, case in judged
	decision := gates.decision with input as json.patch(cases.open, case.change)
	cases.holds(decision, case)
}
