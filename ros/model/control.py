"""A control documents itself: why it is there, how it is checked, when the check is wrong, how to put it right."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from prosess.domain.base import Model
from prosess.domain.guard import refuse_person_identifier
from prosess.domain.identifiers import ControlId, RuleId, Slug
from prosess.domain.role import Role
from prosess.domain.text import LocalisedText
from ros.model.selector import Selector

Reference = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+:[a-z0-9]+([.-][a-z0-9]+)*$", max_length=80),
    AfterValidator(refuse_person_identifier),
]
"""``<catalogue>:<id>``, such as ``nsm:2.7``, ``iso27001:8.24`` or ``normen:logging``."""


class RuleCheck(Model):
    """A rule that must pass on every resource that is selected."""

    rule: RuleId
    """Id of a rule of ours or of a Checkov check."""
    select: Selector | None = None
    """Where it is left out, the control's selectors are used, and where it has none, the risk's."""
    over: Literal["resources", "findings"] = "resources"
    """``findings`` for a law over the whole graph: each subject that it judged must pass, and one at least."""


class TestCheck(Model):
    """Tests whose results must be passes, read from JUnit files."""

    __test__ = False

    test: Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(refuse_person_identifier)]
    """Pattern of ``<classname>::<name>``; ``*`` stands for any run of characters."""
    expect_min: int = Field(default=1, ge=1)
    """Fewer tests than this leave the check not evaluated."""
    every_days: int = Field(ge=1)
    """Days until the tests have to be run again."""


class Attestation(Model):
    """What no code can see and a person has to answer for."""

    statement: LocalisedText
    """What the person says yes to."""
    by: Role
    """The role that may answer."""
    every_days: int = Field(ge=1)
    """Days until it has to be answered again."""
    facts: tuple[Slug, ...] = ()
    """What the person has to state beside the yes, such as ``restored-at`` and ``minutes``."""


class ControlDocumentation(Model):
    """What a reader needs in order to trust the control, or to contest it."""

    why: LocalisedText
    """What goes wrong without it."""
    detection: LocalisedText
    """How it is seen whether it works."""
    false_positives: LocalisedText
    """When the check is wrong."""
    fix: LocalisedText
    """How to put it right."""


class Control(Model):
    """One file under ``controls/``, or one entry of the catalogue."""

    schema_: Literal["control/1"] = Field(alias="schema")
    id: ControlId
    """Name of the control; one of the folder's own may not take one of the catalogue's."""
    title: LocalisedText
    """What it does, in a few words."""
    kind: Literal["preventive", "detective", "corrective"]
    """Whether it hinders, discovers or mends."""
    checks: tuple[RuleCheck | TestCheck | Attestation, ...] = ()
    """Empty: the control is named, and nothing tells whether it works; it never counts."""
    select: tuple[Selector, ...] = ()
    """Resources that its checks are seen on where they name none."""
    references: tuple[Reference, ...] = ()
    """Principles, topics and articles that ask for it."""
    doc: ControlDocumentation
    """What a reader needs in order to trust it, or to contest it."""

    @property
    def rule_checks(self) -> tuple[RuleCheck, ...]:
        """The checks that rules answer."""
        return tuple(check for check in self.checks if isinstance(check, RuleCheck))

    @property
    def test_checks(self) -> tuple[TestCheck, ...]:
        """The checks that test results answer."""
        return tuple(check for check in self.checks if isinstance(check, TestCheck))

    @property
    def attestations(self) -> tuple[Attestation, ...]:
        """The checks that a person answers."""
        return tuple(check for check in self.checks if isinstance(check, Attestation))

    @property
    def assessed_by(self) -> Literal["code", "person", "both", "nothing"]:
        """Who can tell whether the control works."""
        if self.rule_checks or self.test_checks:
            return "both" if self.attestations else "code"
        return "person" if self.attestations else "nothing"
