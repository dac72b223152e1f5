"""What is refused of a risk assessment's files: its parties, risks and controls; texts of what ros asks."""

from prosess.domain.text.wording import RefusalText, Wording

ANALYSES: dict[str, RefusalText] = {
    "ROS_NO_ANALYSIS": RefusalText(
        Wording("Mappen har ingen ros.yaml.", "Mappa har ingen ros.yaml.", "The folder holds no ros.yaml."),
        Wording(
            "Oppgi mappen som har den, eller begynn på en med prosess ros init.",
            "Oppgi mappa som har ho, eller begynn på ei med prosess ros init.",
            "Name the folder that holds it, or begin one with prosess ros init.",
        ),
    ),
    "ROS_PARTY_TWICE": RefusalText(
        Wording(
            "To parter har samme id: {ids}.", "To partar har same id: {ids}.", "Two parties have the same id: {ids}."
        ),
        Wording("Gi hver part sin id.", "Gi kvar part sin id.", "Give each party its own id."),
    ),
    "ROS_PARTY_UNKNOWN": RefusalText(
        Wording(
            "{key} viser til {party}, som ikke står under parties.",
            "{key} viser til {party}, som ikkje står under parties.",
            "{key} names {party}, which is not among parties.",
        ),
        Wording(
            "Legg til parten, eller oppgi en som står der.",
            "Legg til parten, eller oppgi ein som står der.",
            "Add the party, or name one that is listed.",
        ),
    ),
    "ROS_AUTHOR_REVIEWS": RefusalText(
        Wording(
            "Den som har laget analysen, kan ikke også kontrollere den.",
            "Den som har laga analysen, kan ikkje òg kontrollere han.",
            "Who made the analysis cannot review it too.",
        ),
        Wording(
            "Oppgi en annen part under reviewer.",
            "Oppgi ein annan part under reviewer.",
            "Name another party under reviewer.",
        ),
    ),
    "ROS_AUTHOR_ROLE": RefusalText(
        Wording(
            "Rollen {role} lager aldri en ROS-analyse.",
            "Rolla {role} lagar aldri ein ROS-analyse.",
            "The role {role} never makes a risk assessment.",
        ),
        Wording(
            "Oppgi en part med en annen rolle under author.",
            "Oppgi ein part med ei anna rolle under author.",
            "Name a party with another role under author.",
        ),
    ),
    "ROS_REVIEWER_ROLE": RefusalText(
        Wording(
            "Rollen {role} kan ikke kontrollere en ROS-analyse.",
            "Rolla {role} kan ikkje kontrollere ein ROS-analyse.",
            "The role {role} cannot review a risk assessment.",
        ),
        Wording(
            "Oppgi en part med rollen security_reviewer under reviewer.",
            "Oppgi ein part med rolla security_reviewer under reviewer.",
            "Name a party with the role security_reviewer under reviewer.",
        ),
    ),
    "ROS_SCOPE_NOT_COVERED": RefusalText(
        Wording(
            "Analysen gjelder bare {scopes}.",
            "Analysen gjeld berre {scopes}.",
            "The analysis covers {scopes} and nothing else.",
        ),
        Wording(
            "Velg noe av dette, eller utvid also_covers i ros.yaml.",
            "Vel noko av dette, eller utvid also_covers i ros.yaml.",
            "Name one of these, or add the scope to also_covers in ros.yaml.",
        ),
    ),
    "ROS_ID_TWICE": RefusalText(
        Wording("To filer har id {id}.", "To filer har id {id}.", "Two files declare {id}."),
        Wording(
            "Gi hver sin id, eller fjern den ene filen.",
            "Gi kvar sin id, eller fjern den eine fila.",
            "Give each its own id, or remove one of the files.",
        ),
    ),
    "ROS_DECLARED_TWICE": RefusalText(
        Wording(
            "To har samme id: {ids}.",
            "To har same id: {ids}.",
            "Two have the same id: {ids}.",
        ),
        Wording(
            "Gi hver sin id.",
            "Gi kvar sin id.",
            "Give each its own id.",
        ),
    ),
    "SCENARIO_NEVER": RefusalText(
        Wording(
            "Ingenting gjør at scenarioet gjelder.",
            "Ingenting gjer at scenarioet gjeld.",
            "Nothing makes the scenario apply.",
        ),
        Wording("Skriv always: true.", "Skriv always: true.", "Write always: true."),
    ),
    "ROS_RISK_TWICE": RefusalText(
        Wording(
            "Risikoen {id} står også i {file}, linje {line}.",
            "Risikoen {id} står òg i {file}, linje {line}.",
            "The risk {id} is also in {file}, line {line}.",
        ),
        Wording(
            "Gi hver risiko sin id, eller fjern den ene filen.",
            "Gi kvar risiko sin id, eller fjern den eine fila.",
            "Give each risk its own id, or remove one of the files.",
        ),
    ),
    "ROS_CONTROL_TWICE": RefusalText(
        Wording(
            "Tiltaket {id} står også i {file}, linje {line}.",
            "Tiltaket {id} står òg i {file}, linje {line}.",
            "The control {id} is also in {file}, line {line}.",
        ),
        Wording(
            "Gi hvert tiltak sin id, eller fjern den ene filen.",
            "Gi kvart tiltak sin id, eller fjern den eine fila.",
            "Give each control its own id, or remove one of the files.",
        ),
    ),
    "ROS_CONTROL_USED_TWICE": RefusalText(
        Wording(
            "Risikoen bruker tiltaket {control} to ganger.",
            "Risikoen bruker tiltaket {control} to gonger.",
            "The risk leans on the control {control} twice.",
        ),
        Wording(
            "Skriv hele virkningen på ett sted.",
            "Skriv heile verknaden på éin stad.",
            "Write all of its effect in one place.",
        ),
    ),
    "ROS_AUTHOR_APPROVES": RefusalText(
        Wording(
            "Den som har laget analysen, kan ikke godkjenne hva tiltakene er verdt.",
            "Den som har laga analysen, kan ikkje godkjenne kva tiltaka er verde.",
            "Who made the analysis cannot approve what its controls are worth.",
        ),
        Wording(
            "Oppgi en annen part under effects_approved.by.",
            "Oppgi ein annan part under effects_approved.by.",
            "Name another party under effects_approved.by.",
        ),
    ),
    "ROS_RISK_UNKNOWN": RefusalText(
        Wording(
            "Analysen har ingen risiko {risk}.", "Analysen har ingen risiko {risk}.", "The assessment has no {risk}."
        ),
        Wording("Velg en av {risks}.", "Vel ein av {risks}.", "Choose one of {risks}."),
    ),
    "ROS_CONTROL_OF_CATALOGUE": RefusalText(
        Wording(
            "Katalogen har allerede {controls}.",
            "Katalogen har {controls} frå før.",
            "The catalogue has {controls} already.",
        ),
        Wording("Gi tiltaket en egen id.", "Gi tiltaket ein eigen id.", "Give the control an id of its own."),
    ),
}
