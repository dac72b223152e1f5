"""What is called what in a statement of standing access."""

from enum import StrEnum
from typing import Any

from prosess.domain.standing_access import GivenRole, Holder, Place
from prosess.domain.text.wording import Wording

STANDING_NAMES: dict[type[StrEnum], dict[Any, Wording]] = {
    Holder: {
        Holder.PLATFORM_OPERATORS: Wording(
            "driftsgruppen for plattformen", "driftsgruppa for plattforma", "the platform's operators"
        ),
        Holder.SECURITY_READERS: Wording("sikkerhetsgruppen", "tryggleiksgruppa", "the security readers"),
        Holder.AUDIT_READERS: Wording("gruppen som leser logger", "gruppa som les loggar", "the audit readers"),
        Holder.EMERGENCY_GROUP: Wording(
            "administratorene som kan bruke nødkontoen",
            "administratorane som kan bruke nødkontoen",
            "the administrators who may use the emergency account",
        ),
        Holder.EMERGENCY_REVIEWERS: Wording(
            "de som gjennomgår bruk av nødkontoen",
            "dei som gjennomgår bruk av nødkontoen",
            "those who review the emergency account",
        ),
        Holder.CONTROLLER_REVIEWERS: Wording(
            "dataansvarliges gruppe for gjennomgang av nødtilgang",
            "gruppa hos den dataansvarlege for gjennomgang av nødtilgang",
            "the data controller's own reviewers of break-the-glass",
        ),
        Holder.CLIENT_PROGRAM: Wording(
            "identiteten til klienten", "identiteten til klienten", "the identity of the client"
        ),
        Holder.ENCRYPTION_PROGRAM: Wording(
            "identiteten som krypterer", "identiteten som krypterer", "the identity that encrypts"
        ),
        Holder.API_PROGRAM: Wording("identiteten til API-et", "identiteten til API-et", "the identity of the API"),
    },
    Place: {
        Place.RESOURCE_GROUP: Wording("ressursgruppene", "ressursgruppene", "the resource groups"),
        Place.LOG_WORKSPACE: Wording("loggarbeidsområdet", "loggarbeidsområdet", "the log workspace"),
        Place.VAULT: Wording("hvelvene", "kvelva", "the vaults"),
        Place.AUDIT_CONTAINER: Wording(
            "beholderne i revisjonslageret", "behaldarane i revisjonslageret", "the containers of the audit store"
        ),
        Place.CLIENT_KEY: Wording("klientens ene nøkkel", "den eine nøkkelen til klienten", "the client's one key"),
        Place.STORE_KEY: Wording("lagerets ene nøkkel", "den eine nøkkelen til lageret", "the store's one key"),
        Place.RELATION_CONTAINER: Wording(
            "hver dataansvarligs beholder for relasjoner",
            "behaldaren for relasjonar hos kvar dataansvarleg",
            "each data controller's container of relations",
        ),
        Place.BLOCK_CONTAINER: Wording(
            "hver dataansvarligs beholder for sperringer",
            "behaldaren for sperringar hos kvar dataansvarleg",
            "each data controller's container of blocks",
        ),
        Place.BREAK_THE_GLASS_LOG: Wording(
            "hver dataansvarligs logg over nødtilgang",
            "loggen over nødtilgang hos kvar dataansvarleg",
            "each data controller's log of break-the-glass",
        ),
        Place.SUBSCRIPTION: Wording(
            "abonnementet til miljøet", "abonnementet til miljøet", "the environment's subscription"
        ),
    },
    GivenRole: {
        GivenRole.READER: Wording("leser oppsett", "les oppsett", "reads settings"),
        GivenRole.MONITORING_READER: Wording("leser helsetilstand", "les helsetilstand", "reads health"),
        GivenRole.LOG_ANALYTICS_READER: Wording("leser logger", "les loggar", "reads logs"),
        GivenRole.KEY_VAULT_READER: Wording(
            "ser hvilke nøkler som finnes, aldri innholdet",
            "ser kva nøklar som finst, aldri innhaldet",
            "sees which keys there are, never their content",
        ),
        GivenRole.BLOB_READER: Wording("leser innhold", "les innhald", "reads content"),
        GivenRole.BLOB_CONTRIBUTOR: Wording("leser og skriver innhold", "les og skriv innhald", "keeps content"),
        GivenRole.CRYPTO_USER: Wording("signerer", "signerer", "signs"),
        GivenRole.CRYPTO_ENCRYPTION_USER: Wording(
            "pakker inn og ut en krypteringsnøkkel",
            "pakkar inn og ut ein krypteringsnøkkel",
            "wraps and unwraps an encryption key",
        ),
        GivenRole.CONTRIBUTOR: Wording(
            "endrer oppsett, gir ingen tilgang",
            "endrar oppsett, gir ingen tilgang",
            "changes settings, gives no access",
        ),
    },
}

STANDING_ACCESS: dict[str, Wording] = {
    "group_membership": Wording("medlemskap i gruppe", "medlemskap i gruppe", "group membership"),
    "role_template_in_period": Wording(
        "rollemal i en periode", "rollemal i ein periode", "a role template for a period"
    ),
    "signs_as_client": Wording(
        "signerer som klient hos utstederen", "signerer som klient hos utferdaren", "signs as a client of the issuer"
    ),
    "encrypts_store": Wording(
        "lageret er kryptert med vår egen nøkkel",
        "lageret er kryptert med vår eigen nøkkel",
        "the store is encrypted with a key of our own",
    ),
    "keeps_relations": Wording(
        "lager og avslutter relasjoner", "lagar og avsluttar relasjonar", "makes and ends relations"
    ),
    "keeps_blocks": Wording(
        "registrerer og opphever sperringer", "registrerer og opphevar sperringar", "registers and ends blocks"
    ),
    "writes_break_the_glass": Wording(
        "logger bruk av nødtilgang", "loggar bruk av nødtilgang", "logs uses of break-the-glass"
    ),
    "reviews_break_the_glass": Wording(
        "gjennomgår bruk av nødtilgang",
        "gjennomgår bruk av nødtilgang",
        "reviews uses of break-the-glass",
    ),
    "repairs_in_emergency": Wording(
        "retter plattformen når vanlig drift ikke kan",
        "rettar plattforma når vanleg drift ikkje kan",
        "repairs the platform where normal operation cannot",
    ),
    "reviews_emergency": Wording(
        "ser hva nødkontoen ble brukt til", "ser kva nødkontoen vart brukt til", "sees what the emergency account did"
    ),
}
"""Why an access stays (``StandingAccess.why``)."""
