"""Texts of the scan of another's program."""

from prosess.domain.text.wording import RefusalText, Wording

PROGRAM: dict[str, Wording] = {
    "program.ran": Wording(
        "{project}, stakk {stack}, på {sdk}",
        "{project}, stakk {stack}, på {sdk}",
        "{project}, stack {stack}, on {sdk}",
    ),
    "program.asked": Wording(
        "Besvart som ukjent, slik en forhåndsvisning uten abonnement må: {functions}",
        "Svart på som ukjent, slik ei førehandsvising utan abonnement må: {functions}",
        "Answered as unknown, as a preview without a subscription has to: {functions}",
    ),
    "program.refused": Wording(
        "Programmet prøvde selv å nå {addresses}; det fikk ikke noe nett",
        "Programmet prøvde sjølv å nå {addresses}; det fekk ikkje noko nett",
        "The program itself tried to reach {addresses}; it was given no network",
    ),
    "program.children": Wording(
        "Denne maskinen lar ikke nettet tas fra prosesser som programmet selv starter",
        "Denne maskina lèt ikkje nettet takast frå prosessar som programmet sjølv startar",
        "This machine does not let the network be taken from processes that the program itself starts",
    ),
    "program.encrypted": Wording(
        "Krypterte verdier kan ikke leses her og er erstattet: {keys}",
        "Krypterte verdiar kan ikkje lesast her og er bytte ut: {keys}",
        "Encrypted values cannot be read here and are stood in for: {keys}",
    ),
    "program.provider": Wording("Leverandør", "Leverandør", "Provider"),
    "program.rendered": Wording("Gjengitt i ARM", "Attgitt i ARM", "Rendered to ARM"),
    "program.not_rendered": Wording("Ikke gjengitt", "Ikkje attgitt", "Not rendered"),
    "program.existing": Wording(
        "{count} finnes allerede og er bare vist til",
        "{count} finst alt og er berre viste til",
        "{count} exist already and are only referred to",
    ),
    "program.missing": Wording(
        "Programmet krever konfigurasjonen {name} ({kind}), som ikke er gitt.",
        "Programmet krev konfigurasjonen {name} ({kind}), som ikkje er gitt.",
        "The program requires the configuration {name} ({kind}), which is not given.",
    ),
    "program.give": Wording(
        "Gi den med --config {name}=VALUE.", "Gi han med --config {name}=VALUE.", "Give it with --config {name}=VALUE."
    ),
    "program.give_all": Wording(
        "Gi hver av dem med --config KEY=VALUE; programmet kan kreve flere etterpå.",
        "Gi kvar av dei med --config KEY=VALUE; programmet kan krevje fleire etterpå.",
        "Give each with --config KEY=VALUE; the program may require more after that.",
    ),
}
REASONS: dict[str, Wording] = {
    "other_provider": Wording("en annen leverandør", "ein annan leverandør", "another provider"),
    "no_rule": Wording("ingen regel for typen", "ingen regel for typen", "no rule for the type"),
    "no_place": Wording(
        "en nøkkel som Azures typer ikke har",
        "ein nøkkel som typane til Azure ikkje har",
        "a key that Azure's types lack",
    ),
    "name_unknown": Wording("navnet er ukjent", "namnet er ukjent", "its name is unknown"),
    "scope_unknown": Wording("stedet er ukjent", "staden er ukjend", "its scope is unknown"),
    "duplicate": Wording("samme navn som en annen", "same namn som ein annan", "the same name as another"),
}
"""Why a resource is in no template, by the renderer's codes."""

ENDS: dict[str, RefusalText] = {
    "raised": RefusalText(
        Wording(
            "Programmets egen feil: {error}", "Feilen til programmet sjølv: {error}", "The program's own error: {error}"
        ),
        Wording(
            "Det som er vist, er det som var sett til da. Rett feilen i programmet.",
            "Det som er vist, er det som var sett til då. Rett feilen i programmet.",
            "What is shown is what was seen until then. Mend the program.",
        ),
    ),
    "time": RefusalText(
        Wording(
            "Programmet var ikke ferdig etter {seconds} sekunder og ble stoppet.",
            "Programmet var ikkje ferdig etter {seconds} sekund og vart stoppa.",
            "The program was not done after {seconds} seconds and was stopped.",
        ),
        Wording(
            "Gi det mer tid med --timeout, eller se etter en løkke uten slutt.",
            "Gi det meir tid med --timeout, eller sjå etter ei løkke utan slutt.",
            "Give it more time with --timeout, or look for a loop without end.",
        ),
    ),
    "memory": RefusalText(
        Wording(
            "Programmet ba om mer minne enn {memory} MiB.",
            "Programmet bad om meir minne enn {memory} MiB.",
            "The program asked for more memory than {memory} MiB.",
        ),
        Wording(
            "Gi det mer med --memory, eller se etter noe som vokser uten slutt.",
            "Gi det meir med --memory, eller sjå etter noko som veks utan slutt.",
            "Give it more with --memory, or look for what grows without end.",
        ),
    ),
    "size": RefusalText(
        Wording(
            "Programmet registrerte mer enn en plan kan holde, og ble stoppet.",
            "Programmet registrerte meir enn ein plan kan halde, og vart stoppa.",
            "The program registered more than a plan can hold, and was stopped.",
        ),
        Wording("Se etter en løkke uten slutt.", "Sjå etter ei løkke utan slutt.", "Look for a loop without end."),
    ),
    "vanished": RefusalText(
        Wording(
            "Programmet forsvant uten et ord ({error}).",
            "Programmet forsvann utan eit ord ({error}).",
            "The program left without a word ({error}).",
        ),
        Wording(
            "Se etter et os._exit eller noe som dreper prosessen.",
            "Sjå etter eit os._exit eller noko som drep prosessen.",
            "Look for an os._exit or whatever kills the process.",
        ),
    ),
}
"""How a program ended, other than well."""
