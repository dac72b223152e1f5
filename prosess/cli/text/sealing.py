"""Texts of what is accepted, attested and sealed on the command line."""

from prosess.domain.text.wording import Wording

SEALING: dict[str, Wording] = {
    "ros.accepted": Wording(
        "Akseptert til og med {until}: {risks}. Forseglet i {file}",
        "Akseptert til og med {until}: {risks}. Forsegla i {file}",
        "Accepted until the end of {until}: {risks}. Sealed in {file}",
    ),
    "ros.supersedes": Wording("Den tar plassen til {ids}", "Han tek plassen til {ids}", "It takes the place of {ids}"),
    "ros.revoked": Wording(
        "Aksepten {id} er trukket. Forseglet i {file}",
        "Aksepten {id} er trekt. Forsegla i {file}",
        "The acceptance {id} is taken back. Sealed in {file}",
    ),
    "ros.attested": Wording(
        "{control} er bekreftet til og med {until}. Forseglet i {file}",
        "{control} er stadfesta til og med {until}. Forsegla i {file}",
        "{control} is attested until the end of {until}. Sealed in {file}",
    ),
    "ros.key_made": Wording(
        "Nøkkelen ligger i {file}. Legg linjene over i keys.yaml i ROS-mappen.",
        "Nøkkelen ligg i {file}. Legg linjene over i keys.yaml i ROS-mappa.",
        "The key is in {file}. Put the lines above in keys.yaml of the risk assessment.",
    ),
    "ros.nothing_sealed": Wording(
        "Ingenting er forseglet her: verken aksepter eller bekreftelser.",
        "Ingenting er forsegla her: verken akseptar eller stadfestingar.",
        "Nothing is sealed here: no acceptances, no attestations.",
    ),
    "column.file": Wording("Fil", "Fil", "File"),
    "column.of": Wording("Gjelder", "Gjeld", "Of"),
    "column.by": Wording("Av", "Av", "By"),
    "column.until": Wording("Til og med", "Til og med", "Until"),
    "column.holds": Wording("Står", "Står", "Holds"),
    "sealed.approved": Wording("ikke trådt i kraft", "ikkje tredd i kraft", "not yet in force"),
    "sealed.active": Wording("gyldig", "gyldig", "valid"),
    "sealed.expired": Wording("utløpt", "utgått", "expired"),
    "sealed.revoked": Wording("trukket", "trekt", "revoked"),
    "sealed.superseded": Wording("avløst", "avløyst", "superseded"),
    "sealed.invalidated": Wording("står ikke lenger", "står ikkje lenger", "invalidated"),
    "sealed.takes_back": Wording("trekker en aksept", "trekkjer ein aksept", "takes an acceptance back"),
    "sealed.broken": Wording("kan ikke stoles på", "kan ikkje stolast på", "not to be believed"),
    "because.level_raised": Wording(
        "nivået er høyere enn det som ble akseptert",
        "nivået er høgare enn det som vart akseptert",
        "the level is higher than the one that was accepted",
    ),
    "because.material_changed": Wording(
        "risikoen er endret i sak", "risikoen er endra i sak", "the risk was changed in substance"
    ),
    "because.criteria_changed": Wording("kriteriene er endret", "kriteria er endra", "the criteria were changed"),
    "because.control_fails": Wording(
        "et tiltak som virket, virker ikke lenger",
        "eit tiltak som verka, verkar ikkje lenger",
        "a control that worked no longer does",
    ),
    "because.risk_gone": Wording(
        "risikoen finnes ikke lenger, eller har en annen dataansvarlig",
        "risikoen finst ikkje lenger, eller har ein annan dataansvarleg",
        "the risk is no longer there, or has another data controller",
    ),
    "because.statement_changed": Wording(
        "tiltaket spør om noe annet nå", "tiltaket spør om noko anna no", "the control asks something else now"
    ),
    "error.TOKEN_MISSING": Wording(
        "Ingen er logget inn, så ingen kan stå for avgjørelsen.",
        "Ingen er logga inn, så ingen kan stå for avgjerda.",
        "Nobody is logged in, so nobody answers for the decision.",
    ),
    "hint.TOKEN_MISSING": Wording(
        "Kjør prosess login, eller sett PROSESS_TOKEN.",
        "Køyr prosess login, eller set PROSESS_TOKEN.",
        "Run prosess login, or set PROSESS_TOKEN.",
    ),
    "error.TOKEN_NOT_TRUSTED": Wording(
        "Innloggingen kan ikke stoles på, eller er utløpt.",
        "Innlogginga kan ikkje stolast på, eller er utgått.",
        "The token is not to be trusted, or has expired.",
    ),
    "hint.TOKEN_NOT_TRUSTED": Wording(
        "Kjør prosess login på nytt, og se at issuer-keys.json er utstederens egne nøkler.",
        "Køyr prosess login på nytt, og sjå at issuer-keys.json er dei eigne nøklane til utferdaren.",
        "Run prosess login again, and see that issuer-keys.json holds the issuer's own keys.",
    ),
    "error.ISSUER_KEYS_MISSING": Wording(
        "Utstederens offentlige nøkler mangler, så innloggingen kan ikke prøves.",
        "Dei offentlege nøklane til utferdaren manglar, så innlogginga kan ikkje prøvast.",
        "The issuer's public keys are missing, so the token cannot be proven.",
    ),
    "hint.ISSUER_KEYS_MISSING": Wording(
        "Lagre dem i ROS-mappen som issuer-keys.json, eller oppgi --issuer-keys. "
        "Den lokale utstederen har dem på /local-issuer/jwks.",
        "Lagre dei i ROS-mappa som issuer-keys.json, eller oppgi --issuer-keys. "
        "Den lokale utferdaren har dei på /local-issuer/jwks.",
        "Save them in the risk assessment's folder as issuer-keys.json, or give --issuer-keys. "
        "The local issuer has them at /local-issuer/jwks.",
    ),
    "error.ISSUER_KEYS_FORM": Wording(
        "Filen er ikke en liste over nøkler (JWKS).",
        "Fila er ikkje ei liste over nøklar (JWKS).",
        "The file is not a list of keys (JWKS).",
    ),
    "hint.ISSUER_KEYS_FORM": Wording(
        "Hent den på nytt hos utstederen.", "Hent ho på nytt hos utferdaren.", "Take it from the issuer again."
    ),
    "error.FACT_FORM": Wording(
        "--fact skal være navn=verdi, hvert navn én gang.",
        "--fact skal vere namn=verdi, kvart namn éin gong.",
        "--fact is to be name=value, each name once.",
    ),
    "hint.FACT_FORM": Wording(
        "Skriv for eksempel --fact minutes=38.", "Skriv til dømes --fact minutes=38.", "Write --fact minutes=38, say."
    ),
}
