"""The texts behind :mod:`prosess.domain.text.refusals`: of the domain's own rules here, of the rest beside it."""

from prosess.domain.text.analysis_refusals import ANALYSES
from prosess.domain.text.draft_refusals import DRAFTS
from prosess.domain.text.environment_refusals import ENVIRONMENTS
from prosess.domain.text.evidence_refusals import EVIDENCE
from prosess.domain.text.identifier_refusals import IDENTIFIERS
from prosess.domain.text.movement_refusals import MOVEMENTS
from prosess.domain.text.scan_refusals import SCANS
from prosess.domain.text.sealing_refusals import SEALS
from prosess.domain.text.wording import RefusalText, Wording

NOTHING = Wording("ingenting, tilstanden er endelig", "ingenting, tilstanden er endeleg", "nothing, the state is final")

DOMAIN: dict[str, RefusalText] = {
    "DECLARED_TWICE": RefusalText(
        Wording("{key} har to med id {id}.", "{key} har to med id {id}.", "{key} declares {id} twice."),
        Wording(
            "Gi hver sin id, eller fjern den ene.",
            "Gi kvar sin id, eller fjern den eine.",
            "Give each its own id, or remove one.",
        ),
    ),
    "ORGANISATION_NOT_IN_REGISTER": RefusalText(
        Wording(
            "{key} viser til {organisation}, som ikke står under organisations.",
            "{key} viser til {organisation}, som ikkje står under organisations.",
            "{key} names {organisation}, which is not among organisations.",
        ),
        Wording(
            "Legg til organisasjonen, eller oppgi en som står der.",
            "Legg til organisasjonen, eller oppgi ein som står der.",
            "Add the organisation, or name one that is listed.",
        ),
    ),
    "AGREEMENT_PARTIES": RefusalText(
        Wording(
            "parties har færre enn to parter, eller en av dem to ganger.",
            "parties har færre enn to partar, eller ein av dei to gonger.",
            "parties names fewer than two, or one twice.",
        ),
        Wording(
            "Oppgi hver part én gang, med organisasjonsnummer.",
            "Oppgi kvar part éin gong, med organisasjonsnummer.",
            "Name each party once, by its organisation number.",
        ),
    ),
    "AGREEMENT_PERIOD": RefusalText(
        Wording(
            "Avtalen slutter før den begynner.",
            "Avtalen sluttar før han begynner.",
            "The agreement ends before it begins.",
        ),
        Wording(
            "Rett in_force_from eller expires.",
            "Rett in_force_from eller expires.",
            "Correct in_force_from or expires.",
        ),
    ),
    "AGREEMENT_OF_OTHERS": RefusalText(
        Wording(
            "Virksomheten er ikke part i avtalen {agreement}.",
            "Verksemda er ikkje part i avtalen {agreement}.",
            "The tenant is not a party to agreement {agreement}.",
        ),
        Wording(
            "Oppgi bare avtaler som virksomheten er part i.",
            "Oppgi berre avtalar som verksemda er part i.",
            "Name only agreements that the tenant is party to.",
        ),
    ),
    "DEPENDENCY_ACTORS": RefusalText(
        Wording(
            "actors er tom, eller har en aktør to ganger.",
            "actors er tom, eller har ein aktør to gonger.",
            "actors names nobody, or somebody twice.",
        ),
        Wording(
            "Oppgi hver aktør som avhengigheten gjelder, én gang.",
            "Oppgi kvar aktør som avhengnaden gjeld, éin gong.",
            "Name each actor of the dependency, once.",
        ),
    ),
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
    "OVERLAY_NOT_CHOSEN": RefusalText(
        Wording(
            "access.{overlay} er satt opp, men {overlay} er ikke valgt.",
            "access.{overlay} er sett opp, men {overlay} er ikkje valt.",
            "access.{overlay} is set up, but {overlay} is not chosen.",
        ),
        Wording(
            "Legg til {overlay} under access.overlays.",
            "Legg til {overlay} under access.overlays.",
            "Add {overlay} to access.overlays.",
        ),
    ),
    "EMERGENCY_GROUPS_SAME": RefusalText(
        Wording(
            "De som bruker nødkontoen, de som slipper til, og de som gjennomgår, er ikke tre ulike grupper.",
            "Dei som bruker nødkontoen, dei som slepp til, og dei som gjennomgår, er ikkje tre ulike grupper.",
            "Who uses the emergency account, who lets them, and who reviews are not three different groups.",
        ),
        Wording(
            "Oppgi tre ulike grupper under access.emergency.",
            "Oppgi tre ulike grupper under access.emergency.",
            "Name three different groups under access.emergency.",
        ),
    ),
    "PROD_NEEDS_AUDIT_AND_LOCKS": RefusalText(
        Wording(
            "Et miljø for produksjon har revisjonslager og låser det som lagrer data.",
            "Eit miljø for produksjon har revisjonslager og låser det som lagrar data.",
            "An environment for production keeps an audit store and locks what holds data.",
        ),
        Wording(
            "Sett services.security.audit_store.mode til create og services.datacentre.locks til true.",
            "Set services.security.audit_store.mode til create og services.datacentre.locks til true.",
            "Set services.security.audit_store.mode to create and services.datacentre.locks to true.",
        ),
    ),
    "LOGS_NEEDED": RefusalText(
        Wording(
            "Et miljø for produksjon, eller med opplysninger om personer, har logger.",
            "Eit miljø for produksjon, eller med opplysningar om personar, har loggar.",
            "An environment for production, or with data about people, keeps logs.",
        ),
        Wording(
            "Sett services.security.monitoring.mode til create eller existing.",
            "Set services.security.monitoring.mode til create eller existing.",
            "Set services.security.monitoring.mode to create or existing.",
        ),
    ),
    "POLICY_EXEMPTION_NEEDS_EXPIRY": RefusalText(
        Wording(
            "Unntaket sier ikke hvor lenge det gjelder.",
            "Unntaket seier ikkje kor lenge det gjeld.",
            "The exemption does not say until when it holds.",
        ),
        Wording(
            "Oppgi expires, den siste dagen unntaket gjelder.",
            "Oppgi expires, den siste dagen unntaket gjeld.",
            "Give expires, the last day on which it holds.",
        ),
    ),
    "PROD_ENFORCES_POLICIES": RefusalText(
        Wording(
            "Et miljø for produksjon nøyer seg med å observere det som skulle vært avvist.",
            "Eit miljø for produksjon nøyer seg med å observere det som skulle vore avvist.",
            "An environment for production only observes what should be refused.",
        ),
        Wording(
            "Sett enforcement til enforce, og før opp under exemptions det som skal få være annerledes.",
            "Set enforcement til enforce, og før opp under exemptions det som skal få vere annleis.",
            "Set enforcement to enforce, and declare what may differ under exemptions.",
        ),
    ),
    "RANGE_ORDER": RefusalText(
        Wording("low er høyere enn high.", "low er høgare enn high.", "low is above high."),
        Wording("Bytt dem om.", "Byt dei om.", "Swap them."),
    ),
    "THRESHOLD_DEFAULT": RefusalText(
        Wording(
            "default ligger utenfor permitted.", "default ligg utanfor permitted.", "default lies outside permitted."
        ),
        Wording(
            "Utvid området, eller flytt grensen.",
            "Utvid området, eller flytt grensa.",
            "Widen the range, or move the limit.",
        ),
    ),
    "THRESHOLD_ORDER": RefusalText(
        Wording(
            "Grensene {direction} for {measurement} er ikke én per sone med rød lenger ute enn gul.",
            "Grensene {direction} for {measurement} er ikkje éi per sone med raud lenger ute enn gul.",
            "The limits {direction} of {measurement} are not one per zone with red farther out than yellow.",
        ),
        Wording(
            "Gi hver sone én grense i hver retning, og legg rød lenger ute enn gul.",
            "Gi kvar sone éi grense i kvar retning, og legg raud lenger ute enn gul.",
            "Give each zone one limit in a direction, and put red farther out than yellow.",
        ),
    ),
    "OPENING_HOURS": RefusalText(
        Wording(
            "Oppgaveeieren {task_owner} har bare en del av åpningstiden.",
            "Oppgåveeigaren {task_owner} har berre ein del av opningstida.",
            "Task owner {task_owner} has only a part of its opening hours.",
        ),
        Wording(
            "Oppgi opens, closes og eventuelt outside_hours, eller ingen av dem for en enhet som aldri stenger.",
            "Oppgi opens, closes og eventuelt outside_hours, eller ingen av dei for ei eining som aldri stengjer.",
            "Give opens, closes and, where somebody takes over, outside_hours; none of them for a unit that never "
            "closes.",
        ),
    ),
    "ALERT_MEASUREMENT": RefusalText(
        Wording(
            "Varselet {alert} ({alert_kind}) passer ikke med feltet measurement.",
            "Varselet {alert} ({alert_kind}) passar ikkje med feltet measurement.",
            "Alert {alert} ({alert_kind}) does not go with its field measurement.",
        ),
        Wording(
            "Oppgi measurement for out_of_range og score_threshold, og ikke for andre.",
            "Oppgi measurement for out_of_range og score_threshold, og ikkje for andre.",
            "Give measurement for out_of_range and score_threshold, and for no other kind.",
        ),
    ),
    "LEGAL_BASIS_INCOMPLETE": RefusalText(
        Wording(
            "Dataflyten {flow} gjelder helseopplysninger, men mangler artikkel 9 eller en nasjonal bestemmelse.",
            "Dataflyten {flow} gjeld helseopplysningar, men manglar artikkel 9 eller ei nasjonal føresegn.",
            "Data flow {flow} carries health data without article 9 or a national provision.",
        ),
        Wording(
            "Oppgi legal_basis.article_9 og legal_basis.national.",
            "Oppgi legal_basis.article_9 og legal_basis.national.",
            "Give legal_basis.article_9 and legal_basis.national.",
        ),
    ),
    "FREEZE_PERIOD": RefusalText(
        Wording(
            "Endringsstansen slutter før den begynner.",
            "Endringsstansen sluttar før han begynner.",
            "The change freeze ends before it begins.",
        ),
        Wording("Bytt om first og last.", "Byt om first og last.", "Swap first and last."),
    ),
    "PATHWAY_REFERENCE": RefusalText(
        Wording(
            "Manifestet viser til noe det ikke beskriver: {references}.",
            "Manifestet viser til noko det ikkje skildrar: {references}.",
            "The manifest refers to what it does not declare: {references}.",
        ),
        Wording(
            "Beskriv det, eller rett navnet.", "Skildre det, eller rett namnet.", "Declare it, or correct the name."
        ),
    ),
    "NO_DATA_CONTROLLER": RefusalText(
        Wording(
            "Ingen deltaker er dataansvarlig.", "Ingen deltakar er dataansvarleg.", "No participant is data controller."
        ),
        Wording(
            "Sett data_controller: true for minst én.",
            "Set data_controller: true for minst éin.",
            "Set data_controller: true for at least one.",
        ),
    ),
    "DATA_FLOW_BETWEEN_OTHERS": RefusalText(
        Wording(
            "Dataflyten {flow} går mellom organisasjoner som ikke er dataansvarlige i pasientforløpet.",
            "Dataflyten {flow} går mellom organisasjonar som ikkje er dataansvarlege i pasientforløpet.",
            "Data flow {flow} is between organisations that are not data controllers of the pathway.",
        ),
        Wording(
            "La den ene siden være en deltaker med data_controller: true.",
            "La den eine sida vere ein deltakar med data_controller: true.",
            "Let one side be a participant with data_controller: true.",
        ),
    ),
    "OUTSIDE_HOURS_LOOP": RefusalText(
        Wording(
            "Utenom åpningstid sender oppgaveeierne videre til hverandre i ring: {task_owners}.",
            "Utanom opningstid sender oppgåveeigarane vidare til kvarandre i ring: {task_owners}.",
            "Outside hours the task owners hand over in a ring: {task_owners}.",
        ),
        Wording(
            "La den siste være en enhet som aldri stenger.",
            "La den siste vere ei eining som aldri stengjer.",
            "Let the last one be a unit that never closes.",
        ),
    ),
    "RED_ALERT_OUT_OF_HOURS": RefusalText(
        Wording(
            "Ingen tar imot det røde varselet {alert} når {task_owner} er stengt.",
            "Ingen tek imot det raude varselet {alert} når {task_owner} er stengd.",
            "Nobody answers red alert {alert} when {task_owner} is closed.",
        ),
        Wording(
            "Oppgi hvem som tar over under outside_hours, til slutt en enhet som aldri stenger.",
            "Oppgi kven som tek over under outside_hours, til slutt ei eining som aldri stengjer.",
            "Name who takes over under outside_hours, in the end a unit that never closes.",
        ),
    ),
    "FILES_DO_NOT_BELONG_TOGETHER": RefusalText(
        Wording(
            "{key} viser til {named}, men filen som er gitt, er {given}.",
            "{key} viser til {named}, men fila som er gitt, er {given}.",
            "{key} names {named}, but the file given is {given}.",
        ),
        Wording("Gi filen som det vises til.", "Gi fila som det blir vist til.", "Give the file that is named."),
    ),
    "TRANSITION_REFUSED": RefusalText(
        Wording(
            "{object} har tilstanden «{state}»; da kan en ikke velge «{event}».",
            "{object} har tilstanden «{state}»; då kan ein ikkje velje «{event}».",
            "{object} is in state “{state}”, in which “{event}” is not possible.",
        ),
        Wording("Mulig nå: {allowed}.", "Mogleg no: {allowed}.", "Possible now: {allowed}."),
    ),
}

REFUSALS: dict[str, RefusalText] = {
    **IDENTIFIERS,
    **DOMAIN,
    **ENVIRONMENTS,
    **ANALYSES,
    **DRAFTS,
    **EVIDENCE,
    **MOVEMENTS,
    **SCANS,
    **SEALS,
}
"""Code of a ``DomainError`` → text. An access option's, ``ACCESS_`` and a compatibility rule, is worded by the rule."""
