"""What the reader of documents says, in bokmål, nynorsk and English.

A text is a template over facts. A fact that is a :class:`Word` is itself looked up here; a tuple of facts is a list.
"""

from collections.abc import Mapping
from typing import TypeAlias

LANGUAGES = ("nb", "nn", "en")


class Word(str):
    """A fact that has its own text in each language, such as the name of a kind of value."""

    __slots__ = ()


Fact: TypeAlias = str | int | float | tuple["Fact", ...]
Facts: TypeAlias = Mapping[str, Fact]

WORDS: dict[str, tuple[str, str, str]] = {
    "object": ("nøkler med verdier", "nyklar med verdiar", "keys with values"),
    "array": ("en liste", "ei liste", "a list"),
    "string": ("tekst", "tekst", "text"),
    "integer": ("et heltall", "eit heiltal", "a whole number"),
    "number": ("et tall", "eit tal", "a number"),
    "boolean": ("`true` eller `false`", "`true` eller `false`", "`true` or `false`"),
    "null": ("ingen verdi", "ingen verdi", "no value"),
    "date": ("en dato som `2023-10-20`", "ein dato som `2023-10-20`", "a date such as `2023-10-20`"),
    "date-time": (
        "et tidspunkt som `2023-10-20T12:00:00+02:00`",
        "eit tidspunkt som `2023-10-20T12:00:00+02:00`",
        "a point in time such as `2023-10-20T12:00:00+02:00`",
    ),
    "time": ("et klokkeslett som `22:00`", "eit klokkeslett som `22:00`", "a time of day such as `22:00`"),
    "duration": ("en varighet som `PT15M`", "ei varigheit som `PT15M`", "a duration such as `PT15M`"),
    "uuid": ("en UUID", "ein UUID", "a UUID"),
    "uri": ("en nettadresse", "ei nettadresse", "a web address"),
    "address": ("en IP-adresse", "ei IP-adresse", "an IP address"),
    "network": (
        "et adresseområde som `10.0.0.0/16`",
        "eit adresseområde som `10.0.0.0/16`",
        "an address range such as `10.0.0.0/16`",
    ),
    "json.value": ("en verdi", "ein verdi", "a value"),
    "json.key": ("en nøkkel i anførselstegn", "ein nykel i hermeteikn", "a key in quotation marks"),
    "json.colon": ("kolon", "kolon", "a colon"),
    "json.comma": ("komma eller avsluttende klamme", "komma eller avsluttande klamme", "a comma or a closing bracket"),
    "json.string": (
        "avsluttende anførselstegn, og bare gyldige tegn før det",
        "avsluttande hermeteikn, og berre gyldige teikn før det",
        "a closing quotation mark, and only valid characters before it",
    ),
    "json.end": ("slutten av fila", "slutten av fila", "the end of the file"),
}
"""Name of a word → bokmål, nynorsk, English."""

