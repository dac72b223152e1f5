"""What turns, when, and whom to tell: key, bokmål, nynorsk, English."""

from ros.wording.words import Row

FORECAST: tuple[Row, ...] = (
    ("turn.col.on", "Dag", "Dag", "Day"),
    ("turn.col.what", "Hva som skjer", "Kva som skjer", "What happens"),
    ("turn.col.levels", "Nivåer som følger", "Nivå som følgjer", "Levels that follow"),
    ("turn.col.tell", "Hvem som varsles", "Kven som blir varsla", "Whom to tell"),
    ("turn.title", "Det som kommer", "Det som kjem", "What is to come"),
    ("turn.nothing", "Ingenting skjer før {until}.", "Ingenting skjer før {until}.", "Nothing turns before {until}."),
    (
        "turn.headline",
        "{count} hendelser fra {start} til {until}; {risks} risikoer får høyere nivå hvis ingen gjør noe.",
        "{count} hendingar frå {start} til {until}; {risks} risikoar får høgare nivå om ingen gjer noko.",
        "{count} events from {start} to {until}; {risks} risks get a higher level if nobody does anything.",
    ),
    (
        "turn.evidence_lapses",
        "bevisene fra {source} går ut",
        "bevisa frå {source} går ut",
        "the evidence of {source} lapses",
    ),
    ("turn.source.rules", "reglene", "reglane", "the rules"),
    ("turn.source.checkov", "Checkov", "Checkov", "Checkov"),
    ("turn.source.tests", "testene", "testane", "the tests"),
    ("turn.source.attestation", "erklæringen {id}", "erklæringa {id}", "the statement {id}"),
    (
        "turn.exemption_expires",
        "unntaket fra {rule} på {resource} gjaldt til {until}",
        "unntaket frå {rule} på {resource} galdt til {until}",
        "the exemption from {rule} on {resource} held until {until}",
    ),
    (
        "turn.exception_ends",
        "{what} gjelder til og med {until} (innenfor {notice} dager)",
        "{what} gjeld til og med {until} (innan {notice} dagar)",
        "{what} holds through {until} (within {notice} days)",
    ),
    (
        "turn.exception_ends.today",
        "siste dag for {what}",
        "siste dag for {what}",
        "last day of {what}",
    ),
    (
        "turn.exception_ends.over",
        "{what} gikk ut {until}",
        "{what} gjekk ut {until}",
        "{what} ran out on {until}",
    ),
    (
        "turn.exception.rule_exemption",
        "unntaket fra {rule} på {of}",
        "unntaket frå {rule} på {of}",
        "the exemption from {rule} on {of}",
    ),
    (
        "turn.exception.policy_exemption",
        "unntaket fra Azure-policyen {rule} på {of}",
        "unntaket frå Azure-policyen {rule} på {of}",
        "the exemption from the Azure policy {rule} on {of}",
    ),
    (
        "turn.exception.access_exception",
        "unntaket fra tilgangsregelen {rule} i {of}",
        "unntaket frå tilgangsregelen {rule} i {of}",
        "the exception from the access rule {rule} in {of}",
    ),
    (
        "turn.exception.check_suppression",
        "unntak fra Checkovs {rule}",
        "unntak frå Checkov sin {rule}",
        "the suppression of Checkov's {rule}",
    ),
    (
        "turn.acceptance_expires",
        "{risk}: aksepten fra {data_controller} går ut om {days} dager, {until}",
        "{risk}: aksepten frå {data_controller} går ut om {days} dagar, {until}",
        "{risk}: the acceptance of {data_controller} runs out in {days} days, {until}",
    ),
    (
        "turn.acceptance_expires.today",
        "{risk}: siste dag for aksepten fra {data_controller}",
        "{risk}: siste dag for aksepten frå {data_controller}",
        "{risk}: last day of the acceptance of {data_controller}",
    ),
    (
        "turn.decision_due",
        "frist for beslutningen som det bes om: {due}",
        "frist for avgjerda som det blir bedt om: {due}",
        "the decision that is asked for is due: {due}",
    ),
    (
        "turn.measure_due",
        "{risk}: tiltak {number} i planen har frist {due}",
        "{risk}: tiltak {number} i planen har frist {due}",
        "{risk}: measure {number} of the plan is due {due}",
    ),
    (
        "turn.review_due",
        "{subject} skal vurderes på nytt {due}, sist {last}",
        "{subject} skal vurderast på nytt {due}, sist {last}",
        "{subject} is to be reviewed {due}, last {last}",
    ),
    ("turn.overdue", "forfalt", "forfalle", "overdue"),
    (
        "turn.closes",
        "risikoen er over grensen uten",
        "risikoen er over grensa utan",
        "the risk is above the limit without it",
    ),
    ("turn.unchanged", "{count} nivåer står", "{count} nivå står", "{count} levels stand"),
)
