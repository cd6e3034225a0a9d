"""Lines of a bare text that tell when it came out: `Stand: …`, a date alone, a paper's name with a date."""

from __future__ import annotations

import datetime as dt
import re

from demarche.clean.boilerplate import Phrases
from demarche.clean.lines import LONG_LINE, SHORT_LINE, Line
from demarche.records import Published

CHRONOLOGY = 3  # so many lines that begin with a date are the story itself
_SOURCE_LINE = 120
_TOP_LINES = 8  # here a short line may date the text even under a long lead
_LEAD_IN = 12  # characters before a date: a weekday
_DATE_REACH = 40
_FEW_WORDS = 5
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]{3,}")
_ADDRESS = re.compile(r"\S+\.\w{2,10}\b")
_MARKS = ",;:|/-–—("
_EDGE = " ,;:|/-–—()"


def read_date_lines(lines: list[Line], phrases: Phrases) -> tuple[list[Line], list[Published]]:
    """The lines without those that only date the text, and what these say, the most trusted first.

    Of several dates of one kind the earliest counts: later ones are of updates, or of the day the page was stored.
    """
    long = [i for i, line in enumerate(lines) if len(line.text) >= LONG_LINE]
    body = range(long[0], long[-1] + 1) if long else range(0)
    dated = [i for i, line in enumerate(lines) if len(line.text) <= SHORT_LINE and _DIGIT.search(line.text)]
    is_chronology = sum(_begins_with_date(line.text, phrases) for line in lines) >= CHRONOLOGY
    said = [found for i in dated for found in _take_phrases(lines[i], phrases)]
    ends = [] if is_chronology else [i for i in dated if i not in body or i < _TOP_LINES]
    stand = [found for i in ends for found in _take_date(lines[i], phrases)]
    return [line for line in lines if line.text], [_earliest(group) for group in (said, stand) if group]


def _begins_with_date(text: str, phrases: Phrases) -> bool:
    head = text[:_DATE_REACH]
    return _DIGIT.search(head) is not None and any(date.span[0] <= _LEAD_IN for date in phrases.dates.find(head))


def _earliest(group: list[Published]) -> Published:
    return min(group, key=lambda published: published.start or dt.date.max)


def _take_phrases(line: Line, phrases: Phrases) -> list[Published]:
    found: list[Published] = []
    if match := phrases.published_sentence.match(line.text):
        found += intervals(match["date"], phrases)
        line.text = ""
    while match := phrases.published_phrase.search(line.text):
        before, after = line.text[: match.start()], line.text[match.end() :]
        if not _stands_apart(before, match[0], after, phrases):
            break
        found += intervals(match["date"], phrases)
        line.text = f"{before} {after}".strip(_EDGE)
        line.text = line.text if len(_WORD.findall(line.text)) > 1 else ""
    return found


def _stands_apart(before: str, phrase: str, after: str, phrases: Phrases) -> bool:
    """Whether the words are no part of a sentence: `Titel Stand: 5. März`, not `Stand 5. März hatten …`."""
    is_free_ahead = not before.strip(_EDGE) or before.rstrip()[-1] in _MARKS or phrase[0].isupper()
    is_free_behind = after.lstrip()[:1] in _MARKS or _is_label(after) or phrases.byline_line.match(after.strip())
    return is_free_ahead and bool(is_free_behind)


def _take_date(line: Line, phrases: Phrases) -> list[Published]:
    match = _date_line(line.text, phrases)
    rest = match["rest"] if match else ""
    if match is None and len(line.text) <= _SOURCE_LINE:
        match = phrases.source_line.match(line.text)
        rest = f"{match['rest']} {line.text[match.end('date') :]}" if match else ""
    if match is None:
        return []
    line.text = "" if _is_label(rest) else rest.strip(_EDGE)
    return intervals(match["date"], phrases)


def _is_label(text: str) -> bool:
    """A paper's name, an author or a section: a few names and no verb. Anything else is a headline, which stays."""
    words = _WORD.findall(_ADDRESS.sub("", text))
    return len(words) <= _FEW_WORDS and not any(word.islower() for word in words)


def _date_line(text: str, phrases: Phrases) -> re.Match[str] | None:
    """A line that begins with a date and is not the beginning of a stretch of time."""
    match = phrases.date_line.match(text)
    rest = match["rest"].split(maxsplit=1) if match else []
    return None if rest and rest[0] in phrases.range_words else match


def intervals(text: str, phrases: Phrases) -> list[Published]:
    """The days or months written in the text."""
    found = (date.interval() for date in phrases.dates.find(text))
    return [Published(*interval, "text") for interval in found if interval]
