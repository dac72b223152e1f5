"""Names: every resource has one that is written out, so that two runs, and two people, speak of the same thing.

The slugs are those of Microsoft's Cloud Adoption Framework; the rules are our own reading of Azure's naming rules
(https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules), tested by properties.
"""

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum

from infra.refusal import refusal
from prosess.domain.access import AccessOption
from prosess.domain.environment import Environment

_LETTERS = "bcdfghjklmnpqrstvwxz"
_SUFFIX = 7


class Kind(StrEnum):
    """Kinds of resources that stand on their own; the value is the slug."""

    RESOURCE_GROUP = "rg"
    VIRTUAL_NETWORK = "vnet"
    SECURITY_GROUP = "nsg"
    PRIVATE_ENDPOINT = "pe"
    KEY_VAULT = "kv"
    LOG_WORKSPACE = "log"
    LOG_CLUSTER = "logc"
    PRIVATE_LINK_SCOPE = "ampls"
    STORAGE = "st"
    IDENTITY = "id"
    SERVICE_BUS = "sb"
    EVENT_GRID_TOPIC = "evgt"
    EVENT_HUBS = "evhns"
    API_MANAGEMENT = "apim"
    HEALTH_WORKSPACE = "ahds"
    FHIR = "fhir"
    CONTAINER_ENVIRONMENT = "cae"
    CONTAINER_APP = "ca"
    CONTAINER_JOB = "caj"
    POSTGRESQL = "psql"
    ZONE_LINK = "dnslink"
    FIREWALL = "afw"
    FIREWALL_POLICY = "afwp"
    PUBLIC_ADDRESS = "pip"
    ROUTE_TABLE = "rt"
    PEERING = "peer"
    RESOLVER = "dnspr"
    FORWARDING_RULESET = "dnsfrs"
    NETWORK_GATEWAY = "vgw"
    LOCAL_GATEWAY = "lgw"
    GATEWAY_CONNECTION = "con"
    BACKUP_VAULT = "bvault"
    RESOURCE_GUARD = "rguard"
    REGISTRY = "cr"
    ACTION_GROUP = "ag"
    ALERT = "ala"
    POLICY = "policy"


@dataclass(frozen=True)
class NameRule:
    """What Azure accepts as a name."""

    longest: int
    pattern: str
    compact: bool = False
    """Letters and digits only: no hyphen may join the parts."""


_HYPHENATED = r"[a-z](?:[a-z0-9]|-(?!-))*[a-z0-9]"

RULES: dict[Kind, NameRule] = {
    Kind.RESOURCE_GROUP: NameRule(90, _HYPHENATED),
    Kind.VIRTUAL_NETWORK: NameRule(64, _HYPHENATED),
    Kind.SECURITY_GROUP: NameRule(80, _HYPHENATED),
    Kind.PRIVATE_ENDPOINT: NameRule(64, _HYPHENATED),
    Kind.KEY_VAULT: NameRule(24, _HYPHENATED),
    Kind.LOG_WORKSPACE: NameRule(63, _HYPHENATED),
    Kind.LOG_CLUSTER: NameRule(63, _HYPHENATED),
    Kind.PRIVATE_LINK_SCOPE: NameRule(90, _HYPHENATED),
    Kind.STORAGE: NameRule(24, r"[a-z0-9]{3,}", compact=True),
    Kind.IDENTITY: NameRule(64, _HYPHENATED),
    # Six characters at least, and neither `-sb` nor `-mgmt` at the end: the suffix sees to both.
    Kind.SERVICE_BUS: NameRule(50, r"(?!.*-(?:sb|mgmt)$)" + _HYPHENATED),
    Kind.EVENT_GRID_TOPIC: NameRule(50, _HYPHENATED),
    Kind.EVENT_HUBS: NameRule(50, _HYPHENATED),
    Kind.API_MANAGEMENT: NameRule(50, _HYPHENATED),
    Kind.HEALTH_WORKSPACE: NameRule(24, r"[a-z0-9]{3,}", compact=True),
    Kind.FHIR: NameRule(24, _HYPHENATED),
    Kind.CONTAINER_ENVIRONMENT: NameRule(60, _HYPHENATED),
    Kind.CONTAINER_APP: NameRule(32, _HYPHENATED),
    Kind.CONTAINER_JOB: NameRule(32, _HYPHENATED),
    Kind.POSTGRESQL: NameRule(63, _HYPHENATED),
    Kind.ZONE_LINK: NameRule(80, _HYPHENATED),
    Kind.FIREWALL: NameRule(56, _HYPHENATED),
    Kind.FIREWALL_POLICY: NameRule(80, _HYPHENATED),
    Kind.PUBLIC_ADDRESS: NameRule(80, _HYPHENATED),
    Kind.ROUTE_TABLE: NameRule(80, _HYPHENATED),
    Kind.PEERING: NameRule(80, _HYPHENATED),
    Kind.RESOLVER: NameRule(80, _HYPHENATED),
    Kind.FORWARDING_RULESET: NameRule(80, _HYPHENATED),
    Kind.NETWORK_GATEWAY: NameRule(80, _HYPHENATED),
    Kind.LOCAL_GATEWAY: NameRule(80, _HYPHENATED),
    Kind.GATEWAY_CONNECTION: NameRule(80, _HYPHENATED),
    Kind.BACKUP_VAULT: NameRule(50, _HYPHENATED),
    Kind.RESOURCE_GUARD: NameRule(50, _HYPHENATED),
    Kind.REGISTRY: NameRule(50, r"[a-z0-9]{5,}", compact=True),
    Kind.ACTION_GROUP: NameRule(90, _HYPHENATED),
    Kind.ALERT: NameRule(90, _HYPHENATED),
    # Of a definition and of an assignment to a subscription or a group.
    Kind.POLICY: NameRule(64, _HYPHENATED),
}

