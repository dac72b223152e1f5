"""Typed identifiers, each with its own grammar; whatever is not one of them is free text, and guarded (law 4)."""

import ipaddress
import re
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import AfterValidator, StringConstraints, WithJsonSchema

from prosess.domain.errors import DomainError
from prosess.domain.guard import refuse_person_identifier

_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)
_SYNTHETIC_FIRST_DIGITS = frozenset("23")


class IdentifierError(DomainError):
    """A value does not follow the grammar of its identifier. The value itself is never part of the message."""


def _grammar(code: str, pattern: str, expected: str) -> Callable[[str], str]:
    compiled = re.compile(pattern)

    def check(value: str) -> str:
        if not compiled.fullmatch(value):
            raise IdentifierError(code, f"is not {expected}", hint=f"write {expected}")
        return value

    return check


def _organisation_number(value: str) -> str:
    if not re.fullmatch(r"[0-9]{9}", value):
        raise IdentifierError(
            "ORGANISATION_NUMBER_FORM",
            "is not an organisation number",
            hint="write nine digits without spaces, in quotation marks",
        )
    remainder = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, value, strict=False)) % 11
    if (11 - remainder) % 11 != int(value[8]):
        raise IdentifierError(
            "ORGANISATION_NUMBER_CHECK_DIGIT",
            "is not an organisation number: its check digit does not match",
            hint="copy it from the register of legal entities",
        )
    return value


def is_synthetic(number: str) -> bool:
    """Tell whether an organisation number is from the synthetic test population (first digit 2 or 3)."""
    return number[:1] in _SYNTHETIC_FIRST_DIGITS


def _parsed_by(parse: Callable[[str], Any], code: str, expected: str) -> Callable[[str], str]:
    def check(value: str) -> str:
        try:
            parse(value)
        except ValueError as error:
            raise IdentifierError(code, f"is not {expected}", hint=f"write {expected}") from error
        return value

    return check


def _ip_address(value: str) -> str:
    if "%" in value:
        # A zone (`fe80::1%…`) is free text of the machine that wrote it.
        raise ValueError("zone")
    return str(ipaddress.ip_address(value))


def _cidr(value: str) -> str:
    if "%" in value or "/" not in value:
        raise ValueError("no prefix length, or a zone")
    return str(ipaddress.ip_network(value, strict=True))


_UUID_PATTERN = r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
_ARM_ID = re.compile(
    rf"/subscriptions/{_UUID_PATTERN}"
    r"(?P<names>(?:/resourceGroups/[\w.()-]+)?(?:/providers/[A-Za-z.]+(?:/[A-Za-z0-9]+/[\w.()-]+)+)?)"
)


def _arm_id(value: str) -> str:
    match = _ARM_ID.fullmatch(value)
    if not match:
        raise IdentifierError(
            "ARM_ID",
            "is not an Azure resource id",
            hint="copy it from Azure; it begins with `/subscriptions/`",
        )
    for name in match["names"].split("/"):
        if not re.fullmatch(_UUID_PATTERN, name):
            refuse_person_identifier(name)
    return value


def arm_type(id_: str) -> str:
    """Give the type that an Azure resource id tells, such as ``Microsoft.KeyVault/vaults``."""
    _, found, inner = id_.rpartition("/providers/")
    if not found:
        return f"Microsoft.Resources/{'resourceGroups' if '/resourceGroups/' in id_ else 'subscriptions'}"
    namespace, *rest = inner.split("/")
    return "/".join((namespace, *rest[::2]))


def require_type(id_: str, type_: str, *, at: tuple[str | int, ...] = ()) -> None:
    """Refuse an Azure resource id of another type; Azure's own case does not count.

    Raises:
        IdentifierError: where the id is of another type, at ``at``.
    """
    if (found := arm_type(id_)).casefold() != type_.casefold():
        raise IdentifierError(
            "ARM_ID_TYPE",
            f"is the id of a resource of type {found}, not {type_}",
            facts={"type": type_, "found": found},
            hint=f"copy the id of a resource of type {type_}",
            at=at,
        )


def of_type(type_: str) -> AfterValidator:
    """Hold an Azure resource id, or an object with one under ``id``, to a type.

    A place where the region's own service is named takes this beside its annotation, so that a vault's id does not end
    up where a network's belongs.
    """

    def check(value: Any) -> Any:
        id_, at = (value, ()) if isinstance(value, str) else (getattr(value, "id", None), ("id",))
        if id_ is not None:
            require_type(id_, type_, at=at)
        return value

    return AfterValidator(check)


