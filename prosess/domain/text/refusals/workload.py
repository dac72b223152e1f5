"""What is refused of the programs that an environment runs: their images, FHIR and the platform's own API."""

from prosess.domain.text.wording import RefusalText, Wording

WORKLOADS: dict[str, RefusalText] = {
    "FHIR_RESIDENCY_REASON": RefusalText(
        Wording(
            "fhir.hosting lagrer data utenfor Norge uten begrunnelse.",
            "fhir.hosting lagrar data utanfor Noreg utan grunngiving.",
            "fhir.hosting stores data outside Norway without a reason.",
        ),
        Wording(
            "Oppgi fhir.reason, og før opp landet under residency.storage_countries.",
            "Oppgi fhir.reason, og før opp landet under residency.storage_countries.",
            "Give fhir.reason, and name the country under residency.storage_countries.",
        ),
    ),
    "FHIR_SELF_HOSTED_INCOMPLETE": RefusalText(
        Wording(
            "En FHIR-tjener som regionen drifter selv, trenger fhir.image og fhir.database.",
            "Ein FHIR-tenar som regionen driftar sjølv, treng fhir.image og fhir.database.",
            "A FHIR server that the region hosts itself needs fhir.image and fhir.database.",
        ),
        Wording(
            "Oppgi fhir.image med kontrollsum og fhir.database, eller velg en annen fhir.hosting.",
            "Oppgi fhir.image med kontrollsum og fhir.database, eller vel ein annan fhir.hosting.",
            "Give fhir.image by digest and fhir.database, or choose another fhir.hosting.",
        ),
    ),
    "IMAGE_DIGEST": RefusalText(
        Wording(
            "En containeravbildning oppgis med register, navn og kontrollsum, ikke med en merkelapp.",
            "Ei containeravbilding blir oppgitt med register, namn og kontrollsum, ikkje med ein merkelapp.",
            "An image is named by registry, name and digest, and by no tag.",
        ),
        Wording(
            "Skriv REGISTER/NAVN@sha256: og de 64 heksadesimale sifrene til avbildningen som ble godkjent.",
            "Skriv REGISTER/NAMN@sha256: og dei 64 heksadesimale sifra til avbildinga som vart godkjend.",
            "Write REGISTRY/NAME@sha256: and the 64 hexadecimal digits of the image that was approved.",
        ),
    ),
    "IMAGE_ELSEWHERE": RefusalText(
        Wording(
            "Avbildningen ligger ikke i registeret {registry}.",
            "Avbildinga ligg ikkje i registeret {registry}.",
            "The image is not one of the registry {registry}.",
        ),
        Wording(
            "Kopier avbildningen til registeret, eller oppgi registeret som den ligger i.",
            "Kopier avbildinga til registeret, eller oppgi registeret som ho ligg i.",
            "Copy the image to the registry, or name the registry that it lies in.",
        ),
    ),
    "REPLICAS_ORDER": RefusalText(
        Wording("minimum er høyere enn maximum.", "minimum er høgare enn maximum.", "minimum is above maximum."),
        Wording(
            "Oppgi en maximum som er minst like høy som minimum.",
            "Oppgi ein maximum som er minst like høg som minimum.",
            "Give a maximum that is at least minimum.",
        ),
    ),
    "PLATFORM_API_NEEDS_WORKLOAD": RefusalText(
        Wording(
            "Plattformens API skal registreres i regionens port, og plattformen kjører ikke i dette miljøet.",
            "API-et til plattforma skal registrerast i porten til regionen, og plattforma køyrer ikkje i miljøet.",
            "The platform's API is to be registered in the region's gateway, and the platform does not run here.",
        ),
        Wording(
            "Sett platform_api til left_to_owner, eller services.workload.mode til create.",
            "Set platform_api til left_to_owner, eller services.workload.mode til create.",
            "Set platform_api to left_to_owner, or services.workload.mode to create.",
        ),
    ),
    "SELF_HOSTED_FHIR_NEEDS_WORKLOAD": RefusalText(
        Wording(
            "En FHIR-tjener som regionen drifter selv, kjører der plattformen kjører, og den kjører ikke her.",
            "Ein FHIR-tenar som regionen driftar sjølv, køyrer der plattforma køyrer, og ho køyrer ikkje her.",
            "A FHIR server that the region hosts itself runs where the platform runs, and it does not run here.",
        ),
        Wording(
            "Sett services.workload.mode til create, eller velg en annen fhir.hosting.",
            "Set services.workload.mode til create, eller vel ein annan fhir.hosting.",
            "Set services.workload.mode to create, or choose another fhir.hosting.",
        ),
    ),
    "SELF_HOSTED_FHIR_ELSEWHERE": RefusalText(
        Wording(
            "Valget er en FHIR-tjener i norwayeast, og miljøet ligger i {location}.",
            "Valet er ein FHIR-tenar i norwayeast, og miljøet ligg i {location}.",
            "The choice is a FHIR server in norwayeast, and the environment lies in {location}.",
        ),
        Wording(
            "Sett azure.location til norwayeast, eller velg en annen fhir.hosting.",
            "Set azure.location til norwayeast, eller vel ein annan fhir.hosting.",
            "Set azure.location to norwayeast, or choose another fhir.hosting.",
        ),
    ),
    "WORKLOAD_NEEDS_SECRET_VAULT": RefusalText(
        Wording(
            "Nøkkelen som reglene kjennes igjen på, ligger i hvelvet for hemmeligheter, og miljøet har ikke noe.",
            "Nøkkelen som reglane blir kjende att på, ligg i kvelvet for løyndommar, og miljøet har ikkje noko.",
            "The key by which the rules are recognised lies in the secret vault, and the environment has none.",
        ),
        Wording(
            "Sett services.security.secret_vault.mode til create eller existing, eller services.workload til off.",
            "Set services.security.secret_vault.mode til create eller existing, eller services.workload til off.",
            "Set services.security.secret_vault.mode to create or existing, or services.workload to off.",
        ),
    ),
}
