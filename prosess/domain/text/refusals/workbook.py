"""What is refused where an assessment is taken from a workbook."""

from prosess.domain.text.wording import RefusalText, Wording

WORKBOOKS: dict[str, RefusalText] = {
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
}
