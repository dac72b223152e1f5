"""What ``prosess ros report`` says, in bokmål, nynorsk and English."""

from prosess.domain.text.wording import Wording

REPORTS: dict[str, Wording] = {
    "error.REPORT_FORMAT_UNKNOWN": Wording(
        "Det finnes ikke noe rapportformat «{format}».",
        "Det finst ikkje noko rapportformat «{format}».",
        "There is no report format `{format}`.",
    ),
    "hint.REPORT_FORMAT_UNKNOWN": Wording(
        "Kjente formater: {known}", "Kjende format: {known}", "Known formats: {known}"
    ),
    "error.REPORT_NEEDS_FOLDER": Wording(
        "Flere formater kan ikke skrives til én fil.",
        "Fleire format kan ikkje skrivast til éi fil.",
        "Several formats cannot be written to one file.",
    ),
    "hint.REPORT_NEEDS_FOLDER": Wording(
        "{path} er en fil: oppgi en mappe.", "{path} er ei fil: oppgi ei mappe.", "{path} is a file: name a folder."
    ),
    "error.NOT_AN_ASSESSMENT": Wording(
        "Filen er ikke en vurdering etter assessment/1.",
        "Fila er ikkje ei vurdering etter assessment/1.",
        "The file is no assessment/1.",
    ),
    "hint.NOT_AN_ASSESSMENT": Wording(
        "Lag den med `prosess ros report --format json`.",
        "Lag henne med `prosess ros report --format json`.",
        "Make it with `prosess ros report --format json`.",
    ),
    "ros.access_options": Wording(
        "Alternativer for tilgangskontroll",
        "Alternativ for tilgangskontroll",
        "Access options",
    ),
    "ros.access_option": Wording("Alternativ", "Alternativ", "Option"),
    "ros.access_chosen": Wording("Valgt her", "Valt her", "Chosen here"),
    "ros.access_days": Wording("Vanlig ventetid, dager", "Vanleg ventetid, dagar", "Usual lead time, days"),
    "ros.access_needs": Wording("Avhengigheter", "Avhengnader", "Dependencies"),
    "ros.access_standing": Wording(
        "Tilgang som mennesker beholder", "Tilgang som menneske beheld", "Access that people keep"
    ),
}