_CHILD = re.compile(r"[a-z](?:[a-z0-9]|-(?!-))*[a-z0-9]")
_CHILD_LONGEST = 63  # a blob container's limit, the tightest of the children's


class Naming:
    """The names of one environment.

    A name is slug, environment, purpose and a suffix of consonants that is derived from the subscription, the region,
    the environment, the kind and the whole purpose: it makes the name unique in the world where Azure asks for that,
    keeps names apart when the readable part is cut, spells no word, and has no digit that could join an organisation
    number into something that looks like a person identifier (law 4).
    """

    def __init__(self, environment: Environment) -> None:
        self._environment = environment.name
        self._identity = (environment.azure.subscription, environment.region, environment.name)

    def of(self, kind: Kind, purpose: str) -> str:
        """Give the name of a resource.

        Args:
            kind: what it is.
            purpose: what it is for, in lower-case letters, digits and single hyphens.

        Raises:
            DomainError: ``NAME`` where no valid name can be made of the purpose.
        """
        rule = RULES[kind]
        seed = "\n".join((*self._identity, kind.value, purpose))
        readable = f"{self._environment}-{purpose}"
        if rule.compact:
            room = rule.longest - len(kind.value) - _SUFFIX
            name = kind.value + readable.replace("-", "")[:room] + _letters(seed)
        else:
            room = rule.longest - len(kind.value) - _SUFFIX - 2
            name = f"{kind.value}-{readable[:room].strip('-')}-{_letters(seed)}"
        if not re.fullmatch(rule.pattern, name) or len(name) > rule.longest:
            raise refusal("NAME", facts={"name": purpose})
        return name


def child(name: str) -> str:
    """Give the name of what lies inside another resource (a queue, a container, a key), checked.

    Raises:
        DomainError: ``NAME`` where Azure would refuse it.
    """
    if not _CHILD.fullmatch(name) or not 3 <= len(name) <= _CHILD_LONGEST:
        raise refusal("NAME", facts={"name": name})
    return name


def client_key(option: AccessOption, environment: Environment) -> str:
    """Give the name of the key that an access option's client signs with.

    In the region's own vault, which several environments may share, it tells the environment too.

    Raises:
        DomainError: ``NAME`` where the environment's name leaves no room.
    """
    name = f"{option.value.replace('_', '-')}-client"
    if environment.services.security.secret_vault.mode == "existing":
        name = f"prosess-{environment.name}-{name}"
    return child(name)


def party(organisation: str) -> str:
    """Give an organisation number the form it has in names: a letter first, so that no digits before it join it."""
    return f"org{organisation}"


def _letters(seed: str) -> str:
    number = int.from_bytes(hashlib.sha256(seed.encode()).digest()[:16])
    letters = []
    for _ in range(_SUFFIX):
        number, index = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[index])
    return "".join(letters)
