"""What the keys of the domain's own data are called: what gates ask for, what access options need and set up."""

from prosess.domain.text.wording import Wording

GATE_ASKS: dict[str, Wording] = {
    "valid_parties": Wording(
        "Partene er kjente og slipper inn i miljøet.",
        "Partane er kjende og slepp inn i miljøet.",
        "The parties are known and let into the environment.",
    ),
    "contact": Wording(
        "Virksomhet og pasientforløp har en kontakt som svarer.",
        "Verksemd og pasientforløp har ein kontakt som svarer.",
        "Tenant and pathway have a contact that answers.",
    ),
    "legal_basis": Wording(
        "Hver utveksling har et rettslig grunnlag.",
        "Kvar utveksling har eit rettsleg grunnlag.",
        "Each exchange has a legal basis.",
    ),
    "data_class": Wording(
        "Miljøet er laget for så følsomme opplysninger.",
        "Miljøet er laga for så følsame opplysningar.",
        "The environment is made for data as sensitive as these.",
    ),
    "countries": Wording(
        "Landene for lagring og drift er tillatt.",
        "Landa for lagring og drift er tillatne.",
        "The countries of storage and operation are allowed.",
    ),
    "dpia_decision": Wording(
        "Det er avgjort om vurdering av personvernkonsekvenser (DPIA) trengs.",
        "Det er avgjort om vurdering av personvernkonsekvensar (DPIA) trengst.",
        "It is decided whether a data protection impact assessment (DPIA) is needed.",
    ),
    "access_options": Wording(
        "Alternativene for tilgangskontroll passer sammen og finnes i miljøet.",
        "Alternativa for tilgangskontroll passar saman og finst i miljøet.",
        "The access options go together and exist in the environment.",
    ),
    "decision_record": Wording(
        "Valget av tilgangskontroll er begrunnet i et beslutningsnotat.",
        "Valet av tilgangskontroll er grunngitt i eit avgjerdsnotat.",
        "The choice of access options is explained in a decision record.",
    ),
    "access_log": Wording(
        "Klinisk tilgang loggføres og gjennomgås.",
        "Klinisk tilgang blir loggført og gjennomgått.",
        "Clinical access is logged and reviewed.",
    ),
    "assessment_recommended": Wording(
        "ROS-analysen er anbefalt og gjelder manifestet slik det er nå.",
        "ROS-analysen er tilrådd og gjeld manifestet slik det er no.",
        "The risk assessment is recommended and speaks of the manifest as it is now.",
    ),
    "every_risk_owned": Wording(
        "Hver risiko er vurdert og har en risikoeier.",
        "Kvar risiko er vurdert og har ein risikoeigar.",
        "Each risk is assessed and has a risk owner.",
    ),
    "mutual_plans": Wording(
        "Avhengigheter med høy kritikalitet har en gjensidig plan.",
        "Avhengnader med høg kritikalitet har ein gjensidig plan.",
        "Dependencies of high criticality have a mutual plan.",
    ),
    "agreements_in_force": Wording(
        "Avtalene gjelder.",
        "Avtalane gjeld.",
        "The agreements are in force.",
    ),
    "acceptance_per_data_controller": Wording(
        "Risikoeieren hos hver dataansvarlig har akseptert restrisikoen.",
        "Risikoeigaren hos kvar dataansvarleg har akseptert restrisikoen.",
        "The risk owner of each data controller has accepted the residual risk.",
    ),
    "fresh_evidence": Wording(
        "Bevisene fra miljøet er ferske.",
        "Bevisa frå miljøet er ferske.",
        "The evidence from the environment is fresh.",
    ),
    "restore_test": Wording(
        "Gjenoppretting er prøvd innen fristen.",
        "Gjenoppretting er prøvd innan fristen.",
        "Restoring has been tried within its deadline.",
    ),
    "clinical_sign_off": Wording(
        "Grenser og regler er klinisk godkjent, og ingen verdier er eksempler.",
        "Grenser og reglar er klinisk godkjende, og ingen verdiar er døme.",
        "Thresholds and rules are clinically signed off, and no value is an example.",
    ),
    "no_freeze": Wording(
        "Det er ikke endringsstans.",
        "Det er ikkje endringsstans.",
        "There is no change freeze.",
    ),
    "two_people": Wording(
        "To personer har godkjent.",
        "To personar har godkjent.",
        "Two people have approved.",
    ),
    "no_drift": Wording(
        "Miljøet er som det ble planlagt.",
        "Miljøet er slik det vart planlagt.",
        "The environment is as it was planned.",
    ),
    "nothing_expired": Wording(
        "Ingen avtale, aksept eller bevis har gått ut.",
        "Ingen avtale, aksept eller bevis har gått ut.",
        "No agreement, acceptance or evidence has expired.",
    ),
}
"""What a gate asks for (``Gate.asks_for``)."""

