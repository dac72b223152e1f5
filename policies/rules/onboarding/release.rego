# METADATA
# title: G6 Ready to go live
package onboarding.release

import data.onboarding.reason

release := input.release

approvers_needed := 2

# METADATA
# title: The evidence from the environment is fresh
reasons contains reason.deny(
	"G6_EVIDENCE_STALE",
	{"environment": input.environment},
	"collect_evidence",
	"platform_engineer",
) if {
	not reason.affirmed(release, "evidence_fresh")
}

# METADATA
# title: Restoring has been tried in time
reasons contains reason.deny(
	"G6_RESTORE_TEST_MISSING",
	{"environment": input.environment},
	"try_restoring",
	"platform_engineer",
) if {
	not reason.affirmed(release, "restore_test_in_date")
}

# METADATA
# title: Thresholds and rules are clinically signed off as they are now
reasons contains reason.deny("G6_CLINICAL_SIGN_OFF_MISSING", {}, "sign_off_rules", "clinical_safety_lead") if {
	not reason.affirmed(release, "clinical_sign_off_current")
}

# METADATA
# title: No clinical value is an example
reasons contains reason.deny("G6_ILLUSTRATIVE_VALUES", {}, "replace_illustrative_values", "clinical_safety_lead") if {
	not reason.denied(release, "illustrative")
}

# METADATA
# title: There is no change freeze
reasons contains reason.deny(
	"G6_CHANGE_FREEZE",
	{"frozen_until": release.frozen_until},
	"await_end_of_freeze",
	"product_owner",
) if {
	release.frozen_until != null
}

# METADATA
# title: Two people have approved
reasons contains reason.deny(
	"G6_TOO_FEW_APPROVERS",
	{"approvers": release.approvers, "approvers_needed": approvers_needed},
	"have_another_approve",
	"platform_owner",
) if {
	not enough_approvers
}

enough_approvers if {
	is_number(release.approvers)
	release.approvers >= approvers_needed
}
