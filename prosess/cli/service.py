"""The service as a client sees it: one address, one token, refusals turned into exit codes."""

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from uuid import uuid4

from prosess.cli.exit import CommandError, Exit
from prosess.cli.options import Tongue

if TYPE_CHECKING:
    import httpx

_EXIT_OF_STATUS = {401: Exit.USAGE, 404: Exit.INVALID, 422: Exit.INVALID, 400: Exit.INVALID, 503: Exit.NOT_ASSESSED}


def token_file() -> Path:
    """Where ``prosess login`` keeps the token: the user's own configuration folder, readable by nobody else."""
    base = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(base) / "prosess" / "token.json"


def keep_token(server: str, token: str) -> None:
    """Keep a token for a server."""
    path = token_file()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    kept = json.loads(path.read_text()) if path.is_file() else {}
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump({**kept, server: token}, file)


def kept_token(server: str) -> str | None:
    """Give the token that is kept for a server, or the one in PROSESS_TOKEN."""
    if token := os.environ.get("PROSESS_TOKEN"):
        return token
    path = token_file()
    found: str | None = json.loads(path.read_text()).get(server) if path.is_file() else None
    return found


class Service:
    """A connection to the service."""

    def __init__(self, server: str, *, token: str | None, lang: Tongue) -> None:
        import httpx

        headers = {"Accept-Language": lang.value}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        self.server = server
        self._client = httpx.Client(base_url=server, headers=headers, timeout=30)

    @classmethod
    def signed_in(cls, server: str, lang: Tongue) -> Self:
        """Connect with the token that was kept.

        Raises:
            CommandError: exit 2, where nobody logged in.
        """
        token = kept_token(server)
        if token is None:
            raise CommandError(
                Exit.USAGE,
                "NOT_LOGGED_IN",
                f"nobody is logged in to {server}",
                hint="run `prosess login` first, or set PROSESS_TOKEN",
            )
        return cls(server, token=token, lang=lang)

    def get(self, path: str, **parameters: Any) -> Any:
        """Read something."""
        return self._ask("GET", path, params={key: value for key, value in parameters.items() if value is not None})

    def text(self, path: str) -> str:
        """Read something that is no JSON document."""
        response = self._send("GET", path)
        if not response.is_success:
            raise refusal(response)
        return response.text

    def post(self, path: str, body: Any = None, *, key: str | None = None) -> Any:
        """Ask for something to be done; asked again with the same ``key``, it is done once."""
        return self._ask("POST", path, json=body, headers={"Idempotency-Key": key or str(uuid4())})

    def put(self, path: str, body: Any) -> Any:
        """Hand in a document; one that exists is replaced where it is still as it was read."""
        current = self._send("GET", path)
        headers = {"Idempotency-Key": str(uuid4())}
        if current.status_code == 200 and "etag" in current.headers:
            headers["If-Match"] = current.headers["etag"]
        return self._ask("PUT", path, json=body, headers=headers)

    def _send(self, method: str, path: str, **more: Any) -> "httpx.Response":
        import httpx

        try:
            return self._client.request(method, path, **more)
        except httpx.TransportError as error:
            raise CommandError(
                Exit.UNREACHABLE,
                "SERVER_UNREACHABLE",
                f"{self.server} cannot be reached ({type(error).__name__})",
                hint="start it with `prosess api serve`, or give its address with --server",
            ) from error

    def _ask(self, method: str, path: str, **more: Any) -> Any:
        response = self._send(method, path, **more)
        if response.is_success:
            return response.json() if response.content else None
        raise refusal(response)


def refusal(response: "httpx.Response") -> CommandError:
    """Turn problem details (RFC 9457) into the error that ends a command."""
    exit_code = _EXIT_OF_STATUS.get(response.status_code, Exit.FAILED)
    try:
        problem: dict[str, Any] = response.json()
    except ValueError:
        problem = {}
    message = " ".join(filter(None, (problem.get("title"), problem.get("detail"))))
    mistakes = [f"{one['at']}: {one['message']} {one.get('hint', '')}".strip() for one in problem.get("errors", ())]
    return CommandError(
        exit_code,
        problem.get("code", f"HTTP_{response.status_code}"),
        "\n".join([message or f"the service answered {response.status_code}", *mistakes]),
        hint=problem.get("remedy", ""),
    )
