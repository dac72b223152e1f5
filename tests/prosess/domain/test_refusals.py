"""Every rule of the domain: broken once in a real file, it is refused by code, and told in three languages."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from prosess.domain import identifiers, terminology
from prosess.domain.access import OPTIONS
from prosess.domain.errors import DomainError
from prosess.domain.machine import TENANT
from prosess.domain.text import Language
from prosess.domain.text.compatibility import RULES
from prosess.domain.text.refusals import REFUSALS, explain

DOMAIN = Path(identifiers.__file__).parent

PROD, TEST, SANDBOX = "environments/prod.yaml", "environments/test.yaml", "environments/sandbox.yaml"
PATHWAY, TENANT_FILE, REGION, INITIATIVE = (
    "pathways/kols-siv.yaml",
    "tenants/siv.yaml",
    "region.yaml",
    "initiative.yaml",
)


def put(path: Any, value: Any) -> Any:
    """Set what lies at a dotted path; a number is an offset, and `-` appends."""

    def change(data: Any) -> Any:
        *parents, last = path.split(".")
        for key in parents:
            data = data[int(key)] if key.isdigit() else data[key]
        if last == "-":
            data.append(value)
        elif last.isdigit():
            data[int(last)] = value
        else:
            data[last] = value

    return change


def again(path: Any) -> Any:
    """Put the first entry of a list at its end once more."""

    def change(data: Any) -> Any:
        for key in path.split("."):
            data = data[key]
        data.append(data[0])

    return change


def fewer(path: Any, *keys: Any) -> Any:
    def change(data: Any) -> Any:
        for key in path.split("."):
            data = data[int(key)] if key.isdigit() else data[key]
        for key in keys:
            del data[key]

    return change


NETWORK_ID = (
    "/subscriptions/00000000-0000-4000-8000-000000000010/resourceGroups/rg/providers/Microsoft.Network"
    "/virtualNetworks/hub"
)
ENGINE = {"mode": "off", "reason": "Ikke i bruk"}
EMERGENCY = {
    "mode": "create",
    "group": "00000000-0000-4000-8000-000000000401",
    "approvers": "00000000-0000-4000-8000-000000000401",
    "reviewers": "00000000-0000-4000-8000-000000000403",
    "contact": {"role": "Vakt", "mailbox": "vakt@sykehuspartner.example"},
    "policy": "00000000-0000-4000-8000-000000000404",
}

REGISTRY = (
    "/subscriptions/00000000-0000-4000-8000-000000000010/resourceGroups/rg-felles/providers/"
    "Microsoft.ContainerRegistry/registries/crfelles"
)
DATABASE = {"administrators": "00000000-0000-4000-8000-000000000304", "administrators_name": "databaseadministratorer"}


def workload(**change: Any) -> Any:
    image = f"crfelles.azurecr.io/prosess@sha256:{'ab' * 32}"
    return {
        "mode": "create",
        "images": {"prosess": image, "opa": image},
        "registry": REGISTRY,
        "database": DATABASE,
        "audience": "api://prosess",
    } | change


ONE = "00000000-0000-4000-8000-000000000401"
GROUP = "/subscriptions/00000000-0000-4000-8000-000000000013/resourceGroups/rg"
VAULT = f"{GROUP}/providers/Microsoft.KeyVault/vaults/kv"
LOCK = f"{VAULT}/providers/Microsoft.Authorization/locks/lock"
EXEMPTION = {"policy": "group-tags", "resource": GROUP, "reason": "Ryddes", "owner": "Plattformeier"}

BROKEN = [
    ("ORGANISATION_NOT_IN_REGISTER", REGION, put("authority", "983658725")),
    ("ORGANISATION_NOT_IN_REGISTER", REGION, put("actors.1.organisation", "983658725")),
    ("DECLARED_TWICE", REGION, again("organisations")),
    ("DECLARED_TWICE", REGION, again("actors")),
    ("DECLARED_TWICE", INITIATIVE, again("deliverables")),
    ("DECLARED_TWICE", INITIATIVE, again("dependencies")),
    ("DECLARED_TWICE", TENANT_FILE, again("agreements")),
    ("DECLARED_TWICE", PATHWAY, again("participants")),
    ("DECLARED_TWICE", PATHWAY, again("measurements")),
    ("DECLARED_TWICE", PATHWAY, again("dependencies")),
    ("AGREEMENT_PARTIES", TENANT_FILE, put("agreements.0.parties", ["983975259"])),
    ("AGREEMENT_PARTIES", TENANT_FILE, put("agreements.0.parties", ["983975259", "914637651", "914637651"])),
    ("AGREEMENT_PERIOD", TENANT_FILE, put("agreements.0.expires", "2023-05-01")),
    ("AGREEMENT_OF_OTHERS", TENANT_FILE, put("agreements.1.parties", ["991324968", "914637651"])),
    ("DEPENDENCY_ACTORS", PATHWAY, put("dependencies.0.actors", [])),
    ("DEPENDENCY_ACTORS", PATHWAY, put("dependencies.0.actors", ["sykehuspartner", "sykehuspartner"])),
    ("ADDRESS_SPACE_NOT_PRIVATE", PROD, put("services.datacentre.address_space", "8.8.8.0/24")),
    ("ADDRESS_SPACE_NOT_PRIVATE", PROD, put("services.datacentre.address_space", "fd00::/24")),
    ("ADDRESS_SPACE_TOO_SMALL", PROD, put("services.datacentre.address_space", "10.100.200.0/26")),
    ("ADDRESS_SPACE_NOT_PRIVATE", PROD, put("services.datacentre.hub", {
        "mode": "create", "address_space": "8.8.8.0/24"})),
    ("ADDRESS_SPACE_TOO_SMALL", PROD, put("services.datacentre.hub", {
        "mode": "create", "address_space": "10.100.210.0/26"})),
    ("VPN_BGP_HALF", PROD, put("services.datacentre.connection", {"mode": "vpn", "sites": [
        {"name": "moss", "address": "192.0.2.1", "ranges": ["10.1.0.0/16"], "asn": 65001}]})),
    ("ARM_ID_TYPE", PROD, put("services.security.key_vault", {"mode": "existing", "id": NETWORK_ID})),
    ("ARM_ID_TYPE", PROD, put("services.datacentre.private_dns", {
        "mode": "existing", "zones": {"privatelink.vaultcore.azure.net": NETWORK_ID}})),
    ("FHIR_RESIDENCY_REASON", PROD, put("fhir", {"hosting": "sweden_central"})),
    ("RESIDENCY_STORAGE", PROD, put("fhir", {"hosting": "sweden_central", "reason": "Tjenesten finnes ikke i Norge"})),
    ("RESIDENCY_STORAGE", PROD, put("azure.location", "swedencentral")),
    ("FHIR_SELF_HOSTED_INCOMPLETE", PROD, put("fhir", {"hosting": "self_hosted_norway_east"})),
    ("ARM_ID_TYPE", PROD, put("services.integration.messaging", {"mode": "existing", "id": REGISTRY})),
    ("ARM_ID_TYPE", PROD, put("services.workload", workload(
        registry=REGISTRY.replace("registries", "webhooks")))),
    ("IMAGE_DIGEST", PROD, put("services.workload", workload(
        images={"prosess": "crfelles.azurecr.io/prosess:1.0", "opa": f"crfelles.azurecr.io/opa@sha256:{'ab' * 32}"}))),
    ("IMAGE_ELSEWHERE", PROD, put("services.workload", workload(registry=REGISTRY.replace("crfelles", "crandre")))),
    ("REPLICAS_ORDER", PROD, put("services.workload", workload(replicas={"minimum": 5, "maximum": 2}))),
    ("RESIDENCY_THIRD_COUNTRY", PROD, put("residency.operator_access_countries", ["NO", "IN"])),
    ("RESIDENCY_OPERATORS", PROD, put("access.works_from", {"platform_operators": ["NO", "SE"]})),
    ("EMERGENCY_GROUPS_SAME", PROD, put("access.emergency", EMERGENCY)),
    ("OVERLAY_NOT_CHOSEN", TEST, put("access", {
        "options": ["helseid_attested"], "admits": ["municipality"], "blocks": {"mode": "create"}, "groups": {
            "platform_operators": "00000000-0000-4000-8000-000000000201",
            "security_readers": "00000000-0000-4000-8000-000000000202",
            "audit_readers": "00000000-0000-4000-8000-000000000203",
        }})),
    ("PROD_NEEDS_AUDIT_AND_LOCKS", PROD, put("services.datacentre.locks", False)),
    ("LOGS_NEEDED", PROD, put("services.security.monitoring", ENGINE)),
    ("LOGS_NEEDED", TEST, lambda data: data.update(data_class="personal") or put(
        "services.security.monitoring", ENGINE)(data)),
    ("ARM_ID_TYPE", PROD, put("services.security.key_vault", {"mode": "existing", "id": LOCK})),
    ("ARM_ID_TYPE", PROD, put("services.security.siem", {"mode": "existing", "id": VAULT})),
    ("ARM_ID_TYPE", PROD, put("services.governance", {"policies": {"mode": "existing", "id": GROUP}})),
    ("PROD_ENFORCES_POLICIES", PROD, put("services.governance", {
        "policies": {"mode": "create", "enforcement": "observe"}})),
    ("POLICY_EXEMPTION_NEEDS_EXPIRY", PROD, put("services.governance", {
        "policies": {"mode": "create", "exemptions": [EXEMPTION]}})),
    ("POLICY_EXEMPTION_NEEDS_EXPIRY", PROD, put("services.governance", {
        "policies": {"mode": "create", "exemptions": [EXEMPTION | {"expires": None}]}})),
    ("DECLARED_TWICE", PROD, put("services.governance", {
        "policies": {"mode": "create", "exemptions": [EXEMPTION | {"expires": "2027-01-31"}] * 2}})),
    ("DECLARED_TWICE", PROD, put("services.security.defender", {
        "mode": "create", "plans": ["storage", "storage"], "contact": {"role": "SOC", "mailbox": "soc@x.example"}})),
    ("DECLARED_TWICE", PROD, put("services.security.siem", {
        "mode": "create", "soc_group": ONE, "emergency_accounts": [ONE, ONE]})),
    ("ACCESS_OTHER_CONTROLLERS_NEED_ATTESTATION", TEST, put("access", {
        "options": ["entra_groups"], "admits": ["municipality"], "groups": {
            "platform_operators": "00000000-0000-4000-8000-000000000201",
            "security_readers": "00000000-0000-4000-8000-000000000202",
            "audit_readers": "00000000-0000-4000-8000-000000000203",
        }})),
    ("ACCESS_NO_ACCESS_OPTION", SANDBOX, put("access.options", [])),
    ("ACCESS_BLOCKS_CANNOT_BE_OFF_IN_PROD", PROD, put("access.overlays", [])),
    ("ACCESS_BREAK_THE_GLASS_NEEDS_ACCESS_LOG", PROD, put("services.security.audit_store", ENGINE)),
    ("ACCESS_PATIENT_SURFACE_NEEDS_CITIZEN_LOGIN", TEST, put("access.patient_facing", True)),
    ("ACCESS_TASK_RELATION_NEEDS_AUTHENTICATION", SANDBOX, put("access.options", ["task_relation"])),
    ("ACCESS_BREAK_THE_GLASS_NEEDS_CLINICAL_OPTION", SANDBOX, put("access.overlays", ["break_the_glass"])),
    ("ACCESS_GROUPS_ALONE_FOR_HEALTH_DATA", PROD, lambda data: data["access"].update(
        options=["entra_groups"], overlays=["blocks"], admits=["health_trust"])),
    ("RANGE_ORDER", PATHWAY, put("measurements.0.thresholds.0.permitted", {"low": 94, "high": 84})),
    ("THRESHOLD_DEFAULT", PATHWAY, put("measurements.0.thresholds.0.default", 95)),
    ("THRESHOLD_ORDER", PATHWAY, put("measurements.0.thresholds.1", {
        "zone": "red", "direction": "below", "default": 90, "permitted": {"low": 80, "high": 95}, "set_by": "gp"})),
    ("THRESHOLD_ORDER", PATHWAY, put("measurements.1.thresholds.1", {
        "zone": "yellow", "direction": "above", "default": 99, "permitted": {"low": 80, "high": 150}, "set_by": "gp"})),
    ("OPENING_HOURS", PATHWAY, fewer("task_owners.0", "closes")),
    ("OPENING_HOURS", PATHWAY, put("task_owners.1.outside_hours", "responssenter")),
    ("ALERT_MEASUREMENT", PATHWAY, fewer("alerts.0", "measurement")),
    ("ALERT_MEASUREMENT", PATHWAY, put("alerts.11.measurement", "puls")),
    ("LEGAL_BASIS_INCOMPLETE", PATHWAY, put("data_flows.0.legal_basis", {"article_6": "6.1.c"})),
    ("LEGAL_BASIS_INCOMPLETE", PATHWAY, put("data_flows.0.legal_basis", {"article_6": "6.1.c", "article_9": "9.2.h"})),
    ("FREEZE_PERIOD", PATHWAY, put("release.freezes.0.last", "2023-11-12")),
    ("PATHWAY_REFERENCE", PATHWAY, put("alerts.0.to", "ingen")),
    ("PATHWAY_REFERENCE", PATHWAY, put("alerts.0.measurement", "vekt")),
    ("PATHWAY_REFERENCE", PATHWAY, put("task_owners.0.outside_hours", "ingen")),
    ("PATHWAY_REFERENCE", PATHWAY, put("task_owners.0.organisation", "983975267")),
    ("PATHWAY_REFERENCE", PATHWAY, put("data_flows.0.integration", "ingen")),
    ("NO_DATA_CONTROLLER", PATHWAY, lambda data: [one.update(data_controller=False) for one in data["participants"]]),
    ("DATA_FLOW_BETWEEN_OTHERS", PATHWAY, lambda data: data["data_flows"][0].update(
        from_controller="983975267", to_controller="994598759")),
    ("OUTSIDE_HOURS_LOOP", PATHWAY, lambda data: data["task_owners"][1].update(
        opens="15:30", closes="08:00", outside_hours="lungepoliklinikk")),
    ("RED_ALERT_OUT_OF_HOURS", PATHWAY, fewer("task_owners.0", "outside_hours")),
    ("RED_ALERT_OUT_OF_HOURS", PATHWAY, lambda data: data["task_owners"][1].update(opens="15:30", closes="22:00")),
    ("PERSON_IDENTIFIER", PATHWAY, put("title.nn", "Pasient 131169 00216")),
]  # fmt: skip

NOT_AN_IDENTIFIER = {
    "ORGANISATION_NUMBER_FORM": ("OrganisationNumber", "99132496"),
    "ORGANISATION_NUMBER_CHECK_DIGIT": ("OrganisationNumber", "984166762"),
    "SLUG": ("Slug", "Æ"),
    "RISK_ID": ("RiskId", "x"),
    "CONTROL_ID": ("ControlId", "x"),
    "RULE_ID": ("RuleId", "x"),
    "STABLE_CODE": ("Code", "x"),
    "CIDR": ("Cidr", "10.0.0.1/24"),
    "IP_ADDRESS": ("IpAddress", "x"),
    "OID": ("Oid", "x"),
    "UUID": ("Uuid", "x"),
    "DIGEST": ("Digest", "x"),
    "ARM_ID": ("ArmId", "x"),
    "PHONE": ("PhoneNumber", "x"),
    "MAILBOX": ("FunctionalMailbox", "x"),
    "DNS_NAME": ("DnsName", "x"),
    "COUNTRY": ("CountryCode", "x"),
    "RESH": ("ReshId", "x"),
    "DURATION": ("Duration", "x"),
    "SNOMED_CT": ("SnomedConcept", "x"),
    "LOINC": ("LoincCode", "x"),
    "LOINC_CHECK_DIGIT": ("LoincCode", "29563-7"),
    "PERSON_IDENTIFIER": ("Text", "Født 13.11.69-002.16"),
}


def refused(call: Any) -> Any:
    with pytest.raises(ValidationError) as caught:
        call()
    errors = [error.get("ctx", {}).get("error") for error in caught.value.errors()]
    assert all(isinstance(error, DomainError) for error in errors), caught.value
    return errors


def told(error: Any) -> Any:
    for language in Language:
        text, hint = explain(error, language)
        assert text.endswith("."), text
        assert hint.endswith("."), hint
        assert "{" not in text + hint
        assert "None" not in text + hint
    assert error.message
    assert error.hint


@pytest.mark.parametrize(
    ("code", "name", "change"), BROKEN, ids=[f"{code}-{index}" for index, (code, *_) in enumerate(BROKEN)]
)
def test_a_broken_rule_is_refused_by_its_code_and_told(build: Any, code: Any, name: Any, change: Any) -> None:
    build(name)
    errors = refused(lambda: build(name, change))
    assert [error.code for error in errors] == [code]
    told(errors[0])


@pytest.mark.parametrize(("code", "type_and_value"), NOT_AN_IDENTIFIER.items())
def test_a_broken_identifier_is_refused_by_its_code_and_told(code: Any, type_and_value: Any) -> None:
    name, value = type_and_value
    grammar = getattr(identifiers, name, None) or getattr(terminology, name)
    (error,) = refused(lambda: TypeAdapter(grammar).validate_python(value))
    assert error.code == code
    told(error)


def test_a_refused_transition_is_told_with_what_is_possible() -> None:
    for state, event in (("active", "activate"), ("closed", "resume"), ("active", "fly")):
        with pytest.raises(DomainError) as caught:
            TENANT.next(state, event)
        told(caught.value)
    text, hint = explain(caught.value, Language.NB)
    assert text == "Virksomheten har tilstanden «aktiv»; da kan en ikke velge «fly»."
    assert hint == "Mulig nå: avvikle, stans midlertidig."


def test_every_code_is_broken_above_once() -> None:
    tried = {code for code, *_ in BROKEN} | set(NOT_AN_IDENTIFIER) | {"TRANSITION_REFUSED"}
    sources = [path for path in DOMAIN.rglob("*.py") if path.relative_to(DOMAIN).parts[0] != "text"]
    source = "".join(path.read_text(encoding="utf-8") for path in sources)
    # Whether files belong together is tried where the gates' facts are prepared.
    tried_elsewhere = {"FILES_DO_NOT_BELONG_TOGETHER"}
    assert {code for code in REFUSALS if f'"{code}"' in source} == (tried & set(REFUSALS)) | tried_elsewhere
    assert {f"ACCESS_{code}" for code in RULES} <= tried
    assert OPTIONS


def test_what_a_file_names_is_told_where_it_stands(build: Any) -> None:
    (error,) = refused(lambda: build(PATHWAY, put("alerts.3.to", "ingen"), put("alerts.4.measurement", "vekt")))
    assert error.at == ("alerts", 3, "to")
    assert error.facts["references"] == ["alerts.puls-rod.to: ingen", "alerts.respirasjon-gul.measurement: vekt"]
    (error,) = refused(lambda: build(REGION, put("actors.1.organisation", "983658725")))
    assert error.at == ("actors", 1, "organisation")


@pytest.mark.parametrize(
    "digits", ["13116900216", "131169 00216", "131169-00216", "13.11.69 002 16", "１３１１６９００２１６"]
)
def test_no_text_field_of_the_example_takes_eleven_digits(build: Any, digits: Any) -> None:
    for name, path in (
        (REGION, "title.nb"), (REGION, "organisations.0.name"), (REGION, "actors.0.contact.role"),
        (PROD, "title.en"), (SANDBOX, "services.security.key_vault.reason"),
        (TENANT_FILE, "agreements.0.reference"), (INITIATIVE, "delays.0.explanation.nb"),
        (PATHWAY, "description.nb"), (PATHWAY, "participants.0.name"), (PATHWAY, "measurements.0.unit"),
        (PATHWAY, "integrations.0.contract_version"), (PATHWAY, "data_flows.0.information.0"),
        (PATHWAY, "data_flows.0.legal_basis.national.0"), (PATHWAY, "access.decision_record"),
        (PATHWAY, "access.break_the_glass_reviewer"), (PATHWAY, "release.freezes.0.reason"),
        (PATHWAY, "dependencies.0.needs.nb"),
    ):  # fmt: skip
        errors = refused(lambda name=name, path=path: build(name, put(path, f"Gjelder {digits}")))
        assert [error.code for error in errors] == ["PERSON_IDENTIFIER"], path
        assert digits not in repr(errors[0])


def test_typed_fields_take_what_looks_like_it(build: Any) -> None:
    prod = build(
        PROD,
        put("services.datacentre.address_space", "10.100.200.128/25"),
        put("contact.phone", "0047 22 33 44 55"),
        put("azure.subscription", "13116900-2160-4000-8000-131169002160"),
    )
    assert prod.services.datacentre.address_space == "10.100.200.128/25"
    assert prod.contact.phone == "0047 22 33 44 55"
    assert TypeAdapter(identifiers.Oid).validate_python("2.16.578.1.12.4.1.4.101")
