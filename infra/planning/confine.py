"""Start a command with less than its caller has: memory, processor time, size of a file, and no network.

Run by path, before an interpreter that is not ours: ``python confine.py MEMORY SECONDS FILE_SIZE COMMAND …`` (bytes,
seconds, bytes) sets the bounds and becomes the command. The standard library alone; nothing of the command runs here.

The network is taken away by a network namespace of its own (Linux), which holds no interface but a loopback that is
down; children stay in it. Where the kernel doesn't allow one, the command starts all the same: the recorder refuses
the program's own connections, and tells which interfaces its children could still use.
"""

import contextlib
import ctypes
import os
import pathlib
import resource
import sys

NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000
"""Of ``unshare(2)``: one of its own users, without which another's network may not be left, and the network."""


def bound(kind: int, most: int) -> None:
    """Lower a limit for this process and all that it starts; one that is lower already stays."""
    _, hard = resource.getrlimit(kind)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    with contextlib.suppress(OSError, ValueError):  # a system that has the limit but doesn't let it be set
        resource.setrlimit(kind, (most, most))


def leave_network() -> None:
    """Go into a network namespace of one's own, as the same user; do nothing where that isn't to be had."""
    unshare = getattr(ctypes.CDLL(None), "unshare", None)
    user, group = os.getuid(), os.getgid()
    if unshare is None or unshare(NEW_USER | NEW_NETWORK) != 0:
        return
    for name, line in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
        with contextlib.suppress(OSError):
            pathlib.Path(f"/proc/self/{name}").write_text(line)


def main() -> None:
    """Set the bounds and become the command."""
    memory, seconds, file_size = (int(text) for text in sys.argv[1:4])
    command = sys.argv[4:]
    bound(resource.RLIMIT_AS, memory)
    bound(resource.RLIMIT_CPU, seconds)
    bound(resource.RLIMIT_FSIZE, file_size)
    bound(resource.RLIMIT_CORE, 0)
    leave_network()
    try:
        os.execv(command[0], command)  # noqa: S606 - a list of our own, as every other process that we start
    except OSError as error:
        sys.exit(f"{command[0]} cannot be started: {error.strerror}")


if __name__ == "__main__":
    main()
