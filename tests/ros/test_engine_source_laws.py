"""What must hold of levels whatever the sources: rules, Checkov, tests and people, each with its own time."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from prosess.contracts.assessment import Assessment
from prosess.contracts.canonical import digest
from prosess.contracts.findings import State
from prosess.documents import load, to_yaml
from prosess.domain.role import Role
from ros.criteria import NOT_ASSESSED
from ros.engine import assess
from ros.evidence import Gathered, Scanned, TestedCase, TestRun
from ros.loading import load_analysis
from ros.model import AcceptedRisk, AnalysisFiles, Attested, Control, EffectApproval, Raise, RiskFile
from tests.ros.test_engine_laws import GRAPH, NAMES, weight
from tests.ros.worlds import (
    COLLECTED,
    CONTROLLER,
    DIMENSIONS,
    PROFILE,
    VAULT,
    analysis,
    control,
    evidence_of,
    finding,
    findings_of,
    localised,
    risk,
    urn,
    use,
)

DAY = COLLECTED.date()
EXAMPLE = Path(__file__).parents[2] / "examples" / "helse-sor-ost" / "ros"
VAULTS = {"type": VAULT}
CHECKS: tuple[dict[str, Any], ...] = (
    {"rule": "PP-KV-001", "select": VAULTS},
    {"rule": "CKV_AZURE_110", "select": VAULTS},
    {"test": "restore::*", "every_days": 10, "expect_min": 1},
    {"test": "restore::a", "every_days": 90, "expect_min": 1},
    {"statement": {"nb": "a"}, "by": "platform_owner", "every_days": 20, "facts": ["when"]},
)
states = st.sampled_from([*[State.PASS] * 8, State.FAIL, State.NOT_EVALUATED])
"""Mostly passes: a control needs all of its resources to pass before there is anything to lose."""
seen = st.fixed_dictionaries(
    {(rule, name): st.one_of(states, states, st.none()) for rule in ("PP-KV-001", "CKV_AZURE_110") for name in NAMES}
).map(lambda told: [(rule, name, state) for (rule, name), state in told.items() if state])
tests = st.lists(st.tuples(st.sampled_from(["restore::a", "restore::b"]), states, st.integers(0, 40)), max_size=4)
sworn = st.lists(
    st.tuples(
        st.sampled_from(["CTRL-A", "CTRL-B"]),
        st.sampled_from([Role.PLATFORM_OWNER, Role.RISK_OWNER]),
        st.integers(0, 40),
        st.booleans(),
    ),
    max_size=3,
)


def checked(id_: str) -> st.SearchStrategy[Control]:
    return st.lists(st.sampled_from(CHECKS), min_size=1, max_size=3).map(lambda checks: control(id_, checks=checks))


controls = st.tuples(checked("CTRL-A"), checked("CTRL-B"))
risks = st.builds(
    lambda likelihood, consequence, steps, mechanism: risk(
        likelihood=likelihood,
        consequence=consequence,
        controls=[use("CTRL-A", likelihood=-steps), use("CTRL-B", mechanism=mechanism, likelihood=-1, integrity=-1)],
    ),
    st.integers(1, 4),
    st.fixed_dictionaries({dimension: st.integers(1, 4) for dimension in DIMENSIONS}),
    st.integers(1, 3),
    st.sampled_from(["vern", "nett"]),
)


def gathered(
    found: list[tuple[str, str, State]],
    ran: list[tuple[str, State, int]],
    said: list[tuple[str, Role, int, bool]],
) -> Gathered:
    """Make evidence; ``ran`` and ``said`` tell how many days ago. There is always something that the rules found."""
    own = [finding(rule, urn(VAULT, name), state) for rule, name, state in found if rule.startswith("PP")]
    other = [finding(rule, urn(VAULT, name), state) for rule, name, state in found if rule.startswith("CKV")]
    findings, scanned = findings_of(GRAPH, [*own, finding("PP-ANY-001", GRAPH.nodes[0].urn)]), findings_of(GRAPH, other)
    scan = Scanned(scanned, scanned.digest, COLLECTED, COLLECTED + timedelta(days=3))
    return Gathered(
        GRAPH,
        findings,
        evidence_of(GRAPH, findings),
        (scan,),
        tuple(
            TestRun((TestedCase(name, state),), digest(repr((place, name)).encode()), COLLECTED - timedelta(days=ago))
            for place, (name, state, ago) in enumerate(ran)
        ),
        tuple(
            Attested(
                id=f"a-{place}",
                control=control_,
                by=role,
                digest=digest(str(place).encode()),
                on=DAY - timedelta(days=ago),
                until=DAY + timedelta(days=30 - ago),
                facts={"when": "x"} if whole else {},
            )
            for place, (control_, role, ago, whole) in enumerate(said)
        ),
    )


def judged(
    made: tuple[Control, ...], file: RiskFile, evidence: Gathered, as_of: date = DAY, *accepted: AcceptedRisk
) -> Assessment:
    return assess(AnalysisFiles(analysis(), PROFILE, made, (file,)), evidence, as_of=as_of, acceptances=accepted)


def no_lower(before: Assessment, after: Assessment) -> None:
    (was,), (now,) = before.risks, after.risks
    assert weight(PROFILE, now.current.level) >= weight(PROFILE, was.current.level)
    assert now.current.likelihood >= was.current.likelihood
    for dimension, ordinal in was.current.consequence.items():
        assert now.current.consequence[dimension] >= ordinal


@settings(max_examples=120, deadline=None)
@given(controls, risks, seen, tests, sworn, st.data())
def test_no_level_sinks_where_a_piece_of_evidence_is_lost_or_fails(
    made: tuple[Control, ...],
    file: RiskFile,
    found: list[tuple[str, str, State]],
    ran: list[tuple[str, State, int]],
    said: list[tuple[str, Role, int, bool]],
    data: st.DataObject,
) -> None:
    """What is lost here had passed. A failure that is withdrawn may let another source's pass count, rightly."""
    found = [(rule, name, State.PASS) for rule, name, _ in found]
    ran = [(name, State.PASS, ago) for name, _, ago in ran]
    kinds = [kind for kind, pieces in (("found", found), ("ran", ran), ("said", said)) if pieces]
    if not kinds:
        return
    kind = data.draw(st.sampled_from(kinds))
    pieces: dict[str, list[Any]] = {"found": found, "ran": ran, "said": said}
    place = data.draw(st.integers(0, len(pieces[kind]) - 1))
    piece = pieces[kind][place]
    worse: list[Any] = []
    if data.draw(st.booleans()) and kind == "found":
        worse = [(piece[0], piece[1], State.FAIL)]
    elif data.draw(st.booleans()) and kind == "ran":
        worse = [(piece[0], State.FAIL, piece[2])]
    less = {**pieces, kind: [*pieces[kind][:place], *worse, *pieces[kind][place + 1 :]]}
    no_lower(judged(made, file, gathered(**pieces)), judged(made, file, gathered(**less)))


