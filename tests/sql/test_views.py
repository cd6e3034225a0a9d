"""What the views of bi count."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from demarche.records import Actor
from tests.loading import load, meeting, told

if TYPE_CHECKING:
    from tests.conftest import Database

DAY = dt.date(2024, 3, 4)
LATVIA, ESTONIA = Actor("LVA"), Actor("EST")
MARCH = {"date_end": dt.date(2024, 3, 31), "date_precision": "month"}


def dyad_days(database: Database) -> list[tuple[object, ...]]:
    return database.fetch(
        "SELECT source_code, target_code, event_date, event_count, event_weight FROM bi.dyad_day ORDER BY 1, 2, 3"
    )


def test_a_mutual_event_has_its_pair_once_in_the_order_of_the_alphabet(database: Database) -> None:
    load(database.engine, told("a.txt", meeting()))
    assert dyad_days(database) == [("LTU", "POL", DAY, 1, 1.0)]


def test_a_directed_event_keeps_its_direction(database: Database) -> None:
    load(
        database.engine,
        told("a.txt", meeting(type="ACCUSE", mode="allege", cameo_code="112", is_mutual=False, quad_class=3)),
    )
    assert dyad_days(database) == [("POL", "LTU", DAY, 1, 1.0)]
    assert database.fetch("SELECT verbal_conflict_weight, verbal_cooperation_weight FROM bi.dyad_day") == [(1.0, 0.0)]


def test_an_event_of_n_pairs_weighs_one_nth_in_each(database: Database) -> None:
    load(database.engine, told("a.txt", meeting(target_actors=(LATVIA, ESTONIA))))
    assert [row[4] for row in dyad_days(database)] == pytest.approx([1 / 3] * 3)
    assert database.fetch("SELECT sum(weight)::float FROM bi.event_dyad") == [(pytest.approx(1.0),)]


def test_an_event_without_target_has_half_a_pair(database: Database) -> None:
    load(database.engine, told("a.txt", meeting(type="MOBILIZE", mode="weapons", quad_class=4, target_actors=())))
    assert dyad_days(database) == [("POL", None, DAY, 1, 1.0)]


def test_a_span_counts_on_each_of_its_days_and_weighs_one_in_all(database: Database) -> None:
    load(database.engine, told("a.txt", meeting(date_end=dt.date(2024, 3, 7), date_precision="span")))
    rows = dyad_days(database)
    assert [row[2:] for row in rows] == [(dt.date(2024, 3, day), 1, 0.25) for day in range(4, 8)]
    assert database.fetch("SELECT event_count, event_weight FROM bi.dyad_month") == [(1, 1.0)]


def test_vague_and_undated_events_count_by_month_only(database: Database) -> None:
    vague = meeting(dt.date(2024, 3, 1), **MARCH)
    season = meeting(dt.date(2024, 3, 1), date_end=dt.date(2024, 5, 31), date_precision="season", trigger_span=(0, 3))
    load(database.engine, told("a.txt", vague, season, meeting(None)))
    assert dyad_days(database) == []
    rows = database.fetch(
        "SELECT month_start_date, event_count, event_weight, undated_event_count FROM bi.dyad_month ORDER BY 1"
    )
    third = pytest.approx(1 / 3)
    assert rows == [
        (dt.date(2024, 3, 1), 2, pytest.approx(4 / 3), 1),
        (dt.date(2024, 4, 1), 1, third, 0),
        (dt.date(2024, 5, 1), 1, third, 0),
    ]


def test_planned_and_denied_events_are_no_deeds(database: Database) -> None:
    load(database.engine, told("a.txt", meeting(status="planned"), meeting(status="denied")))
    assert dyad_days(database) == []
    assert database.fetch("SELECT count(*) FROM bi.event") == [(2,)]


def test_coverage_stands_beside_the_counts(database: Database) -> None:
    load(database.engine, told("a.txt", meeting(), published=DAY), told("b.txt", text="Neu.", published=DAY))
    assert database.fetch("SELECT articles_covered FROM bi.dyad_day") == [(2,)]
    assert database.fetch("SELECT articles_covered FROM bi.dyad_month") == [(2,)]


def test_mentions_show_the_evidence_of_their_event(database: Database) -> None:
    load(database.engine, told("a.txt", meeting(), text="Eins."), told("b.txt", meeting(), text="Zwei."))
    rows = database.fetch(
        "SELECT e.article_count, m.evidence = e.evidence FROM bi.event AS e JOIN bi.mention AS m USING (event_id)"
    )
    assert rows == [(2, True), (2, True)]


def test_articles_freshness_and_quality(database: Database) -> None:
    load(database.engine, told("a.txt", meeting()), told("b.txt", text="Neu."))
    assert database.fetch("SELECT location, event_count, is_current FROM bi.article ORDER BY 1") == [
        ("a.txt", 1, True),
        ("b.txt", 0, True),
    ]
    assert database.fetch("SELECT source, article_count, last_published_date FROM bi.freshness") == [
        ("test", 2, dt.date(2024, 3, 5))
    ]
    assert database.fetch("SELECT event_type, event_count, dated_share, several_sources_share FROM bi.quality") == [
        ("CONSULT", 1, 1.0, 0.0)
    ]


def test_labels_and_scores_come_from_the_ontology(database: Database) -> None:
    load(database.engine, told("a.txt", meeting()))
    assert database.fetch(
        "SELECT event_type_de, event_type_en, event_mode_de, quad_class_en, status_de, plover_score, cameo_name"
        " FROM bi.event"
    ) == [("Gespräch", "Consultation", "Besuch", "verbal cooperation", "geschehen", 4.0, "Make a visit")]
