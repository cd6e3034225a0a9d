"""A load from staging to publication: what is written, what is counted, and that it can be repeated."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from demarche.problems import DemarcheError
from demarche.warehouse.publish import ConservationError, StaleResolutionError, publish_load, resolve_and_publish
from demarche.warehouse.read import load_events, load_problems
from demarche.warehouse.stage import fail_abandoned_loads, fail_load, holding, known_documents
from tests.loading import MEETING, load, meeting, quarantined, skipped, stage, told, write

if TYPE_CHECKING:
    from tests.conftest import Database

TABLES = """
    SELECT n.nspname || '.' || c.relname
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname IN ('raw', 'core', 'staging', 'quarantine', 'ops')
    ORDER BY 1
"""


def row_counts(database: Database) -> dict[str, int]:
    names = [name for (name,) in database.fetch(TABLES)]
    rows = database.fetch(" UNION ALL ".join(f"SELECT '{name}', count(*) FROM {name}" for name in names))  # noqa: S608
    return dict(rows)


def writes(database: Database) -> dict[str, int]:
    """Rows inserted, updated and deleted so far, by table, outside ops and staging."""
    database.engine.dispose()  # a backend reports what it did when it ends
    rows = database.fetch(
        """
        SELECT schemaname || '.' || relname, n_tup_ins + n_tup_upd + n_tup_del
        FROM pg_stat_user_tables WHERE schemaname IN ('raw', 'core', 'quarantine')
        """
    )
    return dict(rows)


def test_a_load_publishes_its_events_with_their_evidence(database: Database) -> None:
    counts = load(database.engine, told("a.txt", meeting()), told("b.txt"), quarantined(), skipped())
    assert counts.sentence == (
        "published 1 events from 1 articles (0 unchanged, 1 duplicates, 1 quarantined, 1 skipped)"
    )
    [event] = database.fetch(
        "SELECT event_type, event_type_de, source_codes, source_names, place_country, evidence FROM bi.event"
    )
    assert event == ("CONSULT", "Gespräch", ["POL"], ["Anna Nowak"], "LTU", MEETING)
    assert database.fetch("SELECT outcome, count(*) FROM ops.load_document GROUP BY 1 ORDER BY 1") == [
        ("duplicate", 1),
        ("loaded", 1),
        ("quarantined", 1),
        ("skipped", 1),
    ]


def test_a_published_load_leaves_nothing_in_staging(database: Database) -> None:
    load(database.engine, told("a.txt", meeting()), quarantined())
    counts = row_counts(database)
    assert {name: count for name, count in counts.items() if name.startswith("staging.") and count} == {}


def test_a_second_run_adds_rows_in_ops_only(database: Database) -> None:
    batch = [told("a.txt", meeting()), told("b.txt"), told("c.txt", text="Etwas anderes."), quarantined(), skipped()]
    first = load(database.engine, *batch)
    rows_before, writes_before = row_counts(database), writes(database)
    second = load(database.engine, *batch)
    changed = {name for name, count in row_counts(database).items() if count != rows_before[name]}
    assert changed == {"ops.load", "ops.batch", "ops.load_document"}
    assert writes(database) == writes_before
    assert writes_before["core.article"] == 3
    assert (first.loaded, first.unchanged, first.events) == (2, 0, 1)
    assert (second.loaded, second.unchanged, second.events) == (0, 2, 1)
    assert (second.duplicate, second.quarantined, second.skipped) == (1, 1, 1)


def test_known_documents_are_those_with_a_current_article(database: Database) -> None:
    known, unknown, broken = told("a.txt", meeting()), told("b.txt", text="Neu."), quarantined()
    load(database.engine, known, broken)
    ids = [one.document.document_id for one in (known, unknown, broken)]
    assert known_documents(database.engine, ids) == {known.document.document_id}


def test_a_batch_is_written_once(database: Database) -> None:
    load_id = stage(database.engine, [told("a.txt", meeting())])
    assert write(database.engine, load_id, 0, [told("a.txt", meeting())], set()) is False
    assert resolve_and_publish(database.engine, load_id).collected == 1


def test_a_document_that_two_batches_bring_counts_once(database: Database) -> None:
    load_id = stage(database.engine, [told("a.txt", meeting())], [told("a.txt", meeting()), told("b.txt", text="Neu.")])
    assert resolve_and_publish(database.engine, load_id).collected == 2


def test_mentions_below_the_threshold_are_counted_and_not_published(database: Database) -> None:
    counts = load(database.engine, told("a.txt", meeting(), meeting(confidence=0.3, trigger_span=(30, 35))))
    assert (counts.coded, counts.published, counts.below_threshold) == (2, 1, 1)
    assert database.fetch("SELECT count(*) FROM core.mention") == [(1,)]


def test_nothing_of_a_failed_load_is_published(database: Database) -> None:
    load_id = stage(database.engine, [told("a.txt", meeting())])
    fail_load(database.engine, load_id, "the operator gave up")
    assert database.fetch("SELECT status, failure FROM ops.load") == [("failed", "the operator gave up")]
    assert database.fetch("SELECT (SELECT count(*) FROM core.article) + (SELECT count(*) FROM staging.article)") == [
        (0,)
    ]
    with pytest.raises(DemarcheError, match="is failed"):
        publish_load(database.engine, load_id)


def test_a_load_whose_process_is_gone_is_given_up_and_one_that_is_held_is_not(database: Database) -> None:
    left, busy = (
        stage(database.engine, [told("a.txt", meeting())]),
        stage(database.engine, [told("b.txt", text="Neu.")]),
    )
    database.execute("UPDATE ops.load SET opened_at = now() - interval '2 days'")
    database.execute("UPDATE ops.batch SET written_at = now() - interval '2 days'")
    with holding(database.engine, busy):
        assert fail_abandoned_loads(database.engine) == [left]
    assert database.fetch("SELECT load_id FROM staging.document") == [(busy,)]
    assert resolve_and_publish(database.engine, busy).loaded == 1


def test_a_load_that_was_not_resolved_is_not_published(database: Database) -> None:
    load_id = stage(database.engine, [told("a.txt", meeting())])
    with pytest.raises(StaleResolutionError):
        publish_load(database.engine, load_id)


def test_a_load_that_lost_its_staging_is_not_published(database: Database) -> None:
    load_id = stage(database.engine, [told("a.txt", meeting())])
    database.execute("TRUNCATE staging.document, staging.article, staging.mention, staging.mention_actor")
    with pytest.raises(ConservationError, match=r"0 of 1 rows of staging\.document.*run the load anew"):
        resolve_and_publish(database.engine, load_id)


def test_a_broken_law_keeps_the_load_out(database: Database) -> None:
    load_id = stage(database.engine, [told("a.txt", meeting())])
    database.execute("DELETE FROM staging.article")  # its mention stays behind and can never be published
    database.execute("UPDATE ops.batch SET article_count = 0")
    with pytest.raises(ConservationError, match=r"coded 1 = published 0 \+ below_threshold 0 \+ quarantined 0"):
        resolve_and_publish(database.engine, load_id)
    assert database.fetch("SELECT status, collected FROM ops.load") == [("open", None)]


def test_an_empty_load_is_published_with_zeros(database: Database) -> None:
    counts = load(database.engine)
    assert counts.sentence == (
        "published 0 events from 0 articles (0 unchanged, 0 duplicates, 0 quarantined, 0 skipped)"
    )


def test_events_and_problems_of_a_load_can_be_listed(database: Database) -> None:
    load_id = stage(database.engine, [told("a.txt", meeting()), quarantined(), skipped()])
    resolve_and_publish(database.engine, load_id)
    [event] = load_events(database.engine, load_id)
    assert (event.event_type, event.date_start, event.article_count) == ("CONSULT", dt.date(2024, 3, 4), 1)
    assert [(p.location, p.code, p.message) for p in load_problems(database.engine, load_id)] == [
        ("empty.txt", "empty_document", "nothing in it"),
        ("en.txt", "unsupported_language", "there is no folder for the text's language under languages/"),
    ]
