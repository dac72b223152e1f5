"""What holds of every test."""

import signal
from collections.abc import Iterator

import pytest

from tests.planner import Planner

# A shell lets what it runs in the background ignore Ctrl-C, and `nohup` a hang-up; every process that a test starts
# would too, and nothing could be told to end. A handler of our own is not handed on, so they begin as in a terminal.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    signal.signal(signal.SIGHUP, lambda *_: None)


@pytest.fixture(scope="session")
def planner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planner]:
    """Give the process that plans in forks of itself."""
    found = Planner(tmp_path_factory.mktemp("plans"))
    yield found
    found.end()


@pytest.fixture(scope="module")
def planned_in_forks(planner: Planner) -> Iterator[None]:
    """Let a module's own calls of the offline plan be made in forks: for tests of what is done with a plan."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("infra.planning.offline.run", planner.run)
        yield
