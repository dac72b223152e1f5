"""Every contract: read back as it was written, refused with a key too many, or under another major."""

import json
from datetime import UTC, date, datetime
from typing import Any, ClassVar, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field, ValidationError

from prosess.contracts import (
    AcceptanceRevocation,
    AcceptanceStatement,
    Action,
    Assessment,
    AttestationStatement,
    Change,
    Changes,
    Compared,
    Contract,
    Decision,
    Evidence,
    Finding,
    Findings,
    Graph,
    Labels,
    Node,
    Offboarding,
    Onboarding,
    Producer,
    PropertyChange,
    Reason,
    ReplaceCause,
    SealKeys,
    Severity,
    Source,
    State,
    Suppression,
    is_secret,
    is_unknown,
)
from prosess.contracts.acceptance import AcceptedState
from prosess.contracts.assessment import Derivation, LevelAuthority, Rating, Risk, Verdict
from prosess.contracts.canonical import canonical_bytes, digest
from prosess.contracts.changes import Verdict as ChangeVerdict
from prosess.contracts.movements import (
    Cause,
    CauseKind,
    ControlMoved,
    LookAgain,
    Moved,
    Movement,
    Movements,
    Side,
)
from prosess.contracts.offboarding import Action as OffboardingAction
from prosess.contracts.offboarding import OffboardingStep
from prosess.contracts.onboarding import ApprovedParticipant, ApprovedPathway, ApprovedTenant
from prosess.contracts.scan import Coverage, Gap, GapCode, Scan, Scanner, ScanVerdict
from prosess.contracts.sealed import SealKey, Statement
from prosess.domain.role import Role

DIGEST = "sha256:" + "0" * 64
URN = "urn:pulumi:prod::prosess::azure-native:keyvault:Vault::vault"
RATING = Rating(likelihood=2, consequence={"confidentiality": 3}, level="medium", decided_by="confidentiality")

SIDE = Side(
    id="ros-kols-siv",
    digest=DIGEST,
    scope="pathway:kols-siv",
    criteria="eksempel@1",
    criteria_digest=DIGEST,
    graph=DIGEST,
    findings=DIGEST,
    verdict=Verdict.ACCEPTABLE,
)

