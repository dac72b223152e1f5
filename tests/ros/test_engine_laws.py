"""What must hold of every assessment, whatever the graph, the findings and the risks."""

from collections.abc import Iterable
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from prosess.contracts.assessment import Assessment, Verdict
from prosess.contracts.findings import Finding, State, Suppression
from ros.criteria import NOT_ASSESSED, Profile, read_profile
from ros.engine import assess
from ros.evidence import Gathered
from ros.model import AnalysisFiles, Control, ControlUse, RiskFile, Selector
from tests.ros.worlds import (
    COLLECTED,
    DIMENSIONS,
    QUEUE,
    VAULT,
    analysis,
    control,
    evidence_of,
    finding,
    findings_of,
    graph_of,
    node,
    risk,
    urn,
    use,
)

T = TypeVar("T")

DAY = date(2023, 10, 5)
PROFILES = [read_profile("illustrative-4x4@1"), read_profile("illustrative-5x5@1")]
NAMES = ("a", "b", "c")
GRAPH = graph_of(
    *(node(VAULT, name, data_class="health" if name == "a" else "none") for name in NAMES), node(QUEUE, "q")
)
RULES = ("PP-KV-001", "PP-KV-002", "PP-SB-001")
TYPES = (VAULT, QUEUE, "azure-native:storage:StorageAccount", "azure-native:*:*")

selectors = st.builds(
    Selector,
    type=st.sampled_from(TYPES),
    labels=st.sampled_from([{}, {"data_class": "health"}]),
    expect_min=st.integers(1, 3),
)
states = st.sampled_from(list(State))
found = st.lists(
    st.tuples(
        st.sampled_from(RULES), st.sampled_from([*(urn(VAULT, name) for name in NAMES), urn(QUEUE, "q")]), states
    ),
    unique_by=lambda one: one[:2],
    min_size=1,
)
controls = st.tuples(
    *(
        st.builds(
            lambda rules, selected, id_=f"CTRL-{letter}": control(
                id_, *rules, select=[one.model_dump(mode="json") for one in selected]
            ),
            st.lists(st.sampled_from(RULES), max_size=3),
            st.lists(selectors, max_size=2),
        )
        for letter in "ABC"
    )
)
uses = st.builds(
    lambda ref, mechanism, effect: use(ref, mechanism=mechanism, **effect),
    st.sampled_from(["CTRL-A", "CTRL-B", "CTRL-C", "CTRL-UNKNOWN"]),
    st.sampled_from(["nett", "vern"]),
    st.dictionaries(st.sampled_from(["likelihood", *DIMENSIONS]), st.integers(-3, -1), min_size=1),
)
risks = st.lists(
    st.builds(
        lambda likelihood, consequence, leans, applies: risk(
            likelihood=likelihood, consequence=consequence, controls=leans, applies_to=applies
        ),
        st.integers(1, 5),
        st.fixed_dictionaries({dimension: st.integers(1, 5) for dimension in DIMENSIONS}),
        st.lists(uses, max_size=4),
        st.lists(selectors, max_size=2),
    ),
    min_size=1,
    max_size=3,
).map(lambda made: [one.model_copy(update={"id": f"R{place:02}"}) for place, one in enumerate(made, 1)])
profiles = st.sampled_from(PROFILES)


def as_findings(triples: list[tuple[str, str, State]]) -> list[Finding]:
    lasting = Suppression(reason="r", owner="o", expires=DAY)
    return [
        finding(rule, resource, state, **({"suppression": lasting} if state is State.SUPPRESSED else {}))
        for rule, resource, state in triples
    ]


def judged(
    profile: Profile,
    made: tuple[Control, ...] | list[Control],
    files: list[RiskFile],
    triples: list[tuple[str, str, State]],
    *,
    as_of: date = DAY,
    days: float = 7,
) -> Assessment:
    findings = findings_of(GRAPH, as_findings(triples))
    return assess(
        AnalysisFiles(analysis(profile), profile, tuple(made), tuple(files)),
        Gathered(GRAPH, findings, evidence_of(GRAPH, findings, days=days)),
        as_of=as_of,
    )


def weight(profile: Profile, level: str) -> float:
    """Order levels: a risk without a level weighs more than what may stand, less than what may not."""
    ranks, limit = profile.ranks, profile.limit
    return ranks[limit] + 0.5 if level == NOT_ASSESSED else ranks[level]


@settings(max_examples=60, deadline=None)
@given(profiles, controls, risks, found, st.data())
def test_evidence_that_is_lost_or_fails_never_lowers_a_level(
    profile: Profile,
    made: tuple[Control, ...],
    files: list[RiskFile],
    triples: list[tuple[str, str, State]],
    data: st.DataObject,
) -> None:
    place = data.draw(st.integers(0, len(triples) - 1))
    rule, resource, _ = triples[place]
    worse = data.draw(st.sampled_from([State.FAIL, State.NOT_EVALUATED, State.SUPPRESSED, None]))
    changed = [*triples[:place], *([(rule, resource, worse)] if worse else []), *triples[place + 1 :]]
    as_it_was = [*triples[:place], (rule, resource, State.PASS), *triples[place + 1 :]]
    for before, after in zip(
        judged(profile, made, files, as_it_was).risks, judged(profile, made, files, changed).risks, strict=True
    ):
        assert weight(profile, after.current.level) >= weight(profile, before.current.level)
        assert after.current.likelihood >= before.current.likelihood
        for dimension, ordinal in before.current.consequence.items():
            assert after.current.consequence[dimension] >= ordinal


