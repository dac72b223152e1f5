"""What is refused of risk criteria: texts of what ros asks."""

from prosess.domain.text.wording import RefusalText, Wording

CRITERIA: dict[str, RefusalText] = {
    "CRITERIA_TABLE_SIZE": RefusalText(
        Wording(
            "matrix har ikke {likelihoods} rader med {consequences} nivåer, slik skalaene krever.",
            "matrix har ikkje {likelihoods} rader med {consequences} nivå, slik skalaane krev.",
            "matrix does not have {likelihoods} rows of {consequences} levels, as the scales ask.",
        ),
        Wording(
            "Skriv en rad for hvert trinn i likelihood, med et nivå for hvert trinn i consequence_labels.",
            "Skriv ei rad for kvart trinn i likelihood, med eit nivå for kvart trinn i consequence_labels.",
            "Write one row for each step of likelihood, with one level for each step of consequence_labels.",
        ),
    ),
    "CRITERIA_SCALE_SIZE": RefusalText(
        Wording(
            "Skalaen for {dimension} har {steps} trinn, og consequence_labels har {labels}.",
            "Skalaen for {dimension} har {steps} trinn, og consequence_labels har {labels}.",
            "The scale of {dimension} has {steps} steps, and consequence_labels has {labels}.",
        ),
        Wording(
            "Beskriv hvert trinn i hver dimensjon.",
            "Skildre kvart trinn i kvar dimensjon.",
            "Describe each step in each dimension.",
        ),
    ),
    "CRITERIA_LEVEL_TWICE": RefusalText(
        Wording(
            "To nivåer har samme id eller samme symbol.",
            "To nivå har same id eller same symbol.",
            "Two levels share an id or a symbol.",
        ),
        Wording(
            "Gi hvert nivå sin id og sitt symbol.",
            "Gi kvart nivå sin id og sitt symbol.",
            "Give each level its own id and its own symbol.",
        ),
    ),
    "CRITERIA_LEVEL_UNKNOWN": RefusalText(
        Wording(
            "levels har ikke {levels}, som det vises til.",
            "levels har ikkje {levels}, som det blir vist til.",
            "levels lacks {levels}, which is named.",
        ),
        Wording(
            "Beskriv nivået under levels, eller rett navnet.",
            "Skildre nivået under levels, eller rett namnet.",
            "Declare it under levels, or correct the name.",
        ),
    ),
    "CRITERIA_TABLE_FALLS": RefusalText(
        Wording(
            "En høyere sannsynlighet eller konsekvens har et lavere nivå.",
            "Eit høgare sannsyn eller ein høgare konsekvens har eit lågare nivå.",
            "A higher likelihood or consequence has a lower level.",
        ),
        Wording(
            "La nivåene i matrix stige eller stå stille langs hver rad og nedover hver kolonne.",
            "La nivåa i matrix stige eller stå stille langs kvar rad og nedover kvar kolonne.",
            "Let the levels of matrix rise or stay along each row and down each column.",
        ),
    ),
    "CRITERIA_PATIENT_SAFETY": RefusalText(
        Wording(
            "Kriteriene mangler dimensjonen patient_safety.",
            "Kriteria manglar dimensjonen patient_safety.",
            "The criteria lack the dimension patient_safety.",
        ),
        Wording(
            "Legg til patient_safety under dimensions.",
            "Legg til patient_safety under dimensions.",
            "Add patient_safety to dimensions.",
        ),
    ),
    "CRITERIA_PATIENT_FLOOR": RefusalText(
        Wording(
            "Den høyeste konsekvensen for pasientsikkerhet har det laveste nivået når den er lite sannsynlig.",
            "Den høgaste konsekvensen for pasienttryggleik har det lågaste nivået når han er lite sannsynleg.",
            "The highest consequence for patient safety has the lowest level where it is unlikely.",
        ),
        Wording(
            "Legg til patient_safety under floors, med at_least: {ordinal} og det nest laveste nivået.",
            "Legg til patient_safety under floors, med at_least: {ordinal} og det nest lågaste nivået.",
            "Add patient_safety to floors, with at_least: {ordinal} and the second level.",
        ),
    ),
    "CRITERIA_ACCEPTOR": RefusalText(
        Wording(
            "Rollen {role} aksepterer aldri en risiko.",
            "Rolla {role} aksepterer aldri ein risiko.",
            "The role {role} never accepts a risk.",
        ),
        Wording(
            "Fjern rollen fra accepted_by for nivået {level}.",
            "Fjern rolla frå accepted_by for nivået {level}.",
            "Remove the role from accepted_by of level {level}.",
        ),
    ),
    "CRITERIA_FILE_NAME": RefusalText(
        Wording(
            "Filen {file} beskriver {declared}.", "Fila {file} skildrar {declared}.", "The file {file} is {declared}."
        ),
        Wording(
            "Kall filen {declared}.yaml, eller rett id og version.",
            "Kall fila {declared}.yaml, eller rett id og version.",
            "Call the file {declared}.yaml, or correct id and version.",
        ),
    ),
    "CRITERIA_UNKNOWN": RefusalText(
        Wording(
            "Kriteriene {reference} finnes ikke.",
            "Kriteria {reference} finst ikkje.",
            "There are no criteria {reference}.",
        ),
        Wording(
            "Velg {known}, eller legg filen i mappen criteria.",
            "Vel {known}, eller legg fila i mappa criteria.",
            "Choose {known}, or put the file in the folder criteria.",
        ),
    ),
    "CRITERIA_NOT_PINNED": RefusalText(
        Wording(
            "Analysen er laget med {pinned}, og kriteriene her er {found}.",
            "Analysen er laga med {pinned}, og kriteria her er {found}.",
            "The analysis was made with {pinned}, and the criteria here are {found}.",
        ),
        Wording(
            "Bruk utgaven som analysen er laget med, eller gå gjennom analysen på nytt og rett criteria_digest.",
            "Bruk utgåva som analysen er laga med, eller gå gjennom analysen på nytt og rett criteria_digest.",
            "Use the version that it was made with, or review the analysis again and correct criteria_digest.",
        ),
    ),
}
