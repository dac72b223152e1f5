"""Words of a draft: why a scenario applies, and what is left to do."""

from ros.wording.words import Row

DRAFT: tuple[Row, ...] = (
    ("draft.title", "ROS for {scope} (utkast)", "ROS for {scope} (utkast)", "Risk assessment of {scope} (draft)"),
    (
        "draft.purpose",
        "Ikke skrevet ennå: hva skal avgjøres på grunnlag av denne vurderingen, og av hvem?",
        "Ikkje skrive enno: kva skal avgjerast på grunnlag av denne vurderinga, og av kven?",
        "Not written yet: what is to be decided on the strength of this assessment, and by whom?",
    ),
    (
        "draft.assumption",
        "Ikke skrevet ennå: hva er tatt for gitt?",
        "Ikkje skrive enno: kva er teke for gitt?",
        "Not written yet: what is taken for granted?",
    ),
    (
        "draft.ground",
        "Ikke vurdert ennå; behandles som unntatt offentlighet til noen har tatt stilling.",
        "Ikkje vurdert enno; blir handsama som unnateke offentlegheit til nokon har teke stilling.",
        "Not considered yet; treated as exempt from public access until somebody has.",
    ),
    (
        "draft.description",
        "Ikke skrevet ennå: fordi …, kan det skje at …, slik at ….",
        "Ikkje skrive enno: fordi …, kan det skje at …, slik at ….",
        "Not written yet: because of …, it may happen that …, so that ….",
    ),
    (
        "draft.rationale",
        "Ikke vurdert ennå. Sannsynlighet og konsekvens står øverst på skalaen til noen har vurdert dem.",
        "Ikkje vurdert enno. Sannsyn og konsekvens står øvst på skalaen til nokon har vurdert dei.",
        "Not judged yet. Likelihood and consequence stand at the top of the scale until somebody has judged them.",
    ),
    (
        "draft.party.product_owner",
        "Produkteier, {organisation}",
        "Produkteigar, {organisation}",
        "Product owner, {organisation}",
    ),
    (
        "draft.party.security_reviewer",
        "Sikkerhetsrådgiver, {organisation}",
        "Tryggleiksrådgivar, {organisation}",
        "Security adviser, {organisation}",
    ),
    (
        "draft.party.risk_owner",
        "Risikoeier, {organisation}",
        "Risikoeigar, {organisation}",
        "Risk owner, {organisation}",
    ),
    (
        "draft.party.privacy_officer",
        "Personvernombud, {organisation}",
        "Personvernombod, {organisation}",
        "Data protection officer, {organisation}",
    ),
    (
        "draft.party.clinical_safety_lead",
        "Ansvarlig for pasientsikkerhet, {organisation}",
        "Ansvarleg for pasienttryggleik, {organisation}",
        "Clinical safety lead, {organisation}",
    ),
    (
        "draft.head",
        "Utkast fra prosess ros init. Ingenting er vurdert: hver risiko står på det høyeste til noen har vurdert den,\n"
        "og ingen tiltak teller før en annen enn forfatteren har godkjent virkningen.",
        "Utkast frå prosess ros init. Ingenting er vurdert: kvar risiko står på det høgste til nokon har vurdert han,\n"
        "og ingen tiltak tel før ein annan enn forfattaren har godkjent verknaden.",
        "A draft by prosess ros init. Nothing is judged: each risk stands at its highest until somebody has "
        "judged it,\n"
        "and no control counts until somebody other than the author has approved its effect.",
    ),
    (
        "draft.todo.title",
        "Gi vurderingen et navn som leserne kjenner igjen.",
        "Gi vurderinga eit namn som lesarane kjenner att.",
        "Give the assessment a name that its readers recognise.",
    ),
    ("draft.todo.purpose", "Si hva som skal avgjøres.", "Sei kva som skal avgjerast.", "Say what is to be decided."),
    (
        "draft.todo.criteria",
        "Kriteriene er låst med et avtrykk. Bytt dem med prosess ros migrate, ikke for hånd.",
        "Kriteria er låste med eit avtrykk. Byt dei med prosess ros migrate, ikkje for hand.",
        "The criteria are pinned by a digest. Change them with prosess ros migrate, not by hand.",
    ),
    (
        "draft.todo.parties",
        "Roller, aldri personer. Bytt titlene med dem som faktisk deltar, og legg til flere.",
        "Roller, aldri personar. Byt titlane med dei som faktisk er med, og legg til fleire.",
        "Roles, never persons. Put in the titles of those who in fact take part, and add others.",
    ),
    (
        "draft.todo.assumptions",
        "Skriv forutsetningene, én per punkt.",
        "Skriv føresetnadene, éin per punkt.",
        "Write the assumptions, one an item.",
    ),
    (
        "draft.todo.exclusions",
        "Det som ikke er med, og hvorfor. Se over listen: et scenario kan gjelde uten at planen viser det.",
        "Det som ikkje er med, og kvifor. Sjå over lista: eit scenario kan gjelde utan at planen viser det.",
        "What is not included, and why. Look through the list: a scenario may apply though the plan does not show it.",
    ),
    (
        "draft.todo.marking",
        "Ta stilling til offentlighet og hjemmel.",
        "Ta stilling til offentlegheit og heimel.",
        "Decide on public access and its legal ground.",
    ),
    ("draft.risk", "Utkast. {id}: {title}", "Utkast. {id}: {title}", "Draft. {id}: {title}"),
    ("draft.why", "Hvorfor scenarioet gjelder:", "Kvifor scenarioet gjeld:", "Why the scenario applies:"),
    (
        "draft.what",
        "Gjør dette:\n"
        "1. Gjør title og description til dette tilfellet.\n"
        "2. Vurder sannsynlighet (1–{likelihood}) og konsekvens (1–{consequence}) slik det ville vært uten "
        "tiltak, og skriv hvorfor.\n"
        "3. Sett virkning og mekanisme for hvert tiltak, fjern dem som ikke gjelder, og la en annen enn "
        "forfatteren godkjenne (effects_approved).\n"
        "4. Sett mål (target) og plan (treatment) med ansvarlig og frist, og fjern denne kommentaren.",
        "Gjer dette:\n"
        "1. Gjer title og description til dette tilfellet.\n"
        "2. Vurder sannsyn (1–{likelihood}) og konsekvens (1–{consequence}) slik det ville vore utan tiltak, "
        "og skriv kvifor.\n"
        "3. Set verknad og mekanisme for kvart tiltak, fjern dei som ikkje gjeld, og lat ein annan enn "
        "forfattaren godkjenne (effects_approved).\n"
        "4. Set mål (target) og plan (treatment) med ansvarleg og frist, og fjern denne kommentaren.",
        "What to do:\n"
        "1. Make title and description those of this case.\n"
        "2. Judge likelihood (1–{likelihood}) and consequence (1–{consequence}) as they would be without "
        "controls, and write why.\n"
        "3. Set the effect and mechanism of each control, remove those that do not apply, and let somebody "
        "other than the author approve (effects_approved).\n"
        "4. Set a target and a plan (treatment) with who is responsible and by when, and remove this comment.",
    ),
    (
        "draft.todo.inherent",
        "Ikke vurdert: øverst på skalaen. Begynn med {dimensions}.",
        "Ikkje vurdert: øvst på skalaen. Begynn med {dimensions}.",
        "Not judged: at the top of the scale. Begin with {dimensions}.",
    ),
    (
        "draft.todo.controls",
        "Forslag fra katalogen. Virkningen er ikke vurdert og ikke godkjent, og teller derfor ikke.",
        "Framlegg frå katalogen. Verknaden er ikkje vurdert og ikkje godkjend, og tel derfor ikkje.",
        "Proposed by the catalogue. The effects are neither judged nor approved, and so do not count.",
    ),
    (
        "draft.todo.owner",
        "Hver dataansvarlig aksepterer for seg.",
        "Kvar dataansvarleg aksepterer for seg.",
        "Each data controller accepts for itself.",
    ),
    (
        "draft.left_out",
        "Katalogen foreslår også {controls}, men planen har ikke noe å måle dem på.",
        "Katalogen gjer òg framlegg om {controls}, men planen har ikkje noko å måle dei på.",
        "The catalogue proposes {controls} too, but the plan holds nothing to check them on.",
    ),
    (
        "draft.exclusion",
        "{id} {title}: ikke med. {why}.",
        "{id} {title}: ikkje med. {why}.",
        "{id} {title}: not included. {why}.",
    ),
    ("draft.type", "planen har {count} × {of}", "planen har {count} × {of}", "the plan holds {count} × {of}"),
    (
        "draft.named",
        "manifestet for {of} nevner scenarioet",
        "manifestet for {of} nemner scenarioet",
        "the manifest of {of} names the scenario",
    ),
    ("draft.always", "gjelder alltid", "gjeld alltid", "it always applies"),
    ("draft.no_type", "Planen har ingen {of}", "Planen har ingen {of}", "The plan holds no {of}"),
    (
        "draft.no_manifest",
        "Uten manifest kan det ikke avgjøres",
        "Utan manifest kan det ikkje avgjerast",
        "Without a manifest it cannot be told",
    ),
    (
        "draft.fact.several_data_controllers",
        "flere dataansvarlige deltar: {of}",
        "fleire dataansvarlege er med: {of}",
        "several data controllers take part: {of}",
    ),
    ("draft.fact.measurements", "pasienten måler: {of}", "pasienten måler: {of}", "the patient measures: {of}"),
    (
        "draft.fact.thresholds",
        "målingene har grenser: {of}",
        "målingane har grenser: {of}",
        "the measurements have thresholds: {of}",
    ),
    (
        "draft.fact.red_alerts",
        "forløpet har røde varsler: {of}",
        "forløpet har raude varsel: {of}",
        "the pathway has red alerts: {of}",
    ),
    (
        "draft.fact.integrations",
        "forløpet er integrert med {of}",
        "forløpet er integrert med {of}",
        "the pathway integrates with {of}",
    ),
    (
        "draft.fact.task_relation",
        "tilgangen følger oppgaver ({of})",
        "tilgangen følgjer oppgåver ({of})",
        "access follows tasks ({of})",
    ),
    (
        "draft.fact.break_the_glass",
        "nødtilgang er valgt ({of})",
        "naudtilgang er vald ({of})",
        "break-the-glass is chosen ({of})",
    ),
    ("draft.fact.blocks", "sperringer er valgt ({of})", "sperringar er valde ({of})", "blocks are chosen ({of})"),
    (
        "draft.fact.hand_over",
        "oppgavene eies av flere organisasjoner: {of}",
        "oppgåvene er eigde av fleire organisasjonar: {of}",
        "tasks are owned by several organisations: {of}",
    ),
    (
        "draft.no_fact.several_data_controllers",
        "Det er bare én dataansvarlig",
        "Det er berre éin dataansvarleg",
        "There is but one data controller",
    ),
    (
        "draft.no_fact.measurements",
        "Forløpet har ingen målinger",
        "Forløpet har ingen målingar",
        "The pathway has no measurements",
    ),
    (
        "draft.no_fact.thresholds",
        "Ingen måling har grenser",
        "Inga måling har grenser",
        "No measurement has thresholds",
    ),
    (
        "draft.no_fact.red_alerts",
        "Forløpet har ingen røde varsler",
        "Forløpet har ingen raude varsel",
        "The pathway has no red alerts",
    ),
    (
        "draft.no_fact.integrations",
        "Forløpet har ingen integrasjoner",
        "Forløpet har ingen integrasjonar",
        "The pathway has no integrations",
    ),
    (
        "draft.no_fact.task_relation",
        "Tilgangen følger ikke oppgaver",
        "Tilgangen følgjer ikkje oppgåver",
        "Access does not follow tasks",
    ),
    (
        "draft.no_fact.break_the_glass",
        "Nødtilgang er ikke valgt",
        "Naudtilgang er ikkje vald",
        "Break-the-glass is not chosen",
    ),
    ("draft.no_fact.blocks", "Sperringer er ikke valgt", "Sperringar er ikkje valde", "Blocks are not chosen"),
    (
        "draft.no_fact.hand_over",
        "Oppgavene eies av én organisasjon",
        "Oppgåvene er eigde av éin organisasjon",
        "The tasks are owned by one organisation",
    ),
    (
        "draft.fact.partner_tests",
        "det testes med andre, eller med ekte opplysninger ({of})",
        "det blir testa med andre, eller med ekte opplysningar ({of})",
        "it is tested with others, or with real data ({of})",
    ),
    (
        "draft.no_fact.partner_tests",
        "Det testes alene, med syntetiske opplysninger",
        "Det blir testa åleine, med syntetiske opplysningar",
        "It is tested alone, with synthetic data",
    ),
)
