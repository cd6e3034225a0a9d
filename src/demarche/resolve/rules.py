"""Mentions of one block into groups that tell of one event each.

Rules run one after the other over what the ones before left over: (a) dated mentions, then near-duplicates, then (d)
the rest, each alone. Rules for vague dates go between. Every rule walks its mentions in a fixed order, so the groups
are a function of the set of mentions; mentions of one article never meet in a group.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from demarche.resolve import agreement
from demarche.resolve.mention import Mention

FIRST, SAME_DAY, DAY_IN_SPAN, NEAR_DUPLICATE = "first", "same_day", "day_in_span", "near_duplicate"
SINGLE = "single"


@dataclass(eq=False)
class Group:
    """Mentions of one event, each with why it was taken in, and what they have told so far."""

    members: list[tuple[Mention, str]] = field(default_factory=list)
    articles: set[uuid.UUID] = field(default_factory=set)
    places: set[agreement.Place] = field(default_factory=set)
    sides: set[agreement.Persons] = field(default_factory=set)
    persons: set[uuid.UUID] = field(default_factory=set)
    place_ids: set[uuid.UUID | None] = field(default_factory=set)
    sentences: set[str] = field(default_factory=set)

    def admits(self, mention: Mention) -> bool:
        """Whether the mention is of another article and contradicts none of the members."""
        here, sides = agreement.place(mention), agreement.persons(mention)
        return (
            mention.article_id not in self.articles
            and all(agreement.places_agree(here, place) for place in self.places)
            and all(agreement.persons_agree(sides, told) for told in self.sides)
        )

    def add(self, mention: Mention, reason: str) -> None:
        """Take the mention in."""
        self.members.append((mention, reason))
        self.articles.add(mention.article_id)
        self.places.add(agreement.place(mention))
        self.sides.add(agreement.persons(mention))
        self.persons.update(mention.source_persons, mention.target_persons)
        self.place_ids.add(mention.place_id)
        self.sentences.add(mention.evidence)

    def fit(self, mention: Mention) -> tuple[int, ...]:
        """How well it fits among groups that admit it: same sentence, persons in common, same place, more tellings."""
        in_common = len(self.persons & (mention.source_persons | mention.target_persons))
        same_place = mention.place_id is not None and mention.place_id in self.place_ids
        return (mention.evidence in self.sentences, in_common, same_place, len(self.articles))

    @property
    def merge_reason(self) -> str:
        """Why its members are one event: the loosest of their reasons."""
        reasons = {reason for _, reason in self.members}
        return next((reason for reason in (NEAR_DUPLICATE, DAY_IN_SPAN, SAME_DAY) if reason in reasons), SINGLE)


Rule = Callable[[list[Group], Sequence[Mention]], list[Mention]]


def group(block: Iterable[Mention]) -> list[Group]:
    """The groups of one block's mentions, whatever order they come in."""
    groups: list[Group] = []
    rest = sorted(block, key=_most_telling_first)
    for rule in RULES:
        rest = rule(groups, rest)
    return groups


def by_day(groups: list[Group], mentions: Sequence[Mention]) -> list[Mention]:
    """Rule (a): equal days, equal spans, or a day inside a span are one event, unless something contradicts."""
    calendar = _Calendar()
    for mention in (m for m in mentions if m.is_span):
        calendar.note(mention, _join(groups, calendar.of_span(mention), mention))
    for mention in (m for m in mentions if m.is_day):
        calendar.note(mention, _join(groups, calendar.of_day(mention), mention))
    return [m for m in mentions if not m.is_day and not m.is_span]


def by_near_duplicate(groups: list[Group], mentions: Sequence[Mention]) -> list[Mention]:
    """Vague and undated mentions of near-duplicate articles are one event where their dates are equal."""
    alike: dict[tuple[Any, ...], list[Mention]] = defaultdict(list)
    for mention in mentions:
        alike[(mention.cluster_id, mention.date_start, mention.date_end)].append(mention)
    rest = [members[0] for members in alike.values() if len(members) == 1]
    for members in (members for members in alike.values() if len(members) > 1):
        found: list[Group] = []
        for mention in sorted(members, key=_text_order):
            _join(found, [(group, NEAR_DUPLICATE) for group in found], mention)
        groups.extend(found)
    return rest


def alone(groups: list[Group], mentions: Sequence[Mention]) -> list[Mention]:
    """Rule (d): what nothing joined stands alone."""
    for mention in mentions:
        _join(groups, (), mention)
    return []


RULES: tuple[Rule, ...] = (by_day, by_near_duplicate, alone)


class _Calendar:
    """Finds the groups of a day or span without walking through all groups of the block."""

    def __init__(self) -> None:
        self._spans: dict[tuple[Any, Any], list[Group]] = defaultdict(list)
        self._days: dict[Any, list[Group]] = defaultdict(list)
        self._months: dict[tuple[int, int], list[tuple[dt.date, dt.date, Group]]] = defaultdict(list)

    def of_span(self, mention: Mention) -> list[tuple[Group, str]]:
        """Groups of the very span."""
        return [(group, SAME_DAY) for group in self._spans[(mention.date_start, mention.date_end)]]

    def of_day(self, mention: Mention) -> list[tuple[Group, str]]:
        """Groups of that day, then groups whose span holds it; a group that is both is named once."""
        day = mention.date_start
        if day is None:
            return []
        inside = [group for start, end, group in self._months[(day.year, day.month)] if start <= day <= end]
        reasons = dict.fromkeys(inside, DAY_IN_SPAN) | dict.fromkeys(self._days[day], SAME_DAY)
        return list(reasons.items())

    def note(self, mention: Mention, group: Group) -> None:
        """Remember the days of a mention that its group has taken in."""
        start, end = mention.date_start, mention.date_end
        if start is None or end is None:
            return
        if mention.is_day:
            self._days[start].append(group)
            return
        self._spans[(start, end)].append(group)
        for month in _months(start, end):
            self._months[month].append((start, end, group))


def _join(groups: list[Group], candidates: Iterable[tuple[Group, str]], mention: Mention) -> Group:
    """Put the mention into the candidate that fits best, else into a new group; return where it went."""
    fitting = [(group, reason) for group, reason in candidates if group.admits(mention)]
    if not fitting:
        groups.append(Group())
        fitting = [(groups[-1], FIRST)]
    group, reason = max(fitting, key=lambda candidate: candidate[0].fit(mention))
    group.add(mention, reason)
    return group


def _months(start: dt.date, end: dt.date) -> Iterator[tuple[int, int]]:
    for number in range(start.year * 12 + start.month - 1, end.year * 12 + end.month):
        yield number // 12, number % 12 + 1


def _text_order(mention: Mention) -> tuple[Any, ...]:
    return (mention.article_id, mention.trigger_start, mention.mention_id)


def _most_telling_first(mention: Mention) -> tuple[Any, ...]:
    """Mentions that say more found groups; those that say less then find the one they fit best."""
    persons = len(mention.source_persons) + len(mention.target_persons)
    return (not mention.has_coordinates, mention.place_country_code is None, -persons, mention.mention_id)
