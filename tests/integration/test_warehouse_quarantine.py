"""Rows that are kept out: by a rule, by Postgres itself, and never more of them than needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from demarche.problems import DemarcheError
from demarche.records import Document
from demarche.warehouse.connect import connected
from demarche.warehouse.publish import resolve_and_publish, resolve_load
from demarche.warehouse.stage import ExpectationResult, fail_load, record_expectations, reject_rows
from tests.loading import document, load, meeting, stage, told

if TYPE_CHECKING:
    from uuid import UUID

    from tests.conftest import Database

SECOND: dict[str, Any] = {"trigger_span": (30, 35), "status": "planned"}


def keys(database: Database, table: str) -> list[UUID]:
    return [key for (key,) in database.fetch(f"SELECT {table}_id FROM staging.{table} ORDER BY 1")]  # noqa: S608


def records(database: Database) -> list[tuple[Any, ...]]:
    return database.fetch("SELECT table_name, rule, problem_code, value FROM quarantine.record ORDER BY 1, 2")


def test_a_rejected_mention_leaves_its_article_and_the_others(database: Database) -> None:
    load_id = stage(database.engine, [told("a.txt", meeting(), meeting(**SECOND))])
    [key] = [key for (key,) in database.fetch("SELECT mention_id FROM staging.mention WHERE status = 'planned'")]
    assert reject_rows(database.engine, load_id, "mention", "no_plans", keys=[key], column="status") == 1
    counts = resolve_and_publish(database.engine, load_id)
    assert (counts.loaded, counts.coded, counts.published, counts.quarantined_mentions) == (1, 2, 1, 1)
    assert records(database) == [("mention", "no_plans", "failed_expectation", "planned")]
    [(payload,)] = database.fetch("SELECT payload FROM quarantine.record")
    assert payload["event_type"] == "CONSULT"
    assert [actor["side"] for actor in payload["actors"]] == ["source", "target"]


def test_a_rejected_article_takes_its_mentions_along(database: Database) -> None:
    load_id = stage(database.engine, [told("a.txt", meeting()), told("b.txt", text="Gut.")])
    [key] = [key for (key,) in database.fetch("SELECT article_id FROM staging.article WHERE location = 'a.txt'")]
    assert reject_rows(database.engine, load_id, "article", "too_short", keys=[key], column="character_count") == 2
    counts = resolve_and_publish(database.engine, load_id)
    assert (counts.loaded, counts.quarantined, counts.quarantined_mentions) == (1, 1, 1)
    assert records(database) == [
        ("article", "too_short", "failed_expectation", "71"),
        ("mention", "too_short", "failed_expectation", None),
    ]
    assert database.fetch("SELECT outcome, outcome_code, message FROM ops.load_document WHERE outcome <> 'loaded'") == [
        ("quarantined", "failed_expectation", "rejected by too_short")
    ]


def test_a_rejected_document_takes_its_article_along(database: Database) -> None:
    load_id = stage(database.engine, [told("a.txt", meeting())])
    assert reject_rows(database.engine, load_id, "document", "bad_source", keys=keys(database, "document")) == 3
    counts = resolve_and_publish(database.engine, load_id)
    assert (counts.quarantined, counts.quarantined_mentions, counts.events) == (1, 1, 0)
    assert [row[0] for row in records(database)] == ["article", "document", "mention"]


def test_a_rejected_event_takes_the_load_s_mentions_out_of_it(database: Database) -> None:
    load(database.engine, told("a.txt", meeting(), text="Eins."))
    load_id = stage(database.engine, [told("b.txt", meeting(), text="Zwei.")])
    with connected(database.engine) as connection, connection.begin():
        resolve_load(connection, load_id)
    reject_rows(database.engine, load_id, "event", "odd_event", keys=keys(database, "event"))
    counts = resolve_and_publish(database.engine, load_id)
    assert (counts.loaded, counts.published, counts.quarantined_mentions) == (1, 0, 1)
    assert database.fetch("SELECT article_count FROM core.event") == [(1,)]


def test_an_event_without_any_mention_of_the_load_cannot_be_rejected(database: Database) -> None:
    load(database.engine, told("a.txt", meeting(), text="Eins."))
    other = told("b.txt", meeting(place="Genf", place_country="CHE", latitude=46.2, longitude=6.14), text="Zwei.")
    load_id = stage(database.engine, [other])
    with connected(database.engine) as connection, connection.begin():
        assert resolve_load(connection, load_id) == 2
    with pytest.raises(DemarcheError, match="holds no mention of load"):
        reject_rows(database.engine, load_id, "event", "odd_event", keys=keys(database, "event"))


def test_the_same_fault_found_again_adds_no_row(database: Database) -> None:
    for _ in range(2):
        load_id = stage(database.engine, [told("a.txt", meeting())])
        reject_rows(database.engine, load_id, "mention", "odd", keys=keys(database, "mention"))
        fail_load(database.engine, load_id, "a test")
    assert len(records(database)) == 1


def test_a_warning_rejects_nothing(database: Database) -> None:
    load_id = stage(database.engine, [told("a.txt", meeting())])
    with pytest.raises(ValueError, match="rejects no rows"):
        reject_rows(database.engine, load_id, "mention", "odd", keys=[], severity="warn")  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["vor\x00nach", "vor\ud800nach"], ids=["NUL", "surrogate"])
def test_an_article_that_postgres_refuses_leaves_the_rest_of_its_batch(database: Database, text: str) -> None:
    bad = told("bad.txt", meeting(), text=text, original=document("bad.txt", "vorher"))
    good = [told(f"{number}.txt", meeting(), text=f"Text {number}.") for number in range(20)]
    counts = load(database.engine, *good[:7], bad, *good[7:])
    assert (counts.loaded, counts.quarantined, counts.events) == (20, 1, 1)
    [(message,)] = database.fetch("SELECT message FROM quarantine.record")
    assert message.startswith("Postgres refused the row: ")


def test_a_mention_that_postgres_refuses_leaves_its_article(database: Database) -> None:
    counts = load(database.engine, told("a.txt", meeting(), meeting(quad_class=99999, **SECOND)))
    assert (counts.loaded, counts.coded, counts.published, counts.quarantined_mentions) == (1, 2, 1, 1)
    assert [row[:2] for row in records(database)] == [("mention", "postgres")]


def test_what_stands_beside_the_bytes_is_made_storable(database: Database) -> None:
    odd: Document = document("a.txt", title="Ti\x00tel", url="http://example.org/\udc80")
    assert load(database.engine, told("a.txt", meeting(), original=odd)).loaded == 1
    assert database.fetch("SELECT title, url FROM raw.document") == [("Ti�tel", "http://example.org/�")]


def test_verdicts_of_expectations_are_kept(database: Database) -> None:
    load_id = stage(database.engine)
    result = ExpectationResult("mention", "expect_x", "warn", is_met=False, unexpected_count=3, detail={"a": "\x00"})
    record_expectations(database.engine, load_id, [result])
    record_expectations(database.engine, load_id, [result])
    assert database.fetch("SELECT suite, severity, is_met, unexpected_count, detail FROM ops.expectation_result") == [
        ("mention", "warn", False, 3, {"a": "�"})
    ]
