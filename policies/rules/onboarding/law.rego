# METADATA
# title: G1 What is processed, on which ground, and where
package onboarding.law

import data.onboarding.reason

# METADATA
# title: An exchange with another organisation has a legal basis
reasons contains reason.deny(
	"G1_LEGAL_BASIS_MISSING",
	{"integration": integration.id},
	"state_legal_basis",
	"data_controller_rep",
) if {
	some integration in input.integrations
	not reason.denied(integration, "without_legal_basis")
}

# METADATA
# title: The ground for an automatic look-up is assessed
reasons contains reason.deny(
	"G1_AUTOMATIC_LOOKUP_NOT_ASSESSED",
	{"integration": integration.id},
	"assess_automatic_lookup",
	"data_controller_rep",
) if {
	some integration in input.integrations
	not reason.denied(integration, "automatic_unassessed")
}

# METADATA
# title: The environment is made for data as sensitive as these
reasons contains reason.deny(
	"G1_DATA_CLASS_NOT_ALLOWED",
	{
		"data_class": input.data_class,
		"data_class_allowed": input.data_class_allowed,
		"environment": input.environment,
	},
	"choose_environment",
	"platform_owner",
) if {
	not reason.denied(input, "data_class_exceeded")
}

# METADATA
# title: Data is stored where the environment allows it
reasons contains reason.deny(
	"G1_STORAGE_COUNTRY_NOT_ALLOWED",
	{"country": country, "environment": input.environment},
	"keep_to_allowed_countries",
	"product_owner",
) if {
	some country in input.storage_outside
}

# METADATA
# title: Operation and support come from where the environment allows it
reasons contains reason.deny(
	"G1_OPERATOR_COUNTRY_NOT_ALLOWED",
	{"country": country, "environment": input.environment},
	"keep_to_allowed_countries",
	"product_owner",
) if {
	some country in input.operator_outside
}

# METADATA
# title: It is decided whether a data protection impact assessment is needed
reasons contains reason.deny("G1_DPIA_UNDECIDED", {}, "decide_dpia", "data_controller_rep") if {
	not decided
}

decided if input.dpia in ["needed", "not_needed"]
