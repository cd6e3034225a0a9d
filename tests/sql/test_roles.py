"""What each role may do, tried by logging in as it."""

from __future__ import annotations

from typing import TYPE_CHECKING, LiteralString

import psycopg
from psycopg import errors

from tests.loading import load, meeting, told

if TYPE_CHECKING:
    from tests.conftest import Database

TABLES = """
    SELECT n.nspname || '.' || c.relname
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'v') AND n.nspname IN ('raw', 'core', 'staging', 'quarantine', 'ops', 'bi')
"""
CODE_TABLES = {"core.quad_class", "core.event_status", "core.event_type", "core.event_mode", "core.cameo", "core.body"}
READ_ONLY = CODE_TABLES | {"ops.schema_migration"}
DELETABLE = {"core.mention", "core.mention_actor", "core.event", "core.event_mention"}
UPDATABLE = {"core.article", "core.actor", "ops.load", "ops.batch", "ops.load_document", "ops.expectation_result"}


def expected_rights(table: str) -> set[str]:
    """What the loader may do with a table."""
    schema = table.split(".", maxsplit=1)[0]
    if schema == "bi" or table in READ_ONLY:
        return {"SELECT"}
    if schema == "staging" or table in DELETABLE:
        return {"SELECT", "INSERT", "UPDATE", "DELETE"}
    return {"SELECT", "INSERT", "UPDATE"} if table in UPDATABLE else {"SELECT", "INSERT"}


def refused(url: str, statement: LiteralString) -> bool:
    """Whether the statement fails for want of a right."""
    with psycopg.connect(url, options="-c default_transaction_read_only=off") as connection:
        try:
            connection.execute(statement)
        except errors.InsufficientPrivilege:
            return True
        finally:
            connection.rollback()
    return False


def test_every_right_of_loader_and_reader_is_a_wanted_one(database: Database) -> None:
    for (table,) in database.fetch(TABLES):
        for role in ("loader", "reader"):
            [found] = database.fetch(
                """
                SELECT array_agg(privilege) FILTER (WHERE has_table_privilege(%s, %s, privilege))
                FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'])
                     AS privilege
                """,
                f"demarche_{role}",
                table,
            )
            expected = expected_rights(table) if role == "loader" else {"SELECT"} & expected_rights(table)
            if role == "reader" and not table.startswith("bi."):
                expected = set()
            assert set(found[0] or ()) == expected, f"{role} on {table}"


FORBIDDEN_TO_LOADER: list[LiteralString] = [
    "CREATE TABLE core.mine (a integer)",
    "CREATE TABLE public.mine (a integer)",
    "CREATE TEMPORARY TABLE mine (a integer)",
    "CREATE SCHEMA mine",
    "DROP TABLE core.event",
    "ALTER TABLE core.event ADD mine integer",
    "TRUNCATE core.event",
    "DELETE FROM raw.document",
    "UPDATE raw.document SET title = 'x'",
    "DELETE FROM ops.load",
    "SET ROLE demarche_owner",
    "SELECT pg_read_file('/etc/passwd')",
]
FORBIDDEN_TO_READER: list[LiteralString] = [
    "SELECT 1 FROM raw.document",
    "SELECT 1 FROM core.event",
    "SELECT 1 FROM staging.document",
    "SELECT 1 FROM quarantine.record",
    "SELECT 1 FROM ops.load",
    "CREATE TABLE bi.mine (a integer)",
    "CREATE TEMPORARY TABLE mine (a integer)",
    "SET ROLE demarche_loader",
    "SELECT pg_read_file('/etc/passwd')",
]


def test_the_loader_writes_rows_and_nothing_else(database: Database) -> None:
    for statement in FORBIDDEN_TO_LOADER:
        assert refused(database.loader_url, statement), statement


def test_the_reader_sees_views_and_nothing_else(database: Database) -> None:
    for statement in FORBIDDEN_TO_READER:
        assert refused(database.reader_url, statement), statement


def test_the_reader_reads_every_view(database: Database) -> None:
    load(database.engine, told("a.txt", meeting()))
    views = [view for (view,) in database.fetch(TABLES) if view.startswith("bi.")]
    with psycopg.connect(database.reader_url) as connection:
        for view in views:
            rows = connection.execute(f"SELECT * FROM {view}").fetchall()  # noqa: S608
            assert rows, view


def test_the_reader_s_transactions_are_read_only(database: Database) -> None:
    [(settings,)] = database.fetch("SELECT rolconfig FROM pg_roles WHERE rolname = 'demarche_reader'")
    assert "default_transaction_read_only=on" in settings
