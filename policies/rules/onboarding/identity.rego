# METADATA
# title: G0 Who takes part
package onboarding.identity

import data.onboarding.reason

# METADATA
# title: Every party of a kind that the region knows is in its register
reasons contains reason.deny(
	"G0_ORGANISATION_NOT_IN_REGISTER",
	{"organisation": party.organisation},
	"add_to_register",
	"platform_owner",
) if {
	some party in input.parties
	not reason.affirmed(party, "known")
}

# METADATA
# title: A party is of the kind that the register says
reasons contains reason.deny(
	"G0_KIND_NOT_AS_REGISTERED",
	{"kind": party.kind, "organisation": party.organisation},
	"correct_kind",
	"product_owner",
) if {
	some party in input.parties
	not reason.affirmed(party, "kind_as_registered")
}

# METADATA
# title: A synthetic organisation does not take part in production
reasons contains reason.deny(
	"G0_SYNTHETIC_PARTY_IN_PROD",
	{"organisation": party.organisation},
	"replace_synthetic_party",
	"product_owner",
) if {
	input.stage == "prod"
	some party in input.parties
	not reason.denied(party, "synthetic")
}

# METADATA
# title: The environment admits parties of this kind
reasons contains reason.deny(
	"G0_KIND_NOT_ADMITTED",
	{"environment": input.environment, "kind": party.kind, "organisation": party.organisation},
	"admit_kind",
	"platform_owner",
) if {
	some party in input.parties
	not reason.affirmed(party, "admitted")
}

# METADATA
# title: The tenant takes part in its own pathway
reasons contains reason.deny(
	"G0_TENANT_NOT_PARTICIPANT",
	{"organisation": input.tenant},
	"list_tenant",
	"product_owner",
) if {
	not reason.affirmed(input, "tenant_participates")
}

# METADATA
# title: Somebody reads what is sent to the contacts
reasons contains reason.deny(
	"G0_NO_CONTACT",
	{"contact_of": whose},
	"give_contact",
	"product_owner",
) if {
	some whose in input.without_contact
}
