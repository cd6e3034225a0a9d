"""The Prefect server of one run: it ends with whoever started it, and leaves the environment as it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from demarche.problems import DemarcheError
from flows import temporary_server as module
from flows.temporary_server import temporary_server

START = """
import os, pathlib, sys, time
from flows.temporary_server import temporary_server
with temporary_server(pathlib.Path(sys.argv[1])):
    print(os.environ["PREFECT_API_URL"], flush=True)
    time.sleep(60)
"""


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()]


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_server_ends_with_the_process_that_started_it_even_if_that_is_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", START, str(tmp_path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline().startswith("http://127.0.0.1:")
    [server] = children(process.pid)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    deadline = time.monotonic() + 30
    while is_alive(server) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not is_alive(server)


def test_the_environment_is_as_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFECT_API_URL", "http://elsewhere.example/api")
    before = dict(os.environ)
    with temporary_server(tmp_path):
        assert "elsewhere" not in os.environ["PREFECT_API_URL"]
        assert os.environ["DO_NOT_TRACK"] == "1"
    assert dict(os.environ) == before


def test_a_server_that_does_not_start_is_said_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "START_SECONDS", 0)
    with temporary_server(tmp_path) as await_server, pytest.raises(DemarcheError, match=r"see .*server\.log"):
        await_server()


def test_what_killed_runs_left_is_swept_away(tmp_path: Path) -> None:
    old, young = tmp_path / "run-old", tmp_path / "run-young"
    old.mkdir()
    young.mkdir()
    os.utime(old, (0, 0))
    with temporary_server(tmp_path):
        assert not old.exists()
    assert young.exists()