TEXTS: dict[str, tuple[str, str, str]] = {
    # The file.
    "FILE_MISSING": ("fila finnes ikke", "fila finst ikkje", "the file does not exist"),
    "FILE_NOT_READABLE": ("fila kan ikke leses", "fila kan ikkje lesast", "the file cannot be read"),
    "FILE_NOT_REGULAR": ("dette er ikke en vanlig fil", "dette er ikkje ei vanleg fil", "this is not a regular file"),
    "FILE_TOO_LARGE": (
        "fila er større enn {limit} byte",
        "fila er større enn {limit} byte",
        "the file is larger than {limit} bytes",
    ),
    "NOT_UTF8": ("fila er ikke UTF-8", "fila er ikkje UTF-8", "the file is not UTF-8"),
    "NUL": ("fila inneholder et NUL-tegn", "fila inneheld eit NUL-teikn", "the file holds a NUL character"),
    "CHARACTER": (
        "tegnet {character} er ikke tillatt her",
        "teiknet {character} er ikkje tillate her",
        "the character {character} is not allowed here",
    ),
    "EMPTY": ("fila er tom", "fila er tom", "the file is empty"),
    # The syntax.
    "YAML_SYNTAX.tab": ("innrykk med tabulator", "innrykk med tabulator", "indentation by a tab"),
    "YAML_SYNTAX.colon": (
        "kolon der det ikke kan stå en verdi",
        "kolon der det ikkje kan stå ein verdi",
        "a colon where no value may stand",
    ),
    "YAML_SYNTAX.indentation": (
        "innrykket passer ikke med linjene før",
        "innrykket passar ikkje med linjene før",
        "the indentation does not fit the lines before",
    ),
    "YAML_SYNTAX.quote": (
        "et anførselstegn mangler makker",
        "eit hermeteikn manglar makker",
        "a quotation mark has no partner",
    ),
    "YAML_SYNTAX.bracket": (
        "en klamme mangler makker, eller et komma mangler",
        "ein klamme manglar makker, eller eit komma manglar",
        "a bracket has no partner, or a comma is missing",
    ),
    "YAML_SYNTAX.escape": (
        "ugyldig tegnkode etter omvendt skråstrek",
        "ugyldig teiknkode etter omvend skråstrek",
        "an invalid escape after a backslash",
    ),
    "YAML_SYNTAX.start": (
        "en verdi kan ikke begynne med dette tegnet",
        "ein verdi kan ikkje byrje med dette teiknet",
        "no value may begin with this character",
    ),
    "YAML_SYNTAX.other": ("dette er ikke gyldig YAML", "dette er ikkje gyldig YAML", "this is not valid YAML"),
    "JSON_SYNTAX": (
        "dette er ikke gyldig JSON: her ventes {expected}",
        "dette er ikkje gyldig JSON: her er det venta {expected}",
        "this is not valid JSON: expected {expected} here",
    ),
    # The structure.
    "DUPLICATE_KEY": (
        "nøkkelen står også på linje {first}",
        "nykelen står også på linje {first}",
        "the key stands on line {first} already",
    ),
    "SEVERAL_DOCUMENTS": (
        "fila inneholder flere dokumenter",
        "fila inneheld fleire dokument",
        "the file holds several documents",
    ),
    "TAG": ("tagger (`!…`) er ikke tillatt", "taggar (`!…`) er ikkje tillatne", "tags (`!…`) are not allowed"),
    "MERGE_KEY": (
        "fletting (`<<`) er ikke tillatt",
        "fletting (`<<`) er ikkje tillate",
        "merging (`<<`) is not allowed",
    ),
    "KEY_NOT_TEXT": (
        "nøkkelen er ikke tekst, men {found}",
        "nykelen er ikkje tekst, men {found}",
        "the key is not text but {found}",
    ),
    "ANCHOR_TWICE": (
        "ankeret (`&…`) er brukt før",
        "ankeret (`&…`) er brukt før",
        "the anchor (`&…`) was used before",
    ),
    "ALIAS_UNKNOWN": (
        "aliaset (`*…`) viser til et anker som ikke finnes over",
        "aliaset (`*…`) viser til eit anker som ikkje finst over",
        "the alias (`*…`) refers to no anchor above it",
    ),
    "ALIAS_RECURSIVE": (
        "aliaset (`*…`) viser til noe som det selv er en del av",
        "aliaset (`*…`) viser til noko som det sjølv er ein del av",
        "the alias (`*…`) refers to what it is itself a part of",
    ),
    "ALIAS_TOO_MUCH": (
        "aliasene (`*…`) utvider fila mer enn tillatt ({limit} verdier)",
        "aliasa (`*…`) utvidar fila meir enn tillate ({limit} verdiar)",
        "the aliases (`*…`) expand the file beyond what is allowed ({limit} values)",
    ),
    "TOO_DEEP": (
        "innholdet er nøstet dypere enn {limit} nivåer",
        "innhaldet er nøsta djupare enn {limit} nivå",
        "the content is nested deeper than {limit} levels",
    ),
    "NUMBER_TOO_LONG": (
        "tallet har mer enn {limit} tegn",
        "talet har meir enn {limit} teikn",
        "the number has more than {limit} characters",
    ),
    # The content.
    "UNKNOWN_KEY": ("ukjent nøkkel", "ukjend nykel", "unknown key"),
    "MISSING_KEY": ("nøkkelen mangler", "nykelen manglar", "the key is missing"),
    "NOT_ALLOWED": ("verdien er ikke tillatt", "verdien er ikkje tillaten", "the value is not allowed"),
    "NOT_ALLOWED.quoted": ("`{value}` er ikke tillatt", "`{value}` er ikkje tillate", "`{value}` is not allowed"),
    "WRONG_TYPE": (
        "her står {found}, men det ventes {expected}",
        "her står {found}, men det er venta {expected}",
        "this is {found}, but {expected} is expected",
    ),
    "WRONG_FORM": ("verdien er ikke {expected}", "verdien er ikkje {expected}", "the value is not {expected}"),
    "PATTERN": (
        "teksten følger ikke mønsteret",
        "teksten følgjer ikkje mønsteret",
        "the text does not follow the pattern",
    ),
    "TOO_SHORT.empty": ("verdien er tom", "verdien er tom", "the value is empty"),
    "TOO_SHORT.text": (
        "teksten er kortere enn {limit} tegn",
        "teksten er kortare enn {limit} teikn",
        "the text is shorter than {limit} characters",
    ),
    "TOO_LONG.text": (
        "teksten er lengre enn {limit} tegn",
        "teksten er lengre enn {limit} teikn",
        "the text is longer than {limit} characters",
    ),
    "TOO_SHORT.items": (
        "færre enn {limit} innslag",
        "færre enn {limit} innslag",
        "fewer than {limit} entries",
    ),
    "TOO_LONG.items": ("flere enn {limit} innslag", "fleire enn {limit} innslag", "more than {limit} entries"),
    "OUT_OF_RANGE": (
        "tallet er utenfor det tillatte området",
        "talet er utanfor det tillatne området",
        "the number is outside the allowed range",
    ),
    "NOT_FINITE": ("tallet er ikke endelig", "talet er ikkje endeleg", "the number is not finite"),
    "NO_FORM_FITS": (
        "verdien passer ikke med noen av de tillatte formene",
        "verdien passar ikkje med nokon av dei tillatne formene",
        "the value fits none of the allowed forms",
    ),
    "INVALID": ("verdien er ugyldig", "verdien er ugyldig", "the value is not valid"),
    "TOO_MANY": (
        "fila har {count} feil i innholdet; bare {limit} er vist",
        "fila har {count} feil i innhaldet; berre {limit} er viste",
        "the file's content has {count} mistakes, of which {limit} are shown",
    ),
    # Law 4.
    "PERSON_IDENTIFIER": (
        "elleve sifre på rad fra tegn {character} kan være et fødselsnummer",
        "elleve siffer på rad frå teikn {character} kan vere eit fødselsnummer",
        "eleven digits in a row at character {character} may be a person identifier",
    ),
    "PERSON_IDENTIFIER.key": (
        "nøkkelen har elleve sifre på rad fra tegn {character}, som kan være et fødselsnummer",
        "nykelen har elleve siffer på rad frå teikn {character}, som kan vere eit fødselsnummer",
        "the key has eleven digits in a row at character {character}, which may be a person identifier",
    ),
    "PERSON_IDENTIFIER.comment": (
        "en kommentar har elleve sifre på rad, som kan være et fødselsnummer",
        "ein kommentar har elleve siffer på rad, som kan vere eit fødselsnummer",
        "a comment has eleven digits in a row, which may be a person identifier",
    ),
    "PERSON_IDENTIFIER.name": (
        "filnavnet har elleve sifre på rad fra tegn {character}, som kan være et fødselsnummer",
        "filnamnet har elleve siffer på rad frå teikn {character}, som kan vere eit fødselsnummer",
        "the file's name has eleven digits in a row at character {character}, which may be a person identifier",
    ),
    # The way out.
    "hint.path": ("Se etter skrivefeil i stien.", "Sjå etter skrivefeil i stien.", "Look for a slip in the path."),
    "hint.permission": (
        "Gi deg selv leserett til fila.",
        "Gje deg sjølv leserett til fila.",
        "Give yourself the right to read the file.",
    ),
    "hint.split_file": ("Del fila opp.", "Del opp fila.", "Split the file."),
    "hint.save_utf8": ("Lagre fila som UTF-8.", "Lagre fila som UTF-8.", "Save the file as UTF-8."),
    "hint.remove_character": ("Fjern tegnet.", "Fjern teiknet.", "Remove the character."),
    "hint.spaces": ("Bruk mellomrom.", "Bruk mellomrom.", "Use spaces."),
    "hint.quote_text": (
        "Sett teksten i anførselstegn.",
        "Set teksten i hermeteikn.",
        "Put the text in quotation marks.",
    ),
    "hint.align": (
        "Rykk inn likt med nøklene på samme nivå.",
        "Rykk inn likt med nyklane på same nivå.",
        "Indent it like the keys of the same level.",
    ),
    "hint.one_document": (
        "Legg hvert dokument i sin egen fil.",
        "Legg kvart dokument i si eiga fil.",
        "Put each document in its own file.",
    ),
    "hint.write_out": ("Skriv innholdet ut.", "Skriv ut innhaldet.", "Write the content out."),
    "hint.remove_tag": ("Fjern taggen.", "Fjern taggen.", "Remove the tag."),
    "hint.remove_one": ("Behold én av dem.", "Behald éin av dei.", "Keep one of them."),
    "hint.quote_key": (
        "Sett nøkkelen i anførselstegn.",
        "Set nykelen i hermeteikn.",
        "Put the key in quotation marks.",
    ),
    "hint.flatten": ("Gjør strukturen flatere.", "Gjer strukturen flatare.", "Make the structure flatter."),
    "hint.did_you_mean": ("Mente du `{nearest}`?", "Meinte du `{nearest}`?", "Did you mean `{nearest}`?"),
    "hint.allowed": ("Tillatt: {allowed}.", "Tillate: {allowed}.", "Allowed: {allowed}."),
    "hint.expected": ("Ventet: {expected}.", "Venta: {expected}.", "Expected: {expected}."),
    "hint.add": ("Legg den til.", "Legg han til.", "Add it."),
    "hint.add_expected": (
        "Legg den til: {expected}.",
        "Legg han til: {expected}.",
        "Add it: {expected}.",
    ),
    "hint.pattern": ("Mønster: `{pattern}`.", "Mønster: `{pattern}`.", "Pattern: `{pattern}`."),
    "hint.between": ("Fra {low} til {high}.", "Frå {low} til {high}.", "From {low} to {high}."),
    "hint.at_least": ("Minst {low}.", "Minst {low}.", "At least {low}."),
    "hint.at_most": ("Høyst {high}.", "Høgst {high}.", "At most {high}."),
    "hint.more_than": ("Mer enn {low}.", "Meir enn {low}.", "More than {low}."),
    "hint.less_than": ("Mindre enn {high}.", "Mindre enn {high}.", "Less than {high}."),
    "hint.multiple_of": ("Et multiplum av {step}.", "Eit multiplum av {step}.", "A multiple of {step}."),
    "hint.remove_identifier": (
        "Fjern dem; det som skrives her, skal aldri peke ut en person.",
        "Fjern dei; det som blir skrive her, skal aldri peike ut ein person.",
        "Remove them; what is written here must never identify a person.",
    ),
}
"""Key of a text → bokmål, nynorsk, English."""


def say(key: str, facts: Facts, language: str) -> str:
    """Give a text in a language (``nb``, ``nn`` or ``en``).

    Raises:
        KeyError: where the catalogue lacks the key, or a fact that the text speaks of.
        ValueError: where ``language`` is another.
    """
    column = LANGUAGES.index(language)
    return TEXTS[key][column].format_map({name: _spoken(fact, column) for name, fact in facts.items()})


def _spoken(fact: Fact, column: int) -> str:
    if isinstance(fact, tuple):
        return ", ".join(_spoken(one, column) for one in fact)
    if isinstance(fact, Word):
        return WORDS[fact][column]
    return str(fact)
