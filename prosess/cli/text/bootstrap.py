"""Texts of the runbook: what a person does once, before an environment can be applied."""

from prosess.domain.text.wording import Wording

BOOTSTRAP: dict[str, Wording] = {
    "bootstrap.title": Wording(
        "Grunnlaget for miljøet {name}", "Grunnlaget for miljøet {name}", "The foundation of the environment {name}"
    ),
    "bootstrap.intro": Wording(
        "Gjøres én gang, av en person som har fått rollen Owner på abonnementet {subscription} for noen timer, og med "
        "en kollega ved siden av. Etterpå er det bare utrullingen som endrer noe. Kommandoene rører ingenting før du "
        "kjører dem.",
        "Blir gjort éin gong, av ein person som har fått rolla Owner på abonnementet {subscription} for nokre timar, "
        "og med ein kollega ved sida av. Etterpå er det berre utrullinga som endrar noko. Kommandoane rører ingenting "
        "før du køyrer dei.",
        "Done once, by a person who was given the role Owner on the subscription {subscription} for some hours, with a "
        "colleague beside them. Afterwards nothing but the deployment changes anything. The commands touch nothing "
        "until you run them.",
    ),
    "bootstrap.providers": Wording(
        "Registrer tjenestene som miljøet bruker",
        "Registrer tenestene som miljøet bruker",
        "Register the services that the environment uses",
    ),
    "bootstrap.providers.why": Wording(
        "Uten registrering avviser Azure ressursen midt i en utrulling.",
        "Utan registrering avviser Azure ressursen midt i ei utrulling.",
        "Without it Azure refuses a resource in the middle of a deployment.",
    ),
    "bootstrap.foundation": Wording(
        "Lag grunnlaget med midlertidig tilstand på egen maskin",
        "Lag grunnlaget med mellombels tilstand på eiga maskin",
        "Make the foundation, with a passing state on your own machine",
    ),
    "bootstrap.foundation.why": Wording(
        "Stacken har ingen hemmeligheter. prosess env diff skal si at det ikke er noen endringer: Pulumi planlegger "
        "det samme som kommandoen her. Ellers stopper du.",
        "Stacken har ingen løyndommar. prosess env diff skal seie at det ikkje er nokon endringar: Pulumi planlegg det "
        "same som kommandoen her. Elles stoppar du.",
        "The stack holds no secrets. prosess env diff must say that there are no changes: Pulumi plans the same as the "
        "command here. Otherwise stop.",
    ),
    "bootstrap.move": Wording(
        "Flytt tilstanden dit den skal ligge",
        "Flytt tilstanden dit han skal liggje",
        "Move the state to where it belongs",
    ),
    "bootstrap.move.why": Wording(
        "Owner åpner ingen data, så du gir deg selv to smale roller, og tar dem tilbake til slutt. Nettene som slipper "
        "inn, må ta med maskinen du sitter ved, til dette steget er ferdig.",
        "Owner opnar ingen data, så du gjev deg sjølv to smale roller, og tek dei tilbake til slutt. Netta som slepp "
        "inn, må ta med maskina du sit ved, til dette steget er ferdig.",
        "Owner opens no data, so you give yourself two narrow roles, and take them back in the end. The ranges that "
        "are let in must include the machine that you sit at until this step is done.",
    ),
    "bootstrap.rights": Wording(
        "Gi utrullingen rett til å lage miljøet",
        "Gje utrullinga rett til å lage miljøet",
        "Give the deployment the right to make the environment",
    ),
    "bootstrap.rights.why": Wording(
        "Programmet gir ikke seg selv rettigheter. Rollen som deler ut roller, er begrenset til dem som miljøet "
        "bruker: ingen av dem kan gi tilgang videre.",
        "Programmet gjev ikkje seg sjølv rettar. Rolla som deler ut roller, er avgrensa til dei som miljøet bruker: "
        "ingen av dei kan gje tilgang vidare.",
        "The program gives itself no rights. The role that gives roles is limited to those that the environment uses: "
        "none of them can give access on.",
    ),
    "bootstrap.pipeline": Wording("Sett opp utrullingen", "Set opp utrullinga", "Set the pipeline up"),
    "bootstrap.pipeline.why": Wording(
        "Ingen hemmelighet lagres: utrullingens egne token ($TOKEN) byttes mot identitetens.",
        "Ingen løyndom blir lagra: tokena til utrullinga sjølv ($TOKEN) blir bytte mot tokenet til identiteten.",
        "No secret is kept: the pipeline's own tokens ($TOKEN) are exchanged for the identity's.",
    ),
    "bootstrap.no_pipeline": Wording(
        "Utstederen og subjektet er ikke oppgitt, så ingen utrulling slippes inn ennå: kjør kommandoen på nytt med "
        "--issuer og --subject.",
        "Utferdaren og subjektet er ikkje oppgjevne, så inga utrulling slepp inn enno: køyr kommandoen på nytt med "
        "--issuer og --subject.",
        "Issuer and subject are not given, so no pipeline is let in yet: run the command again with --issuer and "
        "--subject.",
    ),
    "bootstrap.closed": Wording(
        "Ingen nett slippes inn utenfra: kjør kommandoen på nytt med --allow, eller lag et privat endepunkt til "
        "lageret og hvelvet i nettet som utrullingen kjører i.",
        "Ingen nett slepp inn utanfrå: køyr kommandoen på nytt med --allow, eller lag eit privat endepunkt til lageret "
        "og kvelvet i nettet som utrullinga køyrer i.",
        "No range is let in from outside: run the command again with --allow, or make a private endpoint to the "
        "account and the vault in the network that the pipeline runs in.",
    ),
    "bootstrap.close": Wording("Lukk etter deg", "Lukk etter deg", "Close behind you"),
    "bootstrap.close.why": Wording(
        "Når miljøet står: gi lageret og hvelvet private endepunkter og diagnostikk til loggområdet, og ta bort "
        "nettene som slipper inn. Bytt nøkkelen hvert år: lag en ny, og kjør pulumi stack change-secrets-provider.",
        "Når miljøet står: gje lageret og kvelvet private endepunkt og diagnostikk til loggområdet, og ta bort "
        "netta som slepp inn. Byt nøkkelen kvart år: lag ein ny, og køyr pulumi stack change-secrets-provider.",
        "When the environment stands: give the account and the vault private endpoints and diagnostics to the log "
        "workspace, and take away the ranges that are let in. Change the key every year: make a new one, and run "
        "pulumi stack change-secrets-provider.",
    ),
    "bootstrap.planned": Wording(
        "{count} ressurser planlagt uten abonnement. Oppskriften skrives med -o markdown. Graf: {digest}",
        "{count} ressursar planlagde utan abonnement. Oppskrifta blir skriven med -o markdown. Graf: {digest}",
        "{count} resources planned without a subscription. The runbook is printed by -o markdown. Graph: {digest}",
    ),
}
