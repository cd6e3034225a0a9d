"""Pictures in a bare text: who made them goes, what stands under them stays only where it tells something new."""

from __future__ import annotations

import re

from demarche.clean.boilerplate import Phrases
from demarche.clean.lines import Line
from demarche.records import Published

CREDITED_LENGTH = 600  # characters; a longer line is not looked at for credits
CAPTION_LENGTH = 300  # a longer line with a credit behind it is text
CREDIT_REACH = 250  # a credit stands so near to the end of its line
_CAPTION_ABOVE = 250  # a line above a credit that stands alone is its caption up to this length
_REPEATS = 0.6  # share of a caption's words from which it only repeats the story
_STEM = 6  # letters by which inflected forms of a word are held to be one
_CREDIT_MARK = re.compile(r"[^\W\d_] ?[:/]")
_WORD = re.compile(r"[^\W\d_]{4,}")
_SENTENCE_END = re.compile(r"[.!?…)]['\"“”»«’]*$")


def take_credits(lines: list[Line], phrases: Phrases) -> list[Line]:
    """The lines without picture credits; captions are marked with their credit."""
    kept: list[Line] = []
    for line in lines:
        if len(line.text) > CREDITED_LENGTH:
            kept.append(line)
        elif phrases.credit_line.match(line.text):
            _mark_caption_above(line, kept)
        else:
            kept.append(_without_credit(line, phrases, is_first=not kept))
    return [line for line in kept if line.text]


def _mark_caption_above(credit: Line, kept: list[Line]) -> None:
    """The line directly above is the caption, unless it opens the text: that is the headline."""
    if credit.opens or len(kept) < 2 or len(kept[-1].text) > _CAPTION_ABOVE:
        return
    if kept[-1].credit is None and _SENTENCE_END.search(kept[-1].text[-20:]):
        kept[-1].credit = credit.text


def _without_credit(line: Line, phrases: Phrases, *, is_first: bool) -> Line:
    """The line without its credit, and marked as a caption if it can be one: a headline and a paragraph cannot."""
    caption = line.text
    if match := phrases.copyright_caption.match(caption) or phrases.caption_label.match(caption):
        caption = caption[match.end() :]
    before = None
    while caption != before:  # "… (Archivfoto) (Quelle: dpa)"
        before, caption = caption, _without_tail(caption, phrases)
    if caption == line.text:
        return line
    is_headline = is_first and not _SENTENCE_END.search(caption[-20:])
    is_caption = len(caption) <= CAPTION_LENGTH and not is_headline
    return Line(caption, line.opens, credit=line.text if is_caption else None)


def _without_tail(caption: str, phrases: Phrases) -> str:
    """The caption without the last credit at its end; the marks are looked for first because most lines have none."""
    reach = max(0, len(caption) - CREDIT_REACH)
    match = phrases.bracket_credit_tail.search(caption, reach) if caption.endswith((")", ").", "]")) else None
    if match is None and _CREDIT_MARK.search(caption, reach):
        match = phrases.credit_tail.search(caption, reach)
    return caption if match is None else caption[: match.start()].rstrip(" -–—|/")


def caption_dates(lines: list[Line], phrases: Phrases) -> list[Published]:
    """The latest whole date in captions of agency pictures that are not from the archive.

    A day without a year is left alone: it is mostly the event's.
    """
    texts = [line.text for line in lines if line.credit and _is_fresh(line.credit, phrases)]
    dates = [date for text in texts for date in phrases.dates.find(text) if date.day]
    days = [interval for date in dates if (interval := date.interval())]
    return [Published(*max(days), "text")] if days else []


def _is_fresh(credit: str, phrases: Phrases) -> bool:
    return bool(phrases.agency.search(credit)) and not phrases.archive.search(credit)


def drop_captions(lines: list[Line]) -> list[Line]:
    """The lines without captions that only repeat what the story says too."""
    if not any(line.credit for line in lines):
        return lines
    story = {stem for line in lines if not line.credit for stem in _stems(line.text)}
    return [line for line in lines if not line.credit or not _repeats(line.text, story)]


def _stems(text: str) -> list[str]:
    return [word[:_STEM].lower() for word in _WORD.findall(text)]


def _repeats(caption: str, story: set[str]) -> bool:
    stems = _stems(caption)
    return sum(stem in story for stem in stems) >= _REPEATS * len(stems)
