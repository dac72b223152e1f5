"""What is refused of the security services: vaults, keys, logs and what watches them."""

from prosess.domain.text.wording import RefusalText, Wording

SECURITY: dict[str, RefusalText] = {
    "LOGS_NEEDED": RefusalText(
        Wording(
            "Et miljø for produksjon, eller med opplysninger om personer, har logger.",
            "Eit miljø for produksjon, eller med opplysningar om personar, har loggar.",
            "An environment for production, or with data about people, keeps logs.",
        ),
        Wording(
            "Sett services.security.monitoring.mode til create eller existing.",
            "Set services.security.monitoring.mode til create eller existing.",
            "Set services.security.monitoring.mode to create or existing.",
        ),
    ),
    "PROD_NEEDS_AUDIT_AND_LOCKS": RefusalText(
        Wording(
            "Et miljø for produksjon har revisjonslager og låser det som lagrer data.",
            "Eit miljø for produksjon har revisjonslager og låser det som lagrar data.",
            "An environment for production keeps an audit store and locks what holds data.",
        ),
        Wording(
            "Sett services.security.audit_store.mode til create og services.datacentre.locks til true.",
            "Set services.security.audit_store.mode til create og services.datacentre.locks til true.",
            "Set services.security.audit_store.mode to create and services.datacentre.locks to true.",
        ),
    ),
    "GUARD_BESIDE_VAULT": RefusalText(
        Wording(
            "Vakten for sikkerhetskopiene ligger i samme abonnement som det den vokter.",
            "Vakta for tryggleikskopiane ligg i same abonnement som det ho vaktar.",
            "The guard of the backups lies in the same subscription as what it guards.",
        ),
        Wording(
            "Oppgi et abonnement som andre eier, eller fjern guard.",
            "Oppgi eit abonnement som andre eig, eller fjern guard.",
            "Name a subscription that others own, or remove guard.",
        ),
    ),
    "SIEM_NEEDS_OWN_WORKSPACE": RefusalText(
        Wording(
            "Sentinel slås på i miljøets eget loggområde, og miljøet har ikke noe.",
            "Sentinel blir slått på i miljøet sitt eige loggområde, og miljøet har ikkje noko.",
            "Sentinel is turned on in the environment's own log workspace, and it has none.",
        ),
        Wording(
            "Sett services.security.monitoring.mode til create, eller vis til regionens SIEM med mode: existing.",
            "Set services.security.monitoring.mode til create, eller vis til SIEM-en til regionen med mode: existing.",
            "Set services.security.monitoring.mode to create, or refer to the region's SIEM with mode: existing.",
        ),
    ),
    "SIEM_NEEDS_ACTIVITY_LOG": RefusalText(
        Wording(
            "Varselreglene leser abonnementets aktivitetslogg, og ingen sender den til loggområdet.",
            "Varselreglane les aktivitetsloggen til abonnementet, og ingen sender han til loggområdet.",
            "The alert rules read the subscription's activity log, and nobody sends it to the workspace.",
        ),
        Wording(
            "Sett services.security.activity_log.mode til create eller existing.",
            "Set services.security.activity_log.mode til create eller existing.",
            "Set services.security.activity_log.mode to create or existing.",
        ),
    ),
    "ACTIVITY_LOG_NEEDS_WORKSPACE": RefusalText(
        Wording(
            "Abonnementets aktivitetslogg har ikke noe loggområde å sendes til.",
            "Aktivitetsloggen til abonnementet har ikkje noko loggområde å bli send til.",
            "The subscription's activity log has no workspace to be sent to.",
        ),
        Wording(
            "Slå på services.security.monitoring, eller sett activity_log til off med en grunn.",
            "Slå på services.security.monitoring, eller set activity_log til off med ein grunn.",
            "Turn services.security.monitoring on, or set activity_log to off with a reason.",
        ),
    ),
    "LOG_KEY_NEEDS_KEY_VAULT": RefusalText(
        Wording(
            "Loggen skal krypteres med egen nøkkel, og miljøet har ikke noe hvelv for nøkler.",
            "Loggen skal krypterast med eigen nøkkel, og miljøet har ikkje noko kvelv for nøklar.",
            "The log is to be encrypted with a key of its own, and the environment has no key vault.",
        ),
        Wording(
            "Sett services.security.key_vault.mode til create eller existing, eller customer_key til false.",
            "Set services.security.key_vault.mode til create eller existing, eller customer_key til false.",
            "Set services.security.key_vault.mode to create or existing, or customer_key to false.",
        ),
    ),
}
