"""What is refused of the integration services."""

from prosess.domain.text.wording import RefusalText, Wording

INTEGRATIONS: dict[str, RefusalText] = {
    "EVENTS_NEED_MESSAGING": RefusalText(
        Wording(
            "Hendelser leveres til en kø i miljøets egen meldingstjeneste, og miljøet har ingen.",
            "Hendingar blir leverte til ei kø i meldingstenesta til miljøet, og miljøet har inga.",
            "Events are delivered to a queue of the environment's own messaging, and it has none.",
        ),
        Wording(
            "Sett services.integration.messaging.mode til create, eller sett events til existing eller off.",
            "Set services.integration.messaging.mode til create, eller set events til existing eller off.",
            "Set services.integration.messaging.mode to create, or events to existing or off.",
        ),
    ),
    "SIEM_EXPORT_NEEDS_OWN_LOGS": RefusalText(
        Wording(
            "Bare miljøets egen logg kan sendes videre herfra, og miljøet bruker regionens.",
            "Berre loggen til miljøet sjølv kan sendast vidare herifrå, og miljøet bruker loggen til regionen.",
            "Only the environment's own log can be sent on from here, and it uses the region's.",
        ),
        Wording(
            "Sett siem_export til off: eieren av regionens logg sender den videre.",
            "Set siem_export til off: eigaren av loggen til regionen sender han vidare.",
            "Set siem_export to off: the owner of the region's log sends it on.",
        ),
    ),
}
