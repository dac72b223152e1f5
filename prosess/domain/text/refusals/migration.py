"""What is refused where an assessment is moved to other criteria."""

from prosess.domain.text.wording import RefusalText, Wording

MIGRATIONS: dict[str, RefusalText] = {
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
}
