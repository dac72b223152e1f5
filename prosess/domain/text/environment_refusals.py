"""What is refused of an environment and of whom it serves, beyond what its model says: texts of what infra asks."""

from prosess.domain.text.wording import RefusalText, Wording

ENVIRONMENTS: dict[str, RefusalText] = {
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
    "BUDGET_START": RefusalText(
        Wording(
            "Et budsjett begynner den første i en måned.",
            "Eit budsjett begynner den første i ein månad.",
            "A budget begins on the first of a month.",
        ),
        Wording(
            "Oppgi den første dagen i måneden under starts.",
            "Oppgi den første dagen i månaden under starts.",
            "Name the first day of the month under starts.",
        ),
    ),
    "GUARD_BESIDE_VAULT": RefusalText(
        Wording(
            "Vakten for sikkerhetskopiene ligger i samme abonnement som det den vokter.",
            "Vakta for tryggleikskopiane ligg i same abonnement som det ho vaktar.",
            "The guard of the backups lies in the same subscription as what it guards.",
        ),
        Wording(
            "Oppgi et abonnement som andre eier, eller fjern guard.",
            "Oppgi eit abonnement som andre eig, eller fjern guard.",
            "Name a subscription that others own, or remove guard.",
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
    "SIEM_NEEDS_OWN_WORKSPACE": RefusalText(
        Wording(
            "Sentinel slås på i miljøets eget loggområde, og miljøet har ikke noe.",
            "Sentinel blir slått på i miljøet sitt eige loggområde, og miljøet har ikkje noko.",
            "Sentinel is turned on in the environment's own log workspace, and it has none.",
        ),
        Wording(
            "Sett services.security.monitoring.mode til create, eller vis til regionens SIEM med mode: existing.",
            "Set services.security.monitoring.mode til create, eller vis til SIEM-en til regionen med mode: existing.",
            "Set services.security.monitoring.mode to create, or refer to the region's SIEM with mode: existing.",
        ),
    ),
    "SIEM_NEEDS_ACTIVITY_LOG": RefusalText(
        Wording(
            "Varselreglene leser abonnementets aktivitetslogg, og ingen sender den til loggområdet.",
            "Varselreglane les aktivitetsloggen til abonnementet, og ingen sender han til loggområdet.",
            "The alert rules read the subscription's activity log, and nobody sends it to the workspace.",
        ),
        Wording(
            "Sett services.security.activity_log.mode til create eller existing.",
            "Set services.security.activity_log.mode til create eller existing.",
            "Set services.security.activity_log.mode to create or existing.",
        ),
    ),
    "ACTIVITY_LOG_NEEDS_WORKSPACE": RefusalText(
        Wording(
            "Abonnementets aktivitetslogg har ikke noe loggområde å sendes til.",
            "Aktivitetsloggen til abonnementet har ikkje noko loggområde å bli send til.",
            "The subscription's activity log has no workspace to be sent to.",
        ),
        Wording(
            "Slå på services.security.monitoring, eller sett activity_log til off med en grunn.",
            "Slå på services.security.monitoring, eller set activity_log til off med ein grunn.",
            "Turn services.security.monitoring on, or set activity_log to off with a reason.",
        ),
    ),
    "LOG_KEY_NEEDS_KEY_VAULT": RefusalText(
        Wording(
            "Loggen skal krypteres med egen nøkkel, og miljøet har ikke noe hvelv for nøkler.",
            "Loggen skal krypterast med eigen nøkkel, og miljøet har ikkje noko kvelv for nøklar.",
            "The log is to be encrypted with a key of its own, and the environment has no key vault.",
        ),
        Wording(
            "Sett services.security.key_vault.mode til create eller existing, eller customer_key til false.",
            "Set services.security.key_vault.mode til create eller existing, eller customer_key til false.",
            "Set services.security.key_vault.mode to create or existing, or customer_key to false.",
        ),
    ),
    "POLICY_EXEMPTION_OUTSIDE": RefusalText(
        Wording(
            "Unntaket fra {policy} gjelder noe som ligger utenfor det policyene er tildelt.",
            "Unntaket frå {policy} gjeld noko som ligg utanfor det policyane er tildelte.",
            "The exemption from {policy} is for something outside what the policies are assigned to.",
        ),
        Wording(
            "Oppgi id-en til en ressurs eller ressursgruppe i miljøet, slik prosess env plan viser den.",
            "Oppgi id-en til ein ressurs eller ei ressursgruppe i miljøet, slik prosess env plan viser han.",
            "Give the id of a resource or resource group of the environment, as prosess env plan shows it.",
        ),
    ),
    "POLICY_EXEMPTION_OF_NOTHING": RefusalText(
        Wording(
            "Miljøet har ikke policyen {policy}, så det er ingenting å unnta fra.",
            "Miljøet har ikkje policyen {policy}, så det er ingenting å gjere unntak frå.",
            "The environment does not have the policy {policy}, so there is nothing to exempt from.",
        ),
        Wording(
            "Fjern unntaket, eller slå på services.security.monitoring.",
            "Ta bort unntaket, eller slå på services.security.monitoring.",
            "Remove the exemption, or turn services.security.monitoring on.",
        ),
    ),
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
    "NAME": RefusalText(
        Wording(
            "Azure tar ikke imot navnet {name}.", "Azure tek ikkje imot namnet {name}.", "Azure would refuse {name}."
        ),
        Wording(
            "Gi det som navnet er laget av, en kortere id med små bokstaver, siffer og enkle bindestreker.",
            "Gi det som namnet er laga av, ein kortare id med små bokstavar, siffer og enkle bindestrekar.",
            "Give what the name is made from a shorter id of lower-case letters, digits and single hyphens.",
        ),
    ),
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

SERVICES: dict[str, Wording] = {
    "key_vault": Wording("Key Vault Premium", "Key Vault Premium", "Key Vault Premium"),
    "monitoring": Wording("Log Analytics", "Log Analytics", "Log Analytics"),
    "log_cluster": Wording(
        "Egen klynge for Log Analytics", "Eiga klynge for Log Analytics", "Log Analytics dedicated cluster"
    ),
    "siem": Wording("Microsoft Sentinel", "Microsoft Sentinel", "Microsoft Sentinel"),
    "storage": Wording(
        "Lagring med kopi i paret til regionen",
        "Lagring med kopi i paret til regionen",
        "Storage with replication to the paired region",
    ),
    "messaging": Wording(
        "Service Bus Premium fordelt på soner",
        "Service Bus Premium fordelt på soner",
        "Service Bus Premium, zone redundant",
    ),
    "api_gateway": Wording("API Management Premium", "API Management Premium", "API Management Premium"),
    "backup": Wording(
        "Hvelv for sikkerhetskopier, fordelt på soner",
        "Kvelv for tryggleikskopiar, fordelt på soner",
        "Backup vault, zone redundant",
    ),
    "dns_resolver": Wording(
        "Navneløseren DNS Private Resolver", "Namneløysaren DNS Private Resolver", "DNS Private Resolver"
    ),
    "firewall": Wording(
        "Azure Firewall Premium fordelt på soner",
        "Azure Firewall Premium fordelt på soner",
        "Azure Firewall Premium, zone redundant",
    ),
    "flow_logs": Wording(
        "Flytlogger for virtuelle nettverk", "Flytloggar for virtuelle nettverk", "Virtual network flow logs"
    ),
    "network_gateway": Wording(
        "Nettverksgateway fordelt på soner", "Nettverksgateway fordelt på soner", "Network gateway, zone redundant"
    ),
    "registry": Wording(
        "Container Registry Premium fordelt på soner",
        "Container Registry Premium fordelt på soner",
        "Container Registry Premium, zone redundant",
    ),
    "fhir": Wording(
        "FHIR-tjenesten i Azure Health Data Services",
        "FHIR-tenesta i Azure Health Data Services",
        "Azure Health Data Services, FHIR service",
    ),
    "event_grid": Wording("Event Grid", "Event Grid", "Event Grid"),
    "event_hubs": Wording("Event Hubs fordelt på soner", "Event Hubs fordelt på soner", "Event Hubs, zone redundant"),
    "container_apps": Wording(
        "Container Apps fordelt på soner", "Container Apps fordelt på soner", "Container Apps, zone redundant"
    ),
    "postgresql": Wording(
        "Azure Database for PostgreSQL fordelt på soner",
        "Azure Database for PostgreSQL fordelt på soner",
        "Azure Database for PostgreSQL, zone redundant",
    ),
}
"""Key of a service in the table of regions → what it is called."""

ANOTHER_SERVICE = Wording("en annen tjeneste", "ei anna teneste", "another service")
"""Said where no region has the service."""
