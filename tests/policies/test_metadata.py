"""Reading what rules say about themselves, and refusing what they say wrongly."""

import pytest

from policies.engine.bundle import Module, RuleBundle
from policies.engine.protocol import PolicyError, PolicyErrorCode
from policies.metadata import Catalogue
from prosess.contracts import Severity

PACKAGE = """# METADATA
# title: Thing
# custom:
#   type: x:y:Thing
package infra.thing
"""

RULE = """
# METADATA
# title: A thing is a thing
# custom:
#   id: PP-TH-001
#   severity: low
#   controls: ["nsm:2.1"]
#   ros: [R01]
#   detection: It says so.
#   false_positives: None.
results contains 1
"""


def catalogue(*sources: str) -> Catalogue:
    return Catalogue(RuleBundle(tuple(Module(f"infra/{n}.rego", source) for n, source in enumerate(sources))))


def test_a_rule_is_read() -> None:
    read = catalogue(PACKAGE + RULE)
    rule = read.rules["PP-TH-001"]
    assert (rule.title, rule.severity, rule.controls, rule.scenarios) == (
        "A thing is a thing", Severity.LOW, ("nsm:2.1",), ("R01",)
    )  # fmt: skip
    assert (rule.message, rule.remedy) == ("PP-TH-001.message", "PP-TH-001.fix")
    assert read.by_type["x:y:Thing"].rules == ("PP-TH-001",)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (PACKAGE + RULE.replace("severity: low", "severity: dire"), "severity"),
        (PACKAGE + RULE.replace('#   controls: ["nsm:2.1"]\n', ""), "controls"),
        (PACKAGE + RULE.replace("# title: A thing is a thing\n", ""), "no title"),
        (PACKAGE + RULE.replace("ros: [R01]", "ros: [R01"), "not YAML"),
        (PACKAGE + RULE.replace("#   ros", "#   rso: x\n#   ros"), "rso"),
        (PACKAGE.replace("type:", "type: x\n#   typ:") + RULE, "typ"),
        (PACKAGE.replace("x:y:Thing", "x:y:Thing\n#   shared: [PP-NO-001]") + RULE, "PP-NO-001"),
        ("# METADATA\n# - a\npackage infra.x\n", "not an object"),
    ],
)
def test_what_is_said_wrongly_is_refused(source: str, said: str) -> None:
    with pytest.raises(PolicyError, match=said) as caught:
        _ = catalogue(source).by_type
    assert caught.value.code is PolicyErrorCode.RULES_INVALID


def test_an_id_is_one_rules_alone() -> None:
    other = PACKAGE.replace("Thing", "Other").replace("infra.thing", "infra.other") + RULE
    with pytest.raises(PolicyError, match="PP-TH-001 stands in"):
        _ = catalogue(PACKAGE + RULE, other).rules


def test_a_type_is_one_packages_alone() -> None:
    with pytest.raises(PolicyError, match="another package too"):
        _ = catalogue(PACKAGE + RULE, PACKAGE.replace("infra.thing", "infra.other")).by_type
