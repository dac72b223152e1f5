"""What is refused of an environment's access options, break-the-glass and the emergency account."""

from prosess.domain.text.wording import RefusalText, Wording

ACCESS: dict[str, RefusalText] = {
    "OVERLAY_NOT_CHOSEN": RefusalText(
        Wording(
            "access.{overlay} er satt opp, men {overlay} er ikke valgt.",
            "access.{overlay} er sett opp, men {overlay} er ikkje valt.",
            "access.{overlay} is set up, but {overlay} is not chosen.",
        ),
        Wording(
            "Legg til {overlay} under access.overlays.",
            "Legg til {overlay} under access.overlays.",
            "Add {overlay} to access.overlays.",
        ),
    ),
    "EMERGENCY_GROUPS_SAME": RefusalText(
        Wording(
            "De som bruker nødkontoen, de som slipper til, og de som gjennomgår, er ikke tre ulike grupper.",
            "Dei som bruker nødkontoen, dei som slepp til, og dei som gjennomgår, er ikkje tre ulike grupper.",
            "Who uses the emergency account, who lets them, and who reviews are not three different groups.",
        ),
        Wording(
            "Oppgi tre ulike grupper under access.emergency.",
            "Oppgi tre ulike grupper under access.emergency.",
            "Name three different groups under access.emergency.",
        ),
    ),
    "ACCESS_NEEDS_SECRET_VAULT": RefusalText(
        Wording(
            "Avtalen med utstederen for {options} ligger i hvelvet for hemmeligheter, og miljøet har ikke noe.",
            "Avtalen med utferdaren for {options} ligg i kvelvet for løyndommar, og miljøet har ikkje noko.",
            "What is agreed with the issuer for {options} lies in the secret vault, and the environment has none.",
        ),
        Wording(
            "Sett services.security.secret_vault.mode til create eller existing, eller velg et annet alternativ.",
            "Set services.security.secret_vault.mode til create eller existing, eller vel eit anna alternativ.",
            "Set services.security.secret_vault.mode to create or existing, or choose another option.",
        ),
    ),
    "BREAK_THE_GLASS_NEEDS_OWN_LOGS": RefusalText(
        Wording(
            "Nødtilgang trenger et revisjonslager som er miljøets eget, og et loggarbeidsområde som varsler.",
            "Nødtilgang treng eit revisjonslager som er miljøet sitt eige, og eit loggarbeidsområde som varslar.",
            "Break-the-glass needs an audit store of the environment's own, and a log workspace that alerts.",
        ),
        Wording(
            "Sett services.security.audit_store.mode til create, og slå på services.security.monitoring.",
            "Set services.security.audit_store.mode til create, og slå på services.security.monitoring.",
            "Set services.security.audit_store.mode to create, and turn services.security.monitoring on.",
        ),
    ),
    "BREAK_THE_GLASS_UNREVIEWED": RefusalText(
        Wording(
            "Miljøet har nødtilgang, og {organisation} har ingen gruppe som gjennomgår bruken.",
            "Miljøet har nødtilgang, og {organisation} har inga gruppe som gjennomgår bruken.",
            "The environment has break-the-glass, and {organisation} has no group that reviews its use.",
        ),
        Wording(
            "Oppgi gruppen under tenants.{organisation}.reviewers i miljøfilen.",
            "Oppgi gruppa under tenants.{organisation}.reviewers i miljøfila.",
            "Name the group under tenants.{organisation}.reviewers of the environment file.",
        ),
    ),
}
