"""The output of `demarche extract` is what `extract.schema.json` says, and what no schema can say of it."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from demarche import ontology
from demarche.extract.actors import LABELS
from demarche.extract.rows import RowOptions, document_row
from demarche.problems import QUARANTINE, SKIP
from demarche.records import Actor, Article, Cleaned, Coding, Event, Published, content_id
from tests.coding import ROOT, Row, extract, invoke, rows, the_event

SCHEMA: dict[str, Any] = json.loads(files("demarche").joinpath("data/extract.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)

MEETING = (
    "Der ghanaische Präsident hat am Dienstag in Accra die Außenministerin von Kanada empfangen. "
    "Ottawa verurteilte den Putsch im Nachbarland Burkina Faso. Togo könnte seinen Botschafter aus Kanada abberufen."
)
RECORDS: list[Row] = [
    {"id": "meeting", "text": MEETING, "published": "2024-05-08"},
    {"id": "undated", "text": "Malaysia wies zwei Diplomaten aus Myanmar aus und drohte der Regierung in Naypyidaw."},
    {"id": "test", "text": "Nordkorea hat am Freitag eine Rakete getestet.", "published": "2023-03-18"},
    {"id": "none", "text": "Das Wetter bleibt in dieser Woche kühl, im Norden fällt etwas Regen."},
    {"id": "english", "text": "The president met the prime minister on Monday, and they spoke about the harvest."},
    {"id": "both", "text": "x", "html": "<p>x</p>"},
    {"id": "empty", "text": ""},
    {"id": "meeting", "text": MEETING},
    {"id": "😀", "text": f"😀 {MEETING}\n\n{MEETING}", "published": "2024-05-08T10:00:00+02:00"},
]
OPTIONS = [(), ("--hypothetical", "--min-confidence", "0"), ("--explain",), ("--no-text",), ("--min-confidence", "0.9")]


@cache
def output(*options: str) -> list[Row]:
    """The rows of RECORDS with these options."""
    return extract(RECORDS, *options)


@cache
def samples() -> list[Row]:
    """The rows of all samples, with everything that can be shown."""
    return rows(invoke(str(ROOT / "samples"), "--hypothetical", "--explain", "--min-confidence", "0"))


def flaws(row: object) -> list[str]:
    return [f"{error.json_path}: {error.message}"[:300] for error in VALIDATOR.iter_errors(row)]


def events(found: list[Row]) -> list[tuple[Row, Row]]:
    """Every event with the row that it is in."""
    return [(row, event) for row in found for event in row.get("events", ())]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("options", OPTIONS, ids=lambda options: " ".join(options) or "plain")
def test_every_row_is_as_the_schema_says(options: tuple[str, ...]) -> None:
    assert {row["id"]: found for row in output(*options) if (found := flaws(row))} == {}


def test_every_sample_is_as_the_schema_says() -> None:
    assert len(samples()) > 10
    assert {row["id"]: found for row in samples() if (found := flaws(row))} == {}


def test_the_closed_lists_are_those_of_the_code() -> None:
    of_event = SCHEMA["$defs"]["event"]["properties"]
    assert of_event["type"]["enum"] == list(ontology.event_types())
    assert set(of_event["quad_class"]["enum"]) == set(ontology.quad_labels())
    assert set(of_event["status"]["enum"]) == set(ontology.status_labels())
    assert set(SCHEMA["$defs"]["entity"]["properties"]["label"]["enum"]) == set(LABELS.values())
    assert set(SCHEMA["properties"]["skipped"]["properties"]["code"]["enum"]) == set(SKIP)
    of_rows = set(QUARANTINE) - {"failed_expectation"}  # only a load has expectations
    assert set(SCHEMA["properties"]["error"]["properties"]["code"]["enum"]) == of_rows


def good_row() -> Row:
    row: Row = json.loads(json.dumps(output("--explain")[0]))
    assert row["events"]
    assert flaws(row) == []
    return row


@pytest.mark.parametrize("name", sorted(SCHEMA["required"]))
def test_the_schema_refuses_a_row_that_lacks_a_key(name: str) -> None:
    row = good_row()
    del row[name]
    assert flaws(row)


@pytest.mark.parametrize("name", sorted(SCHEMA["$defs"]["event"]["required"]))
def test_the_schema_refuses_an_event_that_lacks_a_key(name: str) -> None:
    row = good_row()
    del row["events"][0][name]
    assert flaws(row)


@pytest.mark.parametrize(
    "change",
    [
        {"more": 1},
        {"skipped": {"code": "unsupported_language"}},
        {"error": {"code": "empty_document", "message": "x"}},
        {"events": None},
        {"entities": None},
        {"language": "deu"},
        {"published": {"start": "2024", "end": None, "basis": "metadata"}},
        {"published": {"start": None, "end": None, "basis": "guess"}},
    ],
    ids=str,
)
def test_the_schema_refuses_a_row_with(change: Row) -> None:
    assert flaws(good_row() | change)


@pytest.mark.parametrize("name", ["events", "entities"])
def test_the_schema_refuses_events_or_entities_alone(name: str) -> None:
    row = good_row()
    del row[name]
    assert flaws(row)


@pytest.mark.parametrize(
    "change",
    [
        {"more": 1},
        {"type": "MEET"},
        {"status": "likely"},
        {"quad_class": 5},
        {"date_precision": "hour"},
        {"contexts": None},
        {"source": None},
        {"target": ["RUS", "RUS"]},
        {"source": ["Russland"]},
        {"date_start": None},
        {"latitude": 4.5, "longitude": None},
        {"confidence": 1.2},
        {"trigger_span": [1]},
        {"trigger_span": [1, 2, 3]},
        {"sentence_span": [0.5, 2]},
        {"source_actors": [{"name": "x", "country": "GHA"}]},
    ],
    ids=str,
)
def test_the_schema_refuses_an_event_with(change: Row) -> None:
    row = good_row()
    row["events"][0] |= change
    assert flaws(row)


# --- what the schema cannot say -------------------------------------------------------------------------------------


def test_rows_come_in_input_order_under_their_ids() -> None:
    assert [row["id"] for row in output()] == [record["id"] for record in RECORDS]


def test_each_row_is_coded_skipped_or_an_error() -> None:
    outcomes: dict[str, list[str]] = {"events": [], "skipped": [], "error": []}
    for row in output():
        outcomes[next(name for name in outcomes if name in row)].append(row["id"])
    assert outcomes["skipped"] == ["english"]
    assert outcomes["error"] == ["both", "empty", "meeting"]


@pytest.mark.parametrize("found", [output, samples])
def test_spans_point_into_the_text(found: Any) -> None:
    for row, event in events(found()):
        (start, end), (first, last) = event["sentence_span"], event["trigger_span"]
        assert row["text"][start:end] == event["evidence"]
        assert start <= first < last <= end
        assert row["text"][first:last].strip() == row["text"][first:last] != ""
    for row in found():
        for entity in row.get("entities", ()):
            assert row["text"][slice(*entity["span"])] == entity["text"]


@pytest.mark.parametrize("found", [output, samples])
def test_the_codes_are_those_of_the_actors(found: Any) -> None:
    # An actor of a state bears its country; one of a body has none, and the body's code stands in the list alone.
    bodies = set(ontology.bodies())
    for _, event in events(found()):
        for side in ("source", "target"):
            countries = [actor["country"] for actor in event[f"{side}_actors"] if actor["country"]]
            assert [value for value in event[side] if value not in bodies] == list(dict.fromkeys(countries))
            has_bodies = any(actor["country"] is None for actor in event[f"{side}_actors"])
            assert has_bodies == bool(bodies & set(event[side]))


@pytest.mark.parametrize("found", [output, samples])
def test_nobody_stands_on_both_sides(found: Any) -> None:
    for _, event in events(found()):
        assert not set(event["source"]) & set(event["target"])


@pytest.mark.parametrize("found", [output, samples])
def test_intervals_begin_before_they_end(found: Any) -> None:
    for row in found():
        if row["published"]["start"] and row["published"]["end"]:
            assert row["published"]["start"] <= row["published"]["end"]
    for _, event in events(found()):
        if event["date_start"]:
            assert event["date_start"] <= event["date_end"]
        if event["date_precision"] == "day":
            assert event["date_start"] == event["date_end"] is not None


@pytest.mark.parametrize("found", [output, samples])
def test_scores_are_those_of_the_ontology(found: Any) -> None:
    for _, event in events(found()):
        assert event["quad_class"] == ontology.quad_class(event["type"])
        assert event["goldstein"] == ontology.goldstein(event["cameo_code"])
        assert event["mode"] is None or event["mode"] in ontology.modes(event["type"])
        assert set(event["contexts"]) <= ontology.contexts()


def test_entities_come_in_order_and_do_not_overlap() -> None:
    for row in samples():
        spans = [entity["span"] for entity in row.get("entities", ())]
        assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_hypothetical_events_are_shown_only_when_asked_for() -> None:
    with_them = {event["status"] for _, event in events(output("--hypothetical", "--min-confidence", "0"))}
    assert "hypothetical" in with_them
    assert "hypothetical" not in {event["status"] for _, event in events(output())}


def test_no_text_leaves_only_the_text_out() -> None:
    without = [row | {"text": row["text"]} for row in output("--no-text")]
    assert {row["text"] for row in without} == {None}
    assert without == [row | {"text": None} for row in output()]


def test_explain_adds_only_the_explanation() -> None:
    for row, explained in zip(output(), output("--explain"), strict=True):
        stripped = [
            {name: value for name, value in event.items() if name != "explanation"}
            for event in explained.get("events", ())
        ]
        assert stripped == row.get("events", [])
        assert all(event["explanation"]["sense"] for event in explained.get("events", ()))


def test_min_confidence_is_the_least_shown() -> None:
    everything = events(output("--hypothetical", "--min-confidence", "0"))
    assert {event["confidence"] for _, event in everything if event["confidence"] < 0.9}
    assert all(event["confidence"] >= 0.9 for _, event in events(output("--min-confidence", "0.9")))
    assert all(event["confidence"] >= 0.5 for _, event in events(output()))


def test_an_event_without_anything_known_is_as_the_schema_says() -> None:
    article = Article(content_id("test"), "Ein Satz.", "de", Published())
    event = Event(
        "ACCUSE", "actual", (Actor("UN"),), (), evidence="Ein Satz.", sentence_span=(0, 9), trigger_span=(4, 8)
    )
    row = document_row("a", Cleaned(article.document_id, article), Coding((event,)), RowOptions(0.0))
    assert flaws(row) == []
    assert (row["events"][0]["source"], row["events"][0]["target"]) == (["UN"], [])


def test_an_event_names_its_actors_with_their_roles() -> None:
    event = the_event("Bundeskanzler Merz empfing den Präsidenten von Ghana.", "CONSULT", "2025-07-01")
    known = next(actor for actor in (*event.source_actors, *event.target_actors) if actor.code == "DEU")
    assert (known.name, known.role, known.sector, known.actor_id) == (
        "Friedrich Merz",
        "chancellor",
        "GOV",
        "merz_friedrich",
    )
