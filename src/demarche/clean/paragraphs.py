"""From lines to paragraphs, and what hangs on a paragraph's two ends: bylines, datelines, agencies, links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from demarche.clean.boilerplate import Phrases
from demarche.clean.dating import intervals
from demarche.clean.lines import Line
from demarche.clean.written_dates import WrittenDate
from demarche.records import Published

WRAP_WIDTH = 100  # a mail program or terminal breaks lines at this width or before
BODY_LENGTH = 120  # characters of a paragraph that may begin with a dateline
HEADLINE_LENGTH = 160
_HEADLINE_WORDS = 4
_OPENING = 3
_WRAPPED_LINES = 3
_DATELINE_REACH = 200
_TAIL_REACH = 100
_TAILS = 3  # a source behind an agency behind a link
_SENTENCE_END = re.compile(r"[.!?…:]['\"“”»«’)\]]*$")
_INNER_END = re.compile(r"[^\W_]{2}[.!?] [^\W\d_]")
_LONG_ENOUGH = 60  # a line with a sentence's end inside and none at its end goes on in the next
_TOKEN_MARKS = re.compile(r"[/,;·+|]|\s")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,3}|[a-zß-ÿ]{1,5}")
_BRACKET_TAIL = re.compile(r" ?\( ?(?P<body>[^()]{2,60}?) ?\)\.?$")
_CODE_TAIL = re.compile(r"(?<=[.!?“”\"»«] )[a-zß-ÿ]{2,3}$")
_OFFICE = re.compile(r"[a-zß-ÿ][a-zß-ÿ/, -]{2,}|(?:www\.)?[\w-]+\.\w{2,4}")
_SECOND_DASH = re.compile(r"[^.!?]{0,150} [-–—] ")


@dataclass(slots=True)
class Ends:
    """What the ends of the paragraphs told."""

    place: str | None = None
    has_agency: bool = False
    found: list[Published] = field(default_factory=list)
    days: list[WrittenDate] = field(default_factory=list)  # of a dateline without a year


def join_wrapped(lines: list[Line]) -> list[Line]:
    """One line a paragraph: lines that a mail program or terminal broke are joined again."""
    paragraphs: list[list[Line]] = []
    for group in _groups(lines):
        width = _wrap_width(group)
        for i, line in enumerate(group):
            if i and _goes_on(group[i - 1], line, width):
                paragraphs[-1].append(line)
            else:
                paragraphs.append([line])
    return [Line(" ".join(line.text for line in parts), parts[0].opens, parts[0].credit) for parts in paragraphs]


def _groups(lines: list[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if line.opens and group:
            yield group
            group = []
        group.append(line)
    yield group


def _wrap_width(group: list[Line]) -> int:
    """The width at which the group's lines were broken, 0 where they were not: no next word had room in its line."""
    width = max((len(line.text) for line in group), default=0)
    if len(group) < _WRAPPED_LINES or width > WRAP_WIDTH:
        return 0
    open_pairs = [pair for pair in pairwise(group) if not _SENTENCE_END.search(pair[0].text)]
    is_wrapped = len(open_pairs) >= _WRAPPED_LINES - 1 and all(_is_full(a, b, width) for a, b in open_pairs)
    return width if is_wrapped else 0


def _is_full(line: Line, following: Line, width: int) -> bool:
    return len(line.text) + 1 + len(following.text.split(maxsplit=1)[0]) > width


def _goes_on(line: Line, following: Line, width: int) -> bool:
    if width:
        return _is_full(line, following, width)
    if line.credit or following.credit or _SENTENCE_END.search(line.text[-20:]):
        return False
    return following.text[0].islower() or (len(line.text) >= _LONG_ENOUGH and bool(_INNER_END.search(line.text)))


def drop_repeated(lines: list[Line]) -> list[Line]:
    """The lines without those that are the same as the one before."""
    return [line for i, line in enumerate(lines) if not i or line.text != lines[i - 1].text]


# --- the end of a paragraph -------------------------------------------------------------------------------------------


def take_tails(lines: list[Line], phrases: Phrases, ends: Ends) -> list[Line]:
    """The paragraphs without links, sources, agencies and authors' codes at their end."""
    for line in lines:
        line.text = _without_tail(line.text, phrases, ends)
    if lines:
        lines[-1].text = _CODE_TAIL.sub("", lines[-1].text).rstrip()
    return [line for line in lines if line.text]


def _without_tail(text: str, phrases: Phrases, ends: Ends) -> str:
    for _ in range(_TAILS):
        if match := phrases.tail_marker.search(text, max(0, len(text) - phrases.tail_length)):
            text = text[: match.start()].rstrip()
        if match := phrases.source_tail.search(text, max(0, len(text) - _TAIL_REACH)):
            text = text[: match.start()].rstrip()
        text = _without_agency(text, phrases, ends)
    return text


def _without_agency(text: str, phrases: Phrases, ends: Ends) -> str:
    reach = max(0, len(text) - _TAIL_REACH)
    if match := phrases.agency_tail.search(text, reach):
        ends.has_agency = True
        return text[: match.start()].rstrip()
    match = _BRACKET_TAIL.search(text, reach) if text[-2:].strip(".").endswith(")") else None
    if match is None or not _is_agency_tail(match["body"], phrases):
        return text
    ends.has_agency = True
    ends.found += intervals(match["body"], phrases)
    return text[: match.start()]