@settings(max_examples=40, deadline=None)
@given(profiles, controls, risks, found, uses)
def test_a_control_that_passes_never_raises_a_level(
    profile: Profile,
    made: tuple[Control, ...],
    files: list[RiskFile],
    triples: list[tuple[str, str, State]],
    added: ControlUse,
) -> None:
    passing = control("CTRL-NEW", "PP-NEW-001", select=[{"type": VAULT}])
    everywhere = [*triples, *(("PP-NEW-001", urn(VAULT, name), State.PASS) for name in NAMES)]
    more = [
        file.model_copy(update={"controls": (*file.controls, added.model_copy(update={"ref": "CTRL-NEW"}))})
        for file in files
    ]
    for before, after in zip(
        judged(profile, (*made, passing), files, everywhere).risks,
        judged(profile, (*made, passing), more, everywhere).risks,
        strict=True,
    ):
        assert weight(profile, after.current.level) <= weight(profile, before.current.level)


@settings(max_examples=40, deadline=None)
@given(profiles, controls, risks, found)
def test_a_level_is_never_above_the_inherent_one(
    profile: Profile, made: tuple[Control, ...], files: list[RiskFile], triples: list[tuple[str, str, State]]
) -> None:
    for one in judged(profile, made, files, triples).risks:
        if NOT_ASSESSED not in (one.current.level, one.inherent.level):
            assert weight(profile, one.current.level) <= weight(profile, one.inherent.level)
        assert weight(profile, one.if_stale_evidence_lapses.level) >= weight(profile, one.current.level)


@settings(max_examples=40, deadline=None)
@given(profiles, controls, risks, found)
def test_evidence_whose_time_is_over_opens_nothing(
    profile: Profile, made: tuple[Control, ...], files: list[RiskFile], triples: list[tuple[str, str, State]]
) -> None:
    fresh = judged(profile, made, files, triples)
    late = judged(profile, made, files, triples, as_of=DAY + timedelta(days=30))
    for now, then in zip(fresh.risks, late.risks, strict=True):
        assert then.current == now.current
        lapsed = then.if_stale_evidence_lapses.level
        assert weight(profile, lapsed) >= weight(profile, then.current.level)
        if any(derived.evidence for derived in then.derivation.controls):
            assert then.stale
    if any(one.stale for one in late.risks):
        assert late.verdict is not Verdict.ACCEPTABLE


@settings(max_examples=40, deadline=None)
@given(profiles, controls, risks, found, st.randoms(use_true_random=False))
def test_order_has_no_bearing(
    profile: Profile,
    made: tuple[Control, ...],
    files: list[RiskFile],
    triples: list[tuple[str, str, State]],
    random: Random,
) -> None:
    def shuffled(items: Iterable[T]) -> list[T]:
        mixed = list(items)
        random.shuffle(mixed)
        return mixed

    mixed = [
        file.model_copy(
            update={
                "controls": tuple(
                    one.model_copy(update={"effect": dict(shuffled(one.effect.items()))})
                    for one in shuffled(file.controls)
                ),
                "applies_to": tuple(shuffled(file.applies_to)),
                "inherent": file.inherent.model_copy(
                    update={"consequence": dict(shuffled(file.inherent.consequence.items()))}
                ),
            }
        )
        for file in shuffled(files)
    ]
    turned = [
        one.model_copy(update={"checks": tuple(shuffled(one.checks)), "select": tuple(shuffled(one.select))})
        for one in shuffled(made)
    ]
    straight = judged(profile, made, files, triples)
    crooked = judged(profile, turned, mixed, shuffled(triples))
    assert crooked.risks == straight.risks
    assert crooked.verdict == straight.verdict
    again = judged(profile, made, files, triples)
    assert again.to_bytes() == straight.to_bytes()


@settings(max_examples=60, deadline=None)
@given(profiles, controls, risks, found)
def test_what_was_not_assessed_is_never_green(
    profile: Profile, made: tuple[Control, ...], files: list[RiskFile], triples: list[tuple[str, str, State]]
) -> None:
    assessment = judged(profile, made, files, triples)
    known = {one.id for one in made}
    seen = {(rule, resource) for rule, resource, _ in triples}
    for file, one in zip(files, assessment.risks, strict=True):
        selected = {
            resource.urn
            for selector in file.applies_to
            for resource in GRAPH.nodes
            if selector.type in ("azure-native:*:*", resource.type)
            and selector.labels.items() <= {"data_class": resource.labels.data_class}.items()
        }
        nothing = bool(file.applies_to) and not selected
        unseen = any(
            leaned.ref not in known
            or any(
                (row.rule, row.resource) not in seen for derived in one.derivation.controls for row in derived.evidence
            )
            for leaned in file.controls
        )
        if nothing or unseen:
            assert weight(profile, one.current.level) > weight(profile, profile.limit)
            assert assessment.verdict is not Verdict.ACCEPTABLE


def test_the_clock_of_these_tests_is_the_evidences() -> None:
    assert COLLECTED.date() == DAY
