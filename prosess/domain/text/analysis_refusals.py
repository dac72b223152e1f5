"""What is refused of a risk assessment's files and criteria: texts of what ros asks."""

from prosess.domain.text.wording import RefusalText, Wording

ANALYSES: dict[str, RefusalText] = {
    "ROS_NO_ANALYSIS": RefusalText(
        Wording("Mappen har ingen ros.yaml.", "Mappa har ingen ros.yaml.", "The folder holds no ros.yaml."),
        Wording(
            "Oppgi mappen som har den, eller begynn på en med prosess ros init.",
            "Oppgi mappa som har ho, eller begynn på ei med prosess ros init.",
            "Name the folder that holds it, or begin one with prosess ros init.",
        ),
    ),
    "ROS_PARTY_TWICE": RefusalText(
        Wording(
            "To parter har samme id: {ids}.", "To partar har same id: {ids}.", "Two parties have the same id: {ids}."
        ),
        Wording("Gi hver part sin id.", "Gi kvar part sin id.", "Give each party its own id."),
    ),
    "ROS_PARTY_UNKNOWN": RefusalText(
        Wording(
            "{key} viser til {party}, som ikke står under parties.",
            "{key} viser til {party}, som ikkje står under parties.",
            "{key} names {party}, which is not among parties.",
        ),
        Wording(
            "Legg til parten, eller oppgi en som står der.",
            "Legg til parten, eller oppgi ein som står der.",
            "Add the party, or name one that is listed.",
        ),
    ),
    "ROS_AUTHOR_REVIEWS": RefusalText(
        Wording(
            "Den som har laget analysen, kan ikke også kontrollere den.",
            "Den som har laga analysen, kan ikkje òg kontrollere han.",
            "Who made the analysis cannot review it too.",
        ),
        Wording(
            "Oppgi en annen part under reviewer.",
            "Oppgi ein annan part under reviewer.",
            "Name another party under reviewer.",
        ),
    ),
    "ROS_AUTHOR_ROLE": RefusalText(
        Wording(
            "Rollen {role} lager aldri en ROS-analyse.",
            "Rolla {role} lagar aldri ein ROS-analyse.",
            "The role {role} never makes a risk assessment.",
        ),
        Wording(
            "Oppgi en part med en annen rolle under author.",
            "Oppgi ein part med ei anna rolle under author.",
            "Name a party with another role under author.",
        ),
    ),
    "ROS_REVIEWER_ROLE": RefusalText(
        Wording(
            "Rollen {role} kan ikke kontrollere en ROS-analyse.",
            "Rolla {role} kan ikkje kontrollere ein ROS-analyse.",
            "The role {role} cannot review a risk assessment.",
        ),
        Wording(
            "Oppgi en part med rollen security_reviewer under reviewer.",
            "Oppgi ein part med rolla security_reviewer under reviewer.",
            "Name a party with the role security_reviewer under reviewer.",
        ),
    ),
    "ROS_SCOPE_NOT_COVERED": RefusalText(
        Wording(
            "Analysen gjelder bare {scopes}.",
            "Analysen gjeld berre {scopes}.",
            "The analysis covers {scopes} and nothing else.",
        ),
        Wording(
            "Velg noe av dette, eller utvid also_covers i ros.yaml.",
            "Vel noko av dette, eller utvid also_covers i ros.yaml.",
            "Name one of these, or add the scope to also_covers in ros.yaml.",
        ),
    ),
    "ROS_ID_TWICE": RefusalText(
        Wording("To filer har id {id}.", "To filer har id {id}.", "Two files declare {id}."),
        Wording(
            "Gi hver sin id, eller fjern den ene filen.",
            "Gi kvar sin id, eller fjern den eine fila.",
            "Give each its own id, or remove one of the files.",
        ),
    ),
    "ROS_DECLARED_TWICE": RefusalText(
        Wording(
            "To har samme id: {ids}.",
            "To har same id: {ids}.",
            "Two have the same id: {ids}.",
        ),
        Wording(
            "Gi hver sin id.",
            "Gi kvar sin id.",
            "Give each its own id.",
        ),
    ),
    "SCENARIO_NEVER": RefusalText(
        Wording(
            "Ingenting gjør at scenarioet gjelder.",
            "Ingenting gjer at scenarioet gjeld.",
            "Nothing makes the scenario apply.",
        ),
        Wording("Skriv always: true.", "Skriv always: true.", "Write always: true."),
    ),
    "ROS_RISK_TWICE": RefusalText(
        Wording(
            "Risikoen {id} står også i {file}, linje {line}.",
            "Risikoen {id} står òg i {file}, linje {line}.",
            "The risk {id} is also in {file}, line {line}.",
        ),
        Wording(
            "Gi hver risiko sin id, eller fjern den ene filen.",
            "Gi kvar risiko sin id, eller fjern den eine fila.",
            "Give each risk its own id, or remove one of the files.",
        ),
    ),
    "ROS_CONTROL_TWICE": RefusalText(
        Wording(
            "Tiltaket {id} står også i {file}, linje {line}.",
            "Tiltaket {id} står òg i {file}, linje {line}.",
            "The control {id} is also in {file}, line {line}.",
        ),
        Wording(
            "Gi hvert tiltak sin id, eller fjern den ene filen.",
            "Gi kvart tiltak sin id, eller fjern den eine fila.",
            "Give each control its own id, or remove one of the files.",
        ),
    ),
    "ROS_CONTROL_USED_TWICE": RefusalText(
        Wording(
            "Risikoen bruker tiltaket {control} to ganger.",
            "Risikoen bruker tiltaket {control} to gonger.",
            "The risk leans on the control {control} twice.",
        ),
        Wording(
            "Skriv hele virkningen på ett sted.",
            "Skriv heile verknaden på éin stad.",
            "Write all of its effect in one place.",
        ),
    ),
    "ROS_AUTHOR_APPROVES": RefusalText(
        Wording(
            "Den som har laget analysen, kan ikke godkjenne hva tiltakene er verdt.",
            "Den som har laga analysen, kan ikkje godkjenne kva tiltaka er verde.",
            "Who made the analysis cannot approve what its controls are worth.",
        ),
        Wording(
            "Oppgi en annen part under effects_approved.by.",
            "Oppgi ein annan part under effects_approved.by.",
            "Name another party under effects_approved.by.",
        ),
    ),
    "ROS_INHERITS_CIRCLE": RefusalText(
        Wording(
            "Analysene arver hverandre i ring: {chain}.",
            "Analysane arvar kvarandre i ring: {chain}.",
            "The analyses inherit from one another in a ring: {chain}.",
        ),
        Wording(
            "La den mest generelle analysen ikke arve noen av de andre.",
            "La den mest generelle analysen ikkje arve nokon av dei andre.",
            "Let the most general of them inherit from none of the others.",
        ),
    ),
    "ROS_INHERITS_NOTHING": RefusalText(
        Wording(
            "Mappen som skulle ha {analysis}, har ingen ros.yaml.",
            "Mappa som skulle ha {analysis}, har ingen ros.yaml.",
            "The folder that should hold {analysis} has no ros.yaml.",
        ),
        Wording(
            "Oppgi mappen til analysen, sett fra denne.",
            "Oppgi mappa til analysen, sett frå denne.",
            "Name the folder of the analysis, relative to this one.",
        ),
    ),
    "ROS_INHERITS_OTHER": RefusalText(
        Wording(
            "Mappen har analysen {found}, ikke {expected}.",
            "Mappa har analysen {found}, ikkje {expected}.",
            "The folder holds {found}, not {expected}.",
        ),
        Wording(
            "Rett mappen eller id-en under inherits.",
            "Rett mappa eller id-en under inherits.",
            "Correct the folder or the id under inherits.",
        ),
    ),
    "ROS_INHERITS_CRITERIA": RefusalText(
        Wording(
            "{analysis} er laget med {theirs}, og denne med {mine}. Nivåene kan ikke sammenlignes.",
            "{analysis} er laga med {theirs}, og denne med {mine}. Nivåa kan ikkje samanliknast.",
            "{analysis} was made with {theirs}, and this one with {mine}. Their levels cannot be compared.",
        ),
        Wording(
            "Bruk samme kriterier i begge, eller flytt den ene med prosess ros migrate.",
            "Bruk same kriterium i begge, eller flytt den eine med prosess ros migrate.",
            "Use one profile in both, or move one of them with prosess ros migrate.",
        ),
    ),
    "ROS_PARTY_OF_PARENT": RefusalText(
        Wording(
            "{party} er en annen part i {analysis}, som arves.",
            "{party} er ein annan part i {analysis}, som blir arva.",
            "{party} is another party in {analysis}, which is inherited.",
        ),
        Wording(
            "Gi parten en egen id her.",
            "Gi parten ein eigen id her.",
            "Give the party an id of its own here.",
        ),
    ),
    "ROS_NOT_INHERITED": RefusalText(
        Wording(
            "Ingen analyse som arves, har risikoen {risk}.",
            "Ingen analyse som blir arva, har risikoen {risk}.",
            "No analysis that is inherited has the risk {risk}.",
        ),
        Wording(
            "Rett id-en, eller skriv risikoen som analysens egen, med schema: risk/1.",
            "Rett id-en, eller skriv risikoen som analysen sin eigen, med schema: risk/1.",
            "Correct the id, or write the risk as this analysis' own, with schema: risk/1.",
        ),
    ),
    "ROS_OTHER_ORIGIN": RefusalText(
        Wording(
            "Risikoen {risk} kommer fra {origin}.",
            "Risikoen {risk} kjem frå {origin}.",
            "The risk {risk} comes from {origin}.",
        ),
        Wording(
            "Skriv origin: {origin}.",
            "Skriv origin: {origin}.",
            "Write origin: {origin}.",
        ),
    ),
    "ROS_RISK_UNKNOWN": RefusalText(
        Wording(
            "Analysen har ingen risiko {risk}.", "Analysen har ingen risiko {risk}.", "The assessment has no {risk}."
        ),
        Wording("Velg en av {risks}.", "Vel ein av {risks}.", "Choose one of {risks}."),
    ),
    "ROS_CONTROL_OF_CATALOGUE": RefusalText(
        Wording(
            "Katalogen har allerede {controls}.",
            "Katalogen har {controls} frå før.",
            "The catalogue has {controls} already.",
        ),
        Wording("Gi tiltaket en egen id.", "Gi tiltaket ein eigen id.", "Give the control an id of its own."),
    ),
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
