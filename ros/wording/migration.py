"""Words of a migration."""

from ros.wording.words import Row

MIGRATION: tuple[Row, ...] = (
    (
        "migration.limit",
        "Grensen for det som står uten aksept, er en annen: {old} før, {new} etter.",
        "Grensa for det som står utan aksept, er ei anna: {old} før, {new} etter.",
        "The limit of what stands without an acceptance is another: {old} before, {new} after.",
    ),
    (
        "migration.floors",
        "Gulvene er andre. Før: {old_floors}. Etter: {new_floors}.",
        "Golva er andre. Før: {old_floors}. Etter: {new_floors}.",
        "The floors are others. Before: {old_floors}. After: {new_floors}.",
    ),
    (
        "migration.steps",
        "Virkningen av tiltak er trinn på skalaen og står som før. Skalaen er en annen: la dem bli godkjent på nytt.",
        "Verknaden av tiltak er trinn på skalaen og står som før. Skalaen er ein annan: lat dei bli godkjende på nytt.",
        "The effects of controls are steps of a scale and stay as they are. The scale is another: have them "
        "approved anew.",
    ),
    (
        "migration.criteria_note",
        "criteria_note er skrevet om den gamle skalaen; les den på nytt.",
        "criteria_note er skriven om den gamle skalaen; les han på nytt.",
        "criteria_note was written of the old scale; read it again.",
    ),
    (
        "migration.inherited",
        "Vurderingen arver fra andre; de flyttes sammen med den, for kriteriene må være de samme.",
        "Vurderinga arvar frå andre; dei blir flytte saman med ho, for kriteria må vere dei same.",
        "The assessment inherits from others; they move with it, for the criteria have to be the same.",
    ),
    (
        "migration.open_top",
        "var øverst på skalaen: se om {top} er riktig nå",
        "var øvst på skalaen: sjå om {top} er rett no",
        "was the top of the scale: see whether {top} is right now",
    ),
    ("migration.level", "nivå uten tiltak", "nivå utan tiltak", "level without controls"),
    ("migration.target", "nivå som er målet", "nivå som er målet", "level that is the target"),
    ("migration.acceptance", "aksept fra {controller}", "aksept frå {controller}", "acceptance by {controller}"),
    ("migration.kept", "står", "står", "stands"),
    ("migration.untouched", "{state}: står som før", "{state}: står som før", "{state}: as before"),
    (
        "migration.because.criteria_changed",
        "faller: kriteriene er andre enn de som den ble gitt mot",
        "fell: kriteria er andre enn dei som han vart gitt mot",
        "falls: the criteria are others than those it was given against",
    ),
    (
        "migration.because.material_changed",
        "faller: risikoen er en annen enn den som ble akseptert",
        "fell: risikoen er ein annan enn den som vart akseptert",
        "falls: the risk is another than the one that was accepted",
    ),
    (
        "migration.because.level_raised",
        "faller: nivået kan ikke aksepteres etter de nye kriteriene",
        "fell: nivået kan ikkje aksepterast etter dei nye kriteria",
        "falls: the level cannot be accepted under the new criteria",
    ),
)
