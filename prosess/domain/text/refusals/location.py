"""What is refused of where things are: the region, its locations, and the countries of storage and operation."""

from prosess.domain.text.wording import RefusalText, Wording

LOCATIONS: dict[str, RefusalText] = {
    "OTHER_REGION": RefusalText(
        Wording(
            "Filen oppgir en annen region enn {region}, som regionfilen ved siden av gjelder.",
            "Fila oppgir ein annan region enn {region}, som regionfila ved sida av gjeld.",
            "The file names another region than {region}, which the region file beside it is about.",
        ),
        Wording(
            "Skriv {region}, eller flytt filen til mappen for sin egen region.",
            "Skriv {region}, eller flytt fila til mappa for sin eigen region.",
            "Write {region}, or move the file to its own region's folder.",
        ),
    ),
    "SERVICE_NOT_IN_REGION": RefusalText(
        Wording(
            "{service} tilbys ikke i {location} (kontrollert {checked}).",
            "{service} er ikkje å få i {location} (kontrollert {checked}).",
            "{service} is not offered in {location} (checked {checked}).",
        ),
        Wording(
            "Velg {elsewhere}, eller klar deg uten (kilde: {source}).",
            "Vel {elsewhere}, eller klar deg utan (kjelde: {source}).",
            "Choose {elsewhere}, or do without it (source: {source}).",
        ),
    ),
    "SERVICE_NEEDS_ZONES": RefusalText(
        Wording(
            "{service} trenger tilgjengelighetssoner, og {location} har ingen.",
            "{service} treng tilgjengesoner, og {location} har ingen.",
            "{service} needs availability zones, and {location} has none.",
        ),
        Wording(
            "Velg et sted med tilgjengelighetssoner under azure.location.",
            "Vel ein stad med tilgjengesoner under azure.location.",
            "Choose a location with availability zones under azure.location.",
        ),
    ),
    "REPLICA_OUTSIDE_RESIDENCY": RefusalText(
        Wording(
            "Den andre kopien av revisjonslageret ligger i {pair} ({country}), som residency.storage_countries ikke "
            "nevner.",
            "Den andre kopien av revisjonslageret ligg i {pair} ({country}), som residency.storage_countries ikkje "
            "nemner.",
            "The audit store's second copy lies in {pair} ({country}), which residency.storage_countries does not "
            "name.",
        ),
        Wording(
            "Velg et annet azure.location, eller før opp landet og vurder risikoen.",
            "Vel eit anna azure.location, eller før opp landet og vurder risikoen.",
            "Choose another azure.location, or name the country and assess the risk.",
        ),
    ),
    "RESIDENCY_STORAGE": RefusalText(
        Wording(
            "Data ville bli lagret i land som residency.storage_countries ikke nevner: {countries}.",
            "Data ville bli lagra i land som residency.storage_countries ikkje nemner: {countries}.",
            "Data would be stored in countries that residency.storage_countries does not name: {countries}.",
        ),
        Wording(
            "Velg et annet sted, eller før opp landet og vurder risikoen.",
            "Vel ein annan stad, eller før opp landet og vurder risikoen.",
            "Choose another location, or name the country and assess the risk.",
        ),
    ),
    "RESIDENCY_THIRD_COUNTRY": RefusalText(
        Wording(
            "Miljøet kan driftes fra land utenfor EØS uten at filen sier hvorfor: {countries}.",
            "Miljøet kan driftast frå land utanfor EØS utan at fila seier kvifor: {countries}.",
            "The environment may be operated from outside the EEA, and the file does not say why: {countries}.",
        ),
        Wording(
            "Oppgi residency.third_country_reason og vurder risikoen: fjerntilgang fra tredjeland er en overføring.",
            "Oppgi residency.third_country_reason og vurder risikoen: fjerntilgang frå tredjeland er ei overføring.",
            "Give residency.third_country_reason, and assess the risk: remote access from there is a transfer.",
        ),
    ),
    "RESIDENCY_OPERATORS": RefusalText(
        Wording(
            "{group} arbeider fra land som residency.operator_access_countries ikke nevner: {countries}.",
            "{group} arbeider frå land som residency.operator_access_countries ikkje nemner: {countries}.",
            "{group} works from countries that residency.operator_access_countries does not name: {countries}.",
        ),
        Wording(
            "La en annen gruppe gjøre arbeidet, eller før opp landet og vurder risikoen.",
            "La ei anna gruppe gjere arbeidet, eller før opp landet og vurder risikoen.",
            "Let another group do the work, or name the country and assess the risk.",
        ),
    ),
}