NEEDS: dict[str, Wording] = {
    "entra_group_ids": Wording(
        "gruppenes id-er i Entra ID", "id-ane til gruppene i Entra ID", "ids of the groups in Entra ID"
    ),
    "role_templates": Wording(
        "rollemaler i regional tilgangsstyring",
        "rollemalar i regional tilgangsstyring",
        "role templates in the regional access management",
    ),
    "authorisation_register_feed": Wording(
        "data fra autorisasjonsregisteret", "data frå autorisasjonsregisteret", "a feed from the authorisation register"
    ),
    "helsenett_membership_and_terms": Wording(
        "medlemskap i Helsenettet og aksepterte vilkår",
        "medlemskap i Helsenettet og aksepterte vilkår",
        "membership of Helsenettet with its terms accepted",
    ),
    "helseid_client_production_approval": Wording(
        "godkjenning av HelseID-klienten for produksjon",
        "godkjenning av HelseID-klienten for produksjon",
        "approval of the HelseID client for production",
    ),
    "altinn_delegation": Wording("delegering i Altinn", "delegering i Altinn", "delegation in Altinn"),
    "epj_launch_configuration": Wording(
        "oppsett av uthopp fra journalsystemet",
        "oppsett av uthopp frå journalsystemet",
        "launch configuration in the record system",
    ),
    "epj_release_window": Wording(
        "plass i journalsystemets endringskalender",
        "plass i endringskalenderen til journalsystemet",
        "a window in the record system's release calendar",
    ),
    "task_expiry_rule": Wording(
        "regel for når en oppgave slutter å gi tilgang",
        "regel for når ei oppgåve sluttar å gi tilgang",
        "a rule for when a task ceases to give access",
    ),
    "idporten_client": Wording("klient i ID-porten", "klient i ID-porten", "a client in ID-porten"),
    "break_the_glass_reviewers": Wording(
        "en gruppe som gjennomgår nødtilgang",
        "ei gruppe som gjennomgår nødtilgang",
        "a group that reviews break-the-glass",
    ),
    "break_the_glass_rules": Wording(
        "regler for når nødtilgang kan brukes, og hvor lenge",
        "reglar for når nødtilgang kan brukast, og kor lenge",
        "rules for when break-the-glass may be used, and for how long",
    ),
    "block_rules": Wording(
        "regler for hva en sperring gjelder, og når den viker",
        "reglar for kva ei sperring gjeld, og når ho vik",
        "rules for what a block covers, and when it yields",
    ),
    "emergency_groups": Wording(
        "tre grupper i Entra ID: de som bruker nødkontoen, de som slipper til, og de som gjennomgår",
        "tre grupper i Entra ID: dei som bruker nødkontoen, dei som slepp til, og dei som gjennomgår",
        "three groups in Entra ID: who uses the emergency account, who lets them, and who reviews",
    ),
    "activation_policy": Wording(
        "navnet på regelsettet som Azure har for rollen i abonnementet",
        "namnet på regelsettet som Azure har for rolla i abonnementet",
        "the name of the policy that Azure keeps for the role in the subscription",
    ),
}
"""What an access option, an overlay or the emergency account needs (``Need.code``)."""

