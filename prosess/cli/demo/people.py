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


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


@contextmanager
def _ended_as_by_ctrl_c() -> Iterator[None]:
    """Let SIGTERM, and a terminal that is closed, end the demo as Ctrl-C does: else the service would outlive it."""
    handlers = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
    for number, handler in handlers.items():
        if handler is not signal.SIG_IGN:  # as under nohup
            signal.signal(number, _interrupt)
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)


@contextmanager
def running(settings: dict[str, str], port: int, log: Path) -> Iterator[str]:
    """Run ``prosess api serve`` on the loopback address; it is stopped by the process that was started.

    Raises:
        CommandError: exit 6, where it does not come up; its log tells why.
    """
    address = f"http://127.0.0.1:{port}"
    log.parent.mkdir(parents=True, exist_ok=True)
    # The demo's own settings only: a PROSESS_* variable of the user's shell would tell another story.
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PROSESS_")}
    with _ended_as_by_ctrl_c(), log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "prosess.cli.app", "api", "serve", "--port", str(port)],
            env={**kept, **settings},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            _wait_until_ready(address, process, log)
            yield address
        finally:
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
