"""The embedded Postgres: started, shared, stopped, and mended after a kill."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import psycopg
import pytest

from demarche.problems import DemarcheError
from demarche.warehouse import embedded
from demarche.warehouse.connect import engine
from demarche.warehouse.embedded import Cluster, database_name
from demarche.warehouse.migrate import migrate
from demarche.warehouse.publish import ConservationError, resolve_and_publish
from demarche.warehouse.stage import fail_load
from tests.loading import Told, load, meeting, stage, told

HOLD = """
import sys, time
from pathlib import Path
from demarche.warehouse.embedded import Cluster
with Cluster(Path(sys.argv[1]), durable=False) as cluster:
    print("up", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def home() -> Iterator[Path]:
    """A folder that the server's user can reach, unlike pytest's own."""
    folder = Path(__file__).resolve().parents[2] / ".demarche" / f"embedded-{os.getpid()}-{time.monotonic_ns()}"
    folder.mkdir(parents=True)
    yield folder
    Cluster(folder).stop()
    shutil.rmtree(folder)


def cluster(home: Path) -> Cluster:
    return Cluster(home, durable=False)


def postmaster(home: Path) -> int:
    return int((home / "postgres" / "data" / "postmaster.pid").read_text().split()[0])


def answer(url: str) -> object:
    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT current_user || '@' || current_database()").fetchone()
    return row and row[0]


def hold(home: Path) -> subprocess.Popen[str]:
    """Another process that uses the server until its stdin is closed."""
    command = [sys.executable, "-c", HOLD, str(home)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "up\n"
    return process


def release(process: subprocess.Popen[str]) -> None:
    process.communicate(timeout=60)


def test_who_starts_the_server_stops_it(home: Path) -> None:
    with cluster(home) as server:
        assert answer(server.url()) == "demarche_owner@demarche"
        assert answer(server.url(role="demarche_loader")) == "demarche_loader@demarche"
        assert server.is_running()
    assert not server.is_running()


def test_what_was_started_to_stay_is_left_running(home: Path) -> None:
    cluster(home).start()
    with cluster(home) as server:
        assert server.is_running()
    assert server.is_running()
    server.stop()
    assert not server.is_running()


def test_data_outlive_the_server(home: Path) -> None:
    with cluster(home) as server, psycopg.connect(server.url()) as connection:
        connection.execute("CREATE TABLE public.kept AS SELECT 42 AS answer")
    with cluster(home) as server, psycopg.connect(server.url()) as connection:
        assert connection.execute("SELECT answer FROM public.kept").fetchone() == (42,)


def test_the_last_of_two_processes_stops_it(home: Path) -> None:
    other = hold(home)
    with cluster(home) as server:
        release(other)
        assert answer(server.url()) == "demarche_owner@demarche"
    assert not server.is_running()


def test_the_first_to_leave_does_not_stop_it(home: Path) -> None:
    with cluster(home) as server:
        other = hold(home)
        first = postmaster(home)
    assert server.is_running()
    release(other)
    assert not server.is_running()
    assert first


def test_a_server_whose_owner_was_killed_is_taken_over_and_stopped(home: Path) -> None:
    other = hold(home)
    other.kill()
    release(other)
    server = cluster(home)
    assert server.is_running()
    with server:
        assert answer(server.url()) == "demarche_owner@demarche"
    assert not server.is_running()


def test_a_killed_postmaster_is_mended(home: Path) -> None:
    with Cluster(home) as server:
        with psycopg.connect(server.url(), autocommit=True) as connection:
            connection.execute("CREATE TABLE public.kept AS SELECT 42 AS answer")
        os.kill(postmaster(home), signal.SIGKILL)
        time.sleep(0.2)
        assert not server.is_running()
        with cluster(home) as again, psycopg.connect(again.url()) as connection:
            assert connection.execute("SELECT answer FROM public.kept").fetchone() == (42,)


def test_a_crash_empties_staging_and_a_new_run_mends_it(home: Path) -> None:
    document = told("a.txt", meeting())
    with Cluster(home) as server:
        migrate(server.url())
        load_id = staged(server, document)
        os.kill(postmaster(home), signal.SIGKILL)
        with Cluster(home) as again:
            bound = engine(again.url(role="demarche_loader"))
            with pytest.raises(ConservationError, match="the server crashed meanwhile; run the load anew"):
                resolve_and_publish(bound, load_id)
            fail_load(bound, load_id, "the server crashed")
            assert load(bound, document).loaded == 1
            bound.dispose()


def staged(server: Cluster, document: Told) -> UUID:
    bound = engine(server.url(role="demarche_loader"))
    load_id = stage(bound, [document])
    bound.dispose()
    return load_id


def test_a_stale_pid_file_that_names_a_stranger_is_no_server(home: Path) -> None:
    with cluster(home):
        pass
    lines = [str(os.getpid()), "data", "0", "1", "", "127.0.0.1"]
    pid_file = home / "postgres" / "data" / "postmaster.pid"
    pid_file.write_text("\n".join(lines))
    assert not cluster(home).is_running()
    with cluster(home) as server:
        assert answer(server.url()) == "demarche_owner@demarche"


def test_a_set_up_that_was_killed_begins_anew(home: Path) -> None:
    base = home / "postgres"
    (base / "new").mkdir(parents=True)
    (base / "new" / "half").write_text("nothing")
    with cluster(home) as server:
        assert answer(server.url()) == "demarche_owner@demarche"


def test_passwords_are_for_their_owner_only_and_needed(home: Path) -> None:
    with cluster(home) as server:
        mode = stat.S_IMODE((home / "postgres" / "passwords.json").stat().st_mode)
        assert mode == 0o600
        wrong = server.url().replace("@", "x@")
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(wrong)
        assert list((home / "postgres").glob("initial*")) == []


def test_it_listens_on_the_loopback_only(home: Path) -> None:
    with cluster(home) as server, psycopg.connect(server.url()) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("127.0.0.1",)


def test_each_path_has_a_database_of_its_own(home: Path) -> None:
    one, other = database_name(Path("/a/b/Berichte 2024")), database_name(Path("/c/Berichte 2024"))
    assert one.startswith("demarche_berichte_2024_")
    assert one != other
    assert database_name(None) == "demarche"
    with cluster(home) as server:
        assert answer(server.url(one)) == f"demarche_owner@{one}"
        server.drop_database(one)


def test_a_server_that_is_down_says_so(home: Path) -> None:
    with pytest.raises(DemarcheError, match="is not running: start it first"):
        cluster(home).url()


def test_psql_is_the_bundled_one(home: Path) -> None:
    with cluster(home) as server:
        server.url()
        assert server.psql(arguments=("-c", "SELECT 1")) == 0
        assert server.psql(arguments=("-c", "CREATE TABLE mine (a integer)")) != 0


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the server as another user")
def test_a_home_that_bars_the_server_s_user_is_left_as_it_is(tmp_path: Path) -> None:
    barred = tmp_path / "barred"
    barred.mkdir(mode=0o700)
    server = cluster(barred / "home")
    try:
        with server:
            assert answer(server.url()) == "demarche_owner@demarche"
        assert stat.S_IMODE(barred.stat().st_mode) == 0o700
        assert server.binary("psql").startswith("/")
    finally:
        shutil.rmtree(server._base)
    assert server._base.is_relative_to(embedded.BARRED_HOME)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the server as another user")
def test_binaries_that_the_server_s_user_cannot_reach_are_copied(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "BARRED_HOME", home / "elsewhere")
    monkeypatch.setattr(embedded, "_runs", lambda *_: False)
    with cluster(home) as server:
        assert Path(server.binary("postgres")).is_relative_to(home / "elsewhere")
        assert answer(server.url()) == "demarche_owner@demarche"
