"""German date expressions and the interval that each stands for, against the time of publication."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from dateutil.easter import easter

from demarche.extract.dates import (
    DateFound,
    is_day,
    is_month,
    month_interval,
    month_precision,
    nearest_weekday,
    safe_date,
    shift_months,
    widened,
    year_interval,
)
from demarche.languages import load
from demarche.records import Precision, Published

Interval = tuple[dt.date, dt.date]
Tense = Literal["past", "present", "future"]
Rule = Callable[[re.Match[str], "_Context"], DateFound | None]
YEAR = r"(?:1[89]|20)\d\d"


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], Rule], ...]:
    """The expressions of `dates.yml`, compiled, with the rule that reads each."""
    data = load("de", "dates")
    return tuple(
        (re.compile(_expand(source), re.IGNORECASE), globals()[f"_{rule}"]) for rule, source in data["patterns"]
    )


def _expand(source: str) -> str:
    """A pattern of the data file as a regular expression: words for <name>, white space for a blank."""
    which = "(?:(?P<past><past>)|(?P<future><future>)|(?P<now><current>))"
    macros = {"month": r"(?:<months>)\b\.?", "which": which, "last": "(?:vergangenen|letzten|vorigen)", "year": YEAR}
    for name, text in macros.items():
        source = re.sub(rf"(?<!\(\?P)<{name}>", text.replace("\\", r"\\"), source)
    return re.sub(r"(?<!\(\?P)<(\w+)>", lambda match: _words(match[1]), source).replace(" ", r"\s+")


def _words(name: str) -> str:
    """An alternation of a list or mapping of the data file, the longest first."""
    return "|".join(sorted(load("de", "dates")[name], key=len, reverse=True))


class _Context:
    """What a rule needs beside its match: publication, tense, and where the expression stands."""

    def __init__(self, published: Published, tense: Tense, offset: int) -> None:
        self.published, self.tense, self.offset = published, tense, offset

    @property
    def is_future(self) -> bool:
        """Whether the text speaks of what is to come."""
        return self.tense == "future"

    @property
    def anchor(self) -> dt.date | None:
        """The last day on which the text can have been published."""
        return self.published.end

    def found(
        self,
        match: re.Match[str],
        interval: Interval | None,
        precision: Precision,
        basis: str,
        weekday: int | None = None,
    ) -> DateFound:
        span = (match.start() + self.offset, match.end() + self.offset)
        start, end = interval or (None, None)
        return DateFound(start, end, precision, basis, span, weekday)

    def year_for(self, month: int, day: int | None, groups: dict[str, str | None]) -> int | None:
        """The year meant where only a month or day is named: said outright, else by tense the nearest one."""
        if groups.get("y"):
            year = int(groups["y"] or 0)
            return year if year > 99 else 2000 + year if year < 70 else 1900 + year
        anchor = self.anchor
        if anchor is None or safe_date(anchor.year, month, day or 1) is None:
            return anchor.year if anchor else None
        steps = {"rel": -1, "nextyear": 1, "now": 0}
        said = next((step for name, step in steps.items() if groups.get(name)), None)
        if said is not None:
            return anchor.year + said
        if groups.get("future") or (self.is_future and not groups.get("past")):
            return self._year_ahead(month, day, anchor)
        return self._year_behind(month, day, anchor, is_last=bool(groups.get("past")))

    def _year_ahead(self, month: int, day: int | None, anchor: dt.date) -> int:
        last = safe_date(anchor.year, month, day or 28)
        first = self.published.start or anchor
        return anchor.year if last is None or last >= first else anchor.year + 1

    def _year_behind(self, month: int, day: int | None, anchor: dt.date, *, is_last: bool) -> int:
        """`im Mai`: the last May; a day told in the present tense is the nearest such day, past or to come."""
        if is_last and day is None and month == anchor.month:
            return anchor.year - 1
        candidate = dt.date(anchor.year, month, day or 1)
        if day is not None and not is_last and self.tense == "present":
            years = (anchor.year - 1, anchor.year, anchor.year + 1)
            return min(years, key=lambda y: abs((safe_date(y, month, day) or candidate) - anchor))
        is_ahead = candidate > anchor + dt.timedelta(days=1 if day is None or self.tense == "past" else 45)
        return anchor.year - 1 if is_ahead else anchor.year


def _month_number(groups: dict[str, str | None]) -> int:
    if groups.get("mn"):
        return int(groups["mn"] or 0)
    return int(load("de", "dates")["months"][(groups["m"] or "").lower().rstrip(".")])


def _day_month(match: re.Match[str], ctx: _Context) -> DateFound | None:
    groups = match.groupdict()
    month, day = _month_number(groups), int(groups["d"])
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    year = ctx.year_for(month, day, groups)
    if year is None:
        return ctx.found(match, None, "day", "explicit")
    value = safe_date(year, month, day)
    return ctx.found(match, (value, value), "day", "explicit") if value else None


def _range(match: re.Match[str], ctx: _Context) -> DateFound | None:
    groups = match.groupdict()
    months = load("de", "dates")["months"]
    last_month = int(months[groups["m2"].lower()])
    first_month = int(months[groups["m1"].lower()]) if groups["m1"] else last_month
    year = ctx.year_for(last_month, int(groups["d2"]), groups)
    if year is None:
        return None
    first = safe_date(year - (first_month > last_month), first_month, int(groups["d1"]))
    last = safe_date(year, last_month, int(groups["d2"]))
    return ctx.found(match, (first, last), "span", "explicit") if first and last and first <= last else None


def _last_day(match: re.Match[str], ctx: _Context) -> DateFound:
    day = dt.date(int(match["y"]), 12, 31)
    return ctx.found(match, (day, day), "day", "explicit")


def _part_of_month(match: re.Match[str], ctx: _Context) -> DateFound | None:
    groups = match.groupdict()
    month = _month_number(groups)
    first, last = load("de", "dates")["parts_of_month"][match["part"].lower()]
    year = ctx.year_for(month, first, groups)
    if year is None:
        return None
    start, end = month_interval(year, month)
    return ctx.found(
        match, (start.replace(day=first), end if last > 28 else start.replace(day=last)), "week", "explicit"
    )


def _part_of_this_month(match: re.Match[str], ctx: _Context) -> DateFound | None:
    """`Anfang des Monats`, `zu Monatsbeginn`: of the month of publication, or the one before or after it."""
    groups = match.groupdict()
    if ctx.anchor is None or not is_month(ctx.published):
        return None
    step = -1 if groups.get("past") else 1 if groups.get("future") else 0
    moved = shift_months(ctx.anchor, step)
    start, end = month_interval(moved.year, moved.month)
    first, last = load("de", "dates")["parts_of_month"][match["part"].lower()]
    return ctx.found(
        match, (start.replace(day=first), end if last > 28 else start.replace(day=last)), "week", "relative"
    )


def _part_of_year(match: re.Match[str], ctx: _Context) -> DateFound:
    first, last = load("de", "dates")["parts_of_year"][match["part"].lower()]
    year = int(match["y"])
    return ctx.found(match, (month_interval(year, first)[0], month_interval(year, last)[1]), "season", "explicit")


def _month(match: re.Match[str], ctx: _Context) -> DateFound | None:
    groups = match.groupdict()
    month = _month_number(groups)
    year = ctx.year_for(month, None, groups)
    if year is None:
        return None
    return ctx.found(match, month_interval(year, month), "month", "explicit")


def _season(match: re.Match[str], ctx: _Context) -> DateFound | None:
    groups = match.groupdict()
    first, last = load("de", "dates")["seasons"][match["season"].lower()]
    year = ctx.year_for(first, None, groups)
    if year is None:
        return None
    end_year = year + 1 if last < first else year
    return ctx.found(match, (month_interval(year, first)[0], month_interval(end_year, last)[1]), "season", "explicit")


def _weekday(match: re.Match[str], ctx: _Context) -> DateFound:
    groups = match.groupdict()
    weekday = load("de", "dates")["weekdays"][match["w"].lower()]
    published = ctx.published
    if not is_day(published):
        interval = widened(published, 0, 0)
        return ctx.found(match, interval, month_precision(*interval) if interval else "unknown", "weekday", weekday)
    is_future = bool(groups.get("future")) or (ctx.tense != "past" and not groups.get("past"))
    anchor = (published.start if is_future else published.end) or dt.date.max
    day = nearest_weekday(anchor, weekday, is_future=is_future)
    if groups.get("past") and day == anchor:
        day -= dt.timedelta(days=7)
    return ctx.found(match, (day, day), "day", "weekday", weekday)


def _relative_day(match: re.Match[str], ctx: _Context) -> DateFound | None:
    word = match["rd"].lower()
    if word == "morgen" and match["rd"][0].isupper():
        return None
    days = load("de", "dates")["relative_days"].get(word, 1)
    interval = widened(ctx.published, days, days)
    return ctx.found(match, interval, month_precision(*interval), "relative") if interval else None


def _count(word: str) -> int:
    return int(word) if word.isdigit() else int(load("de", "dates")["numbers"][word.lower()])


def _moved(ctx: _Context, count: int, unit: str) -> tuple[Interval, Precision] | None:
    if ctx.published.start is None or ctx.published.end is None:
        return None
    start, end = ctx.published.start, ctx.published.end
    if unit == "day":
        moved = start + dt.timedelta(days=count), end + dt.timedelta(days=count)
        return moved, month_precision(*moved)
    if unit == "week":
        return (start + dt.timedelta(days=7 * count - 3), end + dt.timedelta(days=7 * count + 3)), "week"
    if unit == "month":
        return (
            month_interval(*_year_month(shift_months(start, count)))[0],
            month_interval(*_year_month(shift_months(end, count)))[1],
        ), "month"
    years = count * (10 if unit == "decade" else 1)
    if not 1 <= end.year + years <= 9999 or start.year + years < 1:
        return None
    return (year_interval(start.year + years)[0], year_interval(end.year + years)[1]), "year"


def _year_month(day: dt.date) -> tuple[int, int]:
    return day.year, day.month


def _ago(match: re.Match[str], ctx: _Context) -> DateFound | None:
    moved = _moved(ctx, -_count(match["n"]), load("de", "dates")["units"][match["u"].lower()])
    return ctx.found(match, moved[0], moved[1], "relative") if moved else None


def _ahead(match: re.Match[str], ctx: _Context) -> DateFound | None:
    moved = _moved(ctx, _count(match["n"]), load("de", "dates")["units"][match["u"].lower()])
    return ctx.found(match, moved[0], moved[1], "relative") if moved and ctx.is_future else None


def _unit(match: re.Match[str], ctx: _Context) -> DateFound | None:
    unit = match["u"].lower()
    step = -1 if match["past"] else 1 if match["future"] else 0
    if unit == "wochenende":
        return _weekend(match, ctx)
    start, end = ctx.published.start, ctx.published.end
    if start is None or end is None:
        return None
    if unit == "woche":
        first = start - dt.timedelta(days=start.isoweekday() - 1) + dt.timedelta(days=7 * step)
        last = end - dt.timedelta(days=end.isoweekday() - 7) + dt.timedelta(days=7 * step)
        return ctx.found(match, (first, last), "week" if (last - first).days < 8 else "month", "relative")
    if unit.startswith("monat"):
        return ctx.found(
            match,
            (
                month_interval(*_year_month(shift_months(start, step)))[0],
                month_interval(*_year_month(shift_months(end, step)))[1],
            ),
            "month",
            "relative",
        )
    return ctx.found(
        match, (year_interval(start.year + step)[0], year_interval(end.year + step)[1]), "year", "relative"
    )


def _previous_unit(match: re.Match[str], ctx: _Context) -> DateFound | None:
    unit = {"vorjahr": "year", "vormonat": "month", "vorwoche": "week"}[match["prev"].lower()]
    moved = _moved(ctx, -1, unit)
    return ctx.found(match, moved[0], moved[1], "relative") if moved else None


def _weekend(match: re.Match[str], ctx: _Context) -> DateFound | None:
    if not is_day(ctx.published):
        interval = widened(ctx.published, 0, 0)
        return ctx.found(match, interval, month_precision(*interval), "relative") if interval else None
    anchor = ctx.published.end or dt.date.max
    sunday = nearest_weekday(anchor, 7, is_future=ctx.is_future or anchor.isoweekday() == 6)
    return ctx.found(match, (sunday - dt.timedelta(days=1), sunday), "span", "relative")


def _holiday(match: re.Match[str], ctx: _Context) -> DateFound | None:
    name, data, groups = match["h"].lower(), load("de", "dates"), match.groupdict()
    if name in data["holidays"]:
        month, day = data["holidays"][name]
        year = ctx.year_for(month, day, groups)
        value = safe_date(year, month, day) if year else None
    else:
        year = ctx.year_for(4, None, groups)
        value = easter(year) + dt.timedelta(days=data["movable"][name]) if year else None
    return ctx.found(match, (value, value), "day", "holiday") if value else None


def _year(match: re.Match[str], ctx: _Context) -> DateFound | None:
    year = int(match["y"])
    if ctx.anchor is not None and year > ctx.anchor.year + 30:
        return None
    return ctx.found(match, year_interval(year), "year", "explicit")


def find_dates(text: str, published: Published, *, tense: Tense = "past", offset: int = 0) -> list[DateFound]:
    """The date expressions of a piece of text in order; the rules named first win where two overlap. `tense` is that of
    what they date; spans are moved by `offset` (code points)."""
    context = _Context(published, tense, offset)
    taken: list[DateFound] = []
    for found in _all(text, context):
        if all(found.span[1] <= other.span[0] or other.span[1] <= found.span[0] for other in taken):
            taken.append(found)
    return sorted(taken, key=lambda found: found.span)


def _is_bound(text: str, match: re.Match[str]) -> bool:
    """Whether the expression only bounds a time (`seit 1971`, `bis zum 3. Mai`): it dates nothing by itself."""
    data = load("de", "dates")
    before = [word.lower() for word in text[: match.start()].split()[-2:]]
    first = match.group().split()[0].lower()
    return first in data["bounds"] or any(word in data["bounds"] or word in data["bounds_before"] for word in before)


def _all(text: str, context: _Context) -> Iterator[DateFound]:
    for pattern, rule in _patterns():
        for match in pattern.finditer(text):
            found = rule(match, context)
            if found is not None:
                yield replace(found, is_bound=_is_bound(text, match))
