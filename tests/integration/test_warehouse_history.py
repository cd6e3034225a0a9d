"""What later loads do to earlier ones: new versions, duplicates, near-duplicates, new codings, overlaps."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from demarche.records import Actor
from demarche.warehouse.connect import connected
from demarche.warehouse.publish import StaleResolutionError, publish_load, resolve_and_publish, resolve_load
from tests.loading import MORNING, load, meeting, quarantined, stage, told, write

if TYPE_CHECKING:
    from tests.conftest import Database

OTHER_MEETING = "In Vilnius kamen am Montag die Minister beider Länder zusammen, heißt es."
LATER = MORNING + dt.timedelta(hours=2)
SIGNATURE = tuple(range(128))


def events(database: Database) -> list[tuple[object, ...]]:
    return database.fetch("SELECT event_id, article_count, source_count, merge_reason FROM core.event ORDER BY 1")


def counts_of_events(database: Database) -> list[tuple[object, ...]]:
    return [row[1:] for row in events(database)]


def revisions(database: Database) -> list[tuple[object, ...]]:
    return database.fetch(
        "SELECT change, reason FROM core.event_revision JOIN ops.load USING (load_id) ORDER BY publish_number, change"
    )


def test_two_articles_tell_of_one_event(database: Database) -> None:
    load(database.engine, told("a.txt", meeting(), text="Eins. " + OTHER_MEETING))
    load(database.engine, told("b.txt", meeting(), text="Zwei. " + OTHER_MEETING))
    assert counts_of_events(database) == [(2, 2, "same_day")]
    assert revisions(database)[0] == ("created", "new_evidence")


def test_a_new_version_at_the_same_place_supersedes_the_old_one(database: Database) -> None:
    load(database.engine, told("a.txt", meeting()))
    counts = load(database.engine, told("a.txt", text="Alles war anders.", fetched_at=LATER))
    assert (counts.loaded, counts.events) == (1, 0)
    assert events(database) == []
    assert revisions(database) == [("created", "new_evidence"), ("removed", "lost_evidence")]
    assert database.fetch("SELECT is_current, text FROM core.article ORDER BY is_current") == [
        (False, "Die Außenminister Polens und Litauens trafen sich am Montag in Vilnius."),
        (True, "Alles war anders."),
    ]


def test_an_old_version_that_comes_late_stays_in_the_background(database: Database) -> None:
    load(database.engine, told("a.txt", text="Alles war anders.", fetched_at=LATER))
    load(database.engine, told("a.txt", meeting()))
    assert events(database) == []


def test_a_version_that_comes_back_is_current_again(database: Database) -> None:
    load(database.engine, told("a.txt", meeting()))
    load(database.engine, told("a.txt", text="Alles war anders.", fetched_at=LATER))
    counts = load(database.engine, told("a.txt", meeting(), fetched_at=LATER + dt.timedelta(hours=1)))
    assert (counts.loaded, counts.events) == (1, 1)
    assert counts_of_events(database) == [(1, 1, "single")]


def test_of_identical_texts_the_earliest_stands_for_all(database: Database) -> None:
    late, early = told("late.txt", meeting(), published=dt.date(2024, 3, 6)), told("early.txt", meeting())
    assert load(database.engine, late).loaded == 1
    counts = load(database.engine, early)
    assert (counts.loaded, counts.duplicate) == (1, 0)
    assert counts_of_events(database) == [(1, 1, "single")]
    assert database.fetch(
        "SELECT a.location, s.location"
        " FROM core.article AS a JOIN core.article AS s ON s.article_id = a.duplicate_of_article_id"
    ) == [("late.txt", "early.txt")]
    again = load(database.engine, late, early)
    assert (again.unchanged, again.duplicate, again.events) == (1, 1, 1)


def test_near_duplicates_count_as_one_source(database: Database) -> None:
    changed = (*SIGNATURE[:100], *range(1000, 1028))
    load(database.engine, told("a.txt", meeting(), text="Eins.", signature=SIGNATURE))
    load(database.engine, told("b.txt", meeting(), text="Zwei.", signature=changed))
    load(database.engine, told("c.txt", meeting(), text="Drei.", signature=range(5000, 5128)))
    assert counts_of_events(database) == [(3, 2, "same_day")]


def test_an_article_joins_two_clusters_into_one_and_they_part_when_it_leaves(database: Database) -> None:
    one, other = tuple(range(128)), tuple(range(1000, 1128))
    load(database.engine, told("a.txt", meeting(), text="Eins.", signature=one))
    load(database.engine, told("b.txt", meeting(), text="Zwei.", signature=other))
    assert counts_of_events(database) == [(2, 2, "same_day")]
    load(database.engine, told("c.txt", meeting(), text="Drei.", signature=one[:64] + other[64:]))
    assert counts_of_events(database) == [(3, 1, "same_day")]
    load(database.engine, told("c.txt", text="Weg.", fetched_at=LATER))
    assert counts_of_events(database) == [(2, 2, "same_day")]


def test_undated_mentions_of_near_duplicates_are_one_event(database: Database) -> None:
    undated = meeting(None)
    load(database.engine, told("a.txt", undated, text="Eins.", signature=SIGNATURE))
    load(database.engine, told("b.txt", undated, text="Zwei.", signature=SIGNATURE))
    load(database.engine, told("c.txt", undated, text="Drei.", signature=range(5000, 5128)))
    assert sorted(counts_of_events(database), key=str) == [(1, 1, "single"), (2, 1, "near_duplicate")]


def test_a_new_coder_replaces_the_mentions_of_an_article(database: Database) -> None:
    document = told("a.txt", meeting())
    load(database.engine, document)
    recoded = told("a.txt", meeting(), meeting(trigger_span=(0, 3), status="planned"))
    load_id = stage(database.engine, version="2")
    write(database.engine, load_id, 0, [recoded], known=set(), version="2")
    counts = resolve_and_publish(database.engine, load_id)
    assert (counts.loaded, counts.published, counts.events_created) == (1, 2, 1)
    assert database.fetch("SELECT status FROM core.event ORDER BY 1") == [("actual",), ("planned",)]
    assert database.fetch("SELECT coder_version FROM core.article") == [("2",)]


def test_overlapping_loads_publish_one_after_the_other(database: Database) -> None:
    same = told("a.txt", meeting())
    first, second = stage(database.engine, [same]), stage(database.engine, [same, told("b.txt", text="Neu.")])
    for load_id in (first, second):
        with connected(database.engine) as connection, connection.begin():
            resolve_load(connection, load_id)
    assert publish_load(database.engine, first).loaded == 1
    with pytest.raises(StaleResolutionError):
        publish_load(database.engine, second)
    counts = resolve_and_publish(database.engine, second)
    assert (counts.loaded, counts.unchanged, counts.coded, counts.published) == (1, 1, 1, 1)
    assert counts_of_events(database) == [(1, 1, "single")]


def test_a_replayed_document_belongs_to_the_replaying_load(database: Database) -> None:
    broken = quarantined("a.txt", "coding_failed")
    load(database.engine, broken)
    mended = told("a.txt", meeting(), text="Eins.", original=broken.document)
    load_id = stage(database.engine, [mended])
    resolve_and_publish(database.engine, load_id)
    assert database.fetch(
        "SELECT outcome, replayed_by_load_id"
        " FROM ops.load_document JOIN ops.load USING (load_id) ORDER BY publish_number"
    ) == [("quarantined", load_id), ("loaded", None)]


def test_actors_gather_names_and_roles(database: Database) -> None:
    minister = Actor("POL", "A. Nowak", "POL", "GOV", "minister", "nowak_anna")
    load(database.engine, told("a.txt", meeting(), text="Eins."))
    load(database.engine, told("b.txt", meeting(source_actors=(minister,)), text="Zwei."))
    assert database.fetch(
        "SELECT actor_key, kind, country_code, name, names, role_codes, event_count FROM bi.actor ORDER BY 1"
    ) == [
        ("LTU", "state", "LTU", None, [], [], 1),
        ("nowak_anna", "named", "POL", "Anna Nowak", ["A. Nowak", "Anna Nowak"], ["foreign_minister", "minister"], 1),
    ]
