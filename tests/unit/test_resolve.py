"""When mentions of several articles are one event, and what the event takes from them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from demarche.records import Actor, Event
from demarche.resolve import keys
from demarche.resolve.agreement import distance_km
from demarche.resolve.duplicates import BAND_ROWS, Node, bands, representatives
from demarche.resolve.events import ResolvedEvent, resolve
from demarche.resolve.mention import Mention
from tests.telling import DAY, MARCH, UNDATED, some_id, span, told

MUTUAL: dict[str, Any] = {"event_type": "CONSULT", "is_mutual": True}
NEXT_DAY = dt.date(2024, 3, 5)


def person(*names: str) -> frozenset[Any]:
    return frozenset(map(some_id, names))


def sizes(*mentions: Mention) -> list[int]:
    """Mentions of each event, most first."""
    return sorted((len(event.members) for event in resolve(mentions)), reverse=True)


def one(*mentions: Mention) -> ResolvedEvent:
    [event] = resolve(mentions)
    return event


def test_equal_days_are_one_event() -> None:
    event = one(told("A"), told("B"))
    assert (event.merge_reason, event.article_count, event.source_count) == ("same_day", 2, 2)
    assert sorted(reason for _, reason in event.members) == ["first", "same_day"]


def test_other_days_are_other_events() -> None:
    assert sizes(told("A"), told("B", date_start=NEXT_DAY, date_end=NEXT_DAY)) == [1, 1]


def test_other_blocks_are_other_events() -> None:
    assert sizes(told("A"), told("B", block_id=some_id("other"))) == [1, 1]


def test_mentions_of_one_article_never_merge() -> None:
    assert sizes(told("A", "1"), told("A", "2")) == [1, 1]
    assert sizes(told("A", "1"), told("A", "2"), told("B")) == [2, 1]


def test_a_day_inside_a_span_joins_it_and_the_event_lasts_as_long_as_the_span() -> None:
    event = one(told("A"), told("B", **span(3, 6)), told("C", date_start=NEXT_DAY, date_end=NEXT_DAY))
    assert event.merge_reason == "day_in_span"
    assert (event.dated.date_start, event.dated.date_end) == (dt.date(2024, 3, 3), dt.date(2024, 3, 6))


def test_spans_that_are_not_equal_stay_apart() -> None:
    assert sizes(told("A", **span(3, 6)), told("B", **span(3, 6)), told("C", **span(4, 5))) == [2, 1]


def test_vague_and_undated_mentions_stand_alone() -> None:
    assert sizes(told("A"), told("B", **MARCH), told("C", **MARCH), told("D", **UNDATED)) == [1, 1, 1, 1]


def test_undated_mentions_of_near_duplicates_are_one_event() -> None:
    cluster = some_id("agency copy")
    pair = [told(article, **UNDATED, cluster_id=cluster) for article in "AB"]
    event = one(*pair)
    assert (event.merge_reason, event.article_count, event.source_count) == ("near_duplicate", 2, 1)


def test_near_duplicates_pair_off_by_their_sentences() -> None:
    cluster = some_id("agency copy")
    told_twice = [
        told(article, sentence, **UNDATED, cluster_id=cluster, evidence=sentence, trigger_start=start)
        for article, order in (("A", ("eins", "zwei")), ("B", ("zwei", "eins")))
        for start, sentence in enumerate(order)
    ]
    events = resolve(told_twice)
    assert [len(event.members) for event in events] == [2, 2]
    assert {event.best.evidence for event in events} == {"eins", "zwei"}


@pytest.mark.parametrize(
    ("place", "other", "is_one"),
    [
        ("Vilnius", "Vilnius", True),
        ("Vilnius", "Litauen", True),
        ("Vilnius", None, True),
        ("Vilnius", "Warschau", False),
        ("Litauen", "Warschau", False),
        ("Vilnius", "Kaunas", True),
    ],
)
def test_places_agree_where_one_can_lie_in_the_other(place: str, other: str | None, is_one: bool) -> None:
    assert (len(resolve([told("A", place=place), told("B", place=other)])) == 1) is is_one


def test_a_mention_without_place_joins_the_event_that_more_articles_tell() -> None:
    vague = told("D")
    events = resolve([told("A", place="Vilnius"), told("B", place="Vilnius"), told("C", place="Warschau"), vague])
    [joined] = [event for event in events if vague.mention_id in dict(event.members)]
    assert joined.placed.place_name == "Vilnius"


@pytest.mark.parametrize(
    ("persons", "others", "is_one"),
    [
        (("tusk",), ("tusk",), True),
        (("tusk",), (), True),
        (("tusk", "sikorski"), ("tusk",), True),
        (("tusk",), ("sikorski",), False),
        (("tusk", "sikorski"), ("tusk", "nowak"), False),
    ],
)
def test_what_one_says_of_another_is_told_apart_by_who_says_it(
    persons: tuple[str, ...], others: tuple[str, ...], is_one: bool
) -> None:
    pair = [told("A", source_persons=person(*persons)), told("B", source_persons=person(*others))]
    assert (len(resolve(pair)) == 1) is is_one


def test_what_two_do_together_is_one_event_an_occasion_whoever_is_named() -> None:
    assert sizes(
        told("A", **MUTUAL, source_persons=person("tusk")), told("B", **MUTUAL, source_persons=person("nowak"))
    ) == [2]


def test_two_meetings_of_one_article_find_their_like_by_the_persons() -> None:
    told_by_a = [told("A", name, **MUTUAL, source_persons=person(name)) for name in ("tusk", "nowak")]
    told_by_b = [told("B", name, **MUTUAL, source_persons=person(name)) for name in ("nowak", "tusk")]
    for event in resolve([*told_by_a, *told_by_b]):
        assert (
            len(
                {
                    mention.source_persons
                    for mention in [*told_by_a, *told_by_b]
                    if mention.mention_id in dict(event.members)
                }
            )
            == 1
        )


def test_the_event_id_is_that_of_the_least_mention() -> None:
    pair = [told("A"), told("B")]
    assert one(*pair).event_id == keys.event_id(min(mention.mention_id for mention in pair))


def test_fields_come_from_the_best_mention() -> None:
    weak = told("A", place="Vilnius", confidence=0.6, contexts=("military",), source_names=("Donald Tusk",))
    strong = told("B", confidence=0.9, event_mode="allege", contexts=("diplomatic",), attributed_to="PAP")
    event = one(weak, strong)
    assert event.best is strong
    assert event.best.event_mode == "allege"
    assert event.placed is weak
    assert event.source_names == ("Donald Tusk",)
    assert event.contexts == ("diplomatic", "military")
    assert event.attributed_to is None


def test_names_are_turned_with_their_side() -> None:
    best = told("A", **MUTUAL, confidence=0.9, source_codes=("POL",), target_codes=("BLR",))
    other = told("B", **MUTUAL, source_codes=("BLR",), target_codes=("POL",), source_names=("Ein Minister",))
    assert one(best, other).target_names == ("Ein Minister",)


def test_an_event_that_all_attribute_says_to_whom() -> None:
    assert one(told("A", attributed_to="PAP", confidence=0.9), told("B", attributed_to="dpa")).attributed_to == "PAP"


def test_first_and_last_report() -> None:
    later = dt.datetime(2024, 3, 9, tzinfo=dt.UTC)
    event = one(told("A"), told("B", reported_at=later))
    assert (event.first_reported_at.day, event.last_reported_at.day) == (5, 9)


def test_a_hundred_articles_on_one_day_are_one_event() -> None:
    assert sizes(*(told(str(number)) for number in range(100))) == [100]


# Keys


def event(source: str, target: str, **changes: Any) -> Event:
    sides = [tuple(Actor(code) for code in codes.split()) for codes in (source, target)]
    fields = {"type": "ACCUSE", "status": "actual"} | changes
    return Event(source_actors=sides[0], target_actors=sides[1], **fields)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (event("POL LTU", "BLR"), event("LTU POL", "BLR"), True),
        (event("POL", "BLR"), event("BLR", "POL"), False),
        (event("POL", "BLR"), event("POL", "BLR", status="denied"), False),
        (event("POL", "BLR", type="CONSULT"), event("BLR", "POL", type="CONSULT"), True),
        (event("POL LTU", "LVA", type="CONSULT"), event("POL", "LTU LVA", type="CONSULT"), True),
        (event("POL", "BLR", type="AGREE"), event("BLR", "POL", type="AGREE"), False),
        (event("POL", "BLR", type="AGREE", is_mutual=True), event("BLR", "POL", type="AGREE", is_mutual=True), True),
    ],
)
def test_the_blocking_key_is_type_status_and_pair(one: Event, other: Event, is_same: bool) -> None:
    assert (keys.block_id(one) == keys.block_id(other)) is is_same


def test_mention_ids_differ_by_what_is_told() -> None:
    article = some_id("A")
    told_events = [
        event("POL", "BLR"),
        event("POL", "BLR", trigger_span=(5, 9)),
        event("POL", "BLR", date_start=DAY),
        event("BLR", "POL"),
        event("POL", "BLR", status="planned"),
    ]
    assert len({keys.mention_id(article, one) for one in told_events}) == len(told_events)


def test_a_place_with_other_coordinates_is_another_place() -> None:
    one, other = (event("POL", "BLR", place="Neustadt", latitude=lat, longitude=8.1) for lat in (49.3, 53.8))
    assert keys.place_id(one) != keys.place_id(other)
    assert keys.place_id(event("POL", "BLR")) is None


# Near-duplicates


def node(name: str, day: int | None = None) -> Node:
    return Node(some_id(name), some_id(name), None if day is None else dt.date(2024, 3, day))


def test_articles_that_share_a_band_are_one_cluster_with_the_earliest_in_front() -> None:
    nodes = [node("late", 9), node("early", 1), node("undated"), node("other", 1)]
    shared = [
        (some_id(name), band) for name, band in (("late", 1), ("early", 1), ("early", 2), ("undated", 2), ("other", 3))
    ]
    chosen = representatives(nodes, shared)
    assert {name: chosen[some_id(name)] for name in ("late", "early", "undated")} == dict.fromkeys(
        ("late", "early", "undated"), some_id("early")
    )
    assert chosen[some_id("other")] == some_id("other")


def test_bands_differ_by_place_and_values() -> None:
    signature = tuple(range(2 * BAND_ROWS))
    first, second = bands(signature)
    assert first != second
    assert bands((*signature[:BAND_ROWS], *signature[:BAND_ROWS]))[1] != first
    assert bands((*signature, 1, 2, 3)) == [first, second]
    assert bands(()) == []


def test_the_distance_of_two_capitals() -> None:
    assert distance_km(54.69, 25.28, 52.23, 21.01) == pytest.approx(394, abs=5)
