"""The service as people start it, and the people who type commands at it: each with a login of their own."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from tests.e2e.conftest import EXAMPLE, PROSESS, Ran

PATHWAY, INTO, DEPENDENCY = "kols-siv", "test", "data-og-prosessering"
TEAM = "product-team@siv"
OWNER = "platform-owner@sykehuspartner"
REVIEWER = "security-reviewer@sykehuspartner"
AUDITOR = "access-auditor@sykehuspartner"
ACTOR = "dependency-actor@sykehuspartner"
OTHER_ACTOR = "dependency-actor@nye-integrasjonstjenester"
AUTHOR_AS_ACTOR = "product-team-as-actor@sykehuspartner"
STARTS_WITHIN = 60.0


def clean(more: Mapping[str, str]) -> dict[str, str]:
    """The machine's own variables without a ``PROSESS_*`` of whoever runs the tests, and more."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PROSESS_")}
    return {**kept, "NO_COLOR": "1", **more}


def prosess(*arguments: str | Path, cwd: Path, variables: Mapping[str, str] | None = None) -> Ran:
    """Run a command to its end."""
    done = subprocess.run(
        [str(PROSESS), *map(str, arguments)],
        cwd=cwd,
        env=clean(variables or {}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=180,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr.decode())


@dataclass
class Running:
    """A service that runs."""

    address: str
    process: "subprocess.Popen[bytes]"
    log: Path

    def answered(self, route: str) -> bool:
        """Tell whether a route was answered, by the service's own log."""
        return any(line.get("route") == route for line in log_lines(self.log))

    def kill(self) -> None:
        """End it as a machine that loses its power does."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)


def log_lines(log: Path) -> list[dict[str, Any]]:
    """The whole lines of a log; the last may be half written, and uvicorn's own are no JSON."""
    lines = log.read_text().splitlines() if log.is_file() else []
    return [json.loads(line) for line in lines if line.startswith("{") and line.endswith("}")]


@contextmanager
def served(folder: Path, *, port: str = "0") -> Iterator[Running]:
    """Start the service with its data in a folder, as of 5 October 2023, on a port that it takes itself if 0."""
    settings = {
        "PROSESS_DATA_FOLDER": str(folder / "data"),
        "PROSESS_REGION_FILE": str(EXAMPLE / "region.yaml"),
        "PROSESS_ENVIRONMENT_FILES": ",".join(
            str(EXAMPLE / "environments" / f"{name}.yaml") for name in (INTO, "prod")
        ),
        "PROSESS_STAGE": "test",
        "PROSESS_CLOCK": "2023-10-05T09:00:00+02:00",
    }
    log = folder / f"service-{time.monotonic_ns()}.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [str(PROSESS), "api", "serve", "--port", port],
            cwd=folder,
            env=clean(settings),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        yield Running(_ready(process, log), process, log)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _ready(process: "subprocess.Popen[bytes]", log: Path) -> str:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until and process.poll() is None:
        lines = log_lines(log)
        address = lines[0]["address"] if lines else None
        try:
            if address and httpx.get(f"{address}/health/ready", timeout=5).is_success:
                return str(address)
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    raise AssertionError(f"the service did not start: {log.read_text()[-2000:]}")


class People:
    """Those who use a service: commands typed with a login of their own, and the API where there is no command."""

    def __init__(self, address: str, home: Path) -> None:
        self.address = address
        self._home = home

    def variables(self, user: str) -> dict[str, str]:
        """The variables of a user's shell."""
        home = self._home / user.replace("@", "-at-")
        home.mkdir(parents=True, exist_ok=True)
        return {"XDG_CONFIG_HOME": str(home), "PROSESS_SERVER": self.address}

    def signed_in(self, user: str) -> dict[str, str]:
        """The variables of a user's shell, with a token in it instead of a login that was kept."""
        return {**self.variables(user), "PROSESS_TOKEN": self._token(user)}

    def types(self, user: str, *arguments: str | Path) -> Ran:
        """Run a command as a user."""
        return prosess(*arguments, cwd=self._home, variables=self.variables(user))

    def asks(self, user: str, method: str, path: str, body: Any = None) -> Any:
        """Ask the API as a user, for what no command does."""
        headers = {"Authorization": f"Bearer {self._token(user)}", **_key()}
        answer = httpx.request(method, f"{self.address}{path}", json=body, headers=headers, timeout=30)
        assert answer.is_success, answer.text
        return answer.json()

    def _token(self, user: str) -> str:
        signed_in = httpx.post(f"{self.address}/local-issuer/token", json={"user": user}, headers=_key(), timeout=30)
        return str(signed_in.raise_for_status().json()["access_token"])


def _key() -> dict[str, str]:
    return {"Idempotency-Key": f"e2e-{time.monotonic_ns()}"}


def onboarded(people: People, *, entered: bool = False) -> None:
    """Bring the example to where one actor has not confirmed, quickly, through the API; or all the way into test."""
    from prosess.documents import read
    from prosess.domain.pathway import Pathway
    from prosess.domain.tenant import Tenant

    for noun, model, name in (("tenants", Tenant, "siv"), ("pathways", Pathway, PATHWAY)):
        declared = read(model, EXAMPLE / noun / f"{name}.yaml").model_dump(
            mode="json", by_alias=True, exclude_none=True
        )
        people.asks(TEAM, "PUT", f"/{noun}/{name}", declared)
        asked = people.asks(
            TEAM, "POST", f"/{noun}/{name}/submissions", {"environment": INTO} if noun == "pathways" else None
        )
        settled(people, asked["id"])
    confirmed(people, ACTOR, "sykehuspartner")
    if entered:
        confirmed(people, OTHER_ACTOR, "nye-integrasjonstjenester-api")


def settled(people: People, operation: str) -> str:
    """Wait until an operation waits for people or has ended; give its state."""
    until = time.monotonic() + 30
    state = "queued"
    while state in ("queued", "running") and time.monotonic() < until:
        time.sleep(0.1)
        state = people.asks(TEAM, "GET", f"/operations/{operation}")["state"]
    return state


def confirmed(people: People, user: str, actor: str) -> None:
    """Confirm an actor's part through the API."""
    path = f"/pathways/{PATHWAY}/dependencies"
    row = people.asks(user, "GET", path)["dependencies"][0]["row"]
    people.asks(user, "POST", f"{path}/{DEPENDENCY}/confirmations", {"actor": actor, "row": row})
