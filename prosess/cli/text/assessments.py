"""Texts of the verbs that begin an assessment and move it to other criteria."""

from prosess.domain.text.wording import Wording

ASSESSMENTS: dict[str, Wording] = {
    "init.scenario": Wording("Scenario", "Scenario", "Scenario"),
    "init.applies": Wording("Gjelder", "Gjeld", "Applies"),
    "init.why": Wording("Hvorfor", "Kvifor", "Why"),
    "init.yes": Wording("ja", "ja", "yes"),
    "init.no": Wording("nei", "nei", "no"),
    "init.cell": Wording("Celle", "Celle", "Cell"),
    "init.note": Wording("Merknad", "Merknad", "Note"),
    "init.written": Wording(
        "Utkast til {count} risikoer ligger i {folder}. Ingenting er vurdert ennå: begynn med å lese hver fil.",
        "Utkast til {count} risikoar ligg i {folder}. Ingenting er vurdert enno: begynn med å lese kvar fil.",
        "Drafts of {count} risks are in {folder}. Nothing is judged yet: begin by reading each file.",
    ),
    "init.taken": Wording(
        "{count} risikoer er hentet inn og ligger i {folder}.",
        "{count} risikoar er henta inn og ligg i {folder}.",
        "{count} risks were taken in and are in {folder}.",
    ),
    "migrate.risk": Wording("Risiko", "Risiko", "Risk"),
    "migrate.facet": Wording("Felt", "Felt", "Field"),
    "migrate.before": Wording("Før", "Før", "Before"),
    "migrate.after": Wording("Etter", "Etter", "After"),
    "migrate.note": Wording("Merknad", "Merknad", "Note"),
    "migrate.dry": Wording(
        "Ingenting er skrevet. Gi --write for å endre filene.",
        "Ingenting er skrive. Gi --write for å endre filene.",
        "Nothing was written. Give --write to change the files.",
    ),
    "migrate.written": Wording(
        "{count} filer er endret; resten av hver fil står som før.",
        "{count} filer er endra; resten av kvar fil står som før.",
        "{count} files were changed; the rest of each file is as it was.",
    ),
}
