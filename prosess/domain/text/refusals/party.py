"""What is refused of who is named: organisations, the parties of agreements, the actors of dependencies."""

from prosess.domain.text.wording import RefusalText, Wording

PARTIES: dict[str, RefusalText] = {
    "DECLARED_TWICE": RefusalText(
        Wording("{key} har to med id {id}.", "{key} har to med id {id}.", "{key} declares {id} twice."),
        Wording(
            "Gi hver sin id, eller fjern den ene.",
            "Gi kvar sin id, eller fjern den eine.",
            "Give each its own id, or remove one.",
        ),
    ),
    "ORGANISATION_NOT_IN_REGISTER": RefusalText(
        Wording(
            "{key} viser til {organisation}, som ikke står under organisations.",
            "{key} viser til {organisation}, som ikkje står under organisations.",
            "{key} names {organisation}, which is not among organisations.",
        ),
        Wording(
            "Legg til organisasjonen, eller oppgi en som står der.",
            "Legg til organisasjonen, eller oppgi ein som står der.",
            "Add the organisation, or name one that is listed.",
        ),
    ),
    "AGREEMENT_PARTIES": RefusalText(
        Wording(
            "parties har færre enn to parter, eller en av dem to ganger.",
            "parties har færre enn to partar, eller ein av dei to gonger.",
            "parties names fewer than two, or one twice.",
        ),
        Wording(
            "Oppgi hver part én gang, med organisasjonsnummer.",
            "Oppgi kvar part éin gong, med organisasjonsnummer.",
            "Name each party once, by its organisation number.",
        ),
    ),
    "AGREEMENT_PERIOD": RefusalText(
        Wording(
            "Avtalen slutter før den begynner.",
            "Avtalen sluttar før han begynner.",
            "The agreement ends before it begins.",
        ),
        Wording(
            "Rett in_force_from eller expires.",
            "Rett in_force_from eller expires.",
            "Correct in_force_from or expires.",
        ),
    ),
    "AGREEMENT_OF_OTHERS": RefusalText(
        Wording(
            "Virksomheten er ikke part i avtalen {agreement}.",
            "Verksemda er ikkje part i avtalen {agreement}.",
            "The tenant is not a party to agreement {agreement}.",
        ),
        Wording(
            "Oppgi bare avtaler som virksomheten er part i.",
            "Oppgi berre avtalar som verksemda er part i.",
            "Name only agreements that the tenant is party to.",
        ),
    ),
    "DEPENDENCY_ACTORS": RefusalText(
        Wording(
            "actors er tom, eller har en aktør to ganger.",
            "actors er tom, eller har ein aktør to gonger.",
            "actors names nobody, or somebody twice.",
        ),
        Wording(
            "Oppgi hver aktør som avhengigheten gjelder, én gang.",
            "Oppgi kvar aktør som avhengnaden gjeld, éin gong.",
            "Name each actor of the dependency, once.",
        ),
    ),
}
