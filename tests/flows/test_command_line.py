"""The command line of a checkout: what it prints, how it ends, and that it leaves nothing running."""

from __future__ import annotations

import os
import re
import secrets
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from demarche.settings import settings
from flows.__main__ import main

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Database

ARTICLE = "Am 7. Juni 2023 hat Portugals Ministerpräsident in Lissabon den Präsidenten von Angola empfangen.\n"


@pytest.fixture(autouse=True)
def _fresh_settings() -> Iterator[None]:
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.fixture
def shared_server(prefect_server: None, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 (it runs meanwhile)
    """Lets runs in this process use the session's Prefect server instead of starting their own."""
    monkeypatch.setattr("flows.one_run.temporary_server", lambda _home: nullcontext(lambda: None))


def command(
    database: Database, *arguments: str, given: str | None = None, mark: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run a command of the checkout in a process of its own, with a database that is already there."""
    named = {"DEMARCHE_DATABASE_URL": database.loader_url, "DEMARCHE_MIGRATION_URL": database.owner_url, "MARK": mark}
    return subprocess.run(
        [sys.executable, "-m", "flows", *arguments],
        env=os.environ | named,
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )


def processes_with(mark: str) -> list[str]:
    """Command lines of all processes in whose environment the mark stands."""
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        try:
            if mark.encode() in path.read_bytes():
                found.append((path.parent / "cmdline").read_text(encoding="utf-8", errors="replace"))
        except OSError:
            continue  # gone by now
    return found


def write_articles(folder: Path) -> None:
    (folder / "lissabon.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "leer.txt").write_bytes(b"")


def test_run_prints_events_problems_and_counts_and_leaves_nothing_running(database: Database, articles: Path) -> None:
    write_articles(articles)
    mark = secrets.token_hex(16)
    done = command(database, "run", str(articles), mark=mark)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert re.search(r"2023-06-07 +CONSULT.* AGO → PRT", done.stdout)
    assert re.search(r"leer\.txt +quarantined +empty_document", done.stdout)
    assert "make psql ARTICLES=" in done.stdout
    assert re.fullmatch(
        r"published \d+ events from 1 articles \(0 unchanged, 0 duplicates, 1 quarantined, 0 skipped\)",
        done.stdout.splitlines()[-1],
    )
    assert processes_with(mark) == []
    counted = command(database, "psql", str(articles), given="SELECT 'found', count(*) > 0 FROM event;\n")
    assert re.search(r"found +\| t", counted.stdout)


@pytest.mark.usefixtures("shared_server")
def test_a_run_that_fails_says_why_in_one_line(
    database: Database, articles: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> bool:
        raise RuntimeError("the disk is full\nand more lines")

    write_articles(articles)
    monkeypatch.setenv("DEMARCHE_DATABASE_URL", database.loader_url)
    monkeypatch.setattr("flows.loading.publish_load", fail)
    assert main(["run", str(articles)]) == 1
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith("error: the load failed: RuntimeError: the disk is full (see ")
    log = Path(line.rpartition("(see ")[2].rstrip(")")).read_text(encoding="utf-8")
    assert "Traceback" in log


@pytest.mark.usefixtures("shared_server")
def test_a_second_run_says_that_nothing_changed(
    database: Database, articles: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_articles(articles)
    monkeypatch.setenv("DEMARCHE_DATABASE_URL", database.loader_url)
    assert main(["run", str(articles)]) == 0
    first = capsys.readouterr().out.splitlines()[-1]
    assert main(["run", str(articles)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == first.replace("(0 unchanged", "(1 unchanged")


def test_psql_only_reads(database: Database) -> None:
    done = command(database, "psql", given="DELETE FROM staging.article;\n")
    assert "read-only transaction" in done.stderr


def test_migrate_says_that_it_is_done(
    database: Database, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEMARCHE_DATABASE_URL", database.loader_url)
    monkeypatch.setenv("DEMARCHE_MIGRATION_URL", database.owner_url)
    assert main(["migrate"]) == 0
    assert capsys.readouterr().out == "the database is up to date\n"


@pytest.mark.parametrize(
    ("variables", "arguments", "status", "words"),
    [
        ({}, ["run", "nothing/here"], 2, "path 'nothing/here' does not exist"),
        ({}, ["fly"], 2, "No such command 'fly'"),
        ({}, [], 2, "Missing command"),
        ({"WORKERS": "many"}, ["run"], 2, "DEMARCHE_WORKERS: Input should be a valid integer"),
        ({"WORKER": "2"}, ["run"], 2, "unknown setting DEMARCHE_WORKER"),
        ({"DATABASE_URL": "mysql://localhost/x"}, ["run"], 1, "write postgresql://"),
        ({"DATABASE_URL": "postgresql://a:secret@127.0.0.1:1/x"}, ["run"], 1, "cannot connect"),
        ({"DATABASE_URL": "postgresql://a:secret@127.0.0.1:1/x"}, ["psql"], 1, "cannot connect"),
        ({"MIGRATION_URL": "postgresql://a:secret@127.0.0.1:1/x"}, ["migrate"], 1, "DEMARCHE_DATABASE_URL"),
    ],
)
def test_what_goes_wrong_is_one_line_and_starts_nothing(
    variables: dict[str, str],
    arguments: list[str],
    status: int,
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(f"DEMARCHE_{name}", value)
    mark = secrets.token_hex(16)
    monkeypatch.setenv("MARK", mark)
    assert main(arguments) == status
    assert processes_with(mark) == []
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith("error: ")
    assert words in line
    assert "secret" not in line


def test_psql_before_any_run_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], articles: Path
) -> None:
    from tests.conftest import ROOT

    monkeypatch.setenv("DEMARCHE_HOME", str(ROOT / ".demarche" / "tests"))
    assert main(["psql", str(articles)]) == 1
    assert f"run `make run ARTICLES={articles}` first" in capsys.readouterr().err


def test_help_is_quick_to_import() -> None:
    heavy = (
        "import sys, flows.__main__; print([m for m in ('prefect', 'spacy', 'great_expectations') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
