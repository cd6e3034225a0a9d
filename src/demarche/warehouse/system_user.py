"""The account that the embedded Postgres runs under: one's own, or for root the system user `demarche`."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from demarche.problems import DemarcheError

USER = "demarche"
NOT_EXECUTABLE = 126  # as a shell says it


@dataclass(frozen=True, slots=True)
class Account:
    """A user whom root becomes for the server's processes."""

    uid: int
    gid: int


def server_account(data: Path) -> Account | None:
    """None for an ordinary user. For root: the owner of the data, if there are any, else the system user."""
    if os.geteuid() != 0:
        return None
    if data.exists() and (owner := data.stat()).st_uid != 0:
        return Account(owner.st_uid, owner.st_gid)
    entry = _system_user()
    return Account(entry.pw_uid, entry.pw_gid)


def run_as(account: Account | None, command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run to the end as the account; stdout and stderr together. Ctrl-C does not reach it: its session is its own.

    What the command says goes through a file: a server that it leaves behind would keep a pipe open for ever.
    """
    with TemporaryFile("w+", encoding="utf-8") as said:
        status = _status(account, command, said)
        said.seek(0)
        return subprocess.CompletedProcess(command, status, said.read())


def _status(account: Account | None, command: list[str], said: IO[str]) -> int:
    try:
        return subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            cwd="/",
            env=_environment(),
            start_new_session=True,
            check=False,
            user=None if account is None else account.uid,
            group=None if account is None else account.gid,
            extra_groups=None if account is None else [],
        ).returncode
    except PermissionError:
        return NOT_EXECUTABLE


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "TMPDIR") if name in os.environ}
    return {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"} | kept


def _system_user() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(USER)
    except KeyError:
        _create_system_user()
        return pwd.getpwnam(USER)


def _create_system_user() -> None:
    program = shutil.which("useradd")
    if program is None:
        raise DemarcheError("root may not run Postgres and there is no useradd: run as an ordinary user")
    shell = shutil.which("nologin") or "/bin/false"
    command = [program, "--system", "--user-group", "--no-create-home", "--home-dir", "/", "--shell", shell, USER]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 9):  # 9: another process made it meanwhile
        raise DemarcheError(f"cannot create the system user {USER}: {done.stderr.strip()}")
