"""What the verbs check, diff, trace and forecast of ``prosess ros`` say by themselves."""

from prosess.domain.text.wording import Wording

MOVEMENT: dict[str, Wording] = {
    "ros.baseline_written": Wording(
        "Grunnlaget er skrevet: {file}", "Grunnlaget er skrive: {file}", "The baseline is written: {file}"
    ),
    "error.ROS_INVALID": Wording(
        "Analysen viser til noe som ikke finnes, så ingen port kan svare for den:",
        "Analysen viser til noko som ikkje finst, så ingen port kan svare for han:",
        "The analysis names what does not exist, so no gate can answer for it:",
    ),
    "hint.ROS_INVALID": Wording(
        "Rett id-en, eller legg til det som mangler.",
        "Rett id-en, eller legg til det som manglar.",
        "Put the id right, or add what is missing.",
    ),
    "error.ROS_GATE_UNKNOWN": Wording(
        "Det finnes ingen port {gate}.", "Det finst ingen port {gate}.", "There is no gate {gate}."
    ),
    "hint.ROS_GATE_UNKNOWN": Wording("Portene er: {gates}.", "Portane er: {gates}.", "The gates are: {gates}."),
    "error.ROS_TWO_BASELINES": Wording(
        "--baseline og --against oppgir hvert sitt grunnlag.",
        "--baseline og --against oppgir kvart sitt grunnlag.",
        "--baseline and --against name two baselines.",
    ),
    "hint.ROS_TWO_BASELINES": Wording("Oppgi ett av dem.", "Oppgi eitt av dei.", "Give one of them."),
    "error.ROS_DIFF_FORM": Wording(
        "Oppgi to versjoner som A..B.", "Oppgi to versjonar som A..B.", "Name two versions as A..B."
    ),
    "hint.ROS_DIFF_FORM": Wording(
        "Hver er en git-revisjon, en mappe eller en fil med en vurdering; en tom B er mappen slik den står.",
        "Kvar er ein git-revisjon, ei mappe eller ei fil med ei vurdering; ein tom B er mappa slik ho står.",
        "Each is a git revision, a folder or a file with an assessment; an empty B is the folder as it stands.",
    ),
    "error.ROS_DIFF_NEEDS_ENV": Wording(
        "{where} må vurderes, og det trengs et miljø til det.",
        "{where} må vurderast, og det trengst eit miljø til det.",
        "{where} has to be assessed, and that takes an environment.",
    ),
    "hint.ROS_DIFF_NEEDS_ENV": Wording(
        "Oppgi miljøfilen med --env.", "Oppgi miljøfila med --env.", "Name the environment file with --env."
    ),
    "error.ROS_DIFF_NEEDS_FOLDER": Wording(
        "{where} er verken en fil eller en mappe; som git-revisjon trenger den en mappe.",
        "{where} er verken ei fil eller ei mappe; som git-revisjon treng han ei mappe.",
        "{where} is neither a file nor a folder; as a git revision it needs a folder.",
    ),
    "hint.ROS_DIFF_NEEDS_FOLDER": Wording(
        "Oppgi mappen med analysen med --ros.",
        "Oppgi mappa med analysen med --ros.",
        "Name the folder of the analysis with --ros.",
    ),
}
