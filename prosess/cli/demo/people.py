"""The service started for the demo, and the people who use it: each through the API, with a token of their own."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from prosess.cli.exit import CommandError, Exit
from prosess.cli.options import Tongue
from prosess.cli.service import Service

STARTS_WITHIN = 30.0
"""Seconds."""


def free_port(host: str = "127.0.0.1") -> int:
    """Give a port of an address of this machine that nobody listens on."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.bind((host, 0))
        port: int = probe.getsockname()[1]
        return port


class _Interruption:
    """Ctrl-C, SIGTERM and a terminal that is closed end the demo alike: else the service would outlive it.

    A ``KeyboardInterrupt`` comes up wherever the demo happens to be, also in code that makes another error of it; so
    what was asked for is remembered. While it is ``held`` nothing is raised: a service that is being started is not
    known to anybody yet, and one that is being ended must be waited for.
    """

    def __init__(self) -> None:
        self.asked = False
        self.held = False

    def __call__(self, _number: int, _frame: FrameType | None) -> None:
        self.asked = True
        self.check()

    def check(self) -> None:
        """Interrupt where it was asked for, and is not held."""
        if self.asked and not self.held:
            raise KeyboardInterrupt


@contextmanager
def _interruption() -> Iterator[_Interruption]:
    interruption = _Interruption()
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    for number, handler in handlers.items():
        if handler is not signal.SIG_IGN:  # as under nohup
            signal.signal(number, interruption)
    try:
        yield interruption
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)


@contextmanager
def running(settings: dict[str, str], port: int, log: Path) -> Iterator[str]:
    """Run ``prosess api serve`` on the loopback address; it is stopped by the process that was started.

    Raises:
        CommandError: exit 6, where it does not come up; its log tells why.
        KeyboardInterrupt: where the demo was interrupted, whatever became of the interruption on its way.
    """
    address = f"http://127.0.0.1:{port}"
    log.parent.mkdir(parents=True, exist_ok=True)
    # The demo's own settings only: a PROSESS_* variable of the user's shell would tell another story.
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PROSESS_")}
    with _interruption() as interruption, log.open("wb") as output:
        interruption.held = True
        process = subprocess.Popen(
            [sys.executable, "-m", "prosess.cli.app", "api", "serve", "--port", str(port)],
            env={**kept, **settings},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            try:
                interruption.held = False
                interruption.check()
                _wait_until_ready(address, process, log)
                yield address
            finally:
                interruption.held = True
        except Exception as error:
            if interruption.asked:
                raise KeyboardInterrupt from error
            raise
        finally:
            _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _wait_until_ready(address: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    import httpx

    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until and process.poll() is None:
        try:
            if httpx.get(f"{address}/health/ready", timeout=2).is_success:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    raise CommandError(
        Exit.UNREACHABLE, "SERVICE_NOT_STARTED", "the service did not start", hint=f"its log is {log}", where=address
    )


class People:
    """Test users of the local issuer, signed in when they first do something."""

    def __init__(self, address: str, lang: Tongue) -> None:
        self._address = address
        self._lang = lang
        self._signed_in: dict[str, Service] = {}

    def __getitem__(self, user: str) -> Service:
        """Give the service as one user sees it."""
        if user not in self._signed_in:
            asked = Service(self._address, token=None, lang=self._lang)
            token = asked.post("/local-issuer/token", {"user": user})["access_token"]
            self._signed_in[user] = Service(self._address, token=token, lang=self._lang)
        return self._signed_in[user]
