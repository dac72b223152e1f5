"""What is refused of address spaces, networks and names that they resolve."""

from prosess.domain.text.wording import RefusalText, Wording

NETWORKS: dict[str, RefusalText] = {
    "ADDRESS_SPACE_NOT_PRIVATE": RefusalText(
        Wording(
            "address_space er ikke et privat IPv4-område.",
            "address_space er ikkje eit privat IPv4-område.",
            "address_space is not a private IPv4 range.",
        ),
        Wording(
            "Oppgi et område fra regionens adresseplan, som 10.100.200.0/23.",
            "Oppgi eit område frå adresseplanen til regionen, som 10.100.200.0/23.",
            "Give a range of the region's address plan, such as 10.100.200.0/23.",
        ),
    ),
    "ADDRESS_SPACE_TOO_SMALL": RefusalText(
        Wording(
            "address_space har ikke plass til delnettene.",
            "address_space har ikkje plass til delnetta.",
            "address_space has no room for the subnets.",
        ),
        Wording(
            "Oppgi et område på minst 128 adresser (/25).",
            "Oppgi eit område på minst 128 adresser (/25).",
            "Give a range of at least 128 addresses (/25).",
        ),
    ),
    "VPN_BGP_HALF": RefusalText(
        Wording(
            "asn og bgp_address hører sammen, og den ene mangler.",
            "asn og bgp_address høyrer saman, og den eine manglar.",
            "asn and bgp_address belong together, and one is missing.",
        ),
        Wording(
            "Oppgi begge, eller ingen av dem der rutene er faste.",
            "Oppgi begge, eller ingen av dei der rutene er faste.",
            "Give both, or neither where routes are fixed.",
        ),
    ),
    "ADDRESS_SPACE_KIND": RefusalText(
        Wording(
            "Et virtuelt nettverk kan ikke ha adresseområdet {space}.",
            "Eit virtuelt nettverk kan ikkje ha adresseområdet {space}.",
            "A virtual network cannot have the address range {space}.",
        ),
        Wording(
            "Oppgi et privat IPv4-område mellom /8 og /25, som 10.100.200.0/24.",
            "Oppgi eit privat IPv4-område mellom /8 og /25, som 10.100.200.0/24.",
            "Give a private IPv4 range between /8 and /25, such as 10.100.200.0/24.",
        ),
    ),
    "ADDRESS_SPACE_FULL": RefusalText(
        Wording(
            "Miljøet trenger {asked} private endepunkter, og {range} har plass til {room}.",
            "Miljøet treng {asked} private endepunkt, og {range} har plass til {room}.",
            "The environment needs {asked} private endpoints, and {range} has room for {room}.",
        ),
        Wording(
            "Gi miljøet et større services.datacentre.address_space.",
            "Gi miljøet eit større services.datacentre.address_space.",
            "Give the environment a larger services.datacentre.address_space.",
        ),
    ),
    "ADDRESS_OVERLAP": RefusalText(
        Wording(
            "Adresseområdet {range} overlapper {other}, som står under {key}.",
            "Adresseområdet {range} overlappar {other}, som står under {key}.",
            "The address range {range} overlaps {other}, which stands under {key}.",
        ),
        Wording(
            "Gi nettverket et område som ingen andre har.",
            "Gi nettverket eit område som ingen andre har.",
            "Give the network a range that nobody else has.",
        ),
    ),
    "CONNECTION_NEEDS_HUB": RefusalText(
        Wording(
            "En forbindelse av typen {mode} ender i et knutepunkt, og miljøet lager ikke noe.",
            "Eit samband av typen {mode} endar i eit knutepunkt, og miljøet lagar ikkje noko.",
            "A connection of mode {mode} ends in a hub, and the environment makes none.",
        ),
        Wording(
            "Sett services.datacentre.hub.mode til create, eller bruk forbindelsen som regionen har (existing_hub).",
            "Set services.datacentre.hub.mode til create, eller bruk sambandet som regionen har (existing_hub).",
            "Set services.datacentre.hub.mode to create, or use the region's own connection (existing_hub).",
        ),
    ),
    "RESOLVER_TWICE": RefusalText(
        Wording(
            "Miljøet oppgir navnetjenere og lager en egen navneløser i tillegg.",
            "Miljøet oppgir namnetenarar og lagar ein eigen namneløysar i tillegg.",
            "The environment names DNS servers, and makes a resolver of its own as well.",
        ),
        Wording(
            "Fjern dns_servers, eller sett services.datacentre.hub.resolver.mode til off med en grunn.",
            "Fjern dns_servers, eller set services.datacentre.hub.resolver.mode til off med ein grunn.",
            "Remove dns_servers, or set services.datacentre.hub.resolver.mode to off with a reason.",
        ),
    ),
    "PRIVATE_DNS_ZONE_MISSING": RefusalText(
        Wording(
            "zones mangler {zones}, som de private endepunktene i miljøet trenger.",
            "zones manglar {zones}, som dei private endepunkta i miljøet treng.",
            "zones lacks {zones}, which the environment's private endpoints need.",
        ),
        Wording(
            "Oppgi sonene til regionen, eller sett mode til create.",
            "Oppgi sonene til regionen, eller set mode til create.",
            "Name the region's zones, or set mode to create.",
        ),
    ),
    "WORKLOAD_SUBNET_TOO_SMALL": RefusalText(
        Wording(
            "Delnettet {range} er for lite for plattformens programmer: Container Apps trenger minst {smallest}.",
            "Delnettet {range} er for lite for programma til plattforma: Container Apps treng minst {smallest}.",
            "The subnet {range} is too small for the platform's programs: Container Apps needs at least {smallest}.",
        ),
        Wording(
            "Gi miljøet et større services.datacentre.address_space.",
            "Gi miljøet eit større services.datacentre.address_space.",
            "Give the environment a larger services.datacentre.address_space.",
        ),
    ),
}
