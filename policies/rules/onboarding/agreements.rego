# METADATA
# title: G4 The agreements are in force
# description: Dates are ISO text, so their order is that of time.
package onboarding.agreements

import data.onboarding.reason

lacking contains agreement if {
	some agreement in input.agreements
	not reason.affirmed(agreement, "in_force")
}

# METADATA
# title: There is an agreement
reasons contains reason.deny(
	"G4_AGREEMENT_MISSING",
	{"agreement_kind": agreement.kind, "organisation": agreement.organisation},
	"enter_into_agreement",
	"data_controller_rep",
) if {
	some agreement in lacking
	not dated(agreement)
}

# METADATA
# title: It has not expired
reasons contains reason.deny(
	"G4_AGREEMENT_EXPIRED",
	{
		"agreement_kind": agreement.kind,
		"expires": agreement.expires,
		"organisation": agreement.organisation,
	},
	"renew_agreement",
	"data_controller_rep",
) if {
	some agreement in lacking
	dated(agreement)
	not begins_later(agreement)
}

# METADATA
# title: It has begun
reasons contains reason.deny(
	"G4_AGREEMENT_NOT_YET_IN_FORCE",
	{
		"agreement_kind": agreement.kind,
		"in_force_from": agreement.in_force_from,
		"organisation": agreement.organisation,
	},
	"await_agreement",
	"data_controller_rep",
) if {
	some agreement in lacking
	dated(agreement)
	begins_later(agreement)
}

dated(agreement) if {
	is_string(object.get(agreement, "expires", null))
	is_string(object.get(agreement, "in_force_from", null))
}

begins_later(agreement) if {
	is_string(input.as_of)
	agreement.in_force_from > input.as_of
}
