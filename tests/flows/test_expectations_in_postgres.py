"""Every rule of every suite, run by Great Expectations in Postgres, against a row that breaks it."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, get_args
from uuid import UUID

import psycopg
import pytest
from psycopg import sql

from demarche.problems import DemarcheError
from demarche.records import content_id
from demarche.warehouse.connect import transaction
from demarche.warehouse.publish import resolve_load
from tasks.audit import STAGED, audit_events, audit_rows
from tasks.expectation_suites import ROWS, Rule, Suite, Table, Verdict, check, read_suite
from tests.loading import MEETING, meeting, stage, told

if TYPE_CHECKING:
    from tests.conftest import Database

NOWHERE = "00000000-0000-0000-0000-000000000000"
LONG = "Wort " * 500

# What is wrong with the row that breaks each rule; the rest is as in a good one.
CODED: dict[str, dict[str, Any]] = {
    "event_type_known": {"event_type": "FIGHT"},
    "event_mode_known": {"event_mode": "withdraw"},
    "quad_class_true": {"quad_class": 4},
    "cameo_code_known": {"cameo_code": "999"},
    "goldstein_in_range": {"goldstein": 11},
    "contexts_known": {"contexts": ["diplomatic", "weather"]},
    "status_known": {"status": "hypothetical"},
    "source_codes_known": {"source_codes": ["Polen"]},
    "target_codes_known": {"target_codes": ["LTU", "lva"]},
    "dyad_of_two": {"target_codes": ["LTU", "POL"]},
    "someone_takes_part": {"source_codes": [], "target_codes": []},
    "recipient_named": {"event_type": "AID", "target_codes": []},
    "date_precision_known": {"date_precision": "decade"},
    "date_complete": {"date_end": None},
    "date_ordered": {"date_end": "2024-03-03"},
    "date_precision_true": {"date_precision": "unknown"},
    "day_is_one_day": {"date_end": "2024-03-05"},
    "interval_fits_precision": {"date_precision": "month", "date_start": "2024-01-01", "date_end": "2024-02-29"},
    "weekday_agrees": {"date_weekday": 2},
    "date_not_ancient": {"date_start": "0202-03-04", "date_end": "0202-03-04"},
    "latitude_in_range": {"latitude": 95},
    "longitude_in_range": {"longitude": -181},
    "coordinates_complete": {"place_name": None},
    "place_country_known": {"place_country_code": "Litauen"},
    "confidence_in_range": {"confidence": 1.2},
}
BROKEN: dict[Table, dict[str, dict[str, Any]]] = {
    "document": {
        "one_outcome": {"is_known": True, "skip_code": "unsupported_language"},
        "skip_code_known": {"is_known": False, "skip_code": "too_boring"},
        "problem_code_known": {"is_known": False, "problem_code": "gone"},
        "media_type_known": {"media_type": "image/png"},
        "source_named": {"source": ""},
        "location_given": {"location": ""},
        "byte_count_in_range": {"byte_count": -1},
        "fetched_in_the_past": {"fetched_at": "2200-01-01T00:00:00Z"},
        "url_is_web_address": {"url": "javascript:alert(1)"},
        "published_is_date": {"published": "gestern"},
        "location_once": {"location": "a.txt"},
    },
    "article": {
        "document_staged": {"document_id": NOWHERE},
        "text_not_blank": {"text": "… 2/2", "character_count": 5},
        "character_count_true": {"character_count": 3},
        "text_without_controls": {"text": "Ein\aTon", "character_count": 7},
        "text_long_enough": {"character_count": 12},
        "text_whole": {"is_truncated": True},
        "language_supported": {"language_code": "fr"},
        "published_basis_known": {"published_basis": "guess"},
        "published_basis_true": {"published_basis": "unknown"},
        "published_start_has_end": {"published_end_date": None},
        "published_ordered": {"published_end_date": "2024-03-01"},
        "published_before_fetched": {"published_start_date": "2024-03-20", "published_end_date": "2024-03-20"},
        "published_not_ancient": {"published_start_date": "1924-03-05"},
        "title_sensible": {"title": ""},
        "url_is_web_address": {"url": "ftp://example.org/a"},
        "coder_version_given": {"coder_version": ""},
        "model_version_given": {"model_version": ""},
    },
    "mention": CODED
    | {
        "article_staged": {"article_id": NOWHERE},
        "mutual_has_two_sides": {"target_codes": []},
        "actors_staged": {"source_codes": ["LVA"]},
        "actual_is_past": {"date_start": "2024-03-06", "date_end": "2024-03-06"},
        "planned_is_to_come": {"status": "planned"},
        "spans_nested": {"trigger_end": len(MEETING) + 1, "sentence_end": len(MEETING) + 1},
        "evidence_in_text": {"evidence": "Sie trafen sich."},
        "trigger_has_words": {"trigger_start": len(MEETING) - 1, "trigger_end": len(MEETING)},
        "evidence_is_a_sentence": {"evidence": LONG},
    },
    "event": CODED
    | {
        "evidence_given": {"evidence": " "},
        "mentions_counted": {"mention_count": 7},
        "articles_not_above_mentions": {"article_count": 2},
        "sources_not_above_articles": {"source_count": 2},
        "source_counted": {"source_count": 0},
        "reports_ordered": {"first_reported_at": "2024-03-09T00:00:00Z"},
        "best_mention_is_its_own": {"best_mention_id": NOWHERE},
        "merge_reason_known": {"merge_reason": "whim"},
    },
}
ALWAYS: dict[Table, dict[str, Any]] = {"document": {"is_known": True}, "article": {}, "mention": {}, "event": {}}
CASES = [(suite, rule) for suite, rules in BROKEN.items() for rule in rules]


@dataclass(frozen=True)
class Audited:
    """The verdicts on one load, and the keys of the rows that broke each rule."""

    good: dict[Table, UUID]
    verdicts: dict[tuple[Table, str], Verdict]
    failing: dict[tuple[Table, str], list[UUID]]


def good_load(database: Database) -> UUID:
    """A load of one good article, resolved: a row in every table that is audited."""
    load_id = stage(database.engine, [told("a.txt", meeting())])
    with database.engine.begin() as connection:
        resolve_load(connection, load_id)
    return load_id


def good_key(database: Database, suite: Suite) -> UUID:
    statement = sql.SQL("SELECT {} FROM staging.{}").format(sql.Identifier(suite.key), sql.Identifier(suite.name))
    with psycopg.connect(database.owner_url) as connection:
        [(key,)] = connection.execute(statement).fetchall()
    return UUID(str(key))


def add_bad_rows(database: Database, suite: Suite, good: UUID) -> None:
    """For each rule a copy of the good row that breaks it."""
    statement = sql.SQL(
        "INSERT INTO staging.{table} SELECT bad.* FROM staging.{table} AS good,"
        " jsonb_populate_record(good, %s) AS bad WHERE good.{key} = %s"
    ).format(table=sql.Identifier(suite.name), key=sql.Identifier(suite.key))
    with psycopg.connect(database.owner_url) as connection:
        for rule, changes in BROKEN[suite.name].items():
            connection.execute(statement, (json.dumps(changed(suite, rule) | changes), good))


def bad_key(suite: Table, rule: str) -> UUID:
    return content_id("bad row", suite, rule)


def changed(suite: Suite, rule: str) -> dict[str, Any]:
    """What every bad row has of its own: its key; a document a place too, and an outcome without an article."""
    key = str(bad_key(suite.name, rule))
    return {suite.key: key} | ({"location": key, "is_known": True} if suite.name == "document" else {})


def check_all(database: Database, load_id: UUID) -> list[Verdict]:
    url = database.engine.url.render_as_string(hide_password=False)
    return check([read_suite(name) for name in get_args(Table)], url, load_id)


@pytest.fixture(scope="module")
def audited(module_database: Database) -> Audited:
    load_id = good_load(module_database)
    good = {name: good_key(module_database, read_suite(name)) for name in get_args(Table)}
    for name in get_args(Table):
        add_bad_rows(module_database, read_suite(name), good[name])
    verdicts = {(one.suite.name, one.rule.name): one for one in check_all(module_database, load_id)}
    with transaction(module_database.engine) as cursor:
        return Audited(good, verdicts, {name: one.failing_keys(cursor) for name, one in verdicts.items()})


def test_a_good_load_breaks_no_rule(database: Database) -> None:
    broken = [one.rule.name for one in check_all(database, good_load(database)) if not one.is_met]
    assert broken == ["text_long_enough"]


def test_every_rule_has_a_row_that_breaks_it() -> None:
    assert {name: set(BROKEN[name]) for name in BROKEN} == {
        name: {rule.name for rule in read_suite(name).rules} for name in get_args(Table)
    }


@pytest.mark.parametrize(("suite", "rule"), CASES)
def test_a_rule_finds_the_row_that_breaks_it(audited: Audited, suite: Table, rule: str) -> None:
    assert not audited.verdicts[suite, rule].is_met
    assert bad_key(suite, rule) in audited.failing[suite, rule]


@pytest.mark.parametrize(("suite", "rule"), CASES)
def test_a_rule_lets_the_good_row_pass(audited: Audited, suite: Table, rule: str) -> None:
    if (suite, rule) not in {("document", "location_once"), ("article", "text_long_enough")}:  # these it breaks
        assert audited.good[suite] not in audited.failing[suite, rule]


def test_all_failing_rows_are_found_however_many(database: Database) -> None:
    suite = read_suite("mention")
    load_id = good_load(database)
    database.execute(
        "INSERT INTO staging.mention SELECT bad.* FROM staging.mention AS good, generate_series(1, 450) AS number,"
        " jsonb_populate_record(good, jsonb_build_object('mention_id', md5(number::text), 'confidence', 2,"
        " 'evidence', 'none')) AS bad"
    )
    verdicts = {one.rule.name: one for one in check_all(database, load_id) if one.suite.name == suite.name}
    with transaction(database.engine) as cursor:
        for rule in ("confidence_in_range", "evidence_in_text"):
            assert len(set(verdicts[rule].failing_keys(cursor))) == 450


def test_rows_that_change_under_the_audit_are_an_error(database: Database) -> None:
    load_id = stage(database.engine, [told("a.txt", meeting(confidence=2.0))])
    verdicts = {(one.suite.name, one.rule.name): one for one in check_all(database, load_id)}
    database.execute("DELETE FROM staging.mention")
    with transaction(database.engine) as cursor, pytest.raises(DemarcheError, match="1 rows fail, but 0 were found"):
        verdicts["mention", "confidence_in_range"].failing_keys(cursor)


@pytest.mark.parametrize(
    ("type_", "words"),
    [
        ("expect_colum_values_to_be_in_set", "1 of 12 rules have an unknown type"),
        (ROWS, "cannot be checked: .*no_such"),
    ],
    ids=["misspelt type", "column that is not there"],
)
def test_a_suite_that_cannot_be_run_is_an_error(database: Database, type_: str, words: str) -> None:
    suite = read_suite("document")
    kwargs = {"unexpected_rows_query": "SELECT document_id FROM {batch} WHERE no_such"}
    strange = Rule("strange", "fail", "Nobody knows.", None, type_, kwargs)
    url = database.engine.url.render_as_string(hide_password=False)
    with pytest.raises(DemarcheError, match=words):
        check([replace(suite, rules=(*suite.rules, strange))], url, good_load(database))


def test_rows_that_break_a_rule_go_to_quarantine_with_rule_value_and_row(database: Database) -> None:
    load_id = stage(database.engine, [told("a.txt", meeting(), meeting(confidence=1.5, trigger_span=(0, 3)))])
    assert audit_rows.fn(database.engine, load_id) == 1
    kept_out = "SELECT table_name, rule, value, payload ->> 'evidence' FROM quarantine.record"
    assert database.fetch(kept_out) == [("mention", "confidence_in_range", "1.5", MEETING)]
    assert len(database.fetch("SELECT mention_id FROM staging.mention")) == 1


def test_every_verdict_is_noted(database: Database) -> None:
    load_id = stage(database.engine, [told("a.txt", meeting())])
    audit_rows.fn(database.engine, load_id)
    noted = database.fetch("SELECT suite, expectation FROM ops.expectation_result WHERE load_id = %s", load_id)
    expected = {(name, rule.name) for name in STAGED for rule in read_suite(name).rules}
    assert set(noted) == expected
    columns = "SELECT expectation, severity, unexpected_count, detail ->> 'reason' FROM ops.expectation_result"
    [(rule, severity, count, reason)] = database.fetch(columns + " WHERE NOT is_met")
    assert (rule, severity, count) == ("text_long_enough", "warn", 1)
    assert reason.startswith("An article of fewer than 80 characters")


def test_an_event_that_breaks_a_rule_takes_its_mentions_out(database: Database) -> None:
    load_id = good_load(database)
    database.execute("UPDATE staging.event SET merge_reason = 'whim'")
    assert audit_events.fn(database.engine, load_id) == 1
    assert database.fetch("SELECT table_name, rule FROM quarantine.record") == [("mention", "merge_reason_known")]
