"""What is refused of seals and their keys."""

from prosess.domain.text.wording import RefusalText, Wording

SEALS: dict[str, RefusalText] = {
    "SEAL_BROKEN": RefusalText(
        Wording(
            "Filen er endret etter at den ble forseglet, eller har aldri vært forseglet.",
            "Fila er endra etter at ho vart forsegla, eller har aldri vore forsegla.",
            "The file was changed after it was sealed, or was never sealed.",
        ),
        Wording(
            "Hent filen tilbake slik den ble forseglet, eller la noen avgjøre saken på nytt.",
            "Hent fila tilbake slik ho vart forsegla, eller få saka avgjord på nytt.",
            "Take the file back as it was sealed, or have the matter decided and sealed anew.",
        ),
    ),
    "SEAL_NOT_CANONICAL": RefusalText(
        Wording(
            "Filen er ikke skrevet på den ene måten som kan forsegles.",
            "Fila er ikkje skriven på den eine måten som kan forseglast.",
            "The file is not written in the one form that can be sealed.",
        ),
        Wording(
            "Hent filen tilbake slik den ble forseglet. La verken redigeringsprogram eller git endre linjeskift.",
            "Hent fila tilbake slik ho vart forsegla. Lat verken redigeringsprogram eller git endre linjeskift.",
            "Take the file back as it was sealed; let neither an editor nor git change its line endings.",
        ),
    ),
    "SEAL_PAYLOAD_TYPE": RefusalText(
        Wording(
            "Filen inneholder en annen type erklæring enn {expected}.",
            "Fila inneheld ein annan type erklæring enn {expected}.",
            "The file holds another kind of statement than {expected}.",
        ),
        Wording(
            "Flytt den til mappen for sin type.",
            "Flytt ho til mappa for sin type.",
            "Move it to the folder of its kind.",
        ),
    ),
    "SEAL_KEY_UNKNOWN": RefusalText(
        Wording(
            "Filen er forseglet med en nøkkel som ikke står i nøkkellisten.",
            "Fila er forsegla med ein nøkkel som ikkje står i nøkkellista.",
            "The file was sealed with a key that is not in the list of keys.",
        ),
        Wording(
            "Legg den offentlige nøkkelen til i keys.yaml når utstederen har bekreftet den.",
            "Legg den offentlege nøkkelen til i keys.yaml når utferdaren har stadfesta han.",
            "Add the public key to keys.yaml when its issuer has confirmed it.",
        ),
    ),
    "SEAL_KEY_NOT_VALID_THEN": RefusalText(
        Wording(
            "Nøkkelen {key} var ikke gyldig {day}; den gjelder fra {from} til {until}.",
            "Nøkkelen {key} var ikkje gyldig {day}; han gjeld frå {from} til {until}.",
            "The key {key} was not valid on {day}; it holds from {from} until {until}.",
        ),
        Wording(
            "La noen avgjøre saken på nytt, og forsegle med en gyldig nøkkel.",
            "Få saka avgjord på nytt, og forsegla med ein gyldig nøkkel.",
            "Have the matter decided anew, and sealed with a valid key.",
        ),
    ),
    "SEAL_STATEMENT": RefusalText(
        Wording(
            "Forseglingen holder, men erklæringen kan ikke brukes: se {key}.",
            "Forseglinga held, men erklæringa kan ikkje brukast: sjå {key}.",
            "The seal holds, but the statement cannot be used: see {key}.",
        ),
        Wording(
            "La noen avgjøre saken på nytt, og forsegle den.",
            "Få saka avgjord og forsegla på nytt.",
            "Have the matter decided and sealed anew.",
        ),
    ),
    "SEAL_KEYS_MISSING": RefusalText(
        Wording(
            "Mappen har forseglede filer, men ingen keys.yaml å prøve dem mot.",
            "Mappa har forsegla filer, men ingen keys.yaml å prøve dei mot.",
            "The folder has sealed files, and no keys.yaml to prove them by.",
        ),
        Wording(
            "Legg utstederens offentlige nøkkel i keys.yaml.",
            "Legg den offentlege nøkkelen til utferdaren i keys.yaml.",
            "Put the issuer's public key in keys.yaml.",
        ),
    ),
    "SEAL_FILE": RefusalText(
        Wording("Filen er ikke en forseglet fil.", "Fila er ikkje ei forsegla fil.", "The file is not a sealed file."),
        Wording(
            "Forseglede filer slutter på .dsse.json. Flytt andre filer til et annet sted.",
            "Forsegla filer sluttar på .dsse.json. Flytt andre filer til ein annan stad.",
            "Sealed files end in .dsse.json; move others elsewhere.",
        ),
    ),
    "SEAL_KEY_FORM": RefusalText(
        Wording(
            "public_key er ikke en offentlig Ed25519-nøkkel i base64.",
            "public_key er ikkje ein offentleg Ed25519-nøkkel i base64.",
            "public_key is not an Ed25519 public key in base64.",
        ),
        Wording(
            "Skriv nøkkelens 32 byte i base64.",
            "Skriv dei 32 bytane i nøkkelen i base64.",
            "Write its 32 bytes in base64.",
        ),
    ),
    "SEAL_KEY_ID": RefusalText(
        Wording(
            "id er ikke sammendraget av public_key.",
            "id er ikkje samandraget av public_key.",
            "id is not the digest of public_key.",
        ),
        Wording(
            "Bruk linjene som prosess ros seal-key skrev.",
            "Bruk linjene som prosess ros seal-key skreiv.",
            "Use the lines that prosess ros seal-key wrote.",
        ),
    ),
    "SEAL_KEY_PERIOD": RefusalText(
        Wording(
            "valid_until er før valid_from.", "valid_until er før valid_from.", "valid_until is before valid_from."
        ),
        Wording("Rett en av dagene.", "Rett ein av dagane.", "Correct one of the days."),
    ),
    "SEAL_KEY_TWICE": RefusalText(
        Wording("En nøkkel står to ganger.", "Ein nøkkel står to gonger.", "A key stands twice."),
        Wording("Fjern den ene.", "Fjern den eine.", "Remove one of them."),
    ),
    "SEAL_KEY_EXISTS": RefusalText(
        Wording("Nøkkelfilen finnes allerede.", "Nøkkelfila finst frå før.", "The key file is there already."),
        Wording(
            "Velg et annet filnavn. En nøkkel blir aldri overskrevet.",
            "Vel eit anna filnamn. Ein nøkkel blir aldri skriven over.",
            "Choose another file; a key is never written over.",
        ),
    ),
    "SEAL_KEY_MISSING": RefusalText(
        Wording("Nøkkelfilen kan ikke leses.", "Nøkkelfila kan ikkje lesast.", "The key file cannot be read."),
        Wording(
            "Lag en med prosess ros seal-key FIL.",
            "Lag ei med prosess ros seal-key FIL.",
            "Make one with prosess ros seal-key FILE.",
        ),
    ),
    "SEAL_KEY_OPEN": RefusalText(
        Wording("Andre kan lese nøkkelfilen.", "Andre kan lese nøkkelfila.", "Others may read the key file."),
        Wording(
            "Gi den rettighetene 0600, eller lag en ny nøkkel.",
            "Gi ho rettane 0600, eller lag ein ny nøkkel.",
            "Give it mode 0600, or make a new key.",
        ),
    ),
    "SEAL_KEY_KIND": RefusalText(
        Wording(
            "Filen er ikke en ukryptert Ed25519-nøkkel i PEM.",
            "Fila er ikkje ein ukryptert Ed25519-nøkkel i PEM.",
            "The file is not an unencrypted Ed25519 key in PEM.",
        ),
        Wording("Oppgi selve nøkkelfilen.", "Oppgi sjølve nøkkelfila.", "Name the key file itself."),
    ),
    "SEAL_ID": RefusalText(
        Wording(
            "id er ikke regnet ut av det erklæringen sier.",
            "id er ikkje rekna ut av det erklæringa seier.",
            "id was not computed from what the statement says.",
        ),
        Wording(
            "La noen avgjøre saken på nytt, og forsegle den.",
            "Få saka avgjord og forsegla på nytt.",
            "Have the matter decided and sealed anew.",
        ),
    ),
}
