"""What evidence is, where it comes from and why it counts or not: key, bokmål, nynorsk, English."""

from ros.wording.words import Row

EVIDENCE: tuple[Row, ...] = (
    (
        "because.a_test_fails",
        "teller ikke: minst én test feiler",
        "tel ikkje: minst éin test feilar",
        "does not count: at least one test fails",
    ),
    (
        "because.a_test_was_skipped",
        "teller ikke: minst én test ble hoppet over",
        "tel ikkje: minst éin test blei hoppa over",
        "does not count: at least one test was skipped",
    ),
    (
        "because.no_test_result",
        "teller ikke: ingen testresultater svarer til mønsteret",
        "tel ikkje: ingen testresultat svarer til mønsteret",
        "does not count: no test result matches the pattern",
    ),
    (
        "because.too_few_tests",
        "teller ikke: færre tester enn ventet er kjørt",
        "tel ikkje: færre testar enn venta er køyrde",
        "does not count: fewer tests than expected were run",
    ),
    (
        "because.source_of_another_graph",
        "teller ikke: skanningen gjelder et annet miljø eller en annen versjon",
        "tel ikkje: skanninga gjeld eit anna miljø eller ein annan versjon",
        "does not count: the scan is of another environment or version",
    ),
    (
        "because.source_from_the_future",
        "teller ikke: kilden er nyere enn dagen det vurderes for",
        "tel ikkje: kjelda er nyare enn dagen det blir vurdert for",
        "does not count: the source is later than the day of the assessment",
    ),
    (
        "because.attestation_lacks_facts",
        "teller ikke: erklæringen mangler opplysninger som tiltaket ber om",
        "tel ikkje: erklæringa manglar opplysningar som tiltaket ber om",
        "does not count: the statement leaves out facts that the control asks for",
    ),
    (
        "because.attestation_by_another_role",
        "teller ikke: erklæringen er gitt av en annen rolle enn den som skal svare for tiltaket",
        "tel ikkje: erklæringa er gitt av ei anna rolle enn den som skal svare for tiltaket",
        "does not count: the statement was given by another role than the one that has to answer for it",
    ),
    # explanation
    ("explain.inherited", "Arvet fra analysen {origin}", "Arva frå analysen {origin}", "Inherited from {origin}"),
    (
        "explain.raised",
        "Holdt oppe på {ordinals} av {by}, {on}: {reason}",
        "Halden oppe på {ordinals} av {by}, {on}: {reason}",
        "Held up to {ordinals} by {by}, {on}: {reason}",
    ),
    (
        "explain.approved",
        "Virkningene er godkjent av {by}, {on}: {reason}",
        "Verknadene er godkjende av {by}, {on}: {reason}",
        "The effects were approved by {by}, {on}: {reason}",
    ),
    (
        "explain.approved_otherwise",
        "godkjent er {steps}",
        "godkjent er {steps}",
        "approved is {steps}",
    ),
    (
        "explain.row.tests",
        "testen {resource}: {state}",
        "testen {resource}: {state}",
        "the test {resource}: {state}",
    ),
    (
        "explain.row.attestation",
        "erklæringen {resource}: {state}",
        "erklæringa {resource}: {state}",
        "the statement {resource}: {state}",
    ),
    ("explain.from.rules", "våre regler", "reglane våre", "our rules"),
    ("explain.from.checkov", "Checkov", "Checkov", "Checkov"),
    ("explain.from.tests", "testresultater", "testresultat", "test results"),
    ("explain.from.attestation", "gitt av en person", "gitt av ein person", "given by a person"),
    ("explain.age.today", "samme dag", "same dag", "the same day"),
    ("explain.age.yesterday", "en dag gammelt", "éin dag gammalt", "one day old"),
    ("explain.age.days", "{days} dager gammelt", "{days} dagar gammalt", "{days} days old"),
    (
        "explain.acceptances",
        "Aksept, per dataansvarlig:",
        "Aksept, per dataansvarleg:",
        "Acceptance, by data controller:",
    ),
    (
        "explain.broken.level_raised",
        "nivået er høyere enn det som ble akseptert",
        "nivået er høgare enn det som blei akseptert",
        "the level is above the one that was accepted",
    ),
    (
        "explain.broken.material_changed",
        "risikoen er endret siden den ble akseptert",
        "risikoen er endra sidan han blei akseptert",
        "the risk has changed since it was accepted",
    ),
    (
        "explain.broken.criteria_changed",
        "kriteriene er andre enn da den ble akseptert",
        "kriteria er andre enn då han blei akseptert",
        "the criteria are others than when it was accepted",
    ),
    (
        "explain.broken.control_fails",
        "et tiltak som var oppfylt da, har avvik nå",
        "eit tiltak som var oppfylt då, har avvik no",
        "a control that was met then is not met now",
    ),
)
