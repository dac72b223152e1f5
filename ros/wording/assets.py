"""Words of assets that are derived: key, bokmål, nynorsk, English."""

from ros.wording.words import Row

ASSETS: tuple[Row, ...] = (
    ("asset.store", "{type} ({count})", "{type} ({count})", "{type} ({count})"),
    (
        "asset.data",
        "Opplysninger hos {holder} – {pathway}",
        "Opplysningar hos {holder} – {pathway}",
        "Data held by {holder} – {pathway}",
    ),
    ("asset.kind.value", "Verdi i analysen", "Verdi i analysen", "Value of the assessment"),
    ("asset.kind.store", "Lager i planen", "Lager i planen", "Store of the plan"),
    ("asset.kind.data", "Opplysninger i forløpet", "Opplysningar i forløpet", "Data of the pathway"),
    ("asset.kind.system", "System det utveksles med", "System det blir utveksla med", "System exchanged with"),
)