GIVERS: dict[str, Wording] = {
    "ict_provider": Wording("IKT-leverandøren i regionen", "IKT-leverandøren i regionen", "the ICT provider"),
    "data_controller": Wording("dataansvarlig", "dataansvarleg", "the data controller"),
    "participant": Wording("deltakeren", "deltakaren", "the participant"),
    "national_service": Wording("den nasjonale tjenesten", "den nasjonale tenesta", "the national service"),
    "supplier": Wording("leverandøren", "leverandøren", "the supplier"),
}
"""Who gives what an access option needs (``Need.given_by``)."""

PROVISIONS: dict[str, Wording] = {
    "role_assignments_to_groups": Wording(
        "rolletildelinger til grupper", "rolletildelingar til grupper", "role assignments to groups"
    ),
    "role_template_mapping": Wording(
        "kobling fra rollemal til rolle", "kopling frå rollemal til rolle", "mapping of role templates to roles"
    ),
    "gateway_token_validation": Wording(
        "kontroll av tilgangsbevis i API-porten",
        "kontroll av tilgangsbevis i API-porten",
        "validation of tokens in the API gateway",
    ),
    "client_key_in_vault": Wording("klientnøkkel i hvelv", "klientnøkkel i kvelv", "the client's key in a vault"),
    "workload_identity": Wording(
        "egen identitet for arbeidslasten", "eigen identitet for arbeidslasta", "an identity for the workload"
    ),
    "relation_store": Wording("lager for relasjoner", "lager for relasjonar", "a store of relations"),
    "break_the_glass_log_per_controller": Wording(
        "en logg over nødtilgang for hver dataansvarlig",
        "ein logg over nødtilgang for kvar dataansvarleg",
        "a log of break-the-glass for each data controller",
    ),
    "alert_on_use": Wording("varsel ved hver bruk", "varsel ved kvar bruk", "an alert on each use"),
    "block_register_per_controller": Wording(
        "et register over sperringer for hver dataansvarlig",
        "eit register over sperringar for kvar dataansvarleg",
        "a register of blocks for each data controller",
    ),
    "eligible_role": Wording(
        "en rolle som kan tas i bruk for noen timer",
        "ei rolle som kan takast i bruk for nokre timar",
        "a role that can be activated for some hours",
    ),
    "activation_rules": Wording(
        "regler for å ta rollen i bruk: tofaktor, begrunnelse, godkjenning og tidsgrense",
        "reglar for å ta rolla i bruk: tofaktor, grunngiving, godkjenning og tidsgrense",
        "rules for activating the role: two factors, justification, approval and a time limit",
    ),
    "alert_on_activation": Wording(
        "varsel når nødkontoen tas i bruk", "varsel når nødkontoen blir teken i bruk", "an alert on activation"
    ),
}
"""What the platform sets up for an access option (``OptionProfile.provisions``)."""

DPIA: dict[str, Wording] = {
    "needed": Wording("trengs", "trengst", "needed"),
    "not_needed": Wording("trengs ikke", "trengst ikkje", "not needed"),
    "undecided": Wording("ikke avgjort", "ikkje avgjort", "undecided"),
}
"""Whether a data protection impact assessment is needed."""

CONTACT_OF: dict[str, Wording] = {
    "tenant": Wording("virksomheten", "verksemda", "the tenant"),
    "pathway": Wording("pasientforløpet", "pasientforløpet", "the pathway"),
}

DIRECTIONS: dict[str, Wording] = {
    "below": Wording("nedover", "nedover", "downwards"),
    "above": Wording("oppover", "oppover", "upwards"),
}
