"""Date expressions and the coder over any text: intervals are intervals, and nothing that a text holds stops them."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from demarche.languages.de.dates import Tense, find_dates
from demarche.records import Published
from tests.coding import code

WORDS = [
    "am",
    "im",
    "in",
    "vor",
    "seit",
    "bis",
    "und",
    "der",
    "Nacht",
    "zum",
    "letzten",
    "kommenden",
    "vergangenen",
    "Dienstag",
    "Januar",
    "März",
    "Mai",
    "Ostern",
    "Sommer",
    "Anfang",
    "Ende",
    "Monats",
    "Jahres",
    "drei",
    "Tagen",
    "Wochen",
    "heute",
    "gestern",
    "3.",
    "31.",
    "12.",
    "2024",
    "1999",
    "29.02.2023",
    "2024-13-40",
    "16.01.2024",
    "Silvester",
    ",",
    ".",
]
NEWS = [
    "Putin",
    "Russland",
    "die",
    "USA",
    "Kremlchef",
    "traf",
    "traf",
    "sich",
    "mit",
    "Kim",
    "in",
    "Moskau",
    "und",
    "warf",
    "vor",
    ",",
    "dass",
    "der",
    "Außenminister",
    "Chinas",
    "habe",
    "Sanktionen",
    "verhängt",
    "wurde",
    "von",
    "nach",
    "Berlin",
    "eingeladen",
    "zu",
    "besuchen",
    "will",
    "nicht",
    "„",
    "“",
    ":",
    "-",
    "US-Präsident",
    "russisch-nordkoreanische",
    "Treffen",
    ".",
    "?",
    "\n\n",
    "so",
]
days = st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2030, 12, 31))
tenses: st.SearchStrategy[Tense] = st.sampled_from(["past", "present", "future"])


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join), days, st.integers(0, 40), tenses)
def test_what_is_found_is_an_interval_inside_the_text(text: str, day: dt.date, length: int, tense: Tense) -> None:
    published = Published(day, day + dt.timedelta(days=length), "metadata")
    for found in find_dates(text, published, tense=tense):
        assert 0 <= found.span[0] < found.span[1] <= len(text)
        assert (found.start is None) == (found.end is None)
        assert found.start is None or found.end is None or found.start <= found.end


@settings(max_examples=150, deadline=None)  # the first example loads the coder
@given(st.lists(st.sampled_from(NEWS), max_size=40).map(" ".join))
def test_the_coder_gives_sound_events_for_any_words(text: str) -> None:
    for event in code(text, "2024-01-17").events:
        assert event.source
        assert text[slice(*event.sentence_span)] == event.evidence
        assert event.date_start is None or event.date_end is None or event.date_start <= event.date_end
        assert 0 < event.confidence < 1
        assert (
            not set(event.source) >= set(event.target) or not event.target or event.is_mutual or len(event.source) > 1
        )
