"""The texts behind :mod:`prosess.domain.text.reasons`."""

from typing import NamedTuple

from prosess.domain.role import Role
from prosess.domain.text.wording import Wording


class ReasonText(NamedTuple):
    """A deny code: what it says, which facts it carries, how it is put right and by whom."""

    text: Wording
    facts: tuple[str, ...]
    """Names of the facts that a reason with this code carries, sorted."""
    remedy: str
    """Key in :data:`REMEDIES`."""
    unblocked_by: Role


REASONS: dict[str, ReasonText] = {
    "G0_ORGANISATION_NOT_IN_REGISTER": ReasonText(
        Wording(
            "{organisation} står ikke i regionens register.",
            "{organisation} står ikkje i registeret til regionen.",
            "{organisation} is not in the region's register.",
        ),
        ("organisation",),
        "add_to_register",
        Role.PLATFORM_OWNER,
    ),
    "G0_KIND_NOT_AS_REGISTERED": ReasonText(
        Wording(
            "{organisation} er oppført som {kind}, men står i regionens register som noe annet.",
            "{organisation} er oppført som {kind}, men står i registeret til regionen som noko anna.",
            "{organisation} is listed as {kind}, but the region's register says otherwise.",
        ),
        ("kind", "organisation"),
        "correct_kind",
        Role.PRODUCT_OWNER,
    ),
    "G0_SYNTHETIC_PARTY_IN_PROD": ReasonText(
        Wording(
            "{organisation} er en syntetisk organisasjon og kan ikke være med i produksjon.",
            "{organisation} er ein syntetisk organisasjon og kan ikkje vere med i produksjon.",
            "{organisation} is a synthetic organisation and cannot take part in production.",
        ),
        ("organisation",),
        "replace_synthetic_party",
        Role.PRODUCT_OWNER,
    ),
    "G0_KIND_NOT_ADMITTED": ReasonText(
        Wording(
            "Miljøet {environment} slipper ikke inn deltakere av typen {kind} ({organisation}).",
            "Miljøet {environment} slepp ikkje inn deltakarar av typen {kind} ({organisation}).",
            "Environment {environment} does not admit participants of kind {kind} ({organisation}).",
        ),
        ("environment", "kind", "organisation"),
        "admit_kind",
        Role.PLATFORM_OWNER,
    ),
    "G0_TENANT_NOT_PARTICIPANT": ReasonText(
        Wording(
            "{organisation} eier pasientforløpet, men er ikke oppført som deltaker i det.",
            "{organisation} eig pasientforløpet, men er ikkje oppført som deltakar i det.",
            "{organisation} owns the pathway, but is not listed as a participant.",
        ),
        ("organisation",),
        "list_tenant",
        Role.PRODUCT_OWNER,
    ),
    "G0_NO_CONTACT": ReasonText(
        Wording(
            "Kontakten for {contact_of} er en eksempeladresse som ingen leser.",
            "Kontakten for {contact_of} er ei eksempeladresse som ingen les.",
            "The contact of {contact_of} is an example address that nobody reads.",
        ),
        ("contact_of",),
        "give_contact",
        Role.PRODUCT_OWNER,
    ),
    "G1_LEGAL_BASIS_MISSING": ReasonText(
        Wording(
            "Utvekslingen {integration} går til en annen organisasjon, men ingen dataflyt oppgir rettslig grunnlag.",
            "Utvekslinga {integration} går til ein annan organisasjon, men ingen dataflyt oppgir rettsleg grunnlag.",
            "Exchange {integration} is with another organisation, but no data flow states a legal basis for it.",
        ),
        ("integration",),
        "state_legal_basis",
        Role.DATA_CONTROLLER_REP,
    ),
    "G1_AUTOMATIC_LOOKUP_NOT_ASSESSED": ReasonText(
        Wording(
            "Utvekslingen {integration} gjør automatiske oppslag, og grunnlaget for det er ikke vurdert.",
            "Utvekslinga {integration} gjer automatiske oppslag, og grunnlaget for det er ikkje vurdert.",
            "Exchange {integration} looks up automatically, and the ground for that is not assessed.",
        ),
        ("integration",),
        "assess_automatic_lookup",
        Role.DATA_CONTROLLER_REP,
    ),
    "G1_DATA_CLASS_NOT_ALLOWED": ReasonText(
        Wording(
            "Pasientforløpet behandler {data_class}; miljøet {environment} er laget for {data_class_allowed}.",
            "Pasientforløpet behandlar {data_class}; miljøet {environment} er laga for {data_class_allowed}.",
            "The pathway processes {data_class}; environment {environment} is made for {data_class_allowed}.",
        ),
        ("data_class", "data_class_allowed", "environment"),
        "choose_environment",
        Role.PLATFORM_OWNER,
    ),
    "G1_STORAGE_COUNTRY_NOT_ALLOWED": ReasonText(
        Wording(
            "Data skal lagres i et land som miljøet {environment} ikke tillater: {country}.",
            "Data skal lagrast i eit land som miljøet {environment} ikkje tillèt: {country}.",
            "Data would be stored in a country that environment {environment} does not allow: {country}.",
        ),
        ("country", "environment"),
        "keep_to_allowed_countries",
        Role.PRODUCT_OWNER,
    ),
    "G1_OPERATOR_COUNTRY_NOT_ALLOWED": ReasonText(
        Wording(
            "Drift eller support skal skje fra et land som miljøet {environment} ikke tillater: {country}.",
            "Drift eller støtte skal skje frå eit land som miljøet {environment} ikkje tillèt: {country}.",
            "Operation or support would take place from a country that environment {environment} does not allow: "
            "{country}.",
        ),
        ("country", "environment"),
        "keep_to_allowed_countries",
        Role.PRODUCT_OWNER,
    ),
    "G1_DPIA_UNDECIDED": ReasonText(
        Wording(
            "Det er ikke avgjort om vurdering av personvernkonsekvenser (DPIA) trengs.",
            "Det er ikkje avgjort om vurdering av personvernkonsekvensar (DPIA) trengst.",
            "It is not decided whether a data protection impact assessment (DPIA) is needed.",
        ),
        (),
        "decide_dpia",
        Role.DATA_CONTROLLER_REP,
    ),
    "G2_ACCESS_INCOMPATIBLE": ReasonText(
        Wording(
            "Alternativene for tilgangskontroll passer ikke: {rule}.",
            "Alternativa for tilgangskontroll passar ikkje: {rule}.",
            "The access options do not fit: {rule}.",
        ),
        ("rule",),
        "change_access_options",
        Role.PRODUCT_OWNER,
    ),
    "G2_OPTION_NOT_PROVIDED": ReasonText(
        Wording(
            "Miljøet {environment} tilbyr ikke «{option}».",
            "Miljøet {environment} tilbyr ikkje «{option}».",
            "Environment {environment} does not provide “{option}”.",
        ),
        ("environment", "option"),
        "provide_option",
        Role.PLATFORM_OWNER,
    ),
    "G2_OVERLAY_NOT_PROVIDED": ReasonText(
        Wording(
            "Miljøet {environment} tilbyr ikke «{overlay}».",
            "Miljøet {environment} tilbyr ikkje «{overlay}».",
            "Environment {environment} does not provide “{overlay}”.",
        ),
        ("environment", "overlay"),
        "provide_option",
        Role.PLATFORM_OWNER,
    ),
    "G2_NO_DECISION_RECORD": ReasonText(
        Wording(
            "Valget av tilgangskontroll er ikke begrunnet i et beslutningsnotat.",
            "Valet av tilgangskontroll er ikkje grunngitt i eit avgjerdsnotat.",
            "The choice of access options is not explained in a decision record.",
        ),
        (),
        "write_decision_record",
        Role.PRODUCT_OWNER,
    ),
    "G2_NO_ACCESS_LOG": ReasonText(
        Wording(
            "Miljøet {environment} har ingen logg over klinisk tilgang.",
            "Miljøet {environment} har ingen logg over klinisk tilgang.",
            "Environment {environment} has no log of clinical access.",
        ),
        ("environment",),
        "turn_access_log_on",
        Role.PLATFORM_OWNER,
    ),
    "G2_NO_BREAK_THE_GLASS_REVIEWER": ReasonText(
        Wording(
            "Pasientforløpet har nødtilgang, men ingen rolle gjennomgår bruken av den.",
            "Pasientforløpet har nødtilgang, men inga rolle gjennomgår bruken av han.",
            "The pathway has break-the-glass, but no role reviews its use.",
        ),
        (),
        "name_reviewer",
        Role.DATA_CONTROLLER_REP,
    ),
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
    "G4_DEPENDENCY_NOT_CONFIRMED": ReasonText(
        Wording(
            "{actor} har ikke bekreftet sin del av avhengigheten «{dependency}». Fristen er {deadline}.",
            "{actor} har ikkje stadfesta sin del av avhengnaden «{dependency}». Fristen er {deadline}.",
            "{actor} has not confirmed its part of the dependency “{dependency}”. The deadline is {deadline}.",
        ),
        ("actor", "deadline", "dependency", "organisation"),
        "confirm_own_part",
        Role.DEPENDENCY_ACTOR,
    ),
    "G4_DEPENDENCY_OVERDUE": ReasonText(
        Wording(
            "Avhengigheten «{dependency}» skulle vært levert {deadline}.",
            "Avhengnaden «{dependency}» skulle ha vore levert {deadline}.",
            "The dependency “{dependency}” was to be delivered by {deadline}.",
        ),
        ("deadline", "dependency"),
        "deliver_or_agree_new_deadline",
        Role.PRODUCT_OWNER,
    ),
    "G4_ACTOR_UNKNOWN": ReasonText(
        Wording(
            "Avhengigheten «{dependency}» navngir aktøren {actor}, som regionen ikke kjenner; ingen kan bekrefte.",
            "Avhengnaden «{dependency}» nemner aktøren {actor}, som regionen ikkje kjenner; ingen kan stadfeste.",
            "The dependency “{dependency}” names the actor {actor}, whom the region does not know; nobody can confirm.",
        ),
        ("actor", "dependency"),
        "name_known_actor",
        Role.PRODUCT_OWNER,
    ),
    "G4_AGREEMENT_MISSING": ReasonText(
        Wording(
            "{organisation} mangler avtale: {agreement_kind}.",
            "{organisation} manglar avtale: {agreement_kind}.",
            "{organisation} lacks an agreement: {agreement_kind}.",
        ),
        ("agreement_kind", "organisation"),
        "enter_into_agreement",
        Role.DATA_CONTROLLER_REP,
    ),
    "G4_AGREEMENT_EXPIRED": ReasonText(
        Wording(
            "Avtalen til {organisation} gikk ut {expires}: {agreement_kind}.",
            "Avtalen til {organisation} gjekk ut {expires}: {agreement_kind}.",
            "An agreement of {organisation} expired on {expires}: {agreement_kind}.",
        ),
        ("agreement_kind", "expires", "organisation"),
        "renew_agreement",
        Role.DATA_CONTROLLER_REP,
    ),
    "G4_AGREEMENT_NOT_YET_IN_FORCE": ReasonText(
        Wording(
            "Avtalen til {organisation} gjelder først fra {in_force_from}: {agreement_kind}.",
            "Avtalen til {organisation} gjeld først frå {in_force_from}: {agreement_kind}.",
            "An agreement of {organisation} is not in force until {in_force_from}: {agreement_kind}.",
        ),
        ("agreement_kind", "in_force_from", "organisation"),
        "await_agreement",
        Role.DATA_CONTROLLER_REP,
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
    "G6_EVIDENCE_STALE": ReasonText(
        Wording(
            "Bevisene fra miljøet {environment} mangler eller er for gamle.",
            "Bevisa frå miljøet {environment} manglar eller er for gamle.",
            "The evidence from environment {environment} is missing or too old.",
        ),
        ("environment",),
        "collect_evidence",
        Role.PLATFORM_ENGINEER,
    ),
    "G6_RESTORE_TEST_MISSING": ReasonText(
        Wording(
            "Gjenoppretting i miljøet {environment} er ikke prøvd innen fristen.",
            "Gjenoppretting i miljøet {environment} er ikkje prøvd innan fristen.",
            "Restoring in environment {environment} has not been tried within its deadline.",
        ),
        ("environment",),
        "try_restoring",
        Role.PLATFORM_ENGINEER,
    ),
    "G6_CLINICAL_SIGN_OFF_MISSING": ReasonText(
        Wording(
            "Grenser og regler er ikke klinisk godkjent slik de er nå.",
            "Grenser og reglar er ikkje klinisk godkjende slik dei er no.",
            "Thresholds and rules are not clinically signed off as they are now.",
        ),
        (),
        "sign_off_rules",
        Role.CLINICAL_SAFETY_LEAD,
    ),
    "G6_ILLUSTRATIVE_VALUES": ReasonText(
        Wording(
            "De kliniske verdiene er eksempler og må aldri brukes på pasienter.",
            "Dei kliniske verdiane er døme og må aldri brukast på pasientar.",
            "The clinical values are examples and must never be used on patients.",
        ),
        (),
        "replace_illustrative_values",
        Role.CLINICAL_SAFETY_LEAD,
    ),
    "G6_CHANGE_FREEZE": ReasonText(
        Wording(
            "Det er endringsstans til og med {frozen_until}.",
            "Det er endringsstans til og med {frozen_until}.",
            "There is a change freeze up to and including {frozen_until}.",
        ),
        ("frozen_until",),
        "await_end_of_freeze",
        Role.PRODUCT_OWNER,
    ),
    "G6_TOO_FEW_APPROVERS": ReasonText(
        Wording(
            "Antall personer som har godkjent, er {approvers}; det må være {approvers_needed}.",
            "Talet på personar som har godkjent, er {approvers}; det må vere {approvers_needed}.",
            "The number of people who have approved is {approvers}; it must be {approvers_needed}.",
        ),
        ("approvers", "approvers_needed"),
        "have_another_approve",
        Role.PLATFORM_OWNER,
    ),
    "POLICY_UNAVAILABLE": ReasonText(
        Wording(
            "Reglene kunne ikke prøves nå, så svaret er nei.",
            "Reglane kunne ikkje prøvast no, så svaret er nei.",
            "The rules could not be evaluated now, so the answer is no.",
        ),
        (),
        "try_again",
        Role.PLATFORM_ENGINEER,
    ),
    "POLICY_MALFORMED": ReasonText(
        Wording(
            "Svaret fra reglene kunne ikke leses, så svaret er nei.",
            "Svaret frå reglane kunne ikkje lesast, så svaret er nei.",
            "The answer of the rules could not be read, so the answer is no.",
        ),
        (),
        "report_rules",
        Role.PLATFORM_ENGINEER,
    ),
}
"""Deny code → text. A gate's codes begin with its id; those of no gate say that it could not be judged."""

REMEDIES: dict[str, Wording] = {
    "add_to_register": Wording(
        "Før organisasjonen inn i regionens fil, eller rett nummeret i manifestet.",
        "Før organisasjonen inn i fila til regionen, eller rett nummeret i manifestet.",
        "Add the organisation to the region's file, or correct its number in the manifest.",
    ),
    "correct_kind": Wording(
        "Oppgi den typen som står i registeret, eller be om at registeret rettes.",
        "Oppgi den typen som står i registeret, eller be om at registeret blir retta.",
        "State the kind that the register has, or ask for the register to be corrected.",
    ),
    "replace_synthetic_party": Wording(
        "Bytt den ut med en reell organisasjon som har de avtalene som trengs.",
        "Byt han ut med ein reell organisasjon som har dei avtalane som trengst.",
        "Replace it by a real organisation that has the agreements needed.",
    ),
    "admit_kind": Wording(
        "La miljøet slippe inn denne typen, etter ny ROS-analyse, eller velg et annet miljø.",
        "La miljøet sleppe inn denne typen, etter ny ROS-analyse, eller vel eit anna miljø.",
        "Let the environment admit this kind, after a new risk assessment, or choose another environment.",
    ),
    "list_tenant": Wording(
        "Før virksomheten opp under participants i manifestet.",
        "Før verksemda opp under participants i manifestet.",
        "List the tenant under participants in the manifest.",
    ),
    "give_contact": Wording(
        "Oppgi en funksjonspostkasse som noen leser.",
        "Oppgi ei funksjonspostkasse som nokon les.",
        "Give a functional mailbox that somebody reads.",
    ),
    "state_legal_basis": Wording(
        "Beskriv dataflyten i manifestet med GDPR artikkel 6 og 9 og nasjonale bestemmelser.",
        "Skildre dataflyten i manifestet med GDPR artikkel 6 og 9 og nasjonale føresegner.",
        "Describe the data flow in the manifest with GDPR articles 6 and 9 and national provisions.",
    ),
    "assess_automatic_lookup": Wording(
        "Vurder og noter grunnlaget, eller la helsepersonell eller pasient starte oppslaget.",
        "Vurder og noter grunnlaget, eller la helsepersonell eller pasient starte oppslaget.",
        "Assess and record the ground, or let a clinician or the patient start the look-up.",
    ),
    "choose_environment": Wording(
        "Velg et miljø som er laget for slike opplysninger, eller be om at dette blir det.",
        "Vel eit miljø som er laga for slike opplysningar, eller be om at dette blir det.",
        "Choose an environment made for such data, or ask for this one to become so.",
    ),
    "keep_to_allowed_countries": Wording(
        "Hold lagring, drift og support i land som miljøet tillater. Fjernsupport regnes som overføring.",
        "Hald lagring, drift og støtte i land som miljøet tillèt. Fjernstøtte blir rekna som overføring.",
        "Keep storage, operation and support in countries that the environment allows. Remote support is a transfer.",
    ),
    "decide_dpia": Wording(
        "Avgjør det med råd fra personvernombudet, og sett data.dpia i manifestet.",
        "Avgjer det med råd frå personvernombodet, og set data.dpia i manifestet.",
        "Decide with the advice of the data protection officer, and set data.dpia in the manifest.",
    ),
    "change_access_options": Wording(
        "Endre valget under access i manifestet: {rule_hint}.",
        "Endre valet under access i manifestet: {rule_hint}.",
        "Change the choice under access in the manifest: {rule_hint}.",
    ),
    "provide_option": Wording(
        "Legg det til i miljøet, eller velg noe som miljøet har.",
        "Legg det til i miljøet, eller vel noko som miljøet har.",
        "Add it to the environment, or choose what the environment has.",
    ),
    "write_decision_record": Wording(
        "Skriv beslutningsnotatet, og vis til det i access.decision_record.",
        "Skriv avgjerdsnotatet, og vis til det i access.decision_record.",
        "Write the decision record, and refer to it in access.decision_record.",
    ),
    "turn_access_log_on": Wording(
        "Slå på access_log_stream i miljøets revisjonslager.",
        "Slå på access_log_stream i revisjonslageret til miljøet.",
        "Turn access_log_stream on in the environment's audit store.",
    ),
    "name_reviewer": Wording(
        "Oppgi rollen som gjennomgår, i access.break_the_glass_reviewer.",
        "Oppgi rolla som gjennomgår, i access.break_the_glass_reviewer.",
        "Name the role that reviews in access.break_the_glass_reviewer.",
    ),
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
    "confirm_own_part": Wording(
        "Bekreft egen del i tjenesten, eller foreslå en annen frist.",
        "Stadfest eigen del i tenesta, eller foreslå ein annan frist.",
        "Confirm your own part in the service, or propose another deadline.",
    ),
    "deliver_or_agree_new_deadline": Wording(
        "Få det levert, eller avtal en ny frist og få den bekreftet av hver aktør.",
        "Få det levert, eller avtal ein ny frist og få han stadfesta av kvar aktør.",
        "Have it delivered, or agree on a new deadline and have each actor confirm it.",
    ),
    "name_known_actor": Wording(
        "Rett id-en, eller få aktøren ført inn i regionens fil.",
        "Rett id-en, eller få aktøren ført inn i fila til regionen.",
        "Correct the id, or have the actor added to the region's file.",
    ),
    "enter_into_agreement": Wording(
        "Inngå avtalen, og før den inn i manifestet.",
        "Inngå avtalen, og før han inn i manifestet.",
        "Enter into the agreement, and add it to the manifest.",
    ),
    "renew_agreement": Wording(
        "Forny avtalen, og oppdater den siste dagen i manifestet.",
        "Forny avtalen, og oppdater den siste dagen i manifestet.",
        "Renew the agreement, and update its last day in the manifest.",
    ),
    "await_agreement": Wording(
        "Vent til avtalen gjelder, eller la den gjelde tidligere.",
        "Vent til avtalen gjeld, eller la han gjelde tidlegare.",
        "Wait until the agreement is in force, or let it begin earlier.",
    ),
    "accept_residual_risk": Wording(
        "Les den anbefalte ROS-analysen, og aksepter eller avvis restrisikoen.",
        "Les den tilrådde ROS-analysen, og aksepter eller avvis restrisikoen.",
        "Read the recommended risk assessment, and accept or reject the residual risk.",
    ),
    "collect_evidence": Wording(
        "Kjør kontrollene mot miljøet på nytt.",
        "Køyr kontrollane mot miljøet på nytt.",
        "Run the checks against the environment again.",
    ),
    "try_restoring": Wording(
        "Prøv gjenoppretting, og registrer resultatet.",
        "Prøv gjenoppretting, og registrer resultatet.",
        "Try restoring, and register the result.",
    ),
    "sign_off_rules": Wording(
        "Gå gjennom grensene og beslutningstabellen, og godkjenn dem.",
        "Gå gjennom grensene og avgjerdstabellen, og godkjenn dei.",
        "Go through the thresholds and the decision table, and sign them off.",
    ),
    "replace_illustrative_values": Wording(
        "Sett inn klinisk fastsatte verdier, og fjern illustrative fra manifestet.",
        "Set inn klinisk fastsette verdiar, og fjern illustrative frå manifestet.",
        "Put in clinically determined values, and remove illustrative from the manifest.",
    ),
    "await_end_of_freeze": Wording(
        "Vent til stansen er over, eller avtal et unntak ved å endre manifestet.",
        "Vent til stansen er over, eller avtal eit unntak ved å endre manifestet.",
        "Wait until the freeze is over, or agree on an exception by changing the manifest.",
    ),
    "have_another_approve": Wording(
        "Be en person til om å godkjenne. Den som sendte inn, kan ikke.",
        "Be ein person til om å godkjenne. Den som sende inn, kan ikkje.",
        "Ask one more person to approve. Whoever submitted cannot.",
    ),
    "try_again": Wording(
        "Prøv igjen. Hjelper det ikke, se etter om regelmotoren svarer.",
        "Prøv igjen. Hjelper det ikkje, sjå etter om regelmotoren svarer.",
        "Try again. If that does not help, see whether the policy engine answers.",
    ),
    "report_rules": Wording(
        "Meld fra til den som forvalter reglene; de må rettes.",
        "Meld frå til den som forvaltar reglane; dei må rettast.",
        "Tell whoever keeps the rules; they must be corrected.",
    ),
}
"""Key of a remedy → what to do."""
