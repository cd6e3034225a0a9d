"""Dates as they are printed, found by the month names of a language: `16. Januar 2024`, `16.01.24`, `2024-01-16`."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?"
_YEAR = r"(?:19|20)\d\d"
_CENTURY_TURN = 70  # of a year with two digits: 69 is 2069, 70 is 1970


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text: `span` in code points; year or day are None where they are not written."""

    span: tuple[int, int]
    month: int
    year: int | None = None
    day: int | None = None

    def interval(self) -> tuple[dt.date, dt.date] | None:
        """First and last day meant, None where the year is missing."""
        if self.year is None:
            return None
        if self.day is None:
            return month_interval(self.year, self.month)
        day = dt.date(self.year, self.month, self.day)
        return day, day


def month_interval(year: int, month: int) -> tuple[dt.date, dt.date]:
    """First and last day of a month."""
    return dt.date(year, month, 1), dt.date(year, month, monthrange(year, month)[1])


class DateReader:
    """Finds dates by the month names given (number of the month: its names)."""

    def __init__(self, months: Mapping[int, Sequence[str]]) -> None:
        self._month_of = {name.casefold(): number for number, names in months.items() for name in names}
        names = "|".join(re.escape(name) for name in sorted(self._month_of, key=len, reverse=True))
        month = rf"(?i:{names})(?![^\W\d_])\.?"
        self.day_pattern = (
            rf"(?:(?<!\d)[0-3]?\d\. ?[01]?\d\. ?(?:{_YEAR}|\d\d)(?![.:]?\d)"
            rf"|(?<![\d-]){_YEAR}-[01]\d-[0-3]\d(?!\d)"
            rf"|(?<!\d)[0-3]?\d\.? ?{month},? ?{_YEAR}(?!\d)"
            rf"|\b{month} [0-3]?\d, {_YEAR}(?!\d))"
        )
        self.month_pattern = rf"(?:\b{month} {_YEAR}(?!\d))"
        self.day_of_year_pattern = rf"(?:(?<!\d)[0-3]?\d\. ?{month})"
        self._date = re.compile(
            rf"(?<!\d)(?P<d1>[0-3]?\d)\. ?(?P<m1>[01]?\d)\. ?(?P<y1>{_YEAR}|\d\d)(?![.:]?\d)"
            rf"|(?<![\d-])(?P<y2>{_YEAR})-(?P<m2>[01]\d)-(?P<d2>[0-3]\d)(?!\d)"
            rf"|(?<!\d)(?P<d3>[0-3]?\d)\.? ?(?P<m3>{month}),? ?(?P<y3>{_YEAR})(?!\d)"
            rf"|\b(?P<m4>{month}) (?P<d4>[0-3]?\d), (?P<y4>{_YEAR})(?!\d)"
            rf"|\b(?P<m5>{month}) (?P<y5>{_YEAR})(?!\d)"
            rf"|(?<!\d)(?P<d6>[0-3]?\d)\. ?(?P<m6>{month})"
        )

    def find(self, text: str) -> Iterator[WrittenDate]:
        """The dates in the text that exist in the calendar, in order."""
        for match in self._date.finditer(text):
            parts = {name[0]: value for name, value in match.groupdict().items() if value is not None}
            found = WrittenDate(match.span(), self._month(parts["m"]), _year(parts.get("y")), _number(parts.get("d")))
            if _exists(found):
                yield found

    def _month(self, written: str) -> int:
        return int(written) if written.isdecimal() else self._month_of[written.rstrip(".").casefold()]


def _number(written: str | None) -> int | None:
    return None if written is None else int(written)


def _year(written: str | None) -> int | None:
    if written is None or len(written) == 4:
        return _number(written)
    return int(written) + (2000 if int(written) < _CENTURY_TURN else 1900)


def _exists(date: WrittenDate) -> bool:
    if not 1 <= date.month <= 12:
        return False
    leap_year = 2000  # so that 29 February without a year passes
    return date.day is None or 1 <= date.day <= monthrange(date.year or leap_year, date.month)[1]
