"""The processes of a Postgres server and its port, told from those of others that bear their number now."""

from __future__ import annotations

import os
import signal
import socket
from pathlib import Path


def free_port() -> int:
    """A TCP port of the loopback that nobody listens on at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(port: int) -> bool:
    """Whether somebody takes connections on that port of the loopback."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5):
            return True
    except OSError:
        return False


def lives(pid: int, mark: str) -> bool:
    """Whether the process is a Postgres of that mark; where there is no /proc, whether it exists at all."""
    if Path("/proc/self/cmdline").exists():
        return pid in processes_of(mark)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass  # it lives, and is another user's
    return True


def processes_of(mark: str) -> list[int]:
    """Processes of the server whose cluster_name is the mark: it stands in their titles; zombies have none."""
    return [int(entry.parent.name) for entry in Path("/proc").glob("[0-9]*/cmdline") if _is_postgres(entry, mark)]


def _is_postgres(entry: Path, mark: str) -> bool:
    try:
        title = entry.read_bytes().split(b"\0")
    except OSError:
        return False  # gone by now
    return b"postgres" in title[0] and any(mark.encode() in part for part in title)


def send(number: signal.Signals, pids: list[int]) -> None:
    """Send the signal to those of the processes that still live."""
    for pid in pids:
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            continue
