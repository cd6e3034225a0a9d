from __future__ import annotations

import datetime as dt

import pytest

from demarche.clean.boilerplate import phrases
from demarche.clean.published import UNKNOWN, intersect, read_given, settle, take_header
from demarche.records import Basis, Published

DATES = phrases("de").dates
LIMIT = dt.date(2026, 11, 23)


def interval(start: str | None, end: str | None, basis: Basis = "text") -> Published:
    return Published(start and dt.date.fromisoformat(start), end and dt.date.fromisoformat(end), basis)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("16. Januar 2024", "2024-01-16", "2024-01-16"),
        ("16.Jänner 2024", "2024-01-16", "2024-01-16"),
        ("16. Jan. 2024", "2024-01-16", "2024-01-16"),
        ("16.01.2024", "2024-01-16", "2024-01-16"),
        ("16. 1. 24", "2024-01-16", "2024-01-16"),
        ("16.01.99", "1999-01-16", "1999-01-16"),
        ("2024-01-16", "2024-01-16", "2024-01-16"),
        ("16 Jan 2024", "2024-01-16", "2024-01-16"),
        ("January 16, 2024", "2024-01-16", "2024-01-16"),
        ("FEBRUAR 2024", "2024-02-01", "2024-02-29"),
    ],
)
def test_dates_are_read_as_they_are_written(written: str, start: str, end: str) -> None:
    (found,) = DATES.find(f"am {written} in der Stadt")
    assert found.interval() == (dt.date.fromisoformat(start), dt.date.fromisoformat(end))


@pytest.mark.parametrize(
    "written", ["31.02.2024", "5.11. 17.40", "1.2.3.4", "45. Januar 2024", "2024-13-01", "0. Mai 2024", "3:2"]
)
def test_what_is_no_date_is_not_found(written: str) -> None:
    assert [date for date in DATES.find(f"am {written} in") if date.day] == []


def test_a_day_without_a_year_has_no_interval() -> None:
    (found,) = DATES.find("am 5. Mai in der Stadt")
    assert (found.day, found.month, found.year, found.interval()) == (5, 5, None, None)


@pytest.mark.parametrize(
    ("given", "start", "end"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-02-03", "2024-02-03", "2024-02-03"),
        (" 2024-02-03 ", "2024-02-03", "2024-02-03"),
        ("2024-02-03T23:30:00", "2024-02-03", "2024-02-03"),
        ("2024-02-03T23:30:00Z", "2024-02-04", "2024-02-04"),  # half past midnight in Berlin
        ("2024-02-03T01:00:00+09:00", "2024-02-02", "2024-02-02"),
    ],
)
def test_what_is_given_is_an_interval(given: str, start: str, end: str) -> None:
    assert read_given(given) == interval(start, end, "metadata")


@pytest.mark.parametrize(
    "given", ["", "gestern", "2024-13", "2024-02-30", "03.02.2024", "24", "0000", "9999-12-31T23:59:59Z"]
)
def test_what_is_no_date_is_refused(given: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the words are the library's
        read_given(given)


@pytest.mark.parametrize(
    ("text", "start", "end", "rest"),
    [
        (" date 2023-10 Titel", "2023-10-01", "2023-10-31", "Titel"),
        (" date 2023-10-05 Titel", "2023-10-05", "2023-10-05", "Titel"),
        ("date 2023 Titel", "2023-01-01", "2023-12-31", "Titel"),
        (" date 2023-10\n\nText", "2023-10-01", "2023-10-31", "\n\nText"),
    ],
)
def test_a_header_is_taken_and_gives_its_interval(text: str, start: str, end: str, rest: str) -> None:
    assert take_header(text) == (interval(start, end, "header"), rest)


@pytest.mark.parametrize("text", ["dates 2023", "Update 2023-10", "date 2023-13 Titel", "date 20231 Titel", "date", ""])
def test_what_is_no_header_is_left(text: str) -> None:
    assert take_header(text) == (UNKNOWN, text)


def test_the_narrower_of_two_intervals_gives_the_basis() -> None:
    month, day = interval("2024-01-01", "2024-01-31", "header"), interval("2024-01-16", "2024-01-16")
    assert intersect(month, day) == day
    assert intersect(day, month) == day
    assert intersect(UNKNOWN, month) == month
    assert intersect(month, interval("2024-02-01", "2024-02-02")) is None


def test_the_input_wins_against_a_text_that_contradicts_it() -> None:
    given = interval("2024-03-01", "2024-03-31", "metadata")
    assert settle([given, interval("2024-01-16", "2024-01-16")], [], LIMIT) == given


def test_a_month_is_narrowed_by_a_day_that_the_text_tells() -> None:
    header = interval("2024-01-01", "2024-01-31", "header")
    assert settle([UNKNOWN, header, interval("2024-01-16", "2024-01-16")], [], LIMIT) == interval(
        "2024-01-16", "2024-01-16"
    )


def test_a_reader_s_comment_bounds_from_above_only() -> None:
    bound = interval(None, "2024-11-05", "comment")
    assert settle([bound], [], LIMIT) == bound
    month = interval("2024-11-01", "2024-11-30", "header")
    assert settle([month, bound], [], LIMIT) == interval("2024-11-01", "2024-11-05", "comment")
    assert settle([interval("2024-12-01", "2024-12-31", "header"), bound], [], LIMIT).basis == "header"


def test_a_day_of_the_future_is_believed_from_nobody() -> None:
    future = interval("2027-01-01", "2027-01-01")
    assert settle([future], [], LIMIT) == UNKNOWN
    assert settle([future, interval("2026-11-23", "2026-11-23")], [], LIMIT).start == LIMIT


def test_a_day_without_a_year_counts_where_the_interval_has_it_once() -> None:
    days = list(DATES.find("5. Januar"))
    year = interval("2025-01-01", "2025-12-31", "metadata")
    assert settle([year], days, LIMIT) == interval("2025-01-05", "2025-01-05", "dateline")
    assert settle([interval("2024-01-01", "2025-12-31", "metadata")], days, LIMIT).start == dt.date(2024, 1, 1)
    assert settle([], days, LIMIT) == UNKNOWN
    assert settle([year], list(DATES.find("29. Februar")), LIMIT) == year
