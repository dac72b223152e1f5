"""One engine for all tests of this folder: building it costs more than asking it."""

from collections.abc import Iterator

import pytest

from policies.engine.embedded import EmbeddedEngine


@pytest.fixture(scope="session")
def engine() -> Iterator[EmbeddedEngine]:
    built = EmbeddedEngine()
    yield built
    built.close()
