"""Why gates G3 and G5 are closed: the risk assessment and its acceptance."""

from prosess.domain.role import Role
from prosess.domain.text.wording import ReasonText, Wording

REASONS: dict[str, ReasonText] = {
    "G3_ASSESSMENT_MISSING": ReasonText(
        Wording(
            "Pasientforløpet har ingen ROS-analyse.",
            "Pasientforløpet har ingen ROS-analyse.",
            "The pathway has no risk assessment.",
        ),
        (),
        "write_assessment",
        Role.PRODUCT_OWNER,
    ),
    "G3_ASSESSMENT_NOT_RECOMMENDED": ReasonText(
        Wording(
            "ROS-analysen er ikke anbefalt; den har tilstanden «{state}».",
            "ROS-analysen er ikkje tilrådd; han har tilstanden «{state}».",
            "The risk assessment is not recommended; its state is “{state}”.",
        ),
        ("state",),
        "have_assessment_reviewed",
        Role.SECURITY_REVIEWER,
    ),
    "G3_ASSESSMENT_OUT_OF_DATE": ReasonText(
        Wording(
            "ROS-analysen gjelder en tidligere utgave av manifestet.",
            "ROS-analysen gjeld ei tidlegare utgåve av manifestet.",
            "The risk assessment speaks of an earlier version of the manifest.",
        ),
        (),
        "renew_assessment",
        Role.PRODUCT_OWNER,
    ),
    "G3_RISK_UNOWNED": ReasonText(
        Wording(
            "Risikoer uten risikoeier i ROS-analysen: {risks}.",
            "Risikoar utan risikoeigar i ROS-analysen: {risks}.",
            "Risks without a risk owner in the risk assessment: {risks}.",
        ),
        ("risks",),
        "name_risk_owners",
        Role.PRODUCT_OWNER,
    ),
    "G3_RISK_NOT_ASSESSED": ReasonText(
        Wording(
            "Risikoer som ikke er vurdert i ROS-analysen: {risks}.",
            "Risikoar som ikkje er vurderte i ROS-analysen: {risks}.",
            "Risks that the risk assessment does not assess: {risks}.",
        ),
        ("risks",),
        "assess_risks",
        Role.PRODUCT_OWNER,
    ),
    "G5_NOT_ACCEPTED": ReasonText(
        Wording(
            "Risikoeieren hos {organisation} har ikke akseptert restrisikoen.",
            "Risikoeigaren hos {organisation} har ikkje akseptert restrisikoen.",
            "The risk owner of {organisation} has not accepted the residual risk.",
        ),
        ("organisation",),
        "accept_residual_risk",
        Role.RISK_OWNER,
    ),
    "G5_ACCEPTANCE_EXPIRED": ReasonText(
        Wording(
            "Aksepten fra {organisation} gikk ut {expires}.",
            "Aksepten frå {organisation} gjekk ut {expires}.",
            "The acceptance of {organisation} expired on {expires}.",
        ),
        ("expires", "organisation"),
        "accept_residual_risk",
        Role.RISK_OWNER,
    ),
}

REMEDIES: dict[str, Wording] = {
    "write_assessment": Wording(
        "Skriv ROS-analysen, og send den til gjennomgang.",
        "Skriv ROS-analysen, og send han til gjennomgang.",
        "Write the risk assessment, and send it to review.",
    ),
    "have_assessment_reviewed": Wording(
        "Gjennomgå ROS-analysen: anbefal den, eller send den tilbake med merknader.",
        "Gå gjennom ROS-analysen: tilrå han, eller send han tilbake med merknader.",
        "Review the risk assessment: recommend it, or return it with comments.",
    ),
    "renew_assessment": Wording(
        "Gå gjennom det som er endret, og send ROS-analysen til ny gjennomgang.",
        "Gå gjennom det som er endra, og send ROS-analysen til ny gjennomgang.",
        "Go through what has changed, and send the risk assessment to review again.",
    ),
    "name_risk_owners": Wording(
        "Oppgi en rolle som risikoeier for hver av dem.",
        "Oppgi ei rolle som risikoeigar for kvar av dei.",
        "Name a role as risk owner of each.",
    ),
    "assess_risks": Wording(
        "Vurder sannsynlighet og konsekvens for hver av dem.",
        "Vurder sannsyn og konsekvens for kvar av dei.",
        "Assess the likelihood and consequence of each.",
    ),
    "accept_residual_risk": Wording(
        "Les den anbefalte ROS-analysen, og aksepter eller avvis restrisikoen.",
        "Les den tilrådde ROS-analysen, og aksepter eller avvis restrisikoen.",
        "Read the recommended risk assessment, and accept or reject the residual risk.",
    ),
}
