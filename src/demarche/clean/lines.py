"""The lines of a bare text: which belong to the story, and which to its readers, its publisher or the page."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from itertools import accumulate

from demarche.clean.boilerplate import Phrases, line_key

SHORT_LINE = 300  # characters; a longer line is text, whatever words it begins with
LONG_LINE = 160  # from here on a line counts as a paragraph of the story
BODY_SEEN = 300  # characters of story before a line can end it
_COMMENT_HEAD = 100
_DATELINE_REACH = 200
_BAR = 12  # words
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
_YEAR_LINE = re.compile(r"(?:19|20)\d\d")
_SENTENCE_END = re.compile(r"[.!?…:]['\"“”»«’)\]]*$")


@dataclass(slots=True)
class Line:
    """A line of a text."""

    text: str
    opens: bool = False  # a blank line stands before it
    credit: str | None = None  # of a picture's caption: the line with what was said of its maker


def split_lines(text: str, phrases: Phrases) -> list[Line]:
    """The lines with anything in them, table bars taken off, a date parted from the sentence glued to it."""
    lines: list[Line] = []
    opens = True
    for raw in text.split("\n"):
        if stripped := raw.strip(" |"):
            lines += _part_glued_date(Line(stripped, opens), phrases)
        opens = not stripped
    return lines


def _part_glued_date(line: Line, phrases: Phrases) -> list[Line]:
    if not (match := phrases.glued_date_line.match(line.text[:_DATELINE_REACH])):
        return [line]
    return [Line(match["date"], line.opens), Line(line.text[match.end("date") :], opens=True)]


def cut_comments(lines: list[Line], phrases: Phrases) -> tuple[list[Line], dt.date | None]:
    """The lines before the readers' comments, and the earliest day of a comment: the story is no younger."""
    behind_body = range(_body_end(lines), len(lines))
    heads = [i for i in behind_body if i + 1 < len(lines) and _is_comment_head(lines, i, phrases)]
    upto = list(accumulate((len(line.text) for line in lines), initial=0))
    story = upto[-1] * (1 - phrases.end_share)
    ends = [i for i in behind_body if (heads or upto[i + 1] >= story) and _is_end_line(lines[i].text, phrases)]
    days = [day for i in heads for day in _days(f"{lines[i].text} {lines[i + 1].text[:40]}", phrases)]
    return lines[: min(heads[:1] + ends[:1], default=len(lines))], min(days, default=None)


def _body_end(lines: list[Line]) -> int:
    seen = 0
    for i, line in enumerate(lines):
        seen += len(line.text)
        if seen >= BODY_SEEN:
            return i + 1
    return len(lines)


def _is_comment_head(lines: list[Line], i: int, phrases: Phrases) -> bool:
    text, below = lines[i].text, lines[i + 1].text
    if len(text) > _COMMENT_HEAD:
        return False
    if any(c.isdigit() for c in text):
        return phrases.comment_line.match(text) is not None
    return bool(len(below) <= 60 and phrases.comment_opener.match(text) and phrases.date_line.match(below))


def _is_end_line(text: str, phrases: Phrases) -> bool:
    return len(text) <= SHORT_LINE and phrases.end_line.match(line_key(text)) is not None


def _days(text: str, phrases: Phrases) -> list[dt.date]:
    return [interval[1] for date in phrases.dates.find(text) if date.day and (interval := date.interval())]


def drop_teasers(lines: list[Line], phrases: Phrases) -> list[Line]:
    """The lines without headlines of other stories that stand under a line announcing them."""
    kept: list[Line] = []
    among_teasers = False
    for line in lines:
        if len(line.text) <= SHORT_LINE and kept and phrases.related_line.match(line_key(line.text)):
            among_teasers = True
            continue
        among_teasers = among_teasers and not _SENTENCE_END.search(line.text[-20:])
        if not among_teasers:
            kept.append(line)
    return kept


def is_boilerplate(text: str, phrases: Phrases) -> bool:
    """Whether the line is an offer, a notice, a link, a byline or a mark of the page, and no part of the story."""
    if len(text) <= phrases.offers_longest and _is_offer(text, phrases):
        return True
    if len(text) > SHORT_LINE:
        return False
    if not _LETTER.search(text):
        return not _YEAR_LINE.fullmatch(text)
    key = line_key(text)
    return (
        key in phrases.exact_lines
        or _is_page_bar(key, phrases)
        or any(
            pattern.match(words)
            for pattern, words in (
                (phrases.dropped_line, key),
                (phrases.dropped_line, text),
                (phrases.byline_line, text),
                (phrases.end_line, key),
            )
        )
    )


def _is_page_bar(key: str, phrases: Phrases) -> bool:
    """Whether the line is buttons or a menu: `Teilen | Merken | Kommentare (14)`."""
    words = _WORD.findall(key)
    return 2 <= len(words) <= _BAR and all(word in phrases.page_words for word in words)


def _is_offer(text: str, phrases: Phrases) -> bool:
    low = f" {text.lower()}"
    if any(words in low for words in phrases.offers_strong):
        return True
    return sum(words in low for words in phrases.offers_weak) >= phrases.offers_needed
