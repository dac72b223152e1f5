"""Texts of the demo's story."""

from prosess.domain.text.wording import Wording

DEMO: dict[str, Wording] = {
    "plan.title": Wording(
        "Planlegger produksjonsmiljøet uten abonnement",
        "Planlegg produksjonsmiljøet utan abonnement",
        "Plan the production environment, without a subscription",
    ),
    "plan.done": Wording(
        "{resources} ressurser i {services} tjenester",
        "{resources} ressursar i {services} tenester",
        "{resources} resources in {services} services",
    ),
    "policy.title": Wording("Holder planen mot reglene", "Held planen mot reglane", "Hold the plan against the rules"),
    "policy.done": Wording(
        "{rules} regler, {findings} funn: {pass} bestått, {fail} feilet, {not_evaluated} ikke vurdert, "
        "{suppressed} unntatt",
        "{rules} reglar, {findings} funn: {pass} bestått, {fail} feila, {not_evaluated} ikkje vurdert, "
        "{suppressed} unnateke",
        "{rules} rules, {findings} findings: {pass} passed, {fail} failed, {not_evaluated} not evaluated, "
        "{suppressed} exempted",
    ),
    "risk.title": Wording(
        "Vurderer risiko ut fra det som er vist",
        "Vurderer risiko ut frå det som er vist",
        "Assess risk by what was shown",
    ),
    "risk.done": Wording(
        "{risks} risikoer, {lowered} lavere enn ved start fordi tiltakene er vist å virke",
        "{risks} risikoar, {lowered} lågare enn ved start fordi tiltaka er viste å verke",
        "{risks} risks, {lowered} lower than at the start since their controls were shown to work",
    ),
    "initiative.title": Wording(
        "Prosjektet slik det selv rapporterte 5. oktober 2023",
        "Prosjektet slik det sjølv rapporterte 5. oktober 2023",
        "The project as it reported itself on 5 October 2023",
    ),
    "initiative.done": Wording("✓ {title}: levert", "✓ {title}: levert", "✓ {title}: delivered"),
    "initiative.late": Wording(
        "✗ {title}: ikke levert, frist {due}",
        "✗ {title}: ikkje levert, frist {due}",
        "✗ {title}: not delivered, due {due}",
    ),
    "initiative.ahead": Wording("· {title}: frist {due}", "· {title}: frist {due}", "· {title}: due {due}"),
    "initiative.late_by": Wording(
        "{weeks} uker forsinket, samlet risiko {risk}. Årsakene:",
        "{weeks} veker forseinka, samla risiko {risk}. Årsakene:",
        "{weeks} weeks late, overall risk {risk}. The reasons:",
    ),
    "initiative.decided": Wording("{day}, {by}: {title}", "{day}, {by}: {title}", "{day}, {by}: {title}"),
    "initiative.row": Wording(
        "{mark} {light}: {needs} | {actors} | {criticality} | frist {deadline}\n"
        "  gjensidig plan oppgitt: {stated}; bekreftet i tjenesten: {confirmed} av {count} ({reason})",
        "{mark} {light}: {needs} | {actors} | {criticality} | frist {deadline}\n"
        "  gjensidig plan oppgjeven: {stated}; stadfesta i tenesta: {confirmed} av {count} ({reason})",
        "{mark} {light}: {needs} | {actors} | {criticality} | deadline {deadline}\n"
        "  mutual plan stated: {stated}; confirmed in the service: {confirmed} of {count} ({reason})",
    ),
    "initiative.yes": Wording("ja", "ja", "yes"),
    "initiative.no": Wording("nei", "nei", "no"),
    "tenant.title": Wording(
        "Tar inn virksomheten (SQLite, innebygde regler, lokal utsteder av testbrukere)",
        "Tek inn verksemda (SQLite, innebygde reglar, lokal utskrivar av testbrukarar)",
        "Let the tenant join (SQLite, embedded rules, local issuer of test users)",
    ),
    "tenant.done": Wording("{title}: {state}", "{title}: {state}", "{title}: {state}"),
    "pathway.title": Wording(
        "Produktteamet melder inn KOLS-forløpet til test",
        "Produktteamet melder inn KOLS-forløpet til test",
        "The product team submits the COPD pathway for test",
    ),
    "pathway.done": Wording(
        "Deltakere: {parties}. Operasjonen: {state}.",
        "Deltakarar: {parties}. Operasjonen: {state}.",
        "Participants: {parties}. The operation: {state}.",
    ),
    "review.title": Wording(
        "Sikkerhetsrådgiveren leser og anbefaler ROS-en",
        "Tryggleiksrådgivaren les og tilrår ROS-en",
        "The security reviewer reads the assessment and recommends it",
    ),
    "review.done": Wording("ROS: {state}", "ROS: {state}", "Assessment: {state}"),
    "refusal.title": Wording(
        "Én aktør bekrefter sin del; den andre har ikke gjort det",
        "Éin aktør stadfestar sin del; den andre har ikkje gjort det",
        "One actor confirms its part; the other has not",
    ),
    "refusal.first": Wording("✓ {actor} har bekreftet", "✓ {actor} har stadfesta", "✓ {actor} has confirmed"),
    "refusal.remedy": Wording("  → {remedy}", "  → {remedy}", "  → {remedy}"),
    "refusal.who": Wording(
        "  Hvem som åpner: {who}. Frist: {deadline}",
        "  Kven som opnar: {who}. Frist: {deadline}",
        "  Who unblocks: {who}. Deadline: {deadline}",
    ),
    "refusal.same_person": Wording(
        "✗ Den som meldte inn, prøver med et annet token: {message}",
        "✗ Den som melde inn, prøver med eit anna token: {message}",
        "✗ Whoever submitted tries with another token: {message}",
    ),
    "confirm.title": Wording(
        "Den andre aktøren bekrefter, og porten åpnes",
        "Den andre aktøren stadfestar, og porten opnar seg",
        "The other actor confirms, and the gate opens",
    ),
    "confirm.done": Wording("✓ {actor} har bekreftet", "✓ {actor} har stadfesta", "✓ {actor} has confirmed"),
    "enter.title": Wording(
        "Plattformeieren godkjenner, og forløpet slipper inn i test",
        "Plattformeigaren godkjenner, og forløpet slepp inn i test",
        "The platform owner approves, and the pathway enters test",
    ),
    "enter.done": Wording("Forløpet: {state}", "Forløpet: {state}", "The pathway: {state}"),
    "audit.title": Wording("Etterprøver revisjonssporet", "Etterprøver revisjonssporet", "Verify the audit trail"),
    "audit.intact": Wording(
        "✓ Henger sammen: {count} innslag", "✓ Heng saman: {count} innslag", "✓ Intact: {count} entries"
    ),
    "audit.broken": Wording("✗ Brutt", "✗ Brote", "✗ Broken"),
    "end.title": Wording("Ferdig", "Ferdig", "Done"),
    "end.address": Wording(
        "Forløpets side: {address}", "Sida til forløpet: {address}", "The pathway's page: {address}"
    ),
    "end.stay": Wording(
        "Tjenesten går til du trykker Ctrl-C. Logg inn som product-team@siv.",
        "Tenesta går til du trykkjer Ctrl-C. Logg inn som product-team@siv.",
        "The service runs until you press Ctrl-C. Sign in as product-team@siv.",
    ),
    "end.again": Wording(
        "Tjenesten er stoppet. Kjør `make demo` i en terminal for å se den selv.",
        "Tenesta er stoppa. Køyr `make demo` i ein terminal for å sjå henne sjølv.",
        "The service was stopped. Run `make demo` in a terminal to look at it yourself.",
    ),
}
