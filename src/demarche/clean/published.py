"""When a text was published: an interval of days, settled from all that tells of it, and where it is known from."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from demarche.clean.written_dates import WrittenDate, month_interval
from demarche.records import Basis, Published

UNKNOWN = Published()
NEWSROOM_ZONE = ZoneInfo("Europe/Berlin")  # a timestamp with an offset counts as a day there (DESIGN section 6)
_GIVEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_HEADER = re.compile(r"\s*date (\d{4}(?:-\d{2}(?:-\d{2})?)?)(?![\w-])")


def read_given(value: str, basis: Basis = "metadata") -> Published:
    """The interval of `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or an ISO timestamp; ValueError where it is none of them."""
    value = value.strip()
    if not (match := _GIVEN.fullmatch(value)):
        day = _day_of(dt.datetime.fromisoformat(value))
        return Published(day, day, basis)
    year, month, day_of_month = (int(part or 0) for part in match.groups())
    if not match[2]:
        return Published(dt.date(year, 1, 1), dt.date(year, 12, 31), basis)
    if not match[3]:
        return Published(*_checked_month(year, month), basis)
    day = dt.date(year, month, day_of_month)
    return Published(day, day, basis)


def _checked_month(year: int, month: int) -> tuple[dt.date, dt.date]:
    dt.date(year, month, 1)  # a ValueError in words; calendar raises another kind
    return month_interval(year, month)


def _day_of(moment: dt.datetime) -> dt.date:
    try:
        return moment.date() if moment.tzinfo is None else moment.astimezone(NEWSROOM_ZONE).date()
    except OverflowError as error:  # the first and last days of the calendar
        raise ValueError(str(error)) from error


def take_header(text: str) -> tuple[Published, str]:
    """The interval of a header such as ` date 2023-10` and the text behind it; unknown where there is none."""
    if not (match := _HEADER.match(text)):
        return UNKNOWN, text
    try:
        return read_given(match[1], "header"), text[match.end() :].lstrip(" ")
    except ValueError:
        return UNKNOWN, text


def intersect(one: Published, other: Published) -> Published | None:
    """The days that both allow, with the basis of the one that narrowed the other; None where there is none."""
    start = max((d for d in (one.start, other.start) if d), default=None)
    end = min((d for d in (one.end, other.end) if d), default=None)
    if start and end and start > end:
        return None
    if (start, end) == (one.start, one.end):
        return one
    return Published(start, end, other.basis)


def resolve_day(date: WrittenDate, within: Published, basis: Basis) -> Published | None:
    """A day and month without a year, where the interval holds that day exactly once."""
    if within.start is None or within.end is None or date.day is None:
        return None
    days = [_day_in(year, date.month, date.day) for year in range(within.start.year, within.end.year + 1)]
    inside = [day for day in days if day and within.start <= day <= within.end]
    return Published(inside[0], inside[0], basis) if len(inside) == 1 else None


def _day_in(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:  # 29 February of a common year
        return None


def settle(found: Iterable[Published], days: Iterable[WrittenDate], limit: dt.date) -> Published:
    """One interval from what was found, the most trusted first; what contradicts it or begins after limit is left out.

    `days` are days of datelines without a year; they count where the interval holds that day once.
    """
    settled = UNKNOWN
    for interval in found:
        if (interval.start or interval.end or limit) <= limit:
            settled = intersect(settled, interval) or settled
    for date in days:
        if (day := resolve_day(date, settled, "dateline")) and day.start and day.start <= limit:
            settled = intersect(settled, day) or settled
    return settled
