"""The daily flow, through a real Prefect server and into a real Postgres."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import psycopg
import pytest

from demarche.problems import DemarcheError

if TYPE_CHECKING:
    from tests.conftest import Database
    from tests.flows.conftest import Choose

pytestmark = pytest.mark.usefixtures("prefect_server")

VISIT = (
    " date 2024-03\n\nOslo. Die norwegische Außenministerin ist am Montag zu einem Besuch in Finnland eingetroffen. "
    "Finnlands Präsident empfing sie in Helsinki zu einem Gespräch über die gemeinsame Grenze.\n"
)
EXPULSION = (
    "Am 12. Februar 2024 hat Estland zwei belarussische Diplomaten des Landes verwiesen. "
    "Minsk verurteilte die Ausweisung am Tag darauf scharf und kündigte eine Antwort an.\n"
)
AID = "Kanada hat Jordanien am 3. Mai 2023 Hilfsgüter für zehn Millionen Dollar geliefert, wie Ottawa mitteilte.\n"
ENGLISH = (
    "The ministers of both countries met on Tuesday and agreed that they would meet again in the following summer.\n"
)
PAGE = """<!DOCTYPE html><html lang="de"><head><title>Treffen in Wien</title>
<meta property="article:published_time" content="2024-04-09T08:00:00+02:00"></head><body><article>
<h1>Treffen in Wien</h1>
<p>Die Außenminister Ungarns und Serbiens haben sich am Dienstag in Wien getroffen. Sie sprachen über den Ausbau der
Bahnstrecke zwischen Budapest und Belgrad, die beide Staaten gemeinsam bauen.</p>
<p>Ein weiteres Gespräch ist für den Herbst geplant, teilte das ungarische Außenministerium nach dem Treffen mit.</p>
</article></body></html>"""
TABLES = """
    SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname), n.nspname
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname IN ('raw', 'core', 'staging', 'quarantine', 'ops') ORDER BY 1
"""
PASSING = ("load_id", "batch_number")  # what two runs of the same may differ in, beside *_at


def write_articles(folder: Path) -> None:
    """Four articles in three formats, one that says the same as another, one English and three broken ones."""
    (folder / "besuch.txt").write_text(VISIT, encoding="utf-8")
    (folder / "wieder_besuch.txt").write_text(VISIT, encoding="utf-8")
    (folder / "treffen.html").write_text(PAGE, encoding="utf-8")
    records = [{"id": "estland", "text": EXPULSION}, {"id": "kanada", "text": AID, "published": "2023-05-04"}]
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    (folder / "agentur.jsonl").write_text("\n".join([lines[0], '{"id": "kaputt", "text":', lines[1]]), encoding="utf-8")
    (folder / "english.txt").write_text(ENGLISH, encoding="utf-8")
    (folder / "leer.txt").write_bytes(b"")
    (folder / "bild.txt").write_bytes(bytes(range(256)) * 20)


def outcomes(database: Database) -> dict[str, str]:
    rows = database.fetch(
        "SELECT d.location, coalesce(l.outcome_code, l.outcome) FROM ops.load_document AS l"
        " JOIN raw.document AS d USING (document_id)"
    )
    return dict(rows)


def contents(database: Database, *, without: tuple[str, ...] = ("ops",)) -> dict[str, list[str]]:
    """All rows of all tables, but for the schemas named, and the columns in which two equal runs may differ."""
    found = {}
    with psycopg.connect(database.owner_url) as connection:
        for table, schema in connection.execute(TABLES).fetchall():
            if schema not in without:
                rows = connection.execute(f"SELECT to_jsonb(t) FROM {table} AS t").fetchall()  # noqa: S608 (from the catalogue)
                found[table] = sorted(json.dumps(lasting(row), sort_keys=True) for (row,) in rows)
    return found


def lasting(value: object) -> object:
    if not isinstance(value, dict):
        return value
    return {name: lasting(kept) for name, kept in value.items() if name not in PASSING and not name.endswith("_at")}


def test_every_document_has_its_outcome_and_events_are_published(
    database: Database, loading_into: Choose, articles: Path
) -> None:
    from flows.daily import daily

    write_articles(articles)
    loading_into(database)
    daily(str(articles))
    assert outcomes(database) == {
        "besuch.txt": "loaded",
        "wieder_besuch.txt": "duplicate",
        "treffen.html": "loaded",
        "agentur.jsonl#estland": "loaded",
        "agentur.jsonl#kanada": "loaded",
        "agentur.jsonl#line-2": "invalid_record",
        "english.txt": "unsupported_language",
        "leer.txt": "empty_document",
        "bild.txt": "binary_document",
    }
    expelled = "SELECT source_codes, target_codes, date_start::text FROM bi.event WHERE event_type = 'SANCTION'"
    assert (["EST"], ["BLR"], "2024-02-12") in database.fetch(expelled)


def test_a_second_run_adds_rows_in_ops_only(database: Database, loading_into: Choose, articles: Path) -> None:
    from flows.daily import daily

    write_articles(articles)
    loading_into(database)
    daily(str(articles))
    before = contents(database)
    daily(str(articles))
    assert contents(database) == before
    counts = "SELECT loaded, unchanged, events_created, events_changed FROM ops.load ORDER BY publish_number"
    assert [(loaded, unchanged) for loaded, unchanged, *_ in database.fetch(counts)][1] == (0, 4)
    assert database.fetch(counts)[1][2:] == (0, 0)


def test_batches_of_any_size_give_the_same_tables(
    database: Database, other_database: Database, loading_into: Choose, articles: Path
) -> None:
    from flows.daily import daily

    write_articles(articles)
    loading_into(database)
    daily(str(articles))
    loading_into(other_database, batch_size="2")
    daily(str(articles))
    assert contents(other_database) == contents(database)


def test_a_path_that_does_not_exist_is_said_in_one_line(
    database: Database, loading_into: Choose, tmp_path: Path
) -> None:
    from flows.daily import daily

    loading_into(database)
    with pytest.raises(DemarcheError, match="no such file or folder"):
        daily(str(tmp_path / "nothing"))
    assert database.fetch("SELECT count(*) FROM ops.load") == [(0,)]


def test_without_a_database_the_flow_says_what_to_set(monkeypatch: pytest.MonkeyPatch, articles: Path) -> None:
    from demarche.settings import settings
    from flows.daily import daily

    monkeypatch.delenv("DEMARCHE_DATABASE_URL", raising=False)
    settings.cache_clear()
    with pytest.raises(DemarcheError, match="DEMARCHE_DATABASE_URL"):
        daily(str(articles))


def test_a_failure_fails_the_load_and_publishes_nothing(
    database: Database, loading_into: Choose, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.daily import daily

    def fail(*_: object) -> bool:
        raise RuntimeError("the disk is full")

    write_articles(articles)
    before = contents(database)
    loading_into(database)
    monkeypatch.setattr("flows.loading.publish_load", fail)
    with pytest.raises(RuntimeError, match="disk is full"):
        daily(str(articles))
    assert database.fetch("SELECT status, failure FROM ops.load") == [("failed", "RuntimeError: the disk is full")]
    after = contents(database, without=("ops", "raw", "quarantine"))
    assert after.items() <= before.items()


def test_a_run_that_was_killed_and_run_again_gives_the_same_tables(
    database: Database, other_database: Database, loading_into: Choose, articles: Path
) -> None:
    from flows.daily import daily

    write_articles(articles)
    kill_after_first_batch(other_database, articles)
    for target in (database, other_database):
        loading_into(target)
        daily(str(articles))
    assert contents(other_database, without=("ops", "staging")) == contents(database, without=("ops", "staging"))


def kill_after_first_batch(database: Database, articles: Path) -> None:
    """Start the flow in a process of its own, with batches of one, and kill it when its first batch is written."""
    environment = os.environ | {"DEMARCHE_DATABASE_URL": database.loader_url, "DEMARCHE_BATCH_SIZE": "1"}
    command = [sys.executable, "-c", f"from flows.daily import daily; daily({str(articles)!r})"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None and database.fetch("SELECT count(*) FROM ops.batch") == [(0,)]:
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    assert database.fetch("SELECT status FROM ops.load") == [("open",)]


def test_a_database_that_is_busy_is_tried_again(
    database: Database, loading_into: Choose, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from demarche.warehouse import stage
    from flows.daily import daily

    tries = fail_once(monkeypatch, stage, "write_batch", psycopg.errors.DeadlockDetected("two waited for each other"))
    write_articles(articles)
    loading_into(database)
    daily(str(articles))
    assert len(tries) == 2
    assert database.fetch("SELECT status, loaded FROM ops.load") == [("published", 4)]


def test_a_load_that_another_overtook_is_resolved_again(
    database: Database, loading_into: Choose, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from demarche.warehouse import publish
    from flows.daily import daily

    tries = fail_once(monkeypatch, publish, "publish_load", publish.StaleResolutionError("another came in between"))
    write_articles(articles)
    loading_into(database)
    daily(str(articles))
    assert len(tries) == 2
    assert database.fetch("SELECT status, loaded FROM ops.load") == [("published", 4)]


def fail_once(monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str, error: Exception) -> list[None]:
    """Let a function fail the first time; one entry a call."""
    real, tries = getattr(module, name), list[None]()

    def called(*arguments: object, **named: object) -> object:
        tries.append(None)
        if len(tries) == 1:
            raise error
        return real(*arguments, **named)

    monkeypatch.setattr(module, name, called)
    return tries
