"""What the gateway asks of a token, and the policies that say so."""

import json
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import yaml

from prosess.domain.access import AccessOption, Stage
from prosess.domain.base import Model

_TABLE = Path(__file__).with_name("issuers.yaml")


class Address(Model):
    """Where an issuer is known by."""

    issuer: str
    metadata: str


class Issuer(Model):
    """Who issues the tokens of an option."""

    scheme: str
    """Of the header ``Authorization``."""
    claims: dict[str, tuple[str, ...]]
    """Claim → values of which the token must have one."""
    prod: Address
    other: Address
    from_vault: tuple[str, ...] = ()
    """Named values, beside the audience, that the region keeps in the secret vault."""
    source: str

    def at(self, stage: Stage, tenant: str) -> Address:
        """Give the addresses of a stage."""
        address = self.prod if stage is Stage.PROD else self.other
        return Address(issuer=_of(address.issuer, tenant), metadata=_of(address.metadata, tenant))


class _Issuers(Model):
    issuers: dict[AccessOption, Issuer]


class Validation(Model):
    """What one option asks of a token."""

    option: AccessOption
    issuer: str
    metadata: str
    scheme: str
    claims: dict[str, tuple[str, ...]]
    named_values: tuple[str, ...]
    """Kept in the secret vault under the same names."""

    @property
    def fragment(self) -> str:
        """Name of the policy fragment."""
        return f"validate-{_word(self.option)}"

    @property
    def audience(self) -> str:
        """Name of the named value that holds the audience."""
        return f"{_word(self.option)}-audience"


def validation_of(option: AccessOption, stage: Stage, tenant: str) -> Validation | None:
    """Give what an option asks of a token; none where it authenticates nobody itself."""
    issuer = _issuers().get(option)
    if issuer is None:
        return None
    address = issuer.at(stage, tenant)
    return Validation(
        option=option,
        issuer=address.issuer,
        metadata=address.metadata,
        scheme=issuer.scheme,
        claims=issuer.claims,
        named_values=(f"{_word(option)}-audience", *issuer.from_vault),
    )


def fragment_xml(validation: Validation) -> str:
    """Give the policy fragment that validates a token of one issuer."""
    claims = "".join(
        f'<claim name={quoteattr(claim)} match="any">'
        + "".join(f"<value>{escape(value)}</value>" for value in values)
        + "</claim>"
        for claim, values in sorted(validation.claims.items())
    )
    return (
        "<fragment>"
        '<validate-jwt header-name="Authorization" failed-validation-httpcode="401"'
        f" require-scheme={quoteattr(validation.scheme)}"
        ' require-expiration-time="true" require-signed-tokens="true">'
        f"<openid-config url={quoteattr(validation.metadata)} />"
        f"<audiences><audience>{{{{{validation.audience}}}}}</audience></audiences>"
        f"<issuers><issuer>{escape(validation.issuer)}</issuer></issuers>"
        + (f"<required-claims>{claims}</required-claims>" if claims else "")
        + "</validate-jwt></fragment>"
    )


def gateway_xml(validations: tuple[Validation, ...]) -> str:
    """Give the policy of the whole gateway: each token to its own issuer's fragment, and no to the rest.

    The issuer is read from the token before it is trusted, to choose who judges it; the one chosen then demands the
    same issuer, so a token that lies about it is refused.
    """
    issuer = 'context.Request.Headers.GetValueOrDefault("Authorization", "").Split(\' \').Last().AsJwt()?.Issuer'
    cases = "".join(
        f"<when condition={quoteattr(f'@({issuer} == {json.dumps(one.issuer)})')}>"
        f'<include-fragment fragment-id="{one.fragment}" /></when>'
        for one in validations
    )
    refuse = '<return-response><set-status code="401" reason="Unauthorized" /></return-response>'
    inbound = f"<choose>{cases}<otherwise>{refuse}</otherwise></choose>" if cases else refuse
    return (
        f"<policies><inbound>{inbound}</inbound><backend><forward-request /></backend>"
        "<outbound /><on-error /></policies>"
    )


@cache
def _issuers() -> dict[AccessOption, Issuer]:
    document = {"issuers": yaml.safe_load(_TABLE.read_text("utf-8"))}
    return _Issuers.model_validate_json(json.dumps(document)).issuers


def _of(template: str, tenant: str) -> str:
    return template.replace("{tenant}", tenant)


def _word(option: AccessOption) -> str:
    return option.value.replace("_", "-")
