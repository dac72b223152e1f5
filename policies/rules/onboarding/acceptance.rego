# METADATA
# title: G5 Every data controller has accepted the residual risk
package onboarding.acceptance

import data.onboarding.reason

lacking contains acceptance if {
	some acceptance in input.acceptances
	not reason.affirmed(acceptance, "accepted")
}

# METADATA
# title: The risk owner of the data controller has accepted
reasons contains reason.deny(
	"G5_NOT_ACCEPTED",
	{"organisation": acceptance.organisation},
	"accept_residual_risk",
	"risk_owner",
) if {
	some acceptance in lacking
	not dated(acceptance)
}

# METADATA
# title: The acceptance has not expired
reasons contains reason.deny(
	"G5_ACCEPTANCE_EXPIRED",
	{"expires": acceptance.expires, "organisation": acceptance.organisation},
	"accept_residual_risk",
	"risk_owner",
) if {
	some acceptance in lacking
	dated(acceptance)
}

dated(acceptance) if is_string(object.get(acceptance, "expires", null))
