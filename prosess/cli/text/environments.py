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
    # what the engine tells
    "env.read": Wording(
        "{count} ressurser i dokumentet fra Pulumi. Graf: {digest}",
        "{count} ressursar i dokumentet frå Pulumi. Graf: {digest}",
        "{count} resources in the document from Pulumi. Graph: {digest}",
    ),
    "env.equivalent": Wording(
        "Pulumi planlegger det samme som planen uten abonnement: {digest}",
        "Pulumi planlegg det same som planen utan abonnement: {digest}",
        "Pulumi plans the same as the plan without a subscription: {digest}",
    ),
    "env.different": Wording(
        "Pulumi planlegger noe annet enn planen uten abonnement ({count} forskjeller):",
        "Pulumi planlegg noko anna enn planen utan abonnement ({count} skilnader):",
        "Pulumi plans something else than the plan without a subscription ({count} differences):",
    ),
    "env.only_engine": Wording("finnes bare hos Pulumi", "finst berre hos Pulumi", "only with Pulumi"),
    "env.only_offline": Wording(
        "finnes bare i planen uten abonnement",
        "finst berre i planen utan abonnement",
        "only in the plan without a subscription",
    ),
    # apply and destroy
    "apply.previewing": Wording(
        "Pulumi ser hva som ville endres i {stack} …",
        "Pulumi ser kva som ville bli endra i {stack} …",
        "Pulumi looks at what would change in {stack} …",
    ),
    "apply.applying": Wording(
        "Det er planen som ble godkjent. Pulumi utfører den i {stack} …",
        "Det er planen som vart godkjend. Pulumi utfører han i {stack} …",
        "It is the plan that was approved. Pulumi applies it to {stack} …",
    ),
    "apply.done": Wording(
        "{stack} er det som ble godkjent: {digest}",
        "{stack} er det som vart godkjent: {digest}",
        "{stack} is what was approved: {digest}",
    ),
    "destroy.destroying": Wording(
        "Pulumi sletter {count} ressurser i {stack} …",
        "Pulumi slettar {count} ressursar i {stack} …",
        "Pulumi deletes {count} resources of {stack} …",
    ),
    "destroy.done": Wording("{stack} er slettet", "{stack} er sletta", "{stack} is deleted"),
    "error.NOT_APPROVED": Wording(
        "Planen er en annen enn den som ble godkjent; nå er den {digest}.",
        "Planen er ein annan enn den som vart godkjend; no er han {digest}.",
        "The plan is another than the one that was approved; now it is {digest}.",
    ),
    "hint.NOT_APPROVED": Wording(
        "Se på forskjellen med prosess env diff, og få den nye planen godkjent.",
        "Sjå på skilnaden med prosess env diff, og få den nye planen godkjend.",
        "Look at the difference with prosess env diff, and have the new plan approved.",
    ),
    "error.PULUMI_MISSING": Wording(
        "pulumi finnes ikke her.", "pulumi finst ikkje her.", "pulumi is not installed here."
    ),
    "hint.PULUMI_MISSING": Wording(
        "Installer Pulumis kommandolinje (https://www.pulumi.com/docs/install/), og legg den på PATH.",
        "Installer kommandolinja til Pulumi (https://www.pulumi.com/docs/install/), og legg henne på PATH.",
        "Install Pulumi's command line (https://www.pulumi.com/docs/install/), and put it on PATH.",
    ),
    "error.ENGINE_SILENT": Wording(
        "Pulumi svarte ikke med noe som kan vurderes: {why}",
        "Pulumi svara ikkje med noko som kan vurderast: {why}",
        "Pulumi gave no answer that can be judged: {why}",
    ),
    "hint.ENGINE_SILENT": Wording(
        "Rett det som Pulumi sier, som innlogging, backend eller konfigurasjon. Ingenting er endret av dette steget.",
        "Rett det som Pulumi seier, som innlogging, backend eller konfigurasjon. Ingenting er endra av dette steget.",
        "Put right what Pulumi says, such as login, backend or configuration. This step changed nothing.",
    ),
    "error.DATA_WOULD_BE_LOST": Wording(
        "Pulumi ville slettet eller laget på nytt det som inneholder data ({count}).",
        "Pulumi ville sletta eller laga på nytt det som inneheld data ({count}).",
        "Pulumi would delete or replace what holds data ({count}).",
    ),
    "hint.DATA_WOULD_BE_LOST": Wording(
        "Behold dem, eller få et unntak vurdert for hver (policies/exemptions.yaml).",
        "Behald dei, eller få eit unntak vurdert for kvar (policies/exemptions.yaml).",
        "Keep them, or have an exemption reviewed for each (policies/exemptions.yaml).",
    ),
    "error.APPLY_FAILED": Wording(
        "Pulumi ble ikke ferdig: {why}", "Pulumi vart ikkje ferdig: {why}", "Pulumi did not finish: {why}"
    ),
    "hint.APPLY_FAILED": Wording(
        "Les hva Pulumi skrev, rett årsaken, og kjør kommandoen på nytt: den fortsetter der den slapp.",
        "Les kva Pulumi skreiv, rett årsaka, og køyr kommandoen på nytt: han held fram der han slapp.",
        "Read what Pulumi wrote, put the cause right, and run the command again: it goes on where it stopped.",
    ),
    "error.NO_SANDBOX": Wording(
        "Bare en sandkasse kan slettes; miljøet er for {stage}.",
        "Berre ei sandkasse kan slettast; miljøet er for {stage}.",
        "Only a sandbox can be destroyed; the environment is for {stage}.",
    ),
    "hint.NO_SANDBOX": Wording(
        "Ta tjenestene ut av miljøfilen en for en, med et unntak for hver som inneholder data.",
        "Ta tenestene ut av miljøfila ei for ei, med eit unntak for kvar som inneheld data.",
        "Take the services out of the environment file one by one, with an exemption for each that holds data.",
    ),
    "error.NOT_CONFIRMED": Wording(
        "Navnet som bekrefter, er et annet enn miljøets.",
        "Namnet som stadfestar, er eit anna enn namnet på miljøet.",
        "The name that confirms is not the environment's.",
    ),
    "hint.NOT_CONFIRMED": Wording("Skriv --confirm {name}.", "Skriv --confirm {name}.", "Write --confirm {name}."),
    "error.NOT_OURS": Wording(
        "Stacken har noe som ikke hører til {name} ({count}), som {example}.",
        "Stacken har noko som ikkje høyrer til {name} ({count}), som {example}.",
        "The stack holds what is not of {name} ({count}), such as {example}.",
    ),
    "hint.NOT_OURS": Wording(
        "Velg miljøets egen stack med --stack, eller flytt det fremmede ut med pulumi state move.",
        "Vel den eigne stacken til miljøet med --stack, eller flytt det framande ut med pulumi state move.",
        "Choose the environment's own stack with --stack, or move the foreign out with pulumi state move.",
    ),
    "error.DESTROY_FAILED": Wording(
        "Pulumi ble ikke ferdig med å slette: {why}",
        "Pulumi vart ikkje ferdig med å slette: {why}",
        "Pulumi did not finish deleting: {why}",
    ),
    "hint.DESTROY_FAILED": Wording(
        "Les hva Pulumi skrev, rett årsaken, og kjør kommandoen på nytt.",
        "Les kva Pulumi skreiv, rett årsaka, og køyr kommandoen på nytt.",
        "Read what Pulumi wrote, put the cause right, and run the command again.",
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
    "error.OTHER_STACK": Wording(
        "Filen gjelder {theirs}, ikke {ours}.",
        "Fila gjeld {theirs}, ikkje {ours}.",
        "The file is of {theirs}, not {ours}.",
    ),
    "hint.OTHER_STACK": Wording(
        "Velg stacken med pulumi stack select, og lag filen på nytt.",
        "Vel stacken med pulumi stack select, og lag fila på nytt.",
        "Choose the stack with pulumi stack select, and make the file anew.",
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
