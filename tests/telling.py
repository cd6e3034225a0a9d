"""Mentions for the tests of resolution, and a way to make many of them at random."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from demarche.records import content_id
from demarche.resolve.mention import Mention

DAY = dt.date(2024, 3, 4)
REPORTED = dt.datetime(2024, 3, 5, tzinfo=dt.UTC)
PLACES = {  # name: country, latitude, longitude
    "Vilnius": ("LTU", 54.69, 25.28),
    "Kaunas": ("LTU", 54.9, 23.9),
    "Warschau": ("POL", 52.23, 21.01),
    "Litauen": ("LTU", None, None),
}


def some_id(name: object) -> uuid.UUID:
    """An id with a name."""
    return content_id("test", name)


def told(article: str, mention: str = "m", place: str | None = None, **changes: Any) -> Mention:
    """What an article says, all on one day in one block unless told otherwise."""
    country, latitude, longitude = PLACES[place] if place else (None, None, None)
    base = Mention(
        mention_id=some_id((article, mention)),
        article_id=some_id(article),
        cluster_id=some_id(article),
        block_id=some_id("block"),
        event_type="ACCUSE",
        event_mode=None,
        contexts=(),
        quad_class=3,
        cameo_code="112",
        goldstein=-2.0,
        status="actual",
        is_mutual=False,
        source_codes=("POL",),
        target_codes=("BLR",),
        source_names=(),
        target_names=(),
        source_persons=frozenset(),
        target_persons=frozenset(),
        date_start=DAY,
        date_end=DAY,
        date_precision="day",
        date_weekday=None,
        date_basis=None,
        place_id=some_id(place) if place else None,
        place_name=place,
        place_country_code=country,
        latitude=latitude,
        longitude=longitude,
        attributed_to=None,
        confidence=0.8,
        evidence=f"Satz {mention} in {article}.",
        trigger_start=0,
        reported_at=REPORTED,
    )
    return replace(base, **changes)


def span(start: int, end: int) -> dict[str, Any]:
    """The fields of a span of days in March 2024."""
    return {"date_start": dt.date(2024, 3, start), "date_end": dt.date(2024, 3, end), "date_precision": "span"}


UNDATED: dict[str, Any] = {"date_start": None, "date_end": None, "date_precision": "unknown"}
MARCH: dict[str, Any] = span(1, 31) | {"date_precision": "month"}
DATES = [
    {"date_start": DAY, "date_end": DAY, "date_precision": "day"},
    {"date_start": dt.date(2024, 3, 5), "date_end": dt.date(2024, 3, 5), "date_precision": "day"},
    span(3, 6),
    span(5, 9),
    MARCH,
    UNDATED,
]


@st.composite
def mentions(draw: st.DrawFn) -> list[Mention]:
    """Mentions of a few articles, of one block, with dates, places and persons that agree or not."""
    count = draw(st.integers(1, 12))
    found = []
    for number in range(count):
        persons = draw(st.frozensets(st.sampled_from(["a", "b", "c"]), max_size=2))
        mention = told(
            draw(st.sampled_from("ABCDE")),
            str(number),
            draw(st.sampled_from([None, *PLACES])),
            **draw(st.sampled_from(DATES)),
            cluster_id=some_id(draw(st.sampled_from("ABC"))),
            source_persons=frozenset(map(some_id, persons)),
            confidence=draw(st.sampled_from([0.5, 0.8])),
        )
        found.append(mention)
    return found
