# METADATA
# title: How a test of the gates tells its cases
# description: >-
#   A case is a change to facts on which every gate is open, and the codes that then speak against; `spares` names the
#   code that the case comes near without meeting it.
package onboarding.cases

# Are exactly these the codes, over all gates?
holds(decision, case) if sort([reason.code | some reasons in decision; some reason in reasons]) == sort(case.denies)

trust := {
	"organisation": "983975259",
	"kind": "health_trust",
	"synthetic": false,
	"known": true,
	"kind_as_registered": true,
	"admitted": true,
}

agreement := {
	"kind": "platform_service",
	"organisation": "983975259",
	"in_force": true,
	"in_force_from": "2023-05-02",
	"expires": "2025-05-01",
}

dependency := {
	"id": "data-og-prosessering",
	"criticality": "high",
	"deadline": "2023-10-20",
	"light": "green",
	"overdue": false,
	"actors": [
		{"actor": "sykehuspartner", "organisation": "914637651", "confirmed": true},
		{"actor": "nye-integrasjonstjenester-api", "organisation": "991324968", "confirmed": true},
	],
}

open := {
	"as_of": "2023-10-05",
	"environment": "prod",
	"stage": "prod",
	"test_data": "synthetic_with_partners",
	"gates": ["G0", "G1", "G2", "G3", "G4", "G5", "G6"],
	"tenant": "983975259",
	"tenant_participates": true,
	"without_contact": [],
	"parties": [trust, object.union(trust, {"organisation": "983975267"})],
	"data_class": "health",
	"data_class_allowed": "health",
	"data_class_exceeded": false,
	"dpia": "needed",
	"integrations": [{"id": "pmd", "automatic_unassessed": false, "without_legal_basis": false}],
	"storage_outside": [],
	"operator_outside": [],
	"access_incompatible": [],
	"options_not_provided": [],
	"overlays_not_provided": [],
	"decision_record": true,
	"access_log": true,
	"break_the_glass_reviewer_missing": false,
	"assessment": {
		"state": "accepted",
		"manifest_current": true,
		"unowned_risks": 0,
		"not_assessed_risks": 0,
	},
	"dependencies": [dependency],
	"agreements": [agreement],
	"acceptances": [
		{"organisation": "983975259", "accepted": true, "expires": "2024-10-04"},
		{"organisation": "983975267", "accepted": true, "expires": "2023-10-05"},
	],
	"release": {
		"evidence_fresh": true,
		"restore_test_in_date": true,
		"clinical_sign_off_current": true,
		"frozen_until": null,
		"illustrative": false,
		"approvers": 2,
	},
}
