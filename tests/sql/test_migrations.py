"""Migrations: applied once, in order, unchanged; and schema.sql is their sum."""

from __future__ import annotations

import secrets
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from demarche import ontology
from demarche.problems import DemarcheError
from demarche.warehouse import embedded
from demarche.warehouse import migrate as module
from demarche.warehouse.migrate import migrate
from demarche.warehouse.queries import SQL, folder
from demarche.warehouse.schema import dump_schema

if TYPE_CHECKING:
    from tests.conftest import Database, Server

FILES = [path.name for path in folder("migrations")]


def test_a_fresh_database_gets_all_migrations_and_a_migrated_one_none(empty_database: str) -> None:
    assert migrate(empty_database) == [*FILES, "views"]
    assert migrate(empty_database) == []


def test_two_migrate_at_once(empty_database: str) -> None:
    applied: list[list[str]] = []
    threads = [threading.Thread(target=lambda: applied.append(migrate(empty_database))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(name for names in applied for name in names) == sorted([*FILES, "views"])


def test_a_migration_that_was_changed_is_refused(database: Database) -> None:
    database.execute("UPDATE ops.schema_migration SET checksum = 'other' WHERE migration = '0001_ops.sql'")
    with pytest.raises(DemarcheError, match=r"0001_ops\.sql was changed after it was applied"):
        migrate(database.owner_url)


def test_a_database_newer_than_the_checkout_is_refused(database: Database) -> None:
    database.execute("INSERT INTO ops.schema_migration (migration, checksum) VALUES ('9999_later.sql', 'x')")
    with pytest.raises(DemarcheError, match=r"9999_later\.sql, unknown to this checkout"):
        migrate(database.owner_url)


def test_a_migration_that_fails_leaves_nothing_of_itself(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "9999_broken.sql"
    broken.write_text("CREATE TABLE core.half (half_id uuid); SELECT 1 / 0;", encoding="utf-8")
    monkeypatch.setattr(module, "folder", lambda name: [*folder(name), *([broken] if name == "migrations" else [])])
    with pytest.raises(psycopg.errors.DivisionByZero):
        migrate(database.owner_url)
    assert database.fetch("SELECT to_regclass('core.half')") == [(None,)]


def test_the_loader_cannot_migrate(database: Database) -> None:
    database.execute("UPDATE ops.schema_migration SET checksum = 'other' WHERE migration = 'views'")
    with pytest.raises(DemarcheError, match="migrate as the owner"):
        migrate(database.loader_url)


def test_a_login_that_is_no_loader_is_refused(database: Database) -> None:
    with pytest.raises(DemarcheError, match="GRANT demarche_loader TO"):
        migrate(database.owner_url, loader=database.reader_url)
    assert migrate(database.owner_url, loader=database.loader_url) == []


def test_an_owner_that_cannot_log_in_owns_what_its_members_migrate(server: Server, empty_database: str) -> None:
    login, name = f"demarche_migrator_{secrets.token_hex(4)}", empty_database.rpartition("/")[2]
    server.execute("ALTER DATABASE {} OWNER TO demarche_owner", name)
    server.execute("CREATE ROLE {} LOGIN PASSWORD 'made-up' IN ROLE demarche_owner", login)
    place = psycopg.conninfo.conninfo_to_dict(empty_database)
    url = f"postgresql://{login}:made-up@{place['host']}:{place['port']}/{name}"
    assert migrate(url) == [*FILES, "views"]
    with psycopg.connect(url) as connection:
        owner = connection.execute("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'core'").fetchall()
    assert owner == [("demarche_owner",)]
    server.execute("DROP ROLE {}", login)


def test_code_tables_hold_the_ontology(database: Database) -> None:
    assert database.fetch("SELECT count(*) FROM core.event_type") == [(16,)]
    assert database.fetch("SELECT count(*) FROM core.event_mode") == [(67,)]
    assert database.fetch("SELECT count(*) FROM core.cameo") == [(len(ontology.cameo()),)]
    assert database.fetch("SELECT event_type, event_mode, goldstein FROM core.cameo WHERE cameo_code = '163'") == [
        ("SANCTION", "discontinue", -8.0)
    ]


def test_code_tables_follow_the_ontology(database: Database) -> None:
    database.execute("UPDATE core.event_type SET label_de = 'falsch' WHERE event_type = 'AID'")
    migrate(database.owner_url)
    assert database.fetch("SELECT label_de FROM core.event_type WHERE event_type = 'AID'") == [("Hilfe",)]


def test_schema_sql_is_the_sum_of_the_migrations(database: Database) -> None:
    [(version,)] = database.fetch("SELECT current_setting('server_version_num')::integer / 10000")
    if version != embedded.VERSION:
        pytest.skip(f"schema.sql is in the words of Postgres {embedded.VERSION}, this is {version}")
    expected = (SQL / "schema.sql").read_text(encoding="utf-8")
    assert dump_schema(database.owner_url) == expected, "write it anew: python -m demarche.warehouse.schema"
