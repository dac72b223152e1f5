"""Texts of the commands."""

from prosess.domain.text.wording import Wording

COMMANDS: dict[str, Wording] = {
    # columns
    "column.code": Wording("Kode", "Kode", "Code"),
    "column.option": Wording("Alternativ", "Alternativ", "Option"),
    "column.needs": Wording("Trenger", "Treng", "Needs"),
    "column.days": Wording("Dager", "Dagar", "Days"),
    "column.service": Wording("Tjeneste", "Teneste", "Service"),
    "column.resources": Wording("Ressurser", "Ressursar", "Resources"),
    "column.types": Wording("Typer", "Typar", "Types"),
    "column.type": Wording("Type", "Type", "Type"),
    "column.rule": Wording("Regel", "Regel", "Rule"),
    "column.rules": Wording("Regler", "Reglar", "Rules"),
    "column.state": Wording("Tilstand", "Tilstand", "State"),
    "column.severity": Wording("Alvor", "Alvor", "Severity"),
    "column.resource": Wording("Ressurs", "Ressurs", "Resource"),
    "column.message": Wording("Melding", "Melding", "Message"),
    "column.fix": Wording("Slik rettes det", "Slik rettar du det", "Way out"),
    "column.gate": Wording("Port", "Port", "Gate"),
    "column.missing": Wording("Det som mangler", "Det som manglar", "What is missing"),
    "column.unblocks": Wording("Hvem som åpner", "Kven som opnar", "Who unblocks"),
    "column.deadline": Wording("Frist", "Frist", "Deadline"),
    "column.dependency": Wording("Avhengighet", "Avhengnad", "Dependency"),
    "column.actor": Wording("Aktør", "Aktør", "Actor"),
    "column.criticality": Wording("Kritikalitet", "Kritikalitet", "Criticality"),
    "column.plan": Wording("Gjensidig plan", "Gjensidig plan", "Mutual plan"),
    "column.confirmed": Wording("Bekreftet", "Stadfesta", "Confirmed"),
    "column.status": Wording("Status", "Status", "Status"),
    "column.part": Wording("Del", "Del", "Part"),
    "column.found": Wording("Funnet", "Funne", "Found"),
    "column.for": Wording("Brukes til", "Blir brukt til", "Used for"),
    "column.file": Wording("Fil", "Fil", "File"),
    "column.scope": Wording("Nivå", "Nivå", "Scope"),
    # env
    "env.valid": Wording(
        "✓ {file}: miljøet {name} er gyldig",
        "✓ {file}: miljøet {name} er gyldig",
        "✓ {file}: the environment {name} is valid",
    ),
    "env.planned": Wording(
        "{count} ressurser planlagt uten abonnement. Graf: {digest}",
        "{count} ressursar planlagde utan abonnement. Graf: {digest}",
        "{count} resources planned without a subscription. Graph: {digest}",
    ),
    "env.rendered": Wording(
        "{count} ressurser i {templates} maler. De er til skanning; Pulumi ruller ut.",
        "{count} ressursar i {templates} malar. Dei er til skanning; Pulumi rullar ut.",
        "{count} resources in {templates} templates. They are for scanning; Pulumi deploys.",
    ),
    "env.render.left": Wording(
        "Ikke med: {type} – {reason}",
        "Ikkje med: {type} – {reason}",
        "Left out: {type} – {reason}",
    ),
    "env.render.other_provider": Wording(
        "hører til en annen leverandør enn azure-native",
        "høyrer til ein annan leverandør enn azure-native",
        "belongs to another provider than azure-native",
    ),
    "env.render.existing": Wording(
        "finnes fra før og blir bare vist til",
        "finst frå før og blir berre vist til",
        "exists already and is only referred to",
    ),
    "env.render.refused": Wording(
        "{type} kan ikke gjengis som ARM-mal uten å gjette: {detail}",
        "{type} kan ikkje attgjevast som ARM-mal utan å gjette: {detail}",
        "{type} cannot be rendered as an ARM template without a guess: {detail}",
    ),
    "env.render.refused.hint": Wording(
        "sett verdien som mangler i programmet, eller legg til typen i infra/arm",
        "set verdien som manglar i programmet, eller legg til typen i infra/arm",
        "set the missing value in the program, or add the type to infra/arm",
    ),
    "env.render.foreign": Wording(
        "mappen inneholder {file}, som ikke er skrevet av denne kommandoen",
        "mappa inneheld {file}, som ikkje er skriven av denne kommandoen",
        "the folder holds {file}, which this command did not write",
    ),
    "env.render.foreign.hint": Wording(
        "velg en tom mappe med --to, eller flytt filen",
        "vel ei tom mappe med --to, eller flytt fila",
        "choose an empty folder with --to, or move the file",
    ),
    "env.render.unwritable": Wording(
        "kan ikke skrive malene hit",
        "kan ikkje skrive malane hit",
        "the templates cannot be written here",
    ),
    # policy
    "policy.summary": Wording(
        "{passed} bestått · {failed} feilet · {unjudged} ikke vurdert · {suppressed} unntatt",
        "{passed} bestått · {failed} feila · {unjudged} ikkje vurdert · {suppressed} unnateke",
        "{passed} passed · {failed} failed · {unjudged} not evaluated · {suppressed} exempted",
    ),
    "policy.tests": Wording(
        "{passed} av {count} regeltester bestått ({engine})",
        "{passed} av {count} regeltestar bestått ({engine})",
        "{passed} of {count} rule tests passed ({engine})",
    ),
    "policy.coverage": Wording(
        "{covered} ressurser har regler, {uncovered} har ingen",
        "{covered} ressursar har reglar, {uncovered} har ingen",
        "{covered} resources have rules, {uncovered} have none",
    ),
    "policy.none": Wording("ingen regel", "ingen regel", "no rule"),
    "state.pass": Wording("bestått", "bestått", "pass"),
    "state.fail": Wording("feilet", "feila", "fail"),
    "state.not_evaluated": Wording("ikke vurdert", "ikkje vurdert", "not evaluated"),
    "state.suppressed": Wording("unntatt", "unnateke", "exempted"),
    # ros
    "ros.written": Wording("Rapporten ligger i {file}", "Rapporten ligg i {file}", "The report is in {file}"),
    # service
    "login.done": Wording(
        "Logget inn som {user} i {minutes} minutter",
        "Logga inn som {user} i {minutes} minutt",
        "Logged in as {user} for {minutes} minutes",
    ),
    "operation.state": Wording("Operasjon {id}: {state}", "Operasjon {id}: {state}", "Operation {id}: {state}"),
    "pathway.valid": Wording(
        "✓ {file}: forløpet {id} er gyldig", "✓ {file}: forløpet {id} er gyldig", "✓ {file}: the pathway {id} is valid"
    ),
    "dependency.confirmed": Wording(
        "✓ {actor} har bekreftet sin del av {dependency}",
        "✓ {actor} har stadfesta sin del av {dependency}",
        "✓ {actor} has confirmed its part of {dependency}",
    ),
    "yes": Wording("ja", "ja", "yes"),
    "no": Wording("nei", "nei", "no"),
    "audit.intact": Wording(
        "✓ Revisjonssporet henger sammen: {count} innslag",
        "✓ Revisjonssporet heng saman: {count} innslag",
        "✓ The audit trail is intact: {count} entries",
    ),
    "audit.broken": Wording(
        "✗ Revisjonssporet er brutt ved innslag {seq}: {because}",
        "✗ Revisjonssporet er brote ved innslag {seq}: {because}",
        "✗ The audit trail is broken at entry {seq}: {because}",
    ),
    # doctor
    "doctor.present": Wording("✓ {version}", "✓ {version}", "✓ {version}"),
    "doctor.missing": Wording("– mangler: {hint}", "– manglar: {hint}", "– missing: {hint}"),
    "doctor.broken": Wording("✗ mangler: {hint}", "✗ manglar: {hint}", "✗ missing: {hint}"),
}
