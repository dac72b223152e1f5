# METADATA
# title: Every gate that stands before a stage, judged in one call
# description: >-
#   Gate → the reasons against, none where it is open. Without one of the facts there is no answer at all, so that a
#   gate never opens on what was not told.
package onboarding.gates

import data.onboarding.acceptance
import data.onboarding.access_design
import data.onboarding.agreements
import data.onboarding.dependencies
import data.onboarding.identity
import data.onboarding.law
import data.onboarding.release
import data.onboarding.risk_assessment

decision := object.filter(reasons, input.gates) if told

reasons := {
	"G0": identity.reasons,
	"G1": law.reasons,
	"G2": access_design.reasons,
	"G3": risk_assessment.reasons,
	"G4": (dependencies.reasons | agreements.reasons),
	"G5": acceptance.reasons,
	"G6": release.reasons,
}

told if {
	count(facts - object.keys(input)) == 0
	count(assessment_facts - object.keys(input.assessment)) == 0
	count(release_facts - object.keys(input.release)) == 0
}

assessment_facts := {"manifest_current", "not_assessed_risks", "state", "unowned_risks"}

release_facts := {
	"approvers",
	"clinical_sign_off_current",
	"evidence_fresh",
	"frozen_until",
	"illustrative",
	"restore_test_in_date",
}

facts := {
	"acceptances",
	"access_incompatible",
	"access_log",
	"agreements",
	"as_of",
	"assessment",
	"break_the_glass_reviewer_missing",
	"data_class",
	"data_class_allowed",
	"data_class_exceeded",
	"decision_record",
	"dependencies",
	"dpia",
	"environment",
	"gates",
	"integrations",
	"operator_outside",
	"options_not_provided",
	"overlays_not_provided",
	"parties",
	"release",
	"stage",
	"storage_outside",
	"tenant",
	"tenant_participates",
	"without_contact",
}
