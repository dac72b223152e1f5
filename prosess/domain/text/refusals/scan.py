"""What is refused of another's Pulumi project before its program is shown."""

from prosess.domain.text.wording import RefusalText, Wording

SCANS: dict[str, RefusalText] = {
    "SCAN_CONFIG_FORM": RefusalText(
        Wording(
            "Verdi nummer {count} til --config har ikke formen KEY=VALUE.",
            "Verdi nummer {count} til --config har ikkje forma KEY=VALUE.",
            "Value number {count} of --config is not of the form KEY=VALUE.",
        ),
        Wording(
            "Skriv nøkkelen, et likhetstegn og verdien, for eksempel --config location=norwayeast.",
            "Skriv nøkkelen, eit likskapsteikn og verdien, til dømes --config location=norwayeast.",
            "Write the key, an equals sign and the value, such as --config location=norwayeast.",
        ),
    ),
    "SCAN_NO_PROGRAM": RefusalText(
        Wording("Det finnes ingen fil {path}.", "Det finst inga fil {path}.", "There is no file {path}."),
        Wording(
            "Oppgi en mappe med Pulumi.yaml, eller en Python-fil, eventuelt med :funksjon bak.",
            "Oppgi ei mappe med Pulumi.yaml, eller ei Python-fil, eventuelt med :funksjon bak.",
            "Give a folder with Pulumi.yaml, or a Python file, with :function behind it where that is the program.",
        ),
    ),
    "SCAN_NO_PROJECT": RefusalText(
        Wording("{path} har ingen Pulumi.yaml.", "{path} har ingen Pulumi.yaml.", "{path} has no Pulumi.yaml."),
        Wording(
            "Oppgi mappen der Pulumi.yaml ligger, eller programmets Python-fil.",
            "Oppgi mappa der Pulumi.yaml ligg, eller Python-fila til programmet.",
            "Give the folder that holds Pulumi.yaml, or the program's Python file.",
        ),
    ),
    "SCAN_FORM": RefusalText(
        Wording(
            "{key} mangler eller har en form som Pulumi ikke kjenner.",
            "{key} manglar eller har ei form som Pulumi ikkje kjenner.",
            "{key} is missing or has a form that Pulumi does not know.",
        ),
        Wording(
            "Rett nøkkelen slik Pulumis prosjektfil skal være.",
            "Rett nøkkelen slik prosjektfila til Pulumi skal vere.",
            "Write the key as Pulumi's project file has it.",
        ),
    ),
    "SCAN_RUNTIME": RefusalText(
        Wording(
            "Programmet er skrevet for {runtime}, og bare Python kan planlegges uten abonnement.",
            "Programmet er skrive for {runtime}, og berre Python kan planleggjast utan abonnement.",
            "The program is written for {runtime}, and only Python can be planned without a subscription.",
        ),
        Wording(
            "Ta en forhåndsvisning med pulumi preview --json --show-sames, og vurder den.",
            "Ta ei førehandsvising med pulumi preview --json --show-sames, og vurder ho.",
            "Take a preview with pulumi preview --json --show-sames, and judge that.",
        ),
    ),
    "SCAN_MAIN": RefusalText(
        Wording(
            "{main} er ikke et Python-program i prosjektets egen mappe.",
            "{main} er ikkje eit Python-program i mappa til prosjektet.",
            "{main} is no Python program in the project's own folder.",
        ),
        Wording(
            "Oppgi en mappe med __main__.py, eller filen selv.",
            "Oppgi ei mappe med __main__.py, eller sjølve fila.",
            "Name a folder with __main__.py, or the file itself.",
        ),
    ),
    "SCAN_NO_STACK": RefusalText(
        Wording(
            "Prosjektet har ingen fil for stakken {stack}.",
            "Prosjektet har inga fil for stakken {stack}.",
            "The project has no file for the stack {stack}.",
        ),
        Wording("Velg {known}.", "Vel {known}.", "Choose {known}."),
    ),
    "SCAN_WHICH_STACK": RefusalText(
        Wording(
            "Prosjektet har flere stakker, og ingen av dem er valgt.",
            "Prosjektet har fleire stakkar, og ingen av dei er vald.",
            "The project has several stacks, and none is chosen.",
        ),
        Wording(
            "Velg {known} med --stack.",
            "Vel {known} med --stack.",
            "Choose {known} with --stack.",
        ),
    ),
    "SCAN_NO_PYTHON": RefusalText(
        Wording(
            "{python} er ingen Python som kan startes.",
            "{python} er ingen Python som kan startast.",
            "{python} is no Python that can be started.",
        ),
        Wording(
            "Oppgi en Python, eller mappen til et virtuelt miljø, med --python.",
            "Oppgi ein Python, eller mappa til eit virtuelt miljø, med --python.",
            "Give a Python, or the folder of a virtual environment, with --python.",
        ),
    ),
    "SCAN_NO_VENV": RefusalText(
        Wording(
            "Prosjektfilen viser til det virtuelle miljøet {venv}, som ikke finnes.",
            "Prosjektfila viser til det virtuelle miljøet {venv}, som ikkje finst.",
            "The project file names the virtual environment {venv}, which is not there.",
        ),
        Wording(
            "Lag det med programmets pakker, eller oppgi en annen Python med --python.",
            "Lag det med pakkane til programmet, eller oppgi ein annan Python med --python.",
            "Make it with the program's packages, or give another Python with --python.",
        ),
    ),
    "SCAN_WHICH_PYTHON": RefusalText(
        Wording(
            "Prosjektet har ikke noe virtuelt miljø, og ingen Python er oppgitt.",
            "Prosjektet har ikkje noko virtuelt miljø, og ingen Python er oppgitt.",
            "The project has no virtual environment, and no Python is given.",
        ),
        Wording(
            "Oppgi med --python en Python som har programmets pakker.",
            "Oppgi med --python ein Python som har pakkane til programmet.",
            "Give with --python a Python that has the program's packages.",
        ),
    ),
    "SCAN_NO_PULUMI": RefusalText(
        Wording(
            "{python} har ikke pakken pulumi.",
            "{python} har ikkje pakken pulumi.",
            "{python} does not have the package pulumi.",
        ),
        Wording(
            "Installer programmets pakker i det miljøet, eller oppgi en annen Python med --python.",
            "Installer pakkane til programmet i det miljøet, eller oppgi ein annan Python med --python.",
            "Install the program's packages there, or give another Python with --python.",
        ),
    ),
    "SCAN_OTHER_PULUMI": RefusalText(
        Wording(
            "Programmet kunne ikke startes i {python}: {error}.",
            "Programmet kunne ikkje startast i {python}: {error}.",
            "The program could not be started in {python}: {error}.",
        ),
        Wording(
            "Bruk pulumi 3 og Python 3.10 eller nyere i det miljøet.",
            "Bruk pulumi 3 og Python 3.10 eller nyare i det miljøet.",
            "Use pulumi 3 and Python 3.10 or newer there.",
        ),
    ),
    "SCAN_CONFIG_KIND": RefusalText(
        Wording(
            "Konfigurasjonen {key} kan ikke leses som {kind}.",
            "Konfigurasjonen {key} kan ikkje lesast som {kind}.",
            "The configuration {key} cannot be read as {kind}.",
        ),
        Wording(
            "Gi en verdi av det slaget med --config {key}=VALUE.",
            "Gi ein verdi av det slaget med --config {key}=VALUE.",
            "Give a value of that kind with --config {key}=VALUE.",
        ),
    ),
}
