"""One record an event in a text: headline, lead and body that tell the same thing are one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from demarche import ontology
from demarche.records import Event


def _pair(event: Event) -> frozenset[str] | tuple[str, ...]:
    if ontology.is_symmetric(event.type, event.is_mutual):
        return frozenset((*event.source, *event.target))
    return (*sorted(event.source), ">", *sorted(event.target))


def _dates_agree(one: Event, other: Event) -> bool:
    """Whether the intervals can be the same occasion: one is unknown, or they overlap."""
    if one.date_start is None or other.date_start is None or one.date_end is None or other.date_end is None:
        return True
    return one.date_start <= other.date_end and other.date_start <= one.date_end


def _participants_agree(one: Event, other: Event) -> bool:
    a, b = _pair(one), _pair(other)
    if isinstance(a, frozenset) and isinstance(b, frozenset):
        return a <= b or b <= a
    return a == b


def _statuses_agree(one: Event, other: Event) -> bool:
    """Equal, or an undated present (`reist nach …` in a headline) beside the same thing planned."""
    if one.status == other.status:
        return True
    undated = [e for e in (one, other) if e.status == "actual" and e.date_basis in {None, "published"}]
    return {one.status, other.status} == {"actual", "planned"} and len(undated) == 1


def _days(event: Event) -> int:
    if event.date_start is None or event.date_end is None:
        return 100_000
    return (event.date_end - event.date_start).days


def _merged(one: Event, other: Event) -> Event:
    """The better told of two records, with the tighter date and the surer place."""
    best, rest = (one, other) if one.confidence >= other.confidence else (other, one)
    dated = min((best, rest), key=lambda e: (e.date_basis == "published", _days(e)))
    placed = best if best.place else rest
    return replace(
        best,
        status="planned" if "planned" in {one.status, other.status} else best.status,
        date_start=dated.date_start,
        date_end=dated.date_end,
        date_precision=dated.date_precision,
        date_weekday=dated.date_weekday,
        date_basis=dated.date_basis,
        place=placed.place,
        place_country=placed.place_country,
        latitude=placed.latitude,
        longitude=placed.longitude,
        confidence=min(0.99, best.confidence + 0.05),
    )


def merge_events(events: Iterable[Event]) -> list[Event]:
    """The distinct events of one text, in order of first mention; hypothetical ones last in rank."""
    kept: list[Event] = []
    for event in events:
        for i, other in enumerate(kept):
            if (
                event.type == other.type
                and _statuses_agree(event, other)
                and _participants_agree(event, other)
                and _dates_agree(event, other)
            ):
                kept[i] = _merged(other, event)
                break
        else:
            kept.append(event)
    return kept
