"""What is refused where an environment is begun: who may apply it, and from where its state is reached."""

from prosess.domain.text.wording import RefusalText, Wording

BOOTSTRAP: dict[str, RefusalText] = {
    "FEDERATION_HALF_TOLD": RefusalText(
        Wording(
            "Bare den ene av utsteder og subjekt er oppgitt for det som skal kjøre utrullingen.",
            "Berre den eine av utferdar og subjekt er oppgjeven for det som skal køyre utrullinga.",
            "Only one of issuer and subject is told of what is to deploy.",
        ),
        Wording(
            "Oppgi både issuer og subject, eller ingen av dem.",
            "Oppgje både issuer og subject, eller ingen av dei.",
            "Give both issuer and subject, or neither.",
        ),
    ),
    "RANGE_NOT_PUBLIC": RefusalText(
        Wording(
            "{range} er ikke et offentlig IPv4-område som en brannmur i Azure kan slippe inn.",
            "{range} er ikkje eit offentleg IPv4-område som ein brannmur i Azure kan sleppe inn.",
            "{range} is no public IPv4 range that a firewall of Azure can let in.",
        ),
        Wording(
            "Oppgi det offentlige området som utrullingen kommer fra, med prefikslengde.",
            "Oppgje det offentlege området som utrullinga kjem frå, med prefikslengd.",
            "Give the public range that the deployment comes from, with its prefix length.",
        ),
    ),
}
