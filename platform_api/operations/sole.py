"""One worker on an SQLite file: held by a lock of the operating system, which a killed process cannot keep."""

import fcntl
import os


class SoleWorker:
    """The right to be the only worker of a database file."""

    def __init__(self, database_file: str) -> None:
        self._path = f"{database_file}.worker"
        self._descriptor: int | None = None

    def taken(self) -> bool:
        """Try to take the right; tell whether we have it."""
        if self._descriptor is not None:
            return True
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        return True

    def close(self) -> None:
        """Give the right back."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
