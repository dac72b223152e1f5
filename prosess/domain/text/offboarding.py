"""What an off-boarding plan says: what is done, with what, how, and what shows that it was done."""

from prosess.domain.text.wording import Wording

ACTIONS: dict[str, Wording] = {
    "stop": Wording("Stanses", "Blir stansa", "Stopped"),
    "return": Wording("Leveres tilbake", "Blir levert tilbake", "Returned"),
    "keep": Wording("Tas vare på", "Blir teke vare på", "Kept"),
    "delete": Wording("Slettes", "Blir sletta", "Deleted"),
}

KINDS: dict[str, Wording] = {
    "product": Wording("API-produktet", "API-produktet", "the API product"),
    "subscription": Wording(
        "systemenes abonnement på hendelser", "abonnementa på hendingar", "the systems' subscriptions to events"
    ),
    "identity": Wording("systemenes identiteter", "identitetane til systema", "the systems' identities"),
    "role": Wording("rolletildelingene", "rolletildelingane", "the role assignments"),
    "blocks": Wording("sperringene", "sperringane", "the blocks"),
    "fhir": Wording("FHIR-ressursene", "FHIR-ressursane", "the FHIR resources"),
    "relations": Wording("relasjonene", "relasjonane", "the relations"),
    "break_the_glass": Wording("loggen over nødtilgang", "loggen over nødtilgang", "the log of break-the-glass"),
    "queue": Wording("meldingene i køene", "meldingane i køane", "the messages in the queues"),
    "store": Wording("annet lagret innhold", "anna lagra innhald", "other stored content"),
    "events": Wording("hendelsene", "hendingane", "the events"),
    "vault": Wording("hvelvet med hemmeligheter", "kvelvet med løyndommar", "the vault of secrets"),
    "protection": Wording(
        "låser, endepunkter og ressursgrupper",
        "låsar, endepunkt og ressursgrupper",
        "locks, endpoints and resource groups",
    ),
    "audit_trail": Wording(
        "revisjonssporet og loggen over klinisk tilgang",
        "revisjonssporet og loggen over klinisk tilgang",
        "the audit trail and the log of clinical access",
    ),
    "logs": Wording("plattformens driftslogger", "driftsloggane til plattforma", "the platform's operational logs"),
    "other_pathways": Wording(
        "det som brukes i andres pasientforløp",
        "det som blir brukt i pasientforløpa til andre",
        "what is used in others' pathways",
    ),
}

