"""Signing in to the database by identity: a token is asked of the platform for each connection, and never kept."""

import asyncio
import json
import ssl
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import asyncpg
import pytest
from pydantic import ValidationError
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from platform_api.kit.database import driver_url
from platform_api.kit.managed_identity import DatabaseIdentity, IdentityUnavailableError, database_identity
from platform_api.settings import Settings
from tests.platform_api.postgres import cluster

CLIENT = "00000000-0000-4000-8000-000000000401"


class Platform(HTTPServer):
    """What a container platform answers on the address that it tells its programs."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answering)
        self.asked: list[dict[str, list[str]]] = []
        self.answer: tuple[int, bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/msi/token"


class _Answering(BaseHTTPRequestHandler):
    server: Platform

    def do_GET(self) -> None:
        self.server.asked.append(parse_qs(urlsplit(self.path).query))
        known = self.headers.get("X-IDENTITY-HEADER") == "known"
        token = {"access_token": f"token-{len(self.server.asked)}"}
        status, body = self.server.answer or ((200, json.dumps(token).encode()) if known else (403, b""))
        self.send_response(status)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""


@pytest.fixture
def platform() -> Iterator[Platform]:
    with Platform() as server:
        running = threading.Thread(target=server.serve_forever)
        running.start()
        yield server
        server.shutdown()
        running.join()


def identity(platform: Platform, header: str = "known") -> DatabaseIdentity:
    return DatabaseIdentity(CLIENT, platform.address, header)


def test_each_connection_asks_for_a_token_of_its_own(platform: Platform) -> None:
    ours = identity(platform)
    assert [asyncio.run(ours.token()), asyncio.run(ours.token())] == ["token-1", "token-2"]
    assert platform.asked[0] == {
        "api-version": ["2019-08-01"],
        "client_id": [CLIENT],
        "resource": ["https://ossrdbms-aad.database.windows.net"],
    }


@pytest.mark.parametrize(
    "answer", [(500, b""), (200, b"no json"), (200, b"{}"), (200, b'{"access_token": ""}'), (200, b"[]")]
)
def test_what_is_no_token_opens_no_connection(answer: tuple[int, bytes], platform: Platform) -> None:
    platform.answer = answer
    with pytest.raises(IdentityUnavailableError):
        asyncio.run(identity(platform).token())


def test_a_refusal_tells_nothing_of_the_header(platform: Platform) -> None:
    with pytest.raises(IdentityUnavailableError) as refused:
        asyncio.run(identity(platform, "a-stranger").token())
    assert "a-stranger" not in str(refused.value)
    platform.server_close()
    with pytest.raises(IdentityUnavailableError):
        asyncio.run(DatabaseIdentity(CLIENT, "http://127.0.0.1:9/", "known").token())


def test_the_token_goes_to_a_verified_server_only(platform: Platform) -> None:
    arguments = identity(platform).connect_arguments()
    assert arguments["ssl"].verify_mode is ssl.CERT_REQUIRED
    assert arguments["ssl"].check_hostname is True
    assert asyncio.iscoroutinefunction(arguments["password"])


@pytest.mark.verify
def test_a_real_postgresql_is_signed_in_to_by_token(platform: Platform) -> None:
    """All but TLS, for which a test has no certificate that anybody trusts."""
    platform.answer = (200, b'{"access_token": "the-token"}')

    async def sign_in(address: str) -> str:
        administrator = await asyncpg.connect(f"{address}/postgres")
        await administrator.execute("CREATE ROLE program LOGIN PASSWORD 'the-token'")
        await administrator.execute("CREATE TABLE rules (line text)")
        await administrator.execute("INSERT INTO rules VALUES ('host all all 127.0.0.1/32 scram-sha-256')")
        file = str(await administrator.fetchval("SHOW hba_file"))
        await administrator.execute(f"COPY rules TO '{file}'")
        await administrator.execute("SELECT pg_reload_conf()")
        await administrator.close()
        arguments = identity(platform).connect_arguments() | {"ssl": False}
        url = driver_url(f"{address.replace('prosess@', 'program@')}/postgres")
        engine = create_async_engine(url, connect_args=arguments)
        try:
            async with engine.connect() as connection:
                return str((await connection.execute(text("SELECT current_user"))).scalar_one())
        finally:
            await engine.dispose()

    with cluster() as address:
        assert asyncio.run(sign_in(address)) == "program"
    assert len(platform.asked) == 1


def test_an_identity_without_its_platform_is_told_at_once() -> None:
    assert database_identity(None, {}) is None
    with pytest.raises(RuntimeError, match="IDENTITY_ENDPOINT"):
        database_identity(CLIENT, {"IDENTITY_HEADER": "known"})
    told = {"IDENTITY_ENDPOINT": "http://127.0.0.1:9/", "IDENTITY_HEADER": "known"}
    assert database_identity(CLIENT, told) == DatabaseIdentity(CLIENT, "http://127.0.0.1:9/", "known")


def test_an_identity_signs_in_to_postgresql_alone(tmp_path: Path) -> None:
    with pytest.raises(ValidationError, match="PROSESS_DATABASE_URL"):
        Settings(region_file=tmp_path, environment_files=(tmp_path,), database_identity=CLIENT)
