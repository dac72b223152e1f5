"""What is refused of baselines, traces and forecasts: texts of what ros asks."""

from prosess.domain.text.wording import RefusalText, Wording

MOVEMENTS: dict[str, RefusalText] = {
    "ROS_BASELINE_MISSING": RefusalText(
        Wording("Det finnes ingen fil {file}.", "Det finst inga fil {file}.", "There is no file {file}."),
        Wording(
            "Oppgi en fil med en vurdering, eller lag en med prosess ros check --write-baseline.",
            "Oppgi ei fil med ei vurdering, eller lag ei med prosess ros check --write-baseline.",
            "Name a file with an assessment, or make one with prosess ros check --write-baseline.",
        ),
    ),
    "ROS_BASELINE_UNREADABLE": RefusalText(
        Wording(
            "{file} er ikke en vurdering (assessment/1).",
            "{file} er ikkje ei vurdering (assessment/1).",
            "{file} is not an assessment (assessment/1).",
        ),
        Wording(
            "Lag den på nytt med prosess ros check --write-baseline.",
            "Lag ho på nytt med prosess ros check --write-baseline.",
            "Make it anew with prosess ros check --write-baseline.",
        ),
    ),
    "ROS_BASELINE_OF_ANOTHER": RefusalText(
        Wording(
            "Grunnlaget er {found}, og det som sjekkes er {asked}.",
            "Grunnlaget er {found}, og det som blir sjekka er {asked}.",
            "The baseline is {found}, and what is checked is {asked}.",
        ),
        Wording(
            "Oppgi grunnlaget for denne analysen.",
            "Oppgi grunnlaget for denne analysen.",
            "Name the baseline of this analysis.",
        ),
    ),
    "ROS_TRACE_UNKNOWN": RefusalText(
        Wording(
            "{subject} er ingen risiko, intet tiltak, ingen regel og ingen ressurs i vurderingen.",
            "{subject} er ingen risiko, ikkje noko tiltak, ingen regel og ingen ressurs i vurderinga.",
            "{subject} is no risk, control, rule or resource of the assessment.",
        ),
        Wording(
            "Oppgi en id, en hel URN eller siste del av en URN. Uten den vises alt.",
            "Oppgi ein id, ein heil URN eller siste del av ein URN. Utan den blir alt vist.",
            "Name an id, a whole URN or the last part of one. Without it everything is shown.",
        ),
    ),
}