SAMPLES = [
    Graph(
        project="prosess",
        stack="prod",
        nodes=(
            Node(
                urn=URN,
                type="azure-native:keyvault:Vault",
                name="vault",
                custom=True,
                property_dependencies={"location": ()},
                properties={"location": "norwayeast", "id": {"unknown": True}, "units": 3, "key": {"secret": True}},
                protect=True,
                labels=Labels(environment="prod", data_controller="914637651"),
                source=Source(declared_at="services.security.secret_vault"),
            ),
        ),
    ),
    Findings(
        graph=DIGEST,
        policy_revision=DIGEST,
        findings=(
            Finding(
                rule="PP-KV-002",
                resource=URN,
                type="azure-native:keyvault:Vault",
                state=State.SUPPRESSED,
                severity=Severity.HIGH,
                message="PP-KV-002.message",
                remedy="PP-KV-002.fix",
                expected=True,
                actual=False,
                suppression=Suppression(reason="Prøves", owner="Plattformeier", expires=date(2024, 1, 31)),
            ),
        ),
    ),
    Evidence(
        findings=DIGEST,
        graph=DIGEST,
        producer=Producer(name="prosess", version="0.1.0", engine="regopy 1.5.2"),
        collected=datetime(2023, 10, 5, 8, tzinfo=UTC),
        expires=datetime(2023, 10, 12, 8, tzinfo=UTC),
    ),
    Decision(
        allow=False,
        reasons=(Reason(code="G5_NOT_ACCEPTED", facts={"organisation": "983975259"}, remedy="a", unblocked_by="b"),),
        policy_revision=DIGEST,
        data_revision=DIGEST,
        input_digest=DIGEST,
        engine="regopy 1.5.2",
    ),
    Assessment(
        id="ros-kols-siv",
        scope="pathway:kols-siv",
        criteria="eksempel@1",
        criteria_digest=DIGEST,
        levels=(LevelAuthority(id="low", above_limit=False, accepted_by=(Role.RISK_OWNER,), accepted_days=365),),
        graph=DIGEST,
        findings=DIGEST,
        as_of=date(2023, 10, 5),
        state="draft",
        verdict=Verdict.NOT_ASSESSED,
        risks=(
            Risk(
                id="R01",
                material=DIGEST,
                scenario="R01",
                title={"nb": "Sammenblanding"},
                owner="Fagdirektør",
                data_controllers=("983975259",),
                inherent=RATING,
                current=RATING,
                if_stale_evidence_lapses=RATING,
                target=RATING,
                derivation=Derivation(controls=(), likelihood_steps=0),
            ),
        ),
    ),
    Scan(
        verdict=ScanVerdict.NOT_ASSESSED,
        scanner=Scanner(version="3.3.30", lock=DIGEST),
        templates=DIGEST,
        rendered=2,
        scanned=1,
        findings=Findings(graph=DIGEST, policy_revision=DIGEST, findings=()),
        coverage=(Coverage(type="azure-native:keyvault:Vault", resources=1, own=("PP-KV-001",)),),
        gaps=(Gap(code=GapCode.RESOURCE_NOT_READ, subject="urn:pulumi:test::prosess::a:b:C::d"),),
    ),
    Offboarding(
        environment="test",
        tenant="siv",
        organisation="983975259",
        onboarding=DIGEST,
        before=DIGEST,
        after=DIGEST,
        pathways=("kols-siv",),
        steps=(
            OffboardingStep(
                action=OffboardingAction.KEEP,
                kind="vault",
                data_controller="983975259",
                resources=("urn:pulumi:test::prosess::azure-native:keyvault:Vault::org983975259-secrets",),
                days=90,
                attested_by="access_auditor",
            ),
        ),
    ),
    Onboarding(
        environment="test",
        tenants=(ApprovedTenant(id="siv", organisation="983975259", manifest=DIGEST),),
        pathways=(
            ApprovedPathway(
                id="kols-siv",
                tenant="siv",
                stage="test",
                manifest=DIGEST,
                data_controllers=("310000000", "983975259"),
                participants=(ApprovedParticipant(organisation="310000000", kind="municipality"),),
                access_options=("helseid_attested",),
                approved_on=date(2023, 10, 5),
            ),
        ),
    ),
    Changes(
        before=Compared(project="prosess", stack="prod", digest=DIGEST),
        after=Compared(project="prosess", stack="prod", digest=DIGEST),
        changes=(
            Change(
                action=Action.REPLACE,
                urn=URN,
                type="azure-native:keyvault:Vault",
                name="vault",
                holds_data="keys",
                data_controller="914637651",
                properties=(PropertyChange(path="location", before="norwayeast", after="swedencentral"),),
                causes=(ReplaceCause(property="location", source="provider-location"),),
                rule="PP-CHG-002",
                verdict=ChangeVerdict.EXEMPTED,
                suppression=Suppression(reason="Prøves", owner="Plattformeier", expires=date(2024, 1, 31)),
            ),
        ),
    ),
    AcceptanceStatement(
        id="acc-a",
        analysis="hso-prod",
        assessment=DIGEST,
        scope="environment:prod",
        criteria="illustrative-4x4@1",
        criteria_digest=DIGEST,
        data_controller="983975259",
        subject="handle-siv-risk",
        role=Role.RISK_OWNER,
        decided=date(2023, 10, 5),
        until=date(2023, 12, 31),
        because="Prøves",
        supersedes=("acc-b",),
        risks=(AcceptedState(id="R07", level="high", material=DIGEST, controls={"CTRL-CMK": State.PASS}),),
    ),
    AcceptanceRevocation(
        acceptance="acc-a",
        subject="handle-siv-risk",
        role=Role.RISK_OWNER,
        organisation="983975259",
        decided=date(2023, 10, 6),
        reason="Prøves",
    ),
    AttestationStatement(
        id="att-a",
        control="CTRL-RESTORE-TEST",
        statement=DIGEST,
        subject="handle-sp-engineer",
        role=Role.PLATFORM_ENGINEER,
        organisation="914637651",
        on=date(2023, 10, 5),
        until=date(2024, 1, 3),
        facts={"minutes": "38"},
    ),
    Movements(
        before=SIDE,
        after=SIDE.model_copy(update={"verdict": Verdict.ABOVE_LIMIT}),
        movements=(
            Movement(
                risk="R01",
                title={"nb": "Sammenblanding"},
                moved=Moved.HIGHER,
                steps={"likelihood": 1},
                controls=(ControlMoved(control="CTRL-REGION", steps={"likelihood": 1}),),
                causes=(Cause(kind=CauseKind.RESOURCE, subject="urn:pulumi:prod::p::t::n", before="a", after="b"),),
                material=True,
                look_again=(LookAgain(who="owner", id="eier", because="level_moved"),),
            ),
        ),
    ),
    SealKeys(
        keys=(
            SealKey(
                id="sha256:66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925",
                public_key="AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                issuer="prøve",
                organisation="914637651",
                valid_from=date(2023, 1, 1),
                valid_until=date(2023, 12, 31),
            ),
        )
    ),
]

KIND_OF = {
    "AcceptanceStatement": "acceptance",
    "AcceptanceRevocation": "acceptance-revocation",
    "AttestationStatement": "attestation",
    "SealKeys": "seal-keys",
}
"""Kinds that are not called after their class."""

EVERY = pytest.mark.parametrize("document", SAMPLES, ids=lambda document: type(document).__name__.lower())


def test_every_contract_is_tried() -> None:
    kinds = {*Contract.__subclasses__(), *Statement.__subclasses__()} - {Statement}
    ours = {one for one in kinds if one.__module__.startswith("prosess.contracts.")}
    assert {type(document) for document in SAMPLES} == ours


@EVERY
def test_a_document_is_read_back_as_it_was_written(document: Any) -> None:
    again = type(document).from_bytes(document.to_bytes())
    assert again == document
    assert again.to_bytes() == document.to_bytes() == canonical_bytes(json.loads(document.to_bytes()))
    assert again.digest == document.digest == digest(document.to_bytes())
    assert document.to_bytes() == canonical_bytes(document.model_dump(mode="json", by_alias=True, exclude_none=True))
    assert type(document).from_bytes(document.to_bytes().decode()) == document


