"""Texts of what is planned, compared and applied."""

from prosess.domain.text.wording import Wording

ENVIRONMENTS: dict[str, Wording] = {
    # columns
    "column.change": Wording("Endring", "Endring", "Change"),
    "column.why": Wording("Hvorfor", "Kvifor", "Why"),
    "column.data": Wording("Data", "Data", "Data"),
    # what happens to a resource
    "change.create": Wording("opprettes", "blir oppretta", "created"),
    "change.update": Wording("endres", "blir endra", "updated"),
    "change.rename": Wording("får nytt navn", "får nytt namn", "renamed"),
    "change.replace": Wording("lages på nytt", "blir laga på nytt", "replaced"),
    "change.delete": Wording("slettes", "blir sletta", "deleted"),
    "verdict.blocked": Wording("stoppet", "stoppa", "blocked"),
    "verdict.exempted": Wording("unntatt", "unnateke", "exempted"),
    # kinds of data
    "holds.backups": Wording("sikkerhetskopier", "tryggingskopiar", "backups"),
    "holds.configuration": Wording("innstillinger", "innstillingar", "settings"),
    "holds.databases": Wording("database", "database", "database"),
    "holds.disks": Wording("disk", "disk", "disk"),
    "holds.files": Wording("filer", "filer", "files"),
    "holds.group": Wording("alt i gruppen", "alt i gruppa", "everything in the group"),
    "holds.images": Wording("containerbilder", "containerbilete", "container images"),
    "holds.keys": Wording("nøkler og hemmeligheter", "nøklar og løyndommar", "keys and secrets"),
    "holds.logs": Wording("logger", "loggar", "logs"),
    "holds.messages": Wording("meldinger", "meldingar", "messages"),
    "holds.protected": Wording("vernet av programmet", "verna av programmet", "protected by the program"),
    "holds.records": Wording("helseopplysninger", "helseopplysningar", "health records"),
    # rules of a change
    "rule.PP-CHG-001": Wording(
        "Ressurser med data slettes ({count}). Behold dem, eller få et unntak vurdert for hver "
        "(policies/exemptions.yaml).",
        "Ressursar med data blir sletta ({count}). Behald dei, eller få eit unntak vurdert for kvar "
        "(policies/exemptions.yaml).",
        "Resources that hold data are deleted ({count}). Keep them, or have an exemption reviewed for each "
        "(policies/exemptions.yaml).",
    ),
    "rule.PP-CHG-002": Wording(
        "Ressurser med data lages på nytt, uten det de inneholder ({count}). Behold egenskapen, eller få et unntak "
        "vurdert for hver (policies/exemptions.yaml).",
        "Ressursar med data blir laga på nytt, utan det dei inneheld ({count}). Behald eigenskapen, eller få eit "
        "unntak vurdert for kvar (policies/exemptions.yaml).",
        "Resources that hold data are replaced, without what they hold ({count}). Keep the property, or have an "
        "exemption reviewed for each (policies/exemptions.yaml).",
    ),
    # diff
    "diff.counts": Wording(
        "{create} opprettes · {update} endres · {rename} får nytt navn · {replace} lages på nytt · {delete} slettes",
        "{create} blir oppretta · {update} blir endra · {rename} får nytt namn · {replace} blir laga på nytt · "
        "{delete} blir sletta",
        "{create} created · {update} updated · {rename} renamed · {replace} replaced · {delete} deleted",
    ),
    "diff.nothing": Wording("Ingen endringer.", "Ingen endringar.", "No changes."),
    "diff.clear": Wording("Ingen data går tapt.", "Ingen data går tapt.", "No data is lost."),
    "diff.exemptions": Wording(
        "Data går tapt ({count}), hver gang med et unntak som gjelder.",
        "Data går tapt ({count}), kvar gong med eit unntak som gjeld.",
        "Data is lost ({count}), each time by an exemption that holds.",
    ),
    "diff.exempted": Wording(
        "unntatt til {expires} av {owner}: {reason}",
        "unnateke til {expires} av {owner}: {reason}",
        "exempted until {expires} by {owner}: {reason}",
    ),
    "diff.twin": Wording(
        "samme ressurs som {name}, som mangler et alias",
        "same ressurs som {name}, som manglar eit alias",
        "the same resource as {name}, which lacks an alias",
    ),
    "diff.follows": Wording("{property} følger {name}", "{property} følgjer {name}", "{property} follows {name}"),
    "diff.not_known": Wording(
        "{property} (ikke kjent om den kan endres på stedet)",
        "{property} (ikkje kjent om han kan endrast på staden)",
        "{property} (not known to be changed in place)",
    ),
    "diff.others": Wording("Andre endringer: {count}", "Andre endringar: {count}", "Other changes: {count}"),
    "diff.more": Wording("… og {count} til", "… og {count} til", "… and {count} more"),
    "diff.two_stacks": Wording(
        "To miljøer er sammenlignet, {before} og {after}: det meste er forskjellig.",
        "To miljø er samanlikna, {before} og {after}: det meste er ulikt.",
        "Two environments are compared, {before} and {after}: most of it differs.",
    ),
    # what a revision or a document lacks
    "error.REVISION_UNKNOWN": Wording(
        "Det finnes ingen revisjon {revision} her.",
        "Det finst ingen revisjon {revision} her.",
        "There is no revision {revision} here.",
    ),
    "hint.REVISION_UNKNOWN": Wording(
        "Kjør kommandoen i prosjektets mappe, og hent revisjonen først om den er på en annen maskin.",
        "Køyr kommandoen i mappa til prosjektet, og hent revisjonen først om han er på ei anna maskin.",
        "Run the command in the project's folder, and fetch the revision first if it is on another machine.",
    ),
    "error.REVISION_FILE_MISSING": Wording(
        "{revision} har ingen fil {file}.", "{revision} har inga fil {file}.", "{revision} has no file {file}."
    ),
    "hint.REVISION_FILE_MISSING": Wording(
        "Skriv stien fra roten av repositoriet, eller begynn den med ./ for å gå herfra.",
        "Skriv stien frå rota av repositoriet, eller byrj han med ./ for å gå herifrå.",
        "Write the path from the repository's root, or begin it with ./ to go from here.",
    ),
    "error.REVISION_UNREADABLE": Wording(
        "Revisjonen kan ikke pakkes ut.", "Revisjonen kan ikkje pakkast ut.", "The revision cannot be unpacked."
    ),
    "hint.REVISION_UNREADABLE": Wording(
        "Se etter med git fsck, og etter plass på disken.",
        "Sjå etter med git fsck, og etter plass på disken.",
        "Look with git fsck, and at the room on the disk.",
    ),
    "error.REVISION_WITHOUT_PROGRAM": Wording(
        "Revisjonen har ikke programmet som kunne planlagt filen.",
        "Revisjonen har ikkje programmet som kunne planlagt fila.",
        "The revision lacks the program that could plan the file.",
    ),
    "hint.REVISION_WITHOUT_PROGRAM": Wording(
        "Velg en revisjon med infra/ og prosess/ over filen, eller sammenlign med en graf som ble lagret da.",
        "Vel ein revisjon med infra/ og prosess/ over fila, eller samanlikn med ein graf som vart lagra då.",
        "Choose a revision with infra/ and prosess/ above the file, or compare with a graph that was kept then.",
    ),
    "error.REVISION_NO_ENVIRONMENT": Wording(
        "Filen beskriver ikke noe miljø: den har ikke noe name.",
        "Fila skildrar ikkje noko miljø: ho har ikkje noko name.",
        "The file describes no environment: it has no name.",
    ),
    "hint.REVISION_NO_ENVIRONMENT": Wording(
        "Oppgi en miljøfil, som environments/prod.yaml.",
        "Gje opp ei miljøfil, som environments/prod.yaml.",
        "Name an environment file, such as environments/prod.yaml.",
    ),
    "error.GIT_MISSING": Wording("git finnes ikke her.", "git finst ikkje her.", "git is not installed here."),
    "hint.GIT_MISSING": Wording(
        "Installer git, eller sammenlign filer og grafer i stedet for revisjoner.",
        "Installer git, eller samanlikn filer og grafar i staden for revisjonar.",
        "Install git, or compare files and graphs instead of revisions.",
    ),
    "error.GIT_SLOW": Wording(
        "git svarte ikke på {seconds} sekunder.",
        "git svara ikkje på {seconds} sekund.",
        "git did not answer within {seconds} seconds.",
    ),
    "hint.GIT_SLOW": Wording(
        "Se etter en annen git-prosess som holder repositoriet.",
        "Sjå etter ein annan git-prosess som held repositoriet.",
        "Look for another git process that holds the repository.",
    ),
    "error.NOT_A_PLAN": Wording(
        "Filen er ikke en plan som kan leses: {why}",
        "Fila er ikkje ein plan som kan lesast: {why}",
        "The file is no plan that can be read: {why}",
    ),
    "hint.NOT_A_PLAN": Wording(
        "Lag den på nytt med prosess env plan -o json, pulumi preview --json --show-sames eller pulumi stack export.",
        "Lag ho på nytt med prosess env plan -o json, pulumi preview --json --show-sames eller pulumi stack export.",
        "Make it anew with prosess env plan -o json, pulumi preview --json --show-sames or pulumi stack export.",
    ),
}