Text = Annotated[str, StringConstraints(min_length=1, max_length=4000), AfterValidator(refuse_person_identifier)]
"""Free text: refused where it holds a run of eleven digits, plain or grouped."""

OrganisationNumber = Annotated[
    str,
    AfterValidator(_organisation_number),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{9}$", "description": "Organisation number, nine digits."}),
]
"""Nine digits, check digit by modulus 11 with weights 3 2 7 6 5 4 3 2 (OID 2.16.578.1.12.4.1.4.101)."""

Slug = Annotated[
    str,
    StringConstraints(max_length=40),
    AfterValidator(
        _grammar("SLUG", r"[a-z][a-z0-9]*(-[a-z0-9]+)*", "an id of lower-case letters, digits and single hyphens")
    ),
    AfterValidator(refuse_person_identifier),
]
"""The id of something that a file declares."""

RiskId = Annotated[str, AfterValidator(_grammar("RISK_ID", r"R-?[0-9]{2,4}", "a risk id such as `R07`"))]
ControlId = Annotated[
    str, AfterValidator(_grammar("CONTROL_ID", r"CTRL-[A-Z0-9]+(-[A-Z0-9]+)*", "a control id such as `CTRL-CMK`"))
]
RuleId = Annotated[
    str,
    AfterValidator(
        _grammar("RULE_ID", r"PP-[A-Z]+-[0-9]{3}|CKV2?_AZURE_[0-9]{1,3}", "a rule id such as `PP-KV-002`"),
    ),
]
"""A rule of ours, or a check of Checkov's for Azure, such as ``CKV_AZURE_42``."""

Cidr = Annotated[str, AfterValidator(_parsed_by(_cidr, "CIDR", "an address range such as `10.0.0.0/16`"))]
"""An address range with its prefix length and no host bits."""
IpAddress = Annotated[str, AfterValidator(_parsed_by(_ip_address, "IP_ADDRESS", "an IP address"))]
Oid = Annotated[str, AfterValidator(_grammar("OID", r"[0-2](\.(0|[1-9][0-9]*))+", "an OID such as `2.16.578.1.12`"))]
Uuid = Annotated[str, AfterValidator(_grammar("UUID", _UUID_PATTERN, "a UUID"))]
Digest = Annotated[
    str, AfterValidator(_grammar("DIGEST", r"sha256:[0-9a-f]{64}", "a digest `sha256:` and 64 hex digits"))
]
ArmId = Annotated[str, AfterValidator(_arm_id)]
"""An Azure resource id; the names in it, which people choose, are guarded."""
PhoneNumber = Annotated[
    str,
    AfterValidator(
        _grammar("PHONE", r"(\+|00)[1-9][0-9]{0,2}([ ]?[0-9]{2,4}){2,5}", "a phone number such as `0047 22 33 44 55`")
    ),
]
FunctionalMailbox = Annotated[
    str,
    StringConstraints(max_length=200),
    AfterValidator(
        _grammar("MAILBOX", r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", "the address of a functional mailbox")
    ),
    AfterValidator(refuse_person_identifier),
]
"""A mailbox of a function, never of a person: contacts are roles."""

Code = Annotated[
    str, AfterValidator(_grammar("STABLE_CODE", r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*", "a code such as `NO_CONTACT`"))
]
"""A stable code of ours, in capitals."""
DnsName = Annotated[
    str,
    StringConstraints(max_length=253),
    AfterValidator(_grammar("DNS_NAME", r"[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+", "a DNS name such as `nhn.no`")),
    AfterValidator(refuse_person_identifier),
]

CountryCode = Annotated[str, AfterValidator(_grammar("COUNTRY", r"[A-Z]{2}", "a country code of two capital letters"))]
ReshId = Annotated[str, AfterValidator(_grammar("RESH", r"[0-9]{6,7}", "a RESH id of six or seven digits"))]
Duration = Annotated[
    str,
    AfterValidator(
        _grammar(
            "DURATION",
            r"P(?=[0-9T])([0-9]{1,3}W|([0-9]{1,3}D)?(T(?=[0-9])([0-9]{1,3}H)?([0-9]{1,3}M)?)?)",
            "an ISO 8601 duration such as `P1D`",
        )
    ),
]
"""How often: weeks, or days, hours and minutes."""
