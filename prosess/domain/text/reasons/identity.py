"""Why gate G0 is closed: who the parties are, and who answers for them."""

from prosess.domain.role import Role
from prosess.domain.text.wording import ReasonText, Wording

REASONS: dict[str, ReasonText] = {
    "G0_ORGANISATION_NOT_IN_REGISTER": ReasonText(
        Wording(
            "{organisation} står ikke i regionens register.",
            "{organisation} står ikkje i registeret til regionen.",
            "{organisation} is not in the region's register.",
        ),
        ("organisation",),
        "add_to_register",
        Role.PLATFORM_OWNER,
    ),
    "G0_KIND_NOT_AS_REGISTERED": ReasonText(
        Wording(
            "{organisation} er oppført som {kind}, men står i regionens register som noe annet.",
            "{organisation} er oppført som {kind}, men står i registeret til regionen som noko anna.",
            "{organisation} is listed as {kind}, but the region's register says otherwise.",
        ),
        ("kind", "organisation"),
        "correct_kind",
        Role.PRODUCT_OWNER,
    ),
    "G0_SYNTHETIC_PARTY_IN_PROD": ReasonText(
        Wording(
            "{organisation} er en syntetisk organisasjon og kan ikke være med i produksjon.",
            "{organisation} er ein syntetisk organisasjon og kan ikkje vere med i produksjon.",
            "{organisation} is a synthetic organisation and cannot take part in production.",
        ),
        ("organisation",),
        "replace_synthetic_party",
        Role.PRODUCT_OWNER,
    ),
    "G0_KIND_NOT_ADMITTED": ReasonText(
        Wording(
            "Miljøet {environment} slipper ikke inn deltakere av typen {kind} ({organisation}).",
            "Miljøet {environment} slepp ikkje inn deltakarar av typen {kind} ({organisation}).",
            "Environment {environment} does not admit participants of kind {kind} ({organisation}).",
        ),
        ("environment", "kind", "organisation"),
        "admit_kind",
        Role.PLATFORM_OWNER,
    ),
    "G0_TENANT_NOT_PARTICIPANT": ReasonText(
        Wording(
            "{organisation} eier pasientforløpet, men er ikke oppført som deltaker i det.",
            "{organisation} eig pasientforløpet, men er ikkje oppført som deltakar i det.",
            "{organisation} owns the pathway, but is not listed as a participant.",
        ),
        ("organisation",),
        "list_tenant",
        Role.PRODUCT_OWNER,
    ),
    "G0_NO_CONTACT": ReasonText(
        Wording(
            "Kontakten for {contact_of} er en eksempeladresse som ingen leser.",
            "Kontakten for {contact_of} er ei eksempeladresse som ingen les.",
            "The contact of {contact_of} is an example address that nobody reads.",
        ),
        ("contact_of",),
        "give_contact",
        Role.PRODUCT_OWNER,
    ),
}

REMEDIES: dict[str, Wording] = {
    "add_to_register": Wording(
        "Før organisasjonen inn i regionens fil, eller rett nummeret i manifestet.",
        "Før organisasjonen inn i fila til regionen, eller rett nummeret i manifestet.",
        "Add the organisation to the region's file, or correct its number in the manifest.",
    ),
    "correct_kind": Wording(
        "Oppgi den typen som står i registeret, eller be om at registeret rettes.",
        "Oppgi den typen som står i registeret, eller be om at registeret blir retta.",
        "State the kind that the register has, or ask for the register to be corrected.",
    ),
    "replace_synthetic_party": Wording(
        "Bytt den ut med en reell organisasjon som har de avtalene som trengs.",
        "Byt han ut med ein reell organisasjon som har dei avtalane som trengst.",
        "Replace it by a real organisation that has the agreements needed.",
    ),
    "admit_kind": Wording(
        "La miljøet slippe inn denne typen, etter ny ROS-analyse, eller velg et annet miljø.",
        "La miljøet sleppe inn denne typen, etter ny ROS-analyse, eller vel eit anna miljø.",
        "Let the environment admit this kind, after a new risk assessment, or choose another environment.",
    ),
    "list_tenant": Wording(
        "Før virksomheten opp under participants i manifestet.",
        "Før verksemda opp under participants i manifestet.",
        "List the tenant under participants in the manifest.",
    ),
    "give_contact": Wording(
        "Oppgi en funksjonspostkasse som noen leser.",
        "Oppgi ei funksjonspostkasse som nokon les.",
        "Give a functional mailbox that somebody reads.",
    ),
}
