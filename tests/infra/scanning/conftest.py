"""What the real Checkov said of the hand-made templates, recorded; `make verify` holds the record against it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from infra.arm import Rendering
from infra.scanning import Bound, Checkov, ScanError, bind, own_suppressions
from infra.scanning.answer import CheckovAnswer
from tests.infra.scanning.templates import WHOLE
from tests.real import missing

RECORD = Path(__file__).parent / "fixtures" / "answer.json"
TODAY = date(2026, 11, 24)


@pytest.fixture(scope="session")
def recorded() -> CheckovAnswer:
    return CheckovAnswer.from_bytes(RECORD.read_bytes())


def bound(
    answer: CheckovAnswer,
    rendering: Rendering = WHOLE,
    types: Mapping[str, str] | None = None,
    *,
    as_of: date = TODAY,
) -> Bound:
    """Bind an answer; resources without a type of the plan get one that nothing depends on."""
    types = types or {urn: "azure-native:x:Y" for one in rendering.templates for urn in one.resources.values()}
    return bind(answer, rendering, types, suppressions=own_suppressions(), as_of=as_of)


@pytest.fixture(scope="session")
def checkov() -> Checkov:
    """The real Checkov. In ``make verify`` its absence is a failure, never a skip."""

    found = Checkov()
    try:
        found.check()
    except ScanError as error:
        missing(f"{error.code.value}: run `make tools`")
    return found
