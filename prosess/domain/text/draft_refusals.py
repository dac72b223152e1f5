"""What is refused where an assessment is drafted, taken from a workbook, or moved to other criteria."""

from prosess.domain.text.wording import RefusalText, Wording

DRAFTS: dict[str, RefusalText] = {
    "ROS_FOLDER_NOT_EMPTY": RefusalText(
        Wording(
            "Mappen er ikke tom, og ingenting blir skrevet over.",
            "Mappa er ikkje tom, og ingenting blir skrive over.",
            "The folder is not empty, and nothing is written over.",
        ),
        Wording("Oppgi en ny mappe.", "Oppgi ei ny mappe.", "Name a new folder."),
    ),
    "ROS_DRAFT_WITHOUT_CONTROLLER": RefusalText(
        Wording("Ingen dataansvarlig er kjent.", "Ingen dataansvarleg er kjend.", "No data controller is known."),
        Wording(
            "Gi en miljøfil med --env, eller et manifest med --pathway.",
            "Gi ei miljøfil med --env, eller eit manifest med --pathway.",
            "Give an environment file with --env, or a manifest with --pathway.",
        ),
    ),
    "WORKBOOK_NOT_XLSX": RefusalText(
        Wording(
            "Filen er ikke en lesbar XLSX-fil.",
            "Fila er ikkje ei lesbar XLSX-fil.",
            "The file is not a readable XLSX workbook.",
        ),
        Wording(
            "Lagre den som .xlsx uten passord.",
            "Lagre ho som .xlsx utan passord.",
            "Save it as .xlsx without a password.",
        ),
    ),
    "WORKBOOK_MACROS": RefusalText(
        Wording("Arbeidsboken har makroer.", "Arbeidsboka har makroar.", "The workbook has macros."),
        Wording(
            "Lagre den som .xlsx, uten makroer.",
            "Lagre ho som .xlsx, utan makroar.",
            "Save it as .xlsx, without macros.",
        ),
    ),
    "WORKBOOK_TOO_LARGE": RefusalText(
        Wording(
            "Arbeidsboken er for stor: {what} er over grensen på {limit}.",
            "Arbeidsboka er for stor: {what} er over grensa på {limit}.",
            "The workbook is too large: {what} is above the limit of {limit}.",
        ),
        Wording(
            "Slett tomme rader og kolonner og ark som ikke trengs, eller del filen.",
            "Slett tomme rader og kolonnar og ark som ikkje trengst, eller del fila.",
            "Delete empty rows and columns and sheets that are not needed, or split the file.",
        ),
    ),
    "WORKBOOK_NO_SHEET": RefusalText(
        Wording(
            "Ingen av arkene kan leses som risikoer.",
            "Ingen av arka kan lesast som risikoar.",
            "None of the sheets can be read as risks.",
        ),
        Wording(
            "Ha en rad med overskrifter som «Uønsket hendelse», «Sannsynlighet» og «Konsekvens», "
            "eller si hvilken kolonne som er hva med --columns.",
            "Ha ei rad med overskrifter som «Uønskt hending», «Sannsyn» og «Konsekvens», "
            "eller sei kva kolonne som er kva med --columns.",
            "Have a row of headings such as “Unwanted event”, “Likelihood” and “Consequence”, "
            "or say which column is what with --columns.",
        ),
    ),
    "WORKBOOK_FORMULA": RefusalText(
        Wording("Cellen har en formel.", "Cella har ein formel.", "The cell holds a formula."),
        Wording(
            "Lim inn verdien i stedet for formelen.",
            "Lim inn verdien i staden for formelen.",
            "Paste the value instead of the formula.",
        ),
    ),
    "WORKBOOK_MERGED_HEADING": RefusalText(
        Wording(
            "Overskriften er slått sammen over flere celler.",
            "Overskrifta er slått saman over fleire celler.",
            "The heading is merged over several cells.",
        ),
        Wording(
            "Del cellene, så hver kolonne har sin overskrift.",
            "Del cellene, så kvar kolonne har si overskrift.",
            "Split the cells, so that each column has its heading.",
        ),
    ),
    "WORKBOOK_HEADING_TWICE": RefusalText(
        Wording(
            "To kolonner har samme overskrift.",
            "To kolonnar har same overskrift.",
            "Two columns have the same heading.",
        ),
        Wording(
            "Gi den ene et annet navn, eller slett den.",
            "Gi den eine eit anna namn, eller slett han.",
            "Rename or delete one of them.",
        ),
    ),
    "WORKBOOK_KEY_UNKNOWN": RefusalText(
        Wording(
            "Nøkkelraden har {key}, som ikke er et felt.",
            "Nøkkelrada har {key}, som ikkje er eit felt.",
            "The row of keys has {key}, which is no field.",
        ),
        Wording(
            "La den skjulte raden 2 stå slik den ble skrevet.",
            "Lat den skjulte rada 2 stå slik ho vart skriven.",
            "Leave hidden row 2 as it was written.",
        ),
    ),
    "WORKBOOK_ID_TWICE": RefusalText(
        Wording(
            "{id} står i to rader; den første er {other}.",
            "{id} står i to rader; den første er {other}.",
            "{id} stands in two rows; the first is {other}.",
        ),
        Wording("Gi hver risiko sin id.", "Gi kvar risiko sin id.", "Give each risk its own id."),
    ),
    "WORKBOOK_RISK_UNKNOWN": RefusalText(
        Wording(
            "Raden viser til {id}, som ikke er en risiko i arbeidsboken.",
            "Rada viser til {id}, som ikkje er ein risiko i arbeidsboka.",
            "The row names {id}, which is no risk of the workbook.",
        ),
        Wording(
            "Bruk id-en fra arket med risikoer, eller slett raden.",
            "Bruk id-en frå arket med risikoar, eller slett rada.",
            "Use the id from the sheet of risks, or delete the row.",
        ),
    ),
    "WORKBOOK_CONTROL_UNKNOWN": RefusalText(
        Wording("Tiltaket {control} finnes ikke.", "Tiltaket {control} finst ikkje.", "There is no control {control}."),
        Wording(
            "Bruk en id fra katalogen, eller gi tiltaket en egen fil under controls/.",
            "Bruk ein id frå katalogen, eller gi tiltaket ei eiga fil under controls/.",
            "Use an id of the catalogue, or give the control a file of its own under controls/.",
        ),
    ),
    "WORKBOOK_ORDINAL": RefusalText(
        Wording(
            "Tallet er utenfor skalaen 1–{top}.",
            "Talet er utanfor skalaen 1–{top}.",
            "The number is off the scale 1–{top}.",
        ),
        Wording(
            "Skriv et trinn på skalaen, eller oversett ordene i --columns.",
            "Skriv eit trinn på skalaen, eller omset orda i --columns.",
            "Write a step of the scale, or translate the words in --columns.",
        ),
    ),
    "WORKBOOK_STEP_UNKNOWN": RefusalText(
        Wording(
            "Cellen har ikke et trinn på skalaen til {criteria}.",
            "Cella har ikkje eit trinn på skalaen til {criteria}.",
            "The cell holds no step of the scale of {criteria}.",
        ),
        Wording(
            "Bruk et av {known}, eller oversett ordet i --columns.",
            "Bruk eit av {known}, eller omset ordet i --columns.",
            "Use one of {known}, or translate the word in --columns.",
        ),
    ),
    "WORKBOOK_LEVEL_UNKNOWN": RefusalText(
        Wording(
            "Cellen har ikke et risikonivå i {criteria}.",
            "Cella har ikkje eit risikonivå i {criteria}.",
            "The cell holds no level of {criteria}.",
        ),
        Wording(
            "Bruk et av {known}, eller oversett ordet i --columns.",
            "Bruk eit av {known}, eller omset ordet i --columns.",
            "Use one of {known}, or translate the word in --columns.",
        ),
    ),
    "WORKBOOK_VALUE": RefusalText(
        Wording(
            "Cellen har ikke det som feltet {key} krever.",
            "Cella har ikkje det som feltet {key} krev.",
            "The cell does not hold what the field {key} asks for.",
        ),
        Wording(
            "Se hva feltet kan ha i docs/risk.md.",
            "Sjå kva feltet kan ha i docs/risk.md.",
            "See in docs/risk.md what the field may hold.",
        ),
    ),
    "WORKBOOK_MISSING": RefusalText(
        Wording("Feltet {key} mangler.", "Feltet {key} manglar.", "The field {key} is missing."),
        Wording("Fyll ut cellen.", "Fyll ut cella.", "Fill in the cell."),
    ),
    "WORKBOOK_OTHER_CRITERIA": RefusalText(
        Wording(
            "Arbeidsboken er vurdert mot {named}, ikke {given}.",
            "Arbeidsboka er vurdert mot {named}, ikkje {given}.",
            "The workbook was assessed against {named}, not {given}.",
        ),
        Wording(
            "Utelat --criteria, og flytt vurderingen etterpå med prosess ros migrate.",
            "Utelat --criteria, og flytt vurderinga etterpå med prosess ros migrate.",
            "Leave out --criteria, and move the assessment afterwards with prosess ros migrate.",
        ),
    ),
    "MIGRATION_UNKNOWN": RefusalText(
        Wording(
            "Ingen overgang fra {old} til {new} er skrevet.",
            "Ingen overgang frå {old} til {new} er skriven.",
            "No migration from {old} to {new} is written.",
        ),
        Wording(
            "Skriv en, og gi den med --map: en fil criteria-migration/1 som for sannsynlighet og hver dimensjon "
            "lister det nye trinnet for hvert gammelt.",
            "Skriv ein, og gi han med --map: ei fil criteria-migration/1 som for sannsyn og kvar dimensjon "
            "listar det nye trinnet for kvart gammalt.",
            "Write one, and give it with --map: a file criteria-migration/1 that for the likelihood and each "
            "dimension lists the new step of each old one.",
        ),
    ),
    "MIGRATION_OTHER_START": RefusalText(
        Wording(
            "Vurderingen er gjort mot {named}, ikke {given}.",
            "Vurderinga er gjord mot {named}, ikkje {given}.",
            "The assessment was made against {named}, not {given}.",
        ),
        Wording("Gå ut ifra {named}.", "Gå ut ifrå {named}.", "Start with {named}."),
    ),
    "MIGRATION_OF_SCHEMA": RefusalText(
        Wording(
            "Filene er skrevet etter {named}, og denne versjonen kjenner ikke noe annet skjema å flytte dem til.",
            "Filene er skrivne etter {named}, og denne versjonen kjenner ikkje noko anna skjema å flytte dei til.",
            "The files are written in {named}, and this version knows no other schema to move them to.",
        ),
        Wording(
            "Nevn kriterier, som profil@versjon, eller la filene stå: de leses som de er.",
            "Nemn kriterium, som profil@versjon, eller lat filene stå: dei blir lesne som dei er.",
            "Name criteria, as profile@version, or leave the files: they are read as they are.",
        ),
    ),
    "MIGRATION_OF_OTHERS": RefusalText(
        Wording(
            "Overgangen gjelder {key} {named}, ikke {given}.",
            "Overgangen gjeld {key} {named}, ikkje {given}.",
            "The migration is of {key} {named}, not {given}.",
        ),
        Wording(
            "Gi overgangen som er skrevet for disse kriteriene.",
            "Gi overgangen som er skriven for desse kriteria.",
            "Give the migration that was written for these criteria.",
        ),
    ),
    "MIGRATION_SCALE": RefusalText(
        Wording(
            "Overgangen for {facet} har {count} trinn; den gamle skalaen har {steps}, og de nye trinnene går "
            "fra 1 til {top}.",
            "Overgangen for {facet} har {count} trinn; den gamle skalaen har {steps}, og dei nye trinna går "
            "frå 1 til {top}.",
            "The migration of {facet} has {count} steps; the old scale has {steps}, and the new steps go from "
            "1 to {top}.",
        ),
        Wording(
            "Gi ett nytt trinn for hvert gammelt, aldri lavere enn for trinnet under.",
            "Gi eitt nytt trinn for kvart gammalt, aldri lågare enn for trinnet under.",
            "Give one new step for each old one, never lower than for the step below.",
        ),
    ),
    "MIGRATION_FACET_MISSING": RefusalText(
        Wording(
            "Overgangen sier ikke hva som skjer med {facet}.",
            "Overgangen seier ikkje kva som skjer med {facet}.",
            "The migration does not say what happens to {facet}.",
        ),
        Wording(
            "Legg til {facet} under consequence.",
            "Legg til {facet} under consequence.",
            "Add {facet} under consequence.",
        ),
    ),
    "MIGRATION_OFF_SCALE": RefusalText(
        Wording(
            "Trinnet for {facet} er utenfor den gamle skalaen 1–{top}.",
            "Trinnet for {facet} er utanfor den gamle skalaen 1–{top}.",
            "The step of {facet} is off the old scale 1–{top}.",
        ),
        Wording("Rett vurderingen først.", "Rett vurderinga først.", "Correct the judgement first."),
    ),
    "EDIT_NOT_POSSIBLE": RefusalText(
        Wording(
            "Verdien {key} kan ikke byttes uten å endre resten av filen.",
            "Verdien {key} kan ikkje bytast utan å endre resten av fila.",
            "The value {key} cannot be replaced without changing the rest of the file.",
        ),
        Wording(
            "Skriv den som en enkel verdi på én linje, uten anker eller alias.",
            "Skriv han som ein enkel verdi på éi linje, utan anker eller alias.",
            "Write it as a plain value on one line, without anchors or aliases.",
        ),
    ),
}
