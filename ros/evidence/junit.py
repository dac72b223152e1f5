"""Reads test results from JUnit files.

The format has no one specification: a pass is a test case without a failure, an error or a skip in it, so a file is
held against its own counts before that silence is believed. Entities and document types are refused, whatever they
would expand to.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from prosess.contracts.canonical import digest
from prosess.contracts.findings import State
from prosess.documents.problem import DocumentError, of_domain, person_identifier
from prosess.documents.source import Limits, position_of, read_source, shown_name
from prosess.domain.errors import DomainError
from prosess.domain.guard import find_person_identifier
from ros.evidence.gathered import TestedCase, TestRun
from ros.evidence.moments import OSLO

LARGEST = 64 * 1024 * 1024
"""Bytes of a file that is read."""

_NOT_RUN = frozenset({"notrun", "disabled", "skipped"})


@dataclass(frozen=True)
class _Case:
    element: Any
    timestamp: str | None

    @property
    def name(self) -> str:
        return f"{self.element.classname or ''}::{self.element.name or ''}"

    @property
    def state(self) -> State:
        from junitparser import Error, Failure, Skipped

        results = self.element.result
        if any(isinstance(one, Failure | Error) for one in results):
            return State.FAIL
        unrun = str(self.element._elem.attrib.get("status", "")).lower() in _NOT_RUN
        return State.NOT_EVALUATED if unrun or any(isinstance(one, Skipped) for one in results) else State.PASS


def read_junit(path: Path, *, collected: datetime | None = None) -> TestRun:
    """Read the results of one file.

    The run is as old as its oldest suite. ``collected`` stands in for a suite that tells no time; a time without a
    zone is Norwegian.

    Raises:
        DocumentError: where the file is no JUnit, holds no test, tells no time while none is given, or contradicts
            its own counts.
    """
    text = read_source(path, Limits(max_bytes=LARGEST))
    name = shown_name(path)
    suites = _suites(text, name)
    cases = [case for suite in suites for case in _cases(suite, None)]
    if not cases:
        raise _refused(
            name,
            DomainError("JUNIT_EMPTY", "the file holds no test", hint="hand in the results of tests that were run"),
        )
    for suite in suites:
        told = (suite.failures or 0) + (suite.errors or 0)
        if told and not any(case.state is State.FAIL for case in _cases(suite, None)):
            raise _refused(
                name,
                DomainError(
                    "JUNIT_COUNTS_DIFFER",
                    f"a suite counts {told} failures, and shows none of them",
                    facts={"count": told},
                    hint="hand in the whole file, as the test program wrote it",
                ),
            )
    for case in cases:
        if (at := find_person_identifier(case.name)) is not None:
            line, column = _place(text, case.name)
            raise DocumentError([person_identifier(at, "PERSON_IDENTIFIER", file=name, line=line, column=column)])
    return TestRun(
        cases=tuple(
            sorted((TestedCase(case.name, case.state) for case in cases), key=lambda one: (one.name, one.state))
        ),
        digest=digest(text.encode()),
        collected=min(_moment(case.timestamp, name, collected) for case in cases),
    )


def _suites(text: str, name: str) -> list[Any]:
    """Give the outermost suites."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring
    from junitparser import JUnitXml, JUnitXmlError, TestSuite

    try:
        root: Any = fromstring(text.encode(), forbid_dtd=True)
        found: Any = JUnitXml.fromroot(root)
    except ParseError as error:
        line, column = error.position
        raise _refused(
            name,
            DomainError(
                "JUNIT_NOT_XML",
                "the file is no well-formed XML, or ends too early",
                hint="hand in the whole file, as the test program wrote it",
            ),
            place=(line, column + 1),
        ) from None
    except DefusedXmlException:
        raise _refused(
            name,
            DomainError(
                "JUNIT_FORBIDDEN",
                "the file declares a document type or entities",
                hint="take the declaration out: test results need none",
            ),
        ) from None
    except JUnitXmlError:
        raise _refused(
            name,
            DomainError("JUNIT_NOT_JUNIT", "the file is no JUnit", hint="its root must be `testsuites` or `testsuite`"),
        ) from None
    return [found] if isinstance(found, TestSuite) else list(found)


def _cases(suite: Any, inherited: str | None) -> Iterator[_Case]:
    """Give the cases of a suite and of those in it, each with the nearest suite's time."""
    from junitparser import TestCase, TestSuite

    timestamp = suite.timestamp or inherited
    for case in suite.iterchildren(TestCase):
        yield _Case(case, timestamp)
    for inner in suite.iterchildren(TestSuite):
        yield from _cases(inner, timestamp)


def _moment(timestamp: str | None, name: str, collected: datetime | None) -> datetime:
    if not timestamp:
        if collected is None:
            raise _refused(
                name,
                DomainError(
                    "EVIDENCE_UNDATED", "the file does not tell when it was made", hint="tell it with `--collected`"
                ),
            )
        return collected
    try:
        moment = datetime.fromisoformat(timestamp.strip())
    except ValueError:
        raise _refused(
            name,
            DomainError(
                "JUNIT_TIMESTAMP",
                "a suite's timestamp is no date and time",
                hint="it is to be written as `2023-10-05T08:00:00+02:00`",
            ),
        ) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=OSLO)


def _place(text: str, name: str) -> tuple[int, int]:
    last = name.rsplit("::", 1)[-1]
    return position_of(text, max(text.find(last), 0))


def _refused(name: str, error: DomainError, *, place: tuple[int, int] = (1, 1)) -> DocumentError:
    return DocumentError([of_domain(error, file=name, line=place[0], column=place[1], path="")])
