"""What is refused of the tenants that an environment serves, and of their onboarding."""

from prosess.domain.text.wording import RefusalText, Wording

TENANTS: dict[str, RefusalText] = {
    "ONBOARDING_ELSEWHERE": RefusalText(
        Wording(
            "Det som er godkjent, gjelder miljøet {approved}, ikke {environment}.",
            "Det som er godkjent, gjeld miljøet {approved}, ikkje {environment}.",
            "What was approved is for environment {approved}, not for {environment}.",
        ),
        Wording(
            "Oppgi filen med det som er godkjent for dette miljøet.",
            "Oppgi fila med det som er godkjent for dette miljøet.",
            "Name the file of what was approved for this environment.",
        ),
    ),
    "ONBOARDING_TENANT": RefusalText(
        Wording(
            "Pasientforløpet {pathway} tilhører virksomheten {tenant}, som ikke er godkjent.",
            "Pasientforløpet {pathway} høyrer til verksemda {tenant}, som ikkje er godkjend.",
            "Pathway {pathway} is of tenant {tenant}, who was not approved.",
        ),
        Wording("Få virksomheten godkjent først.", "Få verksemda godkjend først.", "Have the tenant approved first."),
    ),
    "ONBOARDING_TENANT_TWICE": RefusalText(
        Wording(
            "{told} står to ganger blant virksomhetene.",
            "{told} står to gonger blant verksemdene.",
            "{told} stands twice among the tenants.",
        ),
        Wording(
            "Ta bort den ene, og lag dokumentet på nytt fra tjenesten.",
            "Ta bort den eine, og lag dokumentet på nytt frå tenesta.",
            "Take one away, and make the document anew from the service.",
        ),
    ),
    "ONBOARDING_STAGE": RefusalText(
        Wording(
            "Pasientforløpet {pathway} er godkjent for {approved}, og dette miljøet er {stage}.",
            "Pasientforløpet {pathway} er godkjent for {approved}, og dette miljøet er {stage}.",
            "Pathway {pathway} was approved for {approved}, and this environment is {stage}.",
        ),
        Wording(
            "Kom gjennom portene som gjelder for {stage}.",
            "Kom gjennom portane som gjeld for {stage}.",
            "Pass the gates of {stage}.",
        ),
    ),
    "ONBOARDING_ACCESS_OPTION": RefusalText(
        Wording(
            "Pasientforløpet {pathway} trenger {options}, som miljøet ikke har.",
            "Pasientforløpet {pathway} treng {options}, som miljøet ikkje har.",
            "Pathway {pathway} needs {options}, which the environment does not have.",
        ),
        Wording(
            "Legg til alternativet under access.options, eller velg et annet for pasientforløpet.",
            "Legg til alternativet under access.options, eller vel eit anna for pasientforløpet.",
            "Add the option to access.options, or choose another for the pathway.",
        ),
    ),
    "TENANT_NEEDS_SERVICE": RefusalText(
        Wording(
            "tenants.{organisation}.{asked} trenger {needed}, som miljøet ikke har.",
            "tenants.{organisation}.{asked} treng {needed}, som miljøet ikkje har.",
            "tenants.{organisation}.{asked} needs {needed}, which the environment does not have.",
        ),
        Wording(
            "Slå på services.integration.{needed}, eller ta det bort for virksomheten.",
            "Slå på services.integration.{needed}, eller ta det bort for verksemda.",
            "Switch services.integration.{needed} on, or leave it out for the organisation.",
        ),
    ),
    "TENANT_NOT_ONBOARDED": RefusalText(
        Wording(
            "Virksomheten {tenant} er ikke blant de godkjente.",
            "Verksemda {tenant} er ikkje blant dei godkjende.",
            "Tenant {tenant} is not among those approved.",
        ),
        Wording(
            "Oppgi en av de godkjente virksomhetene: {ids}.",
            "Oppgi ei av dei godkjende verksemdene: {ids}.",
            "Name one of the approved tenants: {ids}.",
        ),
    ),
    "SYNTHETIC_IN_PROD": RefusalText(
        Wording(
            "{organisation} er en syntetisk organisasjon og kan ikke være med i produksjon.",
            "{organisation} er ein syntetisk organisasjon og kan ikkje vere med i produksjon.",
            "{organisation} is a synthetic organisation and cannot take part in production.",
        ),
        Wording(
            "Oppgi en virkelig organisasjon, eller bruk et annet miljø.",
            "Oppgi ein verkeleg organisasjon, eller bruk eit anna miljø.",
            "Name a real organisation, or use another environment.",
        ),
    ),
}