@settings(max_examples=80, deadline=None)
@given(controls, risks, seen, tests, sworn, st.integers(0, 60), st.integers(0, 60))
def test_time_lowers_nothing_and_what_lapses_is_marked(
    made: tuple[Control, ...],
    file: RiskFile,
    found: list[tuple[str, str, State]],
    ran: list[tuple[str, State, int]],
    said: list[tuple[str, Role, int, bool]],
    first: int,
    more: int,
) -> None:
    evidence = gathered(found, ran, said)
    early = judged(made, file, evidence, DAY + timedelta(days=first))
    late = judged(made, file, evidence, DAY + timedelta(days=first + more))
    (was,), (now,) = early.risks, late.risks
    assert now.current == was.current
    assert weight(PROFILE, now.if_stale_evidence_lapses.level) >= weight(PROFILE, was.if_stale_evidence_lapses.level)
    assert now.stale or not was.stale
    for assessment in (early, late):
        (one,) = assessment.risks
        rows = {row.source for derived in one.derivation.controls for row in derived.evidence}
        assert rows <= {source.id for source in assessment.sources} | {"checkov", "rules"}
        assert one.stale or one.if_stale_evidence_lapses == one.current
        assert one.stale or not any(derived.stale for derived in one.derivation.controls)


@settings(max_examples=60, deadline=None)
@given(controls, risks, seen, tests, sworn)
def test_an_effect_that_nobody_approved_lowers_nothing(
    made: tuple[Control, ...],
    file: RiskFile,
    found: list[tuple[str, str, State]],
    ran: list[tuple[str, State, int]],
    said: list[tuple[str, Role, int, bool]],
) -> None:
    evidence = gathered(found, ran, said)
    (one,) = judged(made, file.model_copy(update={"effects_approved": None}), evidence).risks
    assert (one.current.likelihood, one.current.consequence) == (one.inherent.likelihood, one.inherent.consequence)
    assert not any(derived.counted for derived in one.derivation.controls)
    approval = file.effects_approved
    assert approval is not None
    other = EffectApproval(
        by=approval.by,
        on=approval.on,
        reason=approval.reason,
        steps={ref: {"likelihood": -8} for ref in approval.steps},
    )
    no_lower(judged(made, file, evidence), judged(made, file.model_copy(update={"effects_approved": other}), evidence))


