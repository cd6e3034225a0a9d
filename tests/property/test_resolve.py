"""Resolution is a function of the set of mentions: no order, repetition or split of them changes it."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from demarche.resolve.duplicates import Node, representatives
from demarche.resolve.events import resolve
from demarche.resolve.mention import Mention
from tests.telling import DAY, mentions, some_id


@given(mentions(), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_events(told: list[Mention], chance: random.Random) -> None:
    shuffled = list(told)
    chance.shuffle(shuffled)
    assert resolve(shuffled) == resolve(told)


@given(mentions())
def test_every_mention_tells_of_exactly_one_event(told: list[Mention]) -> None:
    members = [mention_id for event in resolve(told) for mention_id, _ in event.members]
    assert sorted(members) == sorted({mention.mention_id for mention in told})


@given(mentions())
def test_no_event_holds_two_mentions_of_one_article(told: list[Mention]) -> None:
    for event in resolve(told):
        assert event.article_count == len(event.members)
        assert event.source_count <= event.article_count


@given(mentions())
def test_days_of_one_event_are_equal_or_lie_in_its_span(told: list[Mention]) -> None:
    by_id = {mention.mention_id: mention for mention in told}
    for event in resolve(told):
        start, end = event.dated.date_start, event.dated.date_end
        for mention_id, _ in event.members:
            mention = by_id[mention_id]
            if mention.is_day and start and end:
                assert start <= (mention.date_start or DAY) <= end


@given(
    st.lists(st.tuples(st.sampled_from("ABCDEFG"), st.integers(0, 5)), max_size=20), st.randoms(use_true_random=False)
)
def test_clusters_are_the_same_in_any_order(pairs: list[tuple[str, int]], chance: random.Random) -> None:
    nodes = [Node(some_id(name), some_id(name), None) for name in "ABCDEFG"]
    shared = [(some_id(name), band) for name, band in pairs]
    expected = representatives(nodes, shared)
    chance.shuffle(nodes)
    chance.shuffle(shared)
    assert representatives(nodes, shared) == expected
    assert all(expected[expected[article]] == expected[article] for article in expected)
