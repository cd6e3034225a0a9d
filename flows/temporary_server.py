"""A Prefect server for one run: its own process, port and database, gone when the run ends.

Prefect's own ephemeral mode leaves its server behind when the run is killed, talks to a database shared by every
project of the user, and migrates an empty one in seconds that a copy of an empty one takes in milliseconds.
The child ends when its standard input closes, so it cannot outlive the run, however that ended.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import IO, cast

from demarche.problems import DemarcheError

START_SECONDS = 120
"""How long a start may take: 6 s were measured on two idle cores, 29 s on busy ones."""

STALE_SECONDS = 24 * 3600
"""How long after its start a run is taken for dead."""

QUIET = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_CLOUD_ENABLE_ORCHESTRATION_TELEMETRY": "false",
    "PREFECT_TELEMETRY_ENABLE_RESOURCE_METRICS": "false",
    "PREFECT_LOGGING_LEVEL": "INFO",
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
    "PREFECT_SERVER_UI_ENABLED": "false",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": str(START_SECONDS),
}


@contextlib.contextmanager
def temporary_server(home: Path) -> Iterator[Callable[[], None]]:
    """A server that is starting, with this process's environment pointing at it: enter before importing Prefect.

    The function given waits until the server answers; DemarcheError, with the name of its log, if it does not.
    `home` becomes PREFECT_HOME.
    """
    home = home.resolve()
    home.mkdir(parents=True, exist_ok=True)
    _sweep(home)
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=home, prefix="run-")))
        stack.enter_context(_environment(home, folder))
        process, port = stack.enter_context(_process(home / "server.log"))
        os.environ["PREFECT_API_URL"] = f"http://127.0.0.1:{port}/api"
        yield lambda: _await_health(process, home, folder)


def _sweep(home: Path) -> None:
    """Remove the folders of runs that were killed, and so could not do it themselves."""
    for folder in home.glob("run-*"):
        with contextlib.suppress(FileNotFoundError):  # another run has swept it meanwhile
            if time.time() - folder.stat().st_mtime > STALE_SECONDS:
                shutil.rmtree(folder)


@contextlib.contextmanager
def _environment(home: Path, folder: Path) -> Iterator[None]:
    """Prefect's settings for this run, in place of all that the environment says about Prefect."""
    before = dict(os.environ)
    for name in [name for name in os.environ if name.startswith("PREFECT_")]:
        del os.environ[name]
    database = _copy_empty_database(home, folder)
    os.environ |= QUIET | {
        "PREFECT_HOME": str(home),
        "PREFECT_SERVER_DATABASE_CONNECTION_URL": f"sqlite+aiosqlite:///{database}",
    }
    try:
        yield
    finally:
        os.environ.clear()
        os.environ |= before


def _empty_database(home: Path) -> Path:
    """A migrated database without a row, as this version of Prefect makes it."""
    return home / f"empty-{version('prefect')}.db"


def _copy_empty_database(home: Path, folder: Path) -> Path:
    database = folder / "prefect.db"
    with contextlib.suppress(FileNotFoundError):
        shutil.copy(_empty_database(home), database)
    return database


def _keep_empty_database(home: Path, folder: Path) -> None:
    kept = _empty_database(home)
    if kept.exists():
        return
    copy = folder / kept.name
    database = sqlite3.connect(folder / "prefect.db")
    with contextlib.closing(database), contextlib.closing(sqlite3.connect(copy)) as target:
        database.backup(target)
    copy.replace(kept)


@contextlib.contextmanager
def _process(log: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """The server's process and port; in a session of its own, so that Ctrl-C reaches this process alone."""
    command = [sys.executable, "-m", "flows.temporary_server"]
    pipe = subprocess.PIPE
    with log.open("w", encoding="utf-8") as errors:
        process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=errors, text=True, start_new_session=True)
    try:
        yield process, int(cast("IO[str]", process.stdout).readline() or 0)
    finally:
        process.kill()
        process.communicate()


def _await_health(process: subprocess.Popen[str], home: Path, folder: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    url = f"{os.environ['PREFECT_API_URL']}/health"
    while process.poll() is None and time.monotonic() < deadline:
        with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=5):  # noqa: S310 (the loopback, by http)
            return _keep_empty_database(home, folder)
        time.sleep(0.1)
    raise DemarcheError(f"the temporary Prefect server did not start: see {home / 'server.log'}")


def serve() -> None:
    """The child: prints its port, then serves until standard input closes."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    sys.stdout.write(f"{listener.getsockname()[1]}\n")
    sys.stdout.flush()

    import uvicorn
    from prefect.server.api.server import create_app

    config = uvicorn.Config(create_app(), log_level="error", lifespan="on")
    uvicorn.Server(config).run(sockets=[listener])


def _end_with_parent() -> None:
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    serve()