HOW: dict[str, Wording] = {
    "stop": Wording(
        "Brukerne får vite det først. Så tas ingen nye opplysninger imot, og virksomhetens systemer slipper ikke inn.",
        "Brukarane får vite det først. Så blir ingen nye opplysningar tekne imot, og systema til verksemda slepp ikkje "
        "inn.",
        "Users are told first. Then no new data is taken, and the tenant's systems are let in no more.",
    ),
    "return.blocks": Wording(
        "Først av alt, som JSON slik de er lagret: en sperring som blir borte, slipper noen inn.",
        "Først av alt, som JSON slik dei er lagra: ei sperring som blir borte, slepp nokon inn.",
        "First of all, as JSON as stored: a block that is lost lets somebody in.",
    ),
    "return.fhir": Wording(
        "Som FHIR R4 JSON, lest ut av den dataansvarlige selv.",
        "Som FHIR R4 JSON, lese ut av den dataansvarlege sjølv.",
        "As FHIR R4 JSON, read out by the data controller itself.",
    ),
    "return.relations": Wording(
        "Som JSON slik de er lagret, også de som er avsluttet.",
        "Som JSON slik dei er lagra, også dei som er avslutta.",
        "As JSON as stored, those that have ended too.",
    ),
    "return.break_the_glass": Wording(
        "Som en kopi; ingen åpen gjennomgang får bli stående.",
        "Som ein kopi; ingen open gjennomgang får bli ståande.",
        "As a copy; every review is finished first.",
    ),
    "return.queue": Wording(
        "Køene tømmes; det som ikke lot seg levere, overleveres som JSON.",
        "Køane blir tømde; det som ikkje lét seg levere, blir overlevert som JSON.",
        "The queues are emptied; what could not be delivered is handed over as JSON.",
    ),
    "return.store": Wording(
        "Slik det er lagret; formatet avtales.",
        "Slik det er lagra; formatet blir avtalt.",
        "As stored; the format is agreed.",
    ),
    "keep.break_the_glass": Wording(
        "Ingen kan endre eller slette en oppføring før tiden er ute.",
        "Ingen kan endre eller slette ei oppføring før tida er ute.",
        "Nobody can change or delete an entry before its time is over.",
    ),
    "keep.vault": Wording(
        "Et slettet hvelv kan hentes tilbake; hemmelighetene trekkes tilbake hos utstederne med en gang.",
        "Eit sletta kvelv kan hentast tilbake; løyndommane blir trekte tilbake hos utferdarane med ein gong.",
        "A deleted vault can be brought back; its secrets are revoked at their issuers at once.",
    ),
    "keep.audit_trail": Wording(
        "Sporet viser hvem som gjorde hva, og kan ikke endres for noen (pasientjournalloven § 22 om logging).",
        "Sporet viser kven som gjorde kva, og kan ikkje endrast for nokon (pasientjournallova § 22 om logging).",
        "The trail tells who did what, and is changed for nobody (Patient Records Act § 22, on logging).",
    ),
    "keep.logs": Wording(
        "Loggene går ut av seg selv.", "Loggane går ut av seg sjølve.", "The logs expire by themselves."
    ),
    "keep.other_pathways": Wording(
        "Virksomheten deltar fortsatt der som dataansvarlig.",
        "Verksemda deltek framleis der som dataansvarleg.",
        "The organisation still takes part there as a data controller.",
    ),
    "delete": Wording(
        "Først når den dataansvarlige har bekreftet mottaket og svart på om noe må holdes tilbake. Risikoeieren "
        "samtykker til at låser fjernes.",
        "Først når den dataansvarlege har stadfesta mottaket og svart på om noko må haldast tilbake. Risikoeigaren "
        "samtykkjer til at låsar blir fjerna.",
        "Only when the data controller has confirmed receipt, and answered whether anything must be held back. The "
        "risk owner consents to the removal of locks.",
    ),
    "delete.role": Wording(
        "Når alt er levert tilbake og gjennomgått: til da må noen kunne lese.",
        "Når alt er levert tilbake og gjennomgått: til då må nokon kunne lese.",
        "When all is returned and reviewed: until then somebody must be able to read.",
    ),
    "delete.break_the_glass": Wording(
        "Når tiden for siste oppføring er ute, og gjennomgangen er ferdig.",
        "Når tida for siste oppføring er ute, og gjennomgangen er ferdig.",
        "When the last entry's time is over, and its review is done.",
    ),
}
"""Action, or action and kind → how it is done, and why."""

EVIDENCE: dict[str, Wording] = {
    "stop": Wording(
        "Plan uten tilgangene, og logg over siste bruk.",
        "Plan utan tilgangane, og logg over siste bruk.",
        "A plan without the accesses, and the log of their last use.",
    ),
    "return": Wording(
        "Antall, sjekksum og en prøve som mottakeren har lest.",
        "Tal, sjekksum og ei prøve som mottakaren har lese.",
        "Count, checksum, and a sample that the receiver has read.",
    ),
    "keep": Wording(
        "Policyen som holder på det, og datoen da den slipper.",
        "Policyen som held på det, og datoen då han slepp.",
        "The policy that holds it, and the day on which that ends.",
    ),
    "delete": Wording(
        "Plan der ressursene er borte, og skriftlig erklæring om sletting.",
        "Plan der ressursane er borte, og skriftleg erklæring om sletting.",
        "A plan in which the resources are gone, and a written declaration of deletion.",
    ),
}
"""Action → what shows that it was done."""


def how_key(action: str, kind: str) -> str:
    """Give the key of how something is done: its own, or its action's."""
    own = f"{action}.{kind}"
    return own if own in HOW else action
