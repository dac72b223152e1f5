"""How much of each control something answers for: checks that code answered, statements in force, and the rest."""

from prosess.contracts.assessment import Assessment, ControlDerivation
from prosess.contracts.findings import State
from ros.model import Attestation, RuleCheck, TestCheck
from ros.report import model
from ros.report.told import Told


def rows(told: Told, whole: Assessment) -> tuple[model.CoverageRow, ...]:
    """Give a row for each control in use; its three parts add up to 100.

    A check counts as answered where it was answered in every risk that leans on the control.
    """
    used: dict[str, list[ControlDerivation]] = {}
    for risk in whole.risks:
        for derived in risk.derivation.controls:
            used.setdefault(derived.control, []).append(derived)
    return tuple(_row(told, id_, derived) for id_, derived in sorted(used.items()))


def _row(told: Told, id_: str, uses: list[ControlDerivation]) -> model.CoverageRow:
    control = told.control(id_)
    title = control.title.in_language(told.language) if control else id_
    code = attested = 0
    total = 1
    if control and control.checks:
        total = len(control.checks)
        answered = set.intersection(*(_answered(one) for one in uses))
        code = sum(isinstance(check, RuleCheck | TestCheck) and _name(check) in answered for check in control.checks)
        attested = sum(isinstance(check, Attestation) and "attestation" in answered for check in control.checks)
    return model.CoverageRow(id_, title, *shares(code, attested, total - code - attested))


def _answered(derived: ControlDerivation) -> set[str]:
    """Give what answered a control: rules and tests, and ``attestation`` where a statement is in force."""
    open_ = {row.rule for row in derived.evidence if row.state is State.NOT_EVALUATED}
    return {row.rule for row in derived.evidence} - open_


def _name(check: RuleCheck | TestCheck) -> str:
    return check.rule if isinstance(check, RuleCheck) else check.test


def shares(*parts: int) -> tuple[int, ...]:
    """Give parts as whole per cent that add up to 100; the largest remainders are rounded up, the first of equals."""
    total = sum(parts)
    whole = [100 * part // total for part in parts]
    by_remainder = sorted(range(len(parts)), key=lambda place: (-(100 * parts[place] % total), place))
    for place in by_remainder[: 100 - sum(whole)]:
        whole[place] += 1
    return tuple(whole)


def line(told: Told, whole: Assessment) -> str:
    """Say in a line how the controls in use are assessed, and how many are met."""
    derived = {one.control: one for risk in whole.risks for one in risk.derivation.controls}
    assessed = [control.assessed_by for id_ in derived if (control := told.control(id_))]
    return told.say(
        "one.coverage.text",
        total=len(derived),
        code=assessed.count("code"),
        person=assessed.count("person"),
        both=assessed.count("both"),
        nothing=len(derived) - len(assessed) + assessed.count("nothing"),
        met=sum(one.state is State.PASS for one in derived.values()),
    )
