"""Texts of the scan: why Checkov gave no answer, and what nobody looked at. Read only by who scans."""

from infra.scanning.checkov import Trouble
from prosess.contracts.scan import GapCode
from prosess.domain.text.wording import RefusalText, Wording

_REBUILD = Wording(
    "Kjør `make tools`, som henter den låste Checkov fra PyPI til .tools/checkov.",
    "Køyr `make tools`, som hentar den låste Checkov frå PyPI til .tools/checkov.",
    "Run `make tools`, which gets the locked Checkov from PyPI into .tools/checkov.",
)
TROUBLES: dict[Trouble, RefusalText] = {
    Trouble.MISSING: RefusalText(
        Wording(
            "Checkov er ikke installert, så ingenting er vurdert.",
            "Checkov er ikkje installert, så ingenting er vurdert.",
            "Checkov is not installed, so nothing is assessed.",
        ),
        _REBUILD,
    ),
    Trouble.OTHER_LOCK: RefusalText(
        Wording(
            "Checkov i .tools/checkov er laget av en annen låsefil enn tools/checkov/uv.lock, så ingenting er vurdert.",
            "Checkov i .tools/checkov er laga av ei anna låsefil enn tools/checkov/uv.lock, så ingenting er vurdert.",
            "The Checkov in .tools/checkov was made from another lock than tools/checkov/uv.lock, so nothing is "
            "assessed.",
        ),
        _REBUILD,
    ),
    Trouble.TIMED_OUT: RefusalText(
        Wording(
            "Checkov var ikke ferdig etter {detail} sekunder og ble stoppet, så ingenting er vurdert.",
            "Checkov var ikkje ferdig etter {detail} sekund og vart stoppa, så ingenting er vurdert.",
            "Checkov was not done after {detail} seconds and was stopped, so nothing is assessed.",
        ),
        Wording(
            "Prøv igjen når maskinen har mindre å gjøre, eller del miljøet.",
            "Prøv igjen når maskina har mindre å gjere, eller del miljøet.",
            "Try again when the machine has less to do, or split the environment.",
        ),
    ),
    Trouble.FAILED: RefusalText(
        Wording(
            "Checkov stoppet uten å svare, så ingenting er vurdert: {detail}",
            "Checkov stoppa utan å svare, så ingenting er vurdert: {detail}",
            "Checkov ended without an answer, so nothing is assessed: {detail}",
        ),
        Wording(
            "Slett .tools/checkov og kjør `make tools` på nytt.",
            "Slett .tools/checkov og køyr `make tools` på nytt.",
            "Delete .tools/checkov and run `make tools` again.",
        ),
    ),
    Trouble.MALFORMED: RefusalText(
        Wording(
            "Svaret fra Checkov kan ikke leses, så ingenting er vurdert: {detail}",
            "Svaret frå Checkov kan ikkje lesast, så ingenting er vurdert: {detail}",
            "What Checkov answered cannot be read, so nothing is assessed: {detail}",
        ),
        Wording(
            "Slett .tools/checkov og kjør `make tools` på nytt.",
            "Slett .tools/checkov og køyr `make tools` på nytt.",
            "Delete .tools/checkov and run `make tools` again.",
        ),
    ),
}

GAPS: dict[GapCode, Wording] = {
    GapCode.NOTHING_SCANNED: Wording(
        "Ingen ressurs ble vurdert av Checkov.",
        "Ingen ressurs vart vurdert av Checkov.",
        "No resource was judged by Checkov.",
    ),
    GapCode.TEMPLATE_UNREAD: Wording(
        "Checkov kunne ikke lese malen.", "Checkov kunne ikkje lese malen.", "Checkov could not read the template."
    ),
    GapCode.TEMPLATE_SYMBOLIC: Wording(
        "Malen har symbolske navn, som Checkov ikke ser.",
        "Malen har symbolske namn, som Checkov ikkje ser.",
        "The template has symbolic names, which Checkov does not see.",
    ),
    GapCode.COUNT_DIFFERS: Wording(
        "Checkov telte {counted} ressurser, og {expected} var ventet.",
        "Checkov talde {counted} ressursar, og {expected} var venta.",
        "Checkov counted {counted} resources where {expected} were expected.",
    ),
    GapCode.RESOURCE_NOT_RENDERED: Wording(
        "Ressursen ble ikke gjort om til ARM ({because}).",
        "Ressursen vart ikkje gjord om til ARM ({because}).",
        "The resource was not rendered to ARM ({because}).",
    ),
    GapCode.RESOURCE_NOT_READ: Wording(
        "Checkov leste ikke ressursen.", "Checkov las ikkje ressursen.", "Checkov did not read the resource."
    ),
    GapCode.RESOURCE_UNKNOWN: Wording(
        "Checkov leste en ressurs som planen ikke har.",
        "Checkov las ein ressurs som planen ikkje har.",
        "Checkov read a resource that the plan does not have.",
    ),
    GapCode.TYPE_SPELLED_OTHERWISE: Wording(
        "Checkov kjenner typen bare som {other}, så {type} ble ikke vurdert.",
        "Checkov kjenner typen berre som {other}, så {type} vart ikkje vurdert.",
        "Checkov knows the type as {other} only, so {type} was not judged.",
    ),
    GapCode.NAME_NOT_LITERAL: Wording(
        "Navnet er et uttrykk ({name}), og Checkov utelater da feil.",
        "Namnet er eit uttrykk ({name}), og Checkov utelèt då feil.",
        "The name is an expression ({name}), and Checkov then leaves failures out.",
    ),
    GapCode.CHECK_SILENT: Wording(
        "{check} gjelder typen, men ble ikke kjørt.",
        "{check} gjeld typen, men vart ikkje køyrd.",
        "{check} is for the type, but was not run.",
    ),
    GapCode.PARAMETER_FAILED: Wording(
        "En hemmelig parameter i en mal har en standardverdi.",
        "Ein hemmeleg parameter i ein mal har ein standardverdi.",
        "A secret parameter of a template has a default value.",
    ),
    GapCode.TYPE_WITHOUT_REASON: Wording(
        "Verken Checkov eller en egen regel vurderer typen, og ingen har sagt hvorfor.",
        "Verken Checkov eller ein eigen regel vurderer typen, og ingen har sagt kvifor.",
        "Neither Checkov nor a rule of ours judges the type, and nobody has said why.",
    ),
    GapCode.PROGRAM_ENDED: Wording(
        "Programmet kom ikke til slutten, så bare det som ble registrert før, er sett.",
        "Programmet kom ikkje til slutten, så berre det som vart registrert før, er sett.",
        "The program did not come to its end, so only what it registered before was seen.",
    ),
    GapCode.COMPONENT_REMOTE: Wording(
        "Leverandøren bygger komponenten, så det som er i den, er ikke sett.",
        "Leverandøren byggjer komponenten, så det som er i han, er ikkje sett.",
        "Its provider builds the component, so what it holds was not seen.",
    ),
}
