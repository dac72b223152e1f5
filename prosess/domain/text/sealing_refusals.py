"""What is refused of seals, their keys, acceptances and attestations."""

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
    "ACCEPTANCE_OF_NOTHING": RefusalText(
        Wording("Ingen risiko er oppgitt.", "Ingen risiko er oppgitt.", "No risk is named."),
        Wording("Oppgi minst én risiko.", "Oppgi minst éin risiko.", "Name at least one risk."),
    ),
    "ACCEPTANCE_NOT_ASSESSED": RefusalText(
        Wording(
            "{risk} har ikke noe nivå, så ingen vet hva som blir akseptert.",
            "{risk} har ikkje noko nivå, så ingen veit kva som blir akseptert.",
            "{risk} has no level, so nobody knows what would be accepted.",
        ),
        Wording(
            "Se hvorfor med prosess ros explain, og få risikoen vurdert først.",
            "Sjå kvifor med prosess ros explain, og få risikoen vurdert først.",
            "See why with prosess ros explain, and have the risk assessed first.",
        ),
    ),
    "ACCEPTANCE_BY_AUTHOR": RefusalText(
        Wording(
            "Den som har laget vurderingen, aksepterer aldri risikoene i den.",
            "Den som har laga vurderinga, aksepterer aldri risikoane i ho.",
            "Whoever wrote the assessment never accepts its risks.",
        ),
        Wording(
            "Spør en annen risikoeier hos den dataansvarlige.",
            "Spør ein annan risikoeigar hos den dataansvarlege.",
            "Ask another risk owner of the data controller.",
        ),
    ),
    "ACCEPTANCE_BY_REVIEWER": RefusalText(
        Wording(
            "Den som har kontrollert vurderingen, aksepterer aldri risikoene i den.",
            "Den som har kontrollert vurderinga, aksepterer aldri risikoane i ho.",
            "Whoever reviewed the assessment never accepts its risks.",
        ),
        Wording(
            "Spør en risikoeier hos den dataansvarlige.",
            "Spør ein risikoeigar hos den dataansvarlege.",
            "Ask a risk owner of the data controller.",
        ),
    ),
    "ACCEPTANCE_OTHER_CONTROLLER": RefusalText(
        Wording(
            "{organisation} er ikke dataansvarlig for {risk}.",
            "{organisation} er ikkje dataansvarleg for {risk}.",
            "{organisation} is not a data controller of {risk}.",
        ),
        Wording(
            "Hver dataansvarlig aksepterer for seg selv: {controllers}.",
            "Kvar dataansvarleg aksepterer for seg sjølv: {controllers}.",
            "Each data controller accepts its own: {controllers}.",
        ),
    ),
    "ACCEPTANCE_BY_NOBODY": RefusalText(
        Wording(
            "{risk} er på nivået {level}, som ingen kan akseptere.",
            "{risk} er på nivået {level}, som ingen kan akseptere.",
            "{risk} is at {level}, which nobody may accept.",
        ),
        Wording("Reduser eller unngå risikoen.", "Reduser eller unngå risikoen.", "Reduce the risk, or avoid it."),
    ),
    "ACCEPTANCE_WITHOUT_MANDATE": RefusalText(
        Wording(
            "{risk} er på nivået {level}, som bare kan aksepteres av {acceptors}. Her er rollen {has}.",
            "{risk} er på nivået {level}, som berre kan aksepterast av {acceptors}. Her er rolla {has}.",
            "{risk} is at {level}, which may be accepted by {acceptors} only. The role here is {has}.",
        ),
        Wording(
            "Spør den som har rollen {acceptors} hos den dataansvarlige.",
            "Spør den som har rolla {acceptors} hos den dataansvarlege.",
            "Ask whoever is {acceptors} of the data controller.",
        ),
    ),
    "ACCEPTANCE_IN_TWO_ROLES": RefusalText(
        Wording(
            "Ingen enkelt rolle kan akseptere alle av {ids}.",
            "Inga einskild rolle kan akseptere alle av {ids}.",
            "No one role may accept all of {ids}.",
        ),
        Wording(
            "Aksepter risikoene på hvert nivå for seg.",
            "Aksepter risikoane på kvart nivå for seg.",
            "Accept the risks of each level by themselves.",
        ),
    ),
    "ACCEPTANCE_WITHOUT_REASON": RefusalText(
        Wording("Begrunnelsen mangler.", "Grunngivinga manglar.", "The reason is missing."),
        Wording("Skriv hvorfor.", "Skriv kvifor.", "Say why."),
    ),
    "ACCEPTANCE_WITHOUT_END": RefusalText(
        Wording("Siste dag mangler.", "Siste dag manglar.", "The last day is missing."),
        Wording(
            "Enhver aksept går ut: oppgi siste dag.",
            "Kvar aksept går ut: oppgi siste dag.",
            "Every acceptance expires: give its last day.",
        ),
    ),
    "ACCEPTANCE_ENDED": RefusalText(
        Wording(
            "{until} er passert; i dag er det {today}.",
            "{until} er passert; i dag er det {today}.",
            "{until} is over; today is {today}.",
        ),
        Wording(
            "Oppgi en dag som ikke er passert.",
            "Oppgi ein dag som ikkje er passert.",
            "Give a day that is still to come.",
        ),
    ),
    "ACCEPTANCE_TOO_LONG": RefusalText(
        Wording(
            "{risk} er på nivået {level}, som kan aksepteres i høyst {days} dager.",
            "{risk} er på nivået {level}, som kan aksepterast i høgst {days} dagar.",
            "{risk} is at {level}, which may be accepted for {days} days at most.",
        ),
        Wording(
            "Oppgi {latest} eller en tidligere dag.",
            "Oppgi {latest} eller ein tidlegare dag.",
            "Give {latest} or an earlier day.",
        ),
    ),
    "ACCEPTANCE_NOT_YOURS": RefusalText(
        Wording(
            "Bare rollen {role} hos {organisation} kan trekke aksepten.",
            "Berre rolla {role} hos {organisation} kan trekkje aksepten.",
            "Only a {role} of {organisation} may take the acceptance back.",
        ),
        Wording("Spør den som har rollen der.", "Spør den som har rolla der.", "Ask whoever has that role there."),
    ),
    "ACCEPTANCE_OTHER_ANALYSIS": RefusalText(
        Wording(
            "Aksepten gjelder analysen {analysis}, ikke denne.",
            "Aksepten gjeld analysen {analysis}, ikkje denne.",
            "The acceptance is of the analysis {analysis}, not of this one.",
        ),
        Wording(
            "Flytt filen til den analysens mappe.",
            "Flytt fila til mappa for den analysen.",
            "Move the file to that analysis' folder.",
        ),
    ),
    "ACCEPTANCE_TWICE": RefusalText(
        Wording("To filer har aksepten {id}.", "To filer har aksepten {id}.", "Two files hold the acceptance {id}."),
        Wording("Fjern den ene filen.", "Fjern den eine fila.", "Remove one of the files."),
    ),
    "ACCEPTANCE_UNKNOWN": RefusalText(
        Wording(
            "Ingen aksept her har id {id}.", "Ingen aksept her har id {id}.", "No acceptance here has the id {id}."
        ),
        Wording(
            "Se hvilke som finnes med prosess ros verify.",
            "Sjå kva for nokre som finst med prosess ros verify.",
            "See which there are with prosess ros verify.",
        ),
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
    "ATTESTATION_WITHOUT_MANDATE": RefusalText(
        Wording(
            "{control} kan bare bekreftes av {acceptors}. Her er rollen {has}.",
            "{control} kan berre stadfestast av {acceptors}. Her er rolla {has}.",
            "{control} may be attested by {acceptors} only. The role here is {has}.",
        ),
        Wording(
            "Spør den som har rollen {acceptors}.",
            "Spør den som har rolla {acceptors}.",
            "Ask whoever is {acceptors}.",
        ),
    ),
    "ATTESTATION_OTHER_ORGANISATION": RefusalText(
        Wording(
            "{organisation} er ikke blant partene i analysen.",
            "{organisation} er ikkje blant partane i analysen.",
            "{organisation} is not among the parties of the analysis.",
        ),
        Wording(
            "Spør en av partene: {organisations}.",
            "Spør ein av partane: {organisations}.",
            "Ask one of the parties: {organisations}.",
        ),
    ),
    "ATTESTATION_OF_NOTHING": RefusalText(
        Wording(
            "{control} har ingenting som en person skal bekrefte.",
            "{control} har ingenting som ein person skal stadfeste.",
            "{control} has nothing that a person is to attest.",
        ),
        Wording("Velg en av {known}.", "Vel ein av {known}.", "Choose one of {known}."),
    ),
    "ATTESTATION_FACTS": RefusalText(
        Wording(
            "{control} krever at disse oppgis, og ingen andre: {facts_asked}.",
            "{control} krev at desse blir oppgitt, og ingen andre: {facts_asked}.",
            "{control} asks for these facts, and no others: {facts_asked}.",
        ),
        Wording(
            "Oppgi hver av dem med --fact navn=verdi.",
            "Oppgi kvar av dei med --fact namn=verdi.",
            "Give each with --fact name=value.",
        ),
    ),
    "ATTESTATION_ENDED": RefusalText(
        Wording(
            "{until} er passert; i dag er det {today}.",
            "{until} er passert; i dag er det {today}.",
            "{until} is over; today is {today}.",
        ),
        Wording(
            "Oppgi en dag som ikke er passert.",
            "Oppgi ein dag som ikkje er passert.",
            "Give a day that is still to come.",
        ),
    ),
    "ATTESTATION_TOO_LONG": RefusalText(
        Wording(
            "{control} skal bekreftes minst hver {days}. dag.",
            "{control} skal stadfestast minst kvar {days}. dag.",
            "{control} is to be attested at least every {days} days.",
        ),
        Wording(
            "Oppgi {latest} eller en tidligere dag.",
            "Oppgi {latest} eller ein tidlegare dag.",
            "Give {latest} or an earlier day.",
        ),
    ),
}