@settings(max_examples=60, deadline=None)
@given(controls, risks, seen, tests, sworn, st.integers(1, 4), st.sampled_from(DIMENSIONS), st.integers(1, 4))
def test_a_raise_lowers_nothing(
    made: tuple[Control, ...],
    file: RiskFile,
    found: list[tuple[str, str, State]],
    ran: list[tuple[str, State, int]],
    said: list[tuple[str, Role, int, bool]],
    likelihood: int,
    dimension: Any,
    ordinal: int,
) -> None:
    evidence = gathered(found, ran, said)
    held = Raise(likelihood=likelihood, consequence={dimension: ordinal}, reason=localised("uro"), by="owner", on=DAY)
    after = judged(made, file.model_copy(update={"raised": (held,)}), evidence)
    no_lower(judged(made, file, evidence), after)
    assert after.risks[0].current.likelihood >= likelihood
    assert after.risks[0].if_stale_evidence_lapses.likelihood >= likelihood


@settings(max_examples=60, deadline=None)
@given(controls, risks, seen, st.sampled_from([level.id for level in PROFILE.levels]))
def test_no_acceptance_holds_above_its_level(
    made: tuple[Control, ...], file: RiskFile, found: list[tuple[str, str, State]], level: str
) -> None:
    accepted = AcceptedRisk(
        risk="R01", data_controller=CONTROLLER, state="active", level=level, until=DAY + timedelta(days=9)
    )
    (one,) = judged(made, file, gathered(found, [], []), DAY, accepted).risks
    (answer,) = one.acceptances
    above = one.current.level == NOT_ASSESSED or PROFILE.ranks[one.current.level] > PROFILE.ranks[level]
    if above:
        assert (answer.state, answer.because) == ("invalidated", "level_raised")


@settings(max_examples=40, deadline=None)
@given(controls, risks, seen, tests, sworn, st.randoms(use_true_random=False))
def test_the_order_of_sources_has_no_bearing(
    made: tuple[Control, ...],
    file: RiskFile,
    found: list[tuple[str, str, State]],
    ran: list[tuple[str, State, int]],
    said: list[tuple[str, Role, int, bool]],
    random: Random,
) -> None:
    evidence = gathered(found, ran, said)

    def mixed(items: Any) -> Any:
        return tuple(random.sample(items, len(items)))

    turned = replace(
        evidence,
        scans=mixed(evidence.scans),
        tests=mixed(evidence.tests),
        attestations=mixed(evidence.attestations),
    )
    assert judged(made, file, turned).to_bytes() == judged(made, file, evidence).to_bytes()


def test_names_of_files_and_the_order_of_keys_have_no_bearing(tmp_path: Path) -> None:
    """The example, its files renamed and their keys turned about."""
    (tmp_path / "risks").mkdir()
    (tmp_path / "controls").mkdir()
    (tmp_path / "ros.yaml").write_text(to_yaml(_turned(load(EXAMPLE / "ros.yaml").data)), "utf-8")
    for folder in ("risks", "controls"):
        for place, path in enumerate(sorted((EXAMPLE / folder).glob("*.yaml"), reverse=True)):
            (tmp_path / folder / f"n{place:03}.yaml").write_text(to_yaml(_turned(load(path).data)), "utf-8")
    evidence = gathered([("PP-KV-001", name, State.PASS) for name in NAMES], [], [])
    straight, turned = (assess(load_analysis(folder), evidence, as_of=DAY) for folder in (EXAMPLE, tmp_path))
    assert turned.to_bytes() == straight.to_bytes()


def _turned(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _turned(value[key]) for key in reversed(value)}
    return [_turned(one) for one in value] if isinstance(value, list) else value
