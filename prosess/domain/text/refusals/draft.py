"""What is refused where an assessment is drafted, or a file of it edited."""

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
