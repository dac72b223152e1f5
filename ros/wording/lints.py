"""Words of the lints on approvals, acceptances, reviews and references: key, bokmål, nynorsk, English."""

from ros.wording.words import Row

LINT_WORDS: tuple[Row, ...] = (
    (
        "lint.ROS-L014",
        "virkningen av {control} er ikke godkjent av noen, og teller ikke; la en annen enn forfatteren føre "
        "den opp under effects_approved.steps",
        "verknaden av {control} er ikkje godkjend av nokon, og tel ikkje; lat ein annan enn forfattaren "
        "føre han opp under effects_approved.steps",
        "nobody has approved the effect of {control}, and it does not count; let somebody other than the "
        "author enter it under effects_approved.steps",
    ),
    (
        "lint.ROS-L014.of_draft",
        "virkninger av tiltak som ingen har godkjent ennå, og som ikke teller: {count} (i {risks}); la en annen enn "
        "forfatteren føre dem opp under effects_approved.steps i hver risiko",
        "verknader av tiltak som ingen har godkjent enno, og som ikkje tel: {count} (i {risks}); lat ein annan enn "
        "forfattaren føre dei opp under effects_approved.steps i kvar risiko",
        "effects of controls that nobody has approved yet, and that do not count: {count} (in {risks}); let somebody "
        "other than the author enter them under effects_approved.steps of each risk",
    ),
    (
        "lint.ROS-L015",
        "virkningen av {control} er en annen enn den som er godkjent, og teller ikke; få den godkjent på "
        "nytt, eller rett den tilbake",
        "verknaden av {control} er ein annan enn den som er godkjend, og tel ikkje; få han godkjend på "
        "nytt, eller rett han tilbake",
        "the effect of {control} is another than the one approved, and does not count; have it approved "
        "again, or put it back",
    ),
    (
        "lint.ROS-L016",
        "virkningen av {control} er godkjent, men risikoen bruker ikke tiltaket; fjern godkjenningen, eller "
        "ta tiltaket i bruk",
        "verknaden av {control} er godkjend, men risikoen bruker ikkje tiltaket; fjern godkjenninga, eller "
        "ta tiltaket i bruk",
        "the effect of {control} is approved, but the risk does not use it; remove the approval, or use the control",
    ),
    (
        "lint.ROS-L017",
        "heving nummer {number} hever ingenting: risikoen er aldri lavere enn det; fjern hevingen, eller "
        "sett den høyere",
        "heving nummer {number} hevar ingenting: risikoen er aldri lågare enn det; fjern hevinga, eller set ho høgare",
        "raise number {number} raises nothing: the risk is never lower than that; remove the raise, or set it higher",
    ),
    (
        "lint.ROS-L018",
        "gjennomgangen skulle vært gjort innen {due}; gå gjennom, og skriv dagen under review.last",
        "gjennomgangen skulle ha vore gjord innan {due}; gå gjennom, og skriv dagen under review.last",
        "the review was due by {due}; go through it, and write the day under review.last",
    ),
    (
        "lint.ROS-L019",
        "målet er lavere enn nivået i dag, og ingen tiltak er underveis; planlegg et tiltak, eller endre målet",
        "målet er lågare enn nivået i dag, og ingen tiltak er undervegs; planlegg eit tiltak, eller endre målet",
        "the target is below the level of today, and nothing is under way; plan a measure, or change the target",
    ),
    (
        "lint.ROS-L020",
        "risikoen regnes som akseptert, men mangler gyldig aksept fra {organisations}; hent aksepten, eller "
        "velg et annet tiltak",
        "risikoen blir rekna som akseptert, men manglar gyldig aksept frå {organisations}; hent aksepten, "
        "eller vel eit anna tiltak",
        "the risk is taken as accepted, but lacks a valid acceptance by {organisations}; get it, or choose "
        "another treatment",
    ),
    (
        "lint.ROS-L021",
        "aksepten fra {organisation} gikk ut {until}; hent en ny",
        "aksepten frå {organisation} gjekk ut {until}; hent ein ny",
        "the acceptance by {organisation} expired on {until}; get a new one",
    ),
    (
        "lint.ROS-L022",
        "aksepten fra {organisation} går ut {until}, om {days} dager; hent en ny i tide",
        "aksepten frå {organisation} går ut {until}, om {days} dagar; hent ein ny i tide",
        "the acceptance by {organisation} expires on {until}, in {days} days; get a new one in time",
    ),
    (
        "lint.ROS-L023",
        "aksepten fra {organisation} har ingen siste dag; gi den en",
        "aksepten frå {organisation} har ingen siste dag; gi han ein",
        "the acceptance by {organisation} has no last day; give it one",
    ),
    (
        "lint.ROS-L024",
        "kriteriene veier ikke {facet}, som Normen ber om; bruk kriterier som gjør det",
        "kriteria veg ikkje {facet}, som Normen ber om; bruk kriterium som gjer det",
        "the criteria do not weigh {facet}, which Normen asks for; use criteria that do",
    ),
    (
        "lint.ROS-L025",
        "analysen bruker {criteria}, og {newest} finnes; flytt den med prosess ros migrate",
        "analysen bruker {criteria}, og {newest} finst; flytt han med prosess ros migrate",
        "the analysis uses {criteria}, and there is {newest}; move it with prosess ros migrate",
    ),
    (
        "lint.ROS-L026",
        "analysen ble sist gått gjennom {seen}, og en endring ble satt i drift {deployed}; gå gjennom den på nytt",
        "analysen blei sist gått gjennom {seen}, og ei endring blei sett i drift {deployed}; gå gjennom han på nytt",
        "the analysis was last gone through on {seen}, and a change was deployed on {deployed}; go through it again",
    ),
    (
        "lint.ROS-L027",
        "teksten i {path} ligner en hemmelighet; fjern den, og bytt hemmeligheten ut der den brukes",
        "teksten i {path} liknar ein løyndom; fjern han, og byt ut løyndomen der han blir brukt",
        "the text of {path} looks like a secret; remove it, and replace the secret where it is used",
    ),
    (
        "lint.ROS-L028",
        "verdien {asset} finnes verken i analysen, planen eller forløpet; rett id-en, eller før den opp under values",
        "verdien {asset} finst verken i analysen, planen eller forløpet; rett id-en, eller før han opp under values",
        "the asset {asset} is in neither the analysis, the plan nor the pathway; correct the id, or add it to values",
    ),
    (
        "lint.ROS-L029",
        "ingen katalog har {reference}; rett henvisningen",
        "ingen katalog har {reference}; rett tilvisinga",
        "no catalogue has {reference}; correct the reference",
    ),
    (
        "lint.ROS-L030",
        "målet for {facet} er {target}, men heving nummer {number} holder risikoen på {held}, så målet kan ikke nås; "
        "sett målet til {held}, eller fjern hevingen når grunnen til den er borte",
        "målet for {facet} er {target}, men heving nummer {number} held risikoen på {held}, så målet kan ikkje bli "
        "nådd; set målet til {held}, eller fjern hevinga når grunnen til ho er borte",
        "the target for {facet} is {target}, but raise number {number} holds the risk at {held}, so it cannot be "
        "reached; set the target to {held}, or remove the raise once its reason is gone",
    ),
)
