# METADATA
# title: G3 The risk assessment is reviewed, current and whole
package onboarding.risk_assessment

import data.onboarding.reason

assessment := input.assessment

exists if assessment.state != "none"

recommended if assessment.state in ["recommended", "pending_acceptance", "accepted"]

# METADATA
# title: There is an assessment
reasons contains reason.deny("G3_ASSESSMENT_MISSING", {}, "write_assessment", "product_owner") if {
	not exists
}

# METADATA
# title: A security reviewer has recommended it
reasons contains reason.deny(
	"G3_ASSESSMENT_NOT_RECOMMENDED",
	{"state": assessment.state},
	"have_assessment_reviewed",
	"security_reviewer",
) if {
	exists
	not recommended
}

# METADATA
# title: It speaks of the manifest as it is now
reasons contains reason.deny("G3_ASSESSMENT_OUT_OF_DATE", {}, "renew_assessment", "product_owner") if {
	exists
	not reason.affirmed(assessment, "manifest_current")
}

# METADATA
# title: Every risk has an owner
reasons contains reason.deny(
	"G3_RISK_UNOWNED",
	{"risks": assessment.unowned_risks},
	"name_risk_owners",
	"product_owner",
) if {
	assessment.unowned_risks != 0
}

# METADATA
# title: Every risk is assessed
reasons contains reason.deny(
	"G3_RISK_NOT_ASSESSED",
	{"risks": assessment.not_assessed_risks},
	"assess_risks",
	"product_owner",
) if {
	assessment.not_assessed_risks != 0
}
