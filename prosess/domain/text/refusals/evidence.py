"""What is refused of evidence that is handed in: findings, scans, test results."""

from prosess.domain.text.wording import RefusalText, Wording

_WHOLE = Wording(
    "Lever hele filen, slik testprogrammet skrev den.",
    "Lever heile fila, slik testprogrammet skreiv ho.",
    "Hand in the whole file, as the test program wrote it.",
)

EVIDENCE: dict[str, RefusalText] = {
    "EVIDENCE_UNDATED": RefusalText(
        Wording(
            "Filen sier ikke når den ble laget, og uten det vet ingen hvor lenge den gjelder.",
            "Fila seier ikkje når ho blei laga, og utan det veit ingen kor lenge ho gjeld.",
            "The file does not tell when it was made, and without that nobody knows how long it holds.",
        ),
        Wording(
            "Oppgi dagen med --collected.",
            "Oppgi dagen med --collected.",
            "Give the day with --collected.",
        ),
    ),
    "FINDINGS_OTHER_GRAPH": RefusalText(
        Wording(
            "Funnene gjelder en annen plan enn den det vurderes mot.",
            "Funna gjeld ein annan plan enn den det blir vurdert mot.",
            "The findings are of another plan than the one that is assessed.",
        ),
        Wording(
            "Lever funn og plan fra samme kjøring.",
            "Lever funn og plan frå same køyring.",
            "Hand in findings and plan of one run.",
        ),
    ),
    "JUNIT_NOT_XML": RefusalText(
        Wording(
            "Filen er ikke gyldig XML, eller slutter for tidlig.",
            "Fila er ikkje gyldig XML, eller sluttar for tidleg.",
            "The file is no well-formed XML, or ends too early.",
        ),
        _WHOLE,
    ),
    "JUNIT_FORBIDDEN": RefusalText(
        Wording(
            "Filen erklærer en dokumenttype eller entiteter.",
            "Fila erklærer ein dokumenttype eller entitetar.",
            "The file declares a document type or entities.",
        ),
        Wording(
            "Ta erklæringen bort. Testresultater trenger den ikke.",
            "Ta bort erklæringa. Testresultat treng ho ikkje.",
            "Take the declaration out. Test results need none.",
        ),
    ),
    "JUNIT_NOT_JUNIT": RefusalText(
        Wording("Filen er ikke JUnit.", "Fila er ikkje JUnit.", "The file is no JUnit."),
        Wording(
            "Det ytterste elementet skal være testsuites eller testsuite.",
            "Det ytste elementet skal vere testsuites eller testsuite.",
            "Its root element is to be testsuites or testsuite.",
        ),
    ),
    "JUNIT_EMPTY": RefusalText(
        Wording("Filen har ingen tester.", "Fila har ingen testar.", "The file holds no test."),
        Wording(
            "Lever resultatet av tester som er kjørt.",
            "Lever resultatet av testar som er køyrde.",
            "Hand in the results of tests that were run.",
        ),
    ),
    "JUNIT_COUNTS_DIFFER": RefusalText(
        Wording(
            "En testsamling teller {count} feil, men viser ingen av dem.",
            "Ei testsamling tel {count} feil, men viser ingen av dei.",
            "A suite counts {count} failures, and shows none of them.",
        ),
        _WHOLE,
    ),
    "JUNIT_TIMESTAMP": RefusalText(
        Wording(
            "Tidspunktet for en testsamling er ikke dato og klokkeslett.",
            "Tidspunktet for ei testsamling er ikkje dato og klokkeslett.",
            "A suite's timestamp is no date and time.",
        ),
        Wording(
            "Det skrives som 2023-10-05T08:00:00+02:00.",
            "Det blir skrive som 2023-10-05T08:00:00+02:00.",
            "It is written as 2023-10-05T08:00:00+02:00.",
        ),
    ),
    "CHECKOV_NOT_A_REPORT": RefusalText(
        Wording(
            "Filen er ikke en JSON-rapport fra Checkov om ARM.",
            "Fila er ikkje ein JSON-rapport frå Checkov om ARM.",
            "The file is no JSON report of Checkov's on ARM.",
        ),
        Wording(
            "Kjør checkov --framework arm -o json over malene fra prosess env render.",
            "Køyr checkov --framework arm -o json over malane frå prosess env render.",
            "Run checkov --framework arm -o json over the templates of prosess env render.",
        ),
    ),
    "CHECKOV_WITHOUT_PASSES": RefusalText(
        Wording(
            "Filen sier ikke hva som er oppfylt, og at noe ikke er nevnt, betyr ikke at det er i orden.",
            "Fila seier ikkje kva som er oppfylt, og at noko ikkje er nemnt, betyr ikkje at det er i orden.",
            "The file does not tell what passed, and what is not mentioned has not passed.",
        ),
        Wording(
            "Kjør checkov uten --baseline og --quiet.",
            "Køyr checkov utan --baseline og --quiet.",
            "Run checkov without --baseline and --quiet.",
        ),
    ),
    "CHECKOV_OTHER_PLAN": RefusalText(
        Wording(
            "Ingen av ressursene i filen finnes i planen.",
            "Ingen av ressursane i fila finst i planen.",
            "None of the file's resources is in the plan.",
        ),
        Wording(
            "Lever en rapport om malene til samme miljø og samme versjon.",
            "Lever ein rapport om malane til same miljø og same versjon.",
            "Hand in a report on the templates of the same environment and version.",
        ),
    ),
}