def _is_agency_tail(body: str, phrases: Phrases) -> bool:
    """Agencies, editors' codes and a date, with at least one agency."""
    rest = body
    for date in reversed(list(phrases.dates.find(body))):
        rest = rest[: date.span[0]] + rest[date.span[1] :]
    if rest.strip(" ,").lower() in phrases.tail_tokens:
        return True
    tokens = [token.strip(",:").lower() for token in _TOKEN_MARKS.split(rest) if token.strip(",:")]
    known = [token in phrases.tail_tokens for token in tokens]
    return any(known) and all(k or _INITIALS.fullmatch(t) for k, t in zip(known, tokens, strict=True))


# --- the beginning of a paragraph -------------------------------------------------------------------------------------


def take_datelines(lines: list[Line], phrases: Phrases, ends: Ends) -> list[Line]:
    """The paragraphs without `MOSKAU (Reuters) –` and the like; the first place is kept in `ends`."""
    for line in lines:
        if not line.credit:
            line.text = _without_dateline(_without_dateline(line.text, phrases, ends), phrases, ends)
    body = next((i for i, line in enumerate(lines) if len(line.text) >= BODY_LENGTH and not line.credit), None)
    if body is not None and not ends.found:
        lines[body].text = _without_date(lines[body].text, phrases, ends)
    if body is not None and ends.place is None:
        lines[body].text = _without_bare_place(lines, body, phrases, ends)
    return lines


def _without_dateline(text: str, phrases: Phrases, ends: Ends) -> str:
    head = text[:_DATELINE_REACH]
    for pattern in phrases.datelines:
        match = pattern.match(head)
        if match is None or not _is_dateline(match.groupdict(), phrases):
            continue
        parts = match.groupdict()
        ends.place = ends.place or parts.get("place")
        ends.has_agency = True
        for date in phrases.dates.find(parts.get("date") or parts.get("agency") or ""):
            if interval := date.interval():
                ends.found.append(Published(*interval, "dateline"))
            else:
                ends.days.append(date)
        return text[match.end() :]
    return text


def _without_date(text: str, phrases: Phrases, ends: Ends) -> str:
    """The story's first paragraph without the date that opens it. In a chronicle every paragraph has one: it stays."""
    match = phrases.date_opening.match(text)
    intervals = [date.interval() for date in phrases.dates.find(match["date"])] if match else []
    if match is None or not intervals or intervals[0] is None:
        return text
    ends.found.append(Published(*intervals[0], "dateline"))
    return text[match.end() :]


def _is_dateline(parts: dict[str, str | None], phrases: Phrases) -> bool:
    """Whether the place can be one, and the bracket names an agency or a press office (`hofburg`), if there is one."""
    place, agency = parts.get("place") or "", parts.get("agency")
    if place.upper() in phrases.places_never:
        return False
    if agency is None or phrases.agency.search(agency):
        return True
    return _OFFICE.fullmatch(agency) is not None and agency not in phrases.bracket_never


def _without_bare_place(lines: list[Line], body: int, phrases: Phrases, ends: Ends) -> str:
    """A paragraph without a place before it, where it is in capitals or told again, or an agency sent the story."""
    text = lines[body].text
    for pattern in phrases.bare_datelines:
        match = pattern.match(text[:_DATELINE_REACH])
        if (
            match is None
            or match["place"].upper() in phrases.places_never
            or len(text) - match.end() < BODY_LENGTH // 2
        ):
            continue
        rest = text[match.end() :]
        is_certain = ends.has_agency or match["place"].isupper() or _is_told_again(match["place"], lines, body, rest)
        if not is_certain or _is_aside(match[0], rest):
            continue
        ends.place = match["place"]
        return rest
    return text


def _is_aside(opening: str, rest: str) -> bool:
    """`Moskau - Hauptstadt Russlands - hat`: a second dash closes what the first opened."""
    return opening.rstrip()[-1] in "-–—" and "/" not in opening and _SECOND_DASH.match(rest) is not None


def _is_told_again(place: str, lines: list[Line], body: int, rest: str) -> bool:
    name = place.split("/", maxsplit=1)[0].lower()
    return name in rest.lower() or any(name in line.text.lower() for i, line in enumerate(lines) if i != body)


def take_headline_bylines(lines: list[Line], phrases: Phrases) -> list[Line]:
    """Headlines without an agency or an author at their end."""
    for line in lines[:3]:
        if len(line.text) <= HEADLINE_LENGTH * 2:
            line.text = phrases.byline_tail.sub("", line.text)
    return lines


def headline(paragraphs: list[str]) -> str | None:
    """The first of the opening paragraphs that is a headline: no kicker of a word or two, and no sentence."""
    for text in paragraphs[:_OPENING] if len(paragraphs) > 1 else []:
        if len(text) > HEADLINE_LENGTH or text.endswith((".", ":", ",", ";")):
            return None
        if len(text.split()) >= _HEADLINE_WORDS:
            return text
    return None
