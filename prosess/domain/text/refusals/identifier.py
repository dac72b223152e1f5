"""What is refused of an identifier: a value that is not what its grammar says."""

from prosess.domain.text.wording import RefusalText, Wording


def _must_be(nb: str, nn: str, en: str, example: str) -> RefusalText:
    """Say that a value is not what its identifier must be.

    Args:
        nb: what it must be, in bokmål.
        nn: the same in nynorsk.
        en: the same in English.
        example: how one looks.
    """
    return RefusalText(
        Wording(f"Verdien er ikke {nb}.", f"Verdien er ikkje {nn}.", f"The value is not {en}."),
        Wording(f"Skriv {nb}: {example}.", f"Skriv {nn}: {example}.", f"Write {en}: {example}."),
    )


IDENTIFIERS: dict[str, RefusalText] = {
    "PERSON_IDENTIFIER": RefusalText(
        Wording(
            "Elleve siffer på rad fra tegn {character} kan være et fødselsnummer eller en annen personidentifikator.",
            "Elleve siffer på rad frå teikn {character} kan vere eit fødselsnummer eller ein annan "
            "personidentifikator.",
            "Eleven digits in a row from character {character} may be a person identifier.",
        ),
        Wording(
            "Fjern dem. Det som skrives her, må aldri identifisere en person.",
            "Fjern dei. Det som blir skrive her, må aldri identifisere ein person.",
            "Remove them. What is written here must never identify a person.",
        ),
    ),
    "ORGANISATION_NUMBER_FORM": RefusalText(
        Wording(
            "Verdien er ikke et organisasjonsnummer.",
            "Verdien er ikkje eit organisasjonsnummer.",
            "The value is not an organisation number.",
        ),
        Wording(
            "Skriv ni siffer uten mellomrom, i anførselstegn.",
            "Skriv ni siffer utan mellomrom, i hermeteikn.",
            "Write nine digits without spaces, in quotation marks.",
        ),
    ),
    "ORGANISATION_NUMBER_CHECK_DIGIT": RefusalText(
        Wording(
            "Verdien er ikke et organisasjonsnummer: kontrollsifferet stemmer ikke.",
            "Verdien er ikkje eit organisasjonsnummer: kontrollsifferet stemmer ikkje.",
            "The value is not an organisation number: its check digit does not match.",
        ),
        Wording(
            "Kopier nummeret fra Enhetsregisteret.",
            "Kopier nummeret frå Einingsregisteret.",
            "Copy it from the register of legal entities.",
        ),
    ),
    "SLUG": RefusalText(
        Wording(
            "Id-en er ikke skrevet med små bokstaver, siffer og enkle bindestreker.",
            "Id-en er ikkje skriven med små bokstavar, siffer og enkle bindestrekar.",
            "The id is not written in lower-case letters, digits and single hyphens.",
        ),
        Wording(
            "Begynn med en bokstav a–z, som i kols-siv.",
            "Begynn med ein bokstav a–z, som i kols-siv.",
            "Begin with a letter a–z, as in kols-siv.",
        ),
    ),
    "RISK_ID": _must_be("en risiko-id", "ein risiko-id", "a risk id", "R07"),
    "CONTROL_ID": _must_be("en tiltaks-id", "ein tiltaks-id", "a control id", "CTRL-CMK"),
    "RULE_ID": _must_be("en regel-id", "ein regel-id", "a rule id", "PP-KV-002"),
    "STABLE_CODE": _must_be(
        "en kode i store bokstaver", "ein kode i store bokstavar", "a code in capitals", "NO_CONTACT"
    ),
    "CIDR": _must_be("et adresseområde", "eit adresseområde", "an address range", "10.100.200.0/23"),
    "IP_ADDRESS": _must_be("en IP-adresse", "ei IP-adresse", "an IP address", "10.100.0.4"),
    "OID": _must_be("en OID", "ein OID", "an OID", "2.16.578.1.12"),
    "UUID": _must_be("en UUID", "ein UUID", "a UUID", "00000000-0000-4000-8000-000000000001"),
    "DIGEST": _must_be("en sjekksum", "ein sjekksum", "a digest", "sha256:…"),
    "DNS_NAME": _must_be("et DNS-navn", "eit DNS-namn", "a DNS name", "nhn.no"),
    "ARM_ID": RefusalText(
        Wording(
            "Verdien er ikke id-en til en Azure-ressurs.",
            "Verdien er ikkje id-en til ein Azure-ressurs.",
            "The value is not the id of an Azure resource.",
        ),
        Wording(
            "Kopier den fra Azure; den begynner med /subscriptions/.",
            "Kopier han frå Azure; han begynner med /subscriptions/.",
            "Copy it from Azure; it begins with /subscriptions/.",
        ),
    ),
    "ARM_ID_TYPE": RefusalText(
        Wording(
            "Id-en gjelder en ressurs av typen {found}, ikke {type}.",
            "Id-en gjeld ein ressurs av typen {found}, ikkje {type}.",
            "The id is of a resource of type {found}, not {type}.",
        ),
        Wording(
            "Kopier id-en til en ressurs av typen {type}.",
            "Kopier id-en til ein ressurs av typen {type}.",
            "Copy the id of a resource of type {type}.",
        ),
    ),
    "PHONE": _must_be(
        "et telefonnummer med landkode", "eit telefonnummer med landkode", "a phone number", "0047 22 33 44 55"
    ),
    "MAILBOX": RefusalText(
        Wording(
            "Verdien er ikke en e-postadresse.", "Verdien er ikkje ei e-postadresse.", "The value is not a mailbox."
        ),
        Wording(
            "Oppgi en funksjonspostkasse, aldri adressen til en person.",
            "Oppgi ei funksjonspostkasse, aldri adressa til ein person.",
            "Give the mailbox of a function, never of a person.",
        ),
    ),
    "COUNTRY": _must_be("en landkode", "ein landkode", "a country code", "NO"),
    "RESH": _must_be("en RESH-id", "ein RESH-id", "a RESH id", "100100"),
    "DURATION": _must_be("en varighet etter ISO 8601", "ei varigheit etter ISO 8601", "an ISO 8601 duration", "P1D"),
    "SNOMED_CT": RefusalText(
        Wording(
            "Verdien er ikke en begreps-id i SNOMED CT.",
            "Verdien er ikkje ein omgreps-id i SNOMED CT.",
            "The value is not a concept id of SNOMED CT.",
        ),
        Wording(
            "Kopier den fra terminologien, i anførselstegn.",
            "Kopier han frå terminologien, i hermeteikn.",
            "Copy it from the terminology, in quotation marks.",
        ),
    ),
    "LOINC": _must_be("en LOINC-kode", "ein LOINC-kode", "a LOINC code", "8867-4"),
    "LOINC_CHECK_DIGIT": RefusalText(
        Wording(
            "Verdien er ikke en LOINC-kode: kontrollsifferet stemmer ikke.",
            "Verdien er ikkje ein LOINC-kode: kontrollsifferet stemmer ikkje.",
            "The value is not a LOINC code: its check digit does not match.",
        ),
        Wording("Kopier den fra terminologien.", "Kopier han frå terminologien.", "Copy it from the terminology."),
    ),
    "NAME": RefusalText(
        Wording(
            "Azure tar ikke imot navnet {name}.", "Azure tek ikkje imot namnet {name}.", "Azure would refuse {name}."
        ),
        Wording(
            "Gi det som navnet er laget av, en kortere id med små bokstaver, siffer og enkle bindestreker.",
            "Gi det som namnet er laga av, ein kortare id med små bokstavar, siffer og enkle bindestrekar.",
            "Give what the name is made from a shorter id of lower-case letters, digits and single hyphens.",
        ),
    ),
}
