"""Dates as intervals: how a date expression narrows down when an event took place.

A language's `dates.py` finds expressions; here is what they have in common: calendar arithmetic against the interval
in which the text was published.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from demarche.records import Precision, Published


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date expression: the interval it stands for, how precise, by which rule, and where in the text."""

    start: dt.date | None
    end: dt.date | None
    precision: Precision
    basis: str  # explicit, relative, weekday, holiday
    span: tuple[int, int]
    weekday: int | None = None
    is_bound: bool = False  # `seit`, `bis`: not the time itself

    @property
    def rank(self) -> int:
        """How precise it is: 0 for a day."""
        return ("day", "span", "week", "month", "season", "year", "unknown").index(self.precision)

    @property
    def is_known(self) -> bool:
        """Whether the expression could be put on the calendar."""
        return self.start is not None


def month_interval(year: int, month: int) -> tuple[dt.date, dt.date]:
    """First and last day of a month."""
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def year_interval(year: int) -> tuple[dt.date, dt.date]:
    """First and last day of a year."""
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def safe_date(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def shift_months(day: dt.date, months: int) -> dt.date:
    """The same day some months on, or the month's last day where it is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def nearest_weekday(anchor: dt.date, weekday: int, *, is_future: bool) -> dt.date:
    """The nearest such weekday at or before the anchor, or at or after it."""
    if is_future:
        return anchor + dt.timedelta(days=(weekday - anchor.isoweekday()) % 7)
    return anchor - dt.timedelta(days=(anchor.isoweekday() - weekday) % 7)


def widened(published: Published, before: int, after: int) -> tuple[dt.date, dt.date] | None:
    """The published interval with some days more on either side: what `gestern` means when only a month is known."""
    if published.start is None or published.end is None:
        return None
    return published.start + dt.timedelta(days=before), published.end + dt.timedelta(days=after)


def reported(published: Published) -> DateFound | None:
    """When something is dated by nothing but its being reported: news is of the last two days before publication, or
    of the month where only that is known."""
    if published.start is None or published.end is None:
        return None
    if is_day(published):
        return DateFound(published.end - dt.timedelta(days=2), published.end, "week", "published", (0, 0))
    return DateFound(
        published.start, published.end, month_precision(published.start, published.end), "published", (0, 0)
    )


def is_day(published: Published) -> bool:
    """Whether the day of publication is known (or one of two days)."""
    return published.start is not None and published.end is not None and (published.end - published.start).days <= 1


def is_month(published: Published) -> bool:
    """Whether the month of publication is known."""
    first, last = published.start, published.end
    return first is not None and last is not None and (first.year, first.month) == (last.year, last.month)


def month_precision(start: dt.date, end: dt.date) -> Precision:
    """The precision of an interval that came from a publication interval."""
    days = (end - start).days
    if days <= 1:
        return "day"
    return "week" if days <= 8 else "month" if days <= 33 else "season" if days <= 100 else "year"
