"""The schema keeps its laws: names, comments, and one snapshot that equals the sum of the migrations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from demarche.warehouse.queries import SQL, folder

if TYPE_CHECKING:
    from tests.conftest import Database

SCHEMAS = ["raw", "core", "staging", "quarantine", "ops", "bi"]
CONTRACT_DATES = {"date_start", "date_end"}  # the names of the output contract

COLUMNS = """
    SELECT c.table_schema || '.' || c.table_name, c.column_name, c.data_type, c.udt_name
    FROM information_schema.columns AS c
    WHERE c.table_schema = ANY(%s)
"""


def test_every_table_and_column_has_a_comment(database: Database) -> None:
    missing = database.fetch(
        """
        SELECT c.oid::regclass::text, a.attname
        FROM pg_class AS c
        JOIN pg_namespace AS n ON n.oid = c.relnamespace AND n.nspname = ANY(%s)
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relkind IN ('r', 'v')
          AND (col_description(c.oid, a.attnum) IS NULL OR obj_description(c.oid, 'pg_class') IS NULL)
        """,
        SCHEMAS,
    )
    assert missing == []


def test_every_schema_has_a_comment(database: Database) -> None:
    found = database.fetch(
        "SELECT nspname FROM pg_namespace WHERE nspname = ANY(%s) AND obj_description(oid, 'pg_namespace') IS NOT NULL",
        SCHEMAS,
    )
    assert sorted(name for (name,) in found) == sorted(SCHEMAS)


def test_timestamps_have_a_zone_and_end_in_at(database: Database) -> None:
    for table, column, kind, _ in database.fetch(COLUMNS, SCHEMAS):
        assert kind != "timestamp without time zone", f"{table}.{column}"
        assert (kind == "timestamp with time zone") == column.endswith("_at"), f"{table}.{column}"


def test_dates_end_in_date(database: Database) -> None:
    for table, column, kind, _ in database.fetch(COLUMNS, SCHEMAS):
        is_named_so = column.endswith("_date") or column in CONTRACT_DATES
        assert (kind == "date") == is_named_so, f"{table}.{column}"


def test_keys_end_in_id_and_hashes_in_hash(database: Database) -> None:
    for table, column, kind, _ in database.fetch(COLUMNS, SCHEMAS):
        is_named_so = column.endswith(("_id", "_hash")) and column != "band_hash"
        assert (kind == "uuid") == is_named_so, f"{table}.{column}"


def test_codes_are_text_and_lists_of_them_are_plural(database: Database) -> None:
    for table, column, kind, udt in database.fetch(COLUMNS, SCHEMAS):
        if column.endswith("_code"):
            assert kind == "text", f"{table}.{column}"
        if column.endswith("_codes"):
            assert udt == "_text", f"{table}.{column}"


def test_booleans_ask_a_question(database: Database) -> None:
    for table, column, kind, _ in database.fetch(COLUMNS, SCHEMAS):
        assert (kind == "boolean") == column.startswith(("is_", "was_", "has_")), f"{table}.{column}"


def test_migrations_are_numbered_without_gaps() -> None:
    names = [path.name for path in folder("migrations")]
    assert all(re.fullmatch(r"\d{4}_[a-z_]+\.sql", name) for name in names)
    assert [int(name[:4]) for name in names] == list(range(1, len(names) + 1))


def test_bi_event_has_the_columns_of_the_design(database: Database) -> None:
    columns = {column for table, column, *_ in database.fetch(COLUMNS, ["bi"]) if table == "bi.event"}
    assert columns >= {
        "event_id", "event_type", "event_mode", "quad_class", "status", "source_codes", "target_codes", "date_start",
        "date_end", "date_precision", "place_name", "place_country", "confidence", "article_count", "source_count",
        "evidence",
    }  # fmt: skip


@pytest.mark.parametrize("path", sorted((SQL / "queries").glob("*.sql")), ids=lambda path: path.stem)
def test_every_statement_has_a_name(path: object) -> None:
    text = SQL.joinpath("queries", str(path)).read_text(encoding="utf-8")
    before_first = text.split("-- name: ")[0]
    assert not [line for line in before_first.splitlines() if line and not line.startswith("--")]
