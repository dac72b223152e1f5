"""A real PostgreSQL for tests: a cluster of its own in a temporary folder, on a free port, ended with the tests."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.real import missing


def binaries() -> Path | None:
    """Find the folder with ``initdb`` and ``postgres``: on PATH, or where Debian puts it."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    return folders[-1] if folders and (folders[-1] / "initdb").exists() else None


def _as_user(command: list[str]) -> list[str]:
    """PostgreSQL refuses to be run by root; Debian's package brings a user for it."""
    return ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else command


@contextmanager
def cluster() -> Iterator[str]:
    """Start a cluster; give its address without a database name."""
    folder = binaries()
    if folder is None:
        missing("PostgreSQL is missing: install the package `postgresql`")
    root = Path(tempfile.mkdtemp(prefix="prosess-pg-"))
    if os.geteuid() == 0:
        shutil.chown(root, "postgres")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    data = root / "data"
    run = {"check": True, "capture_output": True, "cwd": root}
    subprocess.run(
        _as_user([str(folder / "initdb"), "-D", str(data), "-U", "prosess", "-A", "trust", "-E", "UTF8", "--no-sync"]),
        **run,  # type: ignore[call-overload]
    )
    options = f"-h 127.0.0.1 -p {port} -k {root} -c fsync=off -c full_page_writes=off"
    control = [str(folder / "pg_ctl"), "-D", str(data), "-w", "-l", str(root / "log")]
    subprocess.run(_as_user([*control, "-o", options, "start"]), **run)  # type: ignore[call-overload]
    try:
        yield f"postgresql://prosess@127.0.0.1:{port}"
    finally:
        subprocess.run(_as_user([*control, "-m", "immediate", "stop"]), **run)  # type: ignore[call-overload]
        shutil.rmtree(root, ignore_errors=True)
