# METADATA
# title: G2 Who is let in, on whose word
package onboarding.access_design

import data.onboarding.reason

# METADATA
# title: The access options go together, and suit the participants
reasons contains reason.deny("G2_ACCESS_INCOMPATIBLE", {"rule": rule}, "change_access_options", "product_owner") if {
	some rule in input.access_incompatible
}

# METADATA
# title: The environment has every option that the pathway chose
reasons contains reason.deny(
	"G2_OPTION_NOT_PROVIDED",
	{"environment": input.environment, "option": option},
	"provide_option",
	"platform_owner",
) if {
	some option in input.options_not_provided
}

# METADATA
# title: The environment has every overlay that the pathway chose
reasons contains reason.deny(
	"G2_OVERLAY_NOT_PROVIDED",
	{"environment": input.environment, "overlay": overlay},
	"provide_option",
	"platform_owner",
) if {
	some overlay in input.overlays_not_provided
}

# METADATA
# title: The choice of options is explained in a decision record
reasons contains reason.deny("G2_NO_DECISION_RECORD", {}, "write_decision_record", "product_owner") if {
	not reason.affirmed(input, "decision_record")
}

# METADATA
# title: Access to health data is logged apart
reasons contains reason.deny(
	"G2_NO_ACCESS_LOG",
	{"environment": input.environment},
	"turn_access_log_on",
	"platform_owner",
) if {
	input.data_class == "health"
	not reason.affirmed(input, "access_log")
}

# METADATA
# title: Somebody reviews the use of break-the-glass
reasons contains reason.deny("G2_NO_BREAK_THE_GLASS_REVIEWER", {}, "name_reviewer", "data_controller_rep") if {
	not reason.denied(input, "break_the_glass_reviewer_missing")
}
