"""The demo's service, and whoever interrupts the demo in an awkward moment."""

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from prosess.cli.demo import people

SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]

Started = list["subprocess.Popen[bytes]"]


@pytest.fixture(autouse=True)
def nothing_is_ignored() -> Iterator[None]:
    """Let every signal do what it does by itself, also where the tests run under nohup."""
    before = {number: signal.signal(number, signal.SIG_DFL) for number in SIGNALS[1:]}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Started:
    """Give the services that were started, none of which is waited for until it is ready."""
    found: Started = []
    start = subprocess.Popen

    def starts(*arguments: Any, **more: Any) -> "subprocess.Popen[bytes]":
        found.append(start(*arguments, **more))
        return found[-1]

    monkeypatch.setattr(subprocess, "Popen", starts)
    monkeypatch.setattr(people, "_wait_until_ready", lambda *_: None)
    return found


@pytest.mark.parametrize("number", SIGNALS)
def test_a_service_that_nobody_knows_yet_is_ended_too(
    number: signal.Signals, started: Started, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    start = subprocess.Popen

    def interrupted(*arguments: Any, **more: Any) -> "subprocess.Popen[bytes]":
        process = start(*arguments, **more)
        os.kill(os.getpid(), number)
        return process

    monkeypatch.setattr(subprocess, "Popen", interrupted)
    with pytest.raises(KeyboardInterrupt), people.running({}, 1, tmp_path / "log"):
        pytest.fail("the story began")
    assert [one.poll() is None for one in started] == [False]


@pytest.mark.parametrize("number", SIGNALS)
def test_an_interruption_that_became_another_error_is_still_one(
    number: signal.Signals, started: Started, tmp_path: Path
) -> None:
    def lost() -> None:
        try:
            os.kill(os.getpid(), number)
        except KeyboardInterrupt as interruption:
            raise RuntimeError("Error calling __set_name__") from interruption

    with pytest.raises(KeyboardInterrupt), people.running({}, 1, tmp_path / "log"):
        lost()
    assert [one.poll() is None for one in started] == [False]


def test_an_error_of_its_own_stays_what_it_is(started: Started, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="of its own"), people.running({}, 1, tmp_path / "log"):
        raise RuntimeError("of its own")
    assert [one.poll() is None for one in started] == [False]


def test_a_second_interruption_does_not_leave_the_service_behind(
    started: Started, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    end = people._end

    def interrupted(process: "subprocess.Popen[bytes]") -> None:
        os.kill(os.getpid(), signal.SIGINT)
        end(process)

    monkeypatch.setattr(people, "_end", interrupted)
    with pytest.raises(KeyboardInterrupt), people.running({}, 1, tmp_path / "log"):
        os.kill(os.getpid(), signal.SIGTERM)
    assert [one.poll() is None for one in started] == [False]


def test_the_shell_has_its_own_handlers_back(started: Started, tmp_path: Path) -> None:
    before = [signal.getsignal(number) for number in SIGNALS]
    with people.running({}, 1, tmp_path / "log"):
        assert [signal.getsignal(number) for number in SIGNALS] != before
    assert [signal.getsignal(number) for number in SIGNALS] == before
