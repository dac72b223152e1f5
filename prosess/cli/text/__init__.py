"""What the command line says, in bokmål, nynorsk and English, found by key."""

from typing import Any

from prosess.cli.options import Tongue
from prosess.cli.text.assessments import ASSESSMENTS
from prosess.cli.text.bootstrap import BOOTSTRAP
from prosess.cli.text.commands import COMMANDS
from prosess.cli.text.demo import DEMO
from prosess.cli.text.environments import ENVIRONMENTS
from prosess.cli.text.evidence import EVIDENCE
from prosess.cli.text.lints import LINTS
from prosess.cli.text.movement import MOVEMENT
from prosess.cli.text.program import PROGRAM
from prosess.cli.text.reports import REPORTS
from prosess.cli.text.review import REVIEW
from prosess.cli.text.sealing import SEALING
from prosess.domain.text import Language
from prosess.domain.text.wording import Wording, fill

TEXTS: dict[str, Wording] = {
    **ASSESSMENTS,
    **BOOTSTRAP,
    **COMMANDS,
    **ENVIRONMENTS,
    **LINTS,
    **EVIDENCE,
    **MOVEMENT,
    **PROGRAM,
    **REPORTS,
    **REVIEW,
    **SEALING,
    **{f"demo.{key}": wording for key, wording in DEMO.items()},
}


def text(key: str, tongue: Tongue, /, **facts: Any) -> str:
    """Give the text of a key, filled with facts.

    Raises:
        KeyError: where there is no such text.
        FactMissingError: where a placeholder has no fact.
    """
    return fill(TEXTS[key], facts, Language(tongue.value), {})
