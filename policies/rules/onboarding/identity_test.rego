package onboarding.identity_test

import data.lib.cases as change
import data.onboarding.cases
import data.onboarding.gates

judged := {
	"all known": {"change": [], "denies": []},
	"not in the register": {
		"change": [change.put("/parties/1/known", false)],
		"denies": ["G0_ORGANISATION_NOT_IN_REGISTER"],
	},
	"both not in the register": {
		"change": [change.put("/parties/0/known", false), change.put("/parties/1/known", false)],
		"denies": ["G0_ORGANISATION_NOT_IN_REGISTER", "G0_ORGANISATION_NOT_IN_REGISTER"],
	},
	"not said to be in the register": {
		"change": [change.drop("/parties/1/known")],
		"denies": ["G0_ORGANISATION_NOT_IN_REGISTER"],
	},
	"another kind than registered": {
		"change": [change.put("/parties/0/kind_as_registered", false)],
		"denies": ["G0_KIND_NOT_AS_REGISTERED"],
		"spares": ["G0_ORGANISATION_NOT_IN_REGISTER"],
	},
	"the kind as registered": {
		"change": [change.put("/parties/0/kind_as_registered", true)],
		"denies": [],
		"spares": ["G0_KIND_NOT_AS_REGISTERED"],
	},
	"synthetic in prod": {
		"change": [change.put("/parties/1/synthetic", true)],
		"denies": ["G0_SYNTHETIC_PARTY_IN_PROD"],
	},
	"synthetic, as far as is told": {
		"change": [change.drop("/parties/1/synthetic")],
		"denies": ["G0_SYNTHETIC_PARTY_IN_PROD"],
	},
	"synthetic in test": {
		"change": [change.put("/parties/1/synthetic", true), change.put("/stage", "test")],
		"denies": [],
		"spares": ["G0_SYNTHETIC_PARTY_IN_PROD"],
	},
	"of a kind that the environment does not admit": {
		"change": [change.put("/parties/1/admitted", false)],
		"denies": ["G0_KIND_NOT_ADMITTED"],
	},
	"of another kind that it admits": {
		"change": [change.put("/parties/1/kind", "gp_practice")],
		"denies": [],
		"spares": ["G0_KIND_NOT_ADMITTED"],
	},
	"a tenant that does not take part": {
		"change": [change.put("/tenant_participates", false)],
		"denies": ["G0_TENANT_NOT_PARTICIPANT"],
	},
	"a tenant that takes part alone": {
		"change": [change.drop("/parties/1")],
		"denies": [],
		"spares": ["G0_TENANT_NOT_PARTICIPANT"],
	},
	"contacts that nobody reads": {
		"change": [change.put("/without_contact", ["tenant", "pathway"])],
		"denies": ["G0_NO_CONTACT", "G0_NO_CONTACT"],
	},
	"contacts that somebody reads": {
		"change": [change.put("/without_contact", [])],
		"denies": [],
		"spares": ["G0_NO_CONTACT"],
	},
}

test_cases[name] if {
	some name, case in judged
	decision := gates.decision with input as json.patch(cases.open, case.change)
	cases.holds(decision, case)
}