@EVERY
def test_a_document_names_its_kind_and_major(document: Any) -> None:
    kind = json.loads(document.to_bytes())["schema"]
    assert kind == f"{KIND_OF.get(type(document).__name__, type(document).__name__.lower())}/1"


@EVERY
def test_another_major_kind_or_no_schema_is_refused(document: Any) -> None:
    data = json.loads(document.to_bytes())
    for wrong in (data["schema"].replace("/1", "/2"), data["schema"].replace("/1", "/0"), "other/1", 1, None):
        with pytest.raises(ValidationError):
            type(document).from_bytes(json.dumps(data | {"schema": wrong}))


def places(value: Any, path: Any = ()) -> Any:
    """Every object of a document that is a model, by its path."""
    if isinstance(value, dict):
        yield path
        for key, inner in value.items():
            yield from places(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from places(inner, (*path, index))


# Objects whose keys are data.
OPEN = {
    "steps",
    *("facts", "properties", "property_dependencies", "consequence", "title", "consequence_steps", "id", "key"),
    *("titles", "not_covered", "sdk", "providers"),
}


@EVERY
def test_a_key_too_many_is_refused_at_every_level(document: Any) -> None:
    tried = 0
    for path in places(json.loads(document.to_bytes())):
        if set(path) & OPEN:
            continue
        data = json.loads(document.to_bytes())
        at = data
        for key in path:
            at = at[key]
        at["unheard_of"] = 1
        with pytest.raises(ValidationError, match="unheard_of"):
            type(document).from_bytes(json.dumps(data))
        tried += 1
    assert tried


@EVERY
def test_nothing_is_coerced(document: Any) -> None:
    data = json.loads(document.to_bytes())
    for key, value in data.items():
        if isinstance(value, str) and key != "schema":
            with pytest.raises(ValidationError):
                type(document).from_bytes(json.dumps(data | {key: 1}))


@EVERY
def test_a_document_cannot_be_changed(document: Any) -> None:
    with pytest.raises(ValidationError):
        document.schema_ = "other/1"


def test_a_decision_allows_exactly_without_reasons() -> None:
    stamp: dict[str, Any] = {"policy_revision": DIGEST, "data_revision": DIGEST, "input_digest": DIGEST, "engine": "x"}
    reason = Reason(code="A", remedy="b", unblocked_by="c")
    assert Decision(allow=True, **stamp).reasons == ()
    with pytest.raises(ValidationError):
        Decision(allow=True, reasons=(reason,), **stamp)
    with pytest.raises(ValidationError):
        Decision(allow=False, **stamp)


def test_evidence_is_stale_only_after_its_last_moment_and_never_born_so() -> None:
    evidence = SAMPLES[2]
    assert isinstance(evidence, Evidence)
    assert not evidence.stale(datetime(2023, 10, 12, 8, tzinfo=UTC))
    assert evidence.stale(datetime(2023, 10, 12, 8, 0, 1, tzinfo=UTC))
    data = json.loads(evidence.to_bytes())
    with pytest.raises(ValidationError):
        Evidence.from_bytes(json.dumps(data | {"expires": data["collected"]}))
    with pytest.raises(ValidationError):
        Evidence.from_bytes(json.dumps(data | {"collected": "2023-10-05T08:00:00"}))


def test_the_digest_speaks_of_the_content() -> None:
    one, other = (Onboarding(environment=environment).digest for environment in ("test", "prod"))
    assert one != other
    assert Onboarding(environment="test").digest == one


def test_markers_are_told_from_values() -> None:
    assert is_unknown({"unknown": True})
    assert is_unknown({"unknown": True, "from": [{"urn": URN, "output": "id"}]})
    assert is_secret({"secret": True})
    for value in (
        {"unknown": False},
        {"unknown": True, "x": 1},
        {"secret": True, "x": 1},
        {"secret": 1.5},
        "secret",
        None,
    ):
        assert not is_unknown(value)
        assert not is_secret(value)


class Upgraded(Contract):
    """A contract in its third major."""

    upgrades: ClassVar[dict[str, Any]] = {
        "upgraded/1": lambda document: {"schema": "upgraded/2", "names": [document["name"]]},
        "upgraded/2": lambda document: {"schema": "upgraded/3", "called": document["names"]},
    }
    schema_: Literal["upgraded/3"] = Field(default="upgraded/3", alias="schema")
    called: tuple[str, ...]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_an_older_major_is_brought_up_step_by_step(name: Any) -> None:
    now = Upgraded(called=(name,))
    assert Upgraded.from_bytes(json.dumps({"schema": "upgraded/1", "name": name})) == now
    assert Upgraded.from_bytes(json.dumps({"schema": "upgraded/2", "names": [name]})) == now
    assert Upgraded.from_bytes(now.to_bytes()) == now
    with pytest.raises(ValidationError):
        Upgraded.from_bytes(json.dumps({"schema": "upgraded/0", "name": name}))
