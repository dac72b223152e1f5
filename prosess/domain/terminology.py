"""Codes of the clinical terminologies, each held to its own check digit: a code is not a place for other numbers."""

import re
from typing import Annotated

from pydantic import AfterValidator

from prosess.domain.identifiers import IdentifierError

_VERHOEFF_STEP = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)


def _verhoeff_holds(digits: str) -> bool:
    """Tell whether digits, the check digit last, satisfy Verhoeff's check (in the dihedral group of order ten)."""
    check = 0
    for position, digit in enumerate(reversed(digits)):
        element = int(digit)
        for _ in range(position % 8):
            element = _VERHOEFF_STEP[element]
        turn = 1 if check < 5 else -1
        check = (check + turn * element) % 5 + 5 * ((check < 5) is (element >= 5))
    return check == 0


def _snomed(value: str) -> str:
    # Concepts have partition 00, those of a national extension 10.
    if not re.fullmatch(r"[1-9][0-9]{2,14}[01]0[0-9]", value) or not _verhoeff_holds(value):
        raise IdentifierError(
            "SNOMED_CT", "is not a concept id of SNOMED CT", hint="copy it from the terminology, in quotation marks"
        )
    return value


def _loinc(value: str) -> str:
    if not re.fullmatch(r"[1-9][0-9]{0,6}-[0-9]", value):
        raise IdentifierError("LOINC", "is not a LOINC code", hint="copy it from the terminology, such as `8867-4`")
    number, _, check = value.partition("-")
    # Modulus 10: every other digit, beginning with the last, counts double, and its digits are added.
    weighted = [int(digit) * (2 - index % 2) for index, digit in enumerate(reversed(number))]
    if -sum(amount // 10 + amount % 10 for amount in weighted) % 10 != int(check):
        raise IdentifierError(
            "LOINC_CHECK_DIGIT",
            "is not a LOINC code: its check digit does not match",
            hint="copy it from the terminology",
        )
    return value


SnomedConcept = Annotated[str, AfterValidator(_snomed)]
"""A concept id of SNOMED CT: six to eighteen digits, the last a check digit by Verhoeff's scheme."""

LoincCode = Annotated[str, AfterValidator(_loinc)]
"""A LOINC code: up to seven digits, a dash and a check digit by modulus 10."""
