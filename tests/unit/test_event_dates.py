"""German date expressions against the time of publication."""

from __future__ import annotations

import datetime as dt

import pytest

from demarche.languages.de.dates import find_dates
from demarche.records import Published

WEDNESDAY = Published(dt.date(2024, 1, 17), dt.date(2024, 1, 17), "metadata")
OCTOBER = Published(dt.date(2023, 10, 1), dt.date(2023, 10, 31), "header")


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("am 16. Januar 2024", "2024-01-16", "2024-01-16", "day"),
        ("am 28. Dezember", "2023-12-28", "2023-12-28", "day"),
        ("am 3.1.", "2024-01-03", "2024-01-03", "day"),
        ("am Dienstag", "2024-01-16", "2024-01-16", "day"),
        ("am Mittwoch", "2024-01-17", "2024-01-17", "day"),
        ("am vergangenen Mittwoch", "2024-01-10", "2024-01-10", "day"),
        ("im vergangenen September", "2023-09-01", "2023-09-30", "month"),
        ("im Mai", "2023-05-01", "2023-05-31", "month"),
        ("Mitte Mai", "2023-05-11", "2023-05-20", "week"),
        ("vom 24. bis 26. Oktober", "2023-10-24", "2023-10-26", "span"),
        ("am letzten Tag des Jahres 1999", "1999-12-31", "1999-12-31", "day"),
        ("vor drei Tagen", "2024-01-14", "2024-01-14", "day"),
        ("vor zwei Jahren", "2022-01-01", "2022-12-31", "year"),
        ("im Vorjahr", "2023-01-01", "2023-12-31", "year"),
        ("in der vergangenen Woche", "2024-01-08", "2024-01-14", "week"),
        ("am Wochenende", "2024-01-13", "2024-01-14", "span"),
        ("zu Ostern 2021", "2021-04-04", "2021-04-04", "day"),
        ("im Sommer 2022", "2022-06-01", "2022-08-31", "season"),
        ("im Jahr 2014", "2014-01-01", "2014-12-31", "year"),
        ("gestern", "2024-01-16", "2024-01-16", "day"),
        ("in der Nacht zum Sonntag", "2024-01-14", "2024-01-14", "day"),
    ],
)
def test_an_expression_is_put_on_the_calendar(text: str, start: str, end: str, precision: str) -> None:
    found = find_dates(text, WEDNESDAY)
    assert [(str(d.start), str(d.end), d.precision) for d in found] == [(start, end, precision)]


def test_a_weekday_to_come_is_the_next_one() -> None:
    assert find_dates("am Freitag", WEDNESDAY, tense="future")[0].start == dt.date(2024, 1, 19)


def test_a_weekday_with_only_a_month_known_keeps_the_month_and_the_weekday() -> None:
    found = find_dates("am Dienstag", OCTOBER)[0]
    assert (found.start, found.end, found.weekday) == (OCTOBER.start, OCTOBER.end, 2)


def test_a_weekday_without_any_publication_date_keeps_only_the_weekday() -> None:
    found = find_dates("am Dienstag", Published())[0]
    assert (found.start, found.precision, found.weekday) == (None, "unknown", 2)


@pytest.mark.parametrize("text", ["1800 Soldaten", "der S-400-Vertrag", "31.12.2.5", "99. Tag", "guten Morgen"])
def test_what_is_no_date_gives_none(text: str) -> None:
    assert find_dates(text, WEDNESDAY) == []
