"""Bare text into clean paragraphs: what readers, picture desks and publishers put around a story is taken off.

Only deletes, and puts white space between what stands glued together; no word is ever changed, so that an event's
evidence is found in the original again. All words of a language come from its `boilerplate.yml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from demarche.clean.boilerplate import Phrases
from demarche.clean.captions import caption_dates, drop_captions, take_credits
from demarche.clean.dating import read_date_lines
from demarche.clean.lines import Line, cut_comments, drop_teasers, is_boilerplate, split_lines
from demarche.clean.paragraphs import (
    Ends,
    drop_repeated,
    headline,
    join_wrapped,
    take_datelines,
    take_headline_bylines,
    take_tails,
)
from demarche.clean.sentences import part_sentences, remove_lead_ins
from demarche.clean.written_dates import WrittenDate
from demarche.records import Published

_SPACES = re.compile(" {2,}")


@dataclass(frozen=True, slots=True)
class PlainText:
    """A cleaned text and what it told about itself before the boilerplate went."""

    text: str = ""
    title: str | None = None
    place: str | None = None
    found: list[Published] = field(default_factory=list)  # intervals of publication, the most trusted first
    days: list[WrittenDate] = field(default_factory=list)  # of a dateline without a year


def clean_text(text: str, phrases: Phrases) -> PlainText:
    """Clean a text that `sanitize_text` has passed, in time linear to its length."""
    ends = Ends()
    lines, last_day = cut_comments(split_lines(text, phrases), phrases)
    lines, dated = read_date_lines(lines, phrases)
    lines = take_credits(_without_places(drop_teasers(lines, phrases), phrases, ends), phrases)
    lines = join_wrapped(drop_repeated([line for line in lines if not is_boilerplate(line.text, phrases)]))
    pictured = caption_dates(lines, phrases)
    lines = take_tails(take_headline_bylines(drop_captions(lines), phrases), phrases, ends)
    lines = take_datelines(lines, phrases, ends)
    paragraphs = [polished for line in drop_repeated(lines) if (polished := _polish(line.text, phrases))]
    bound = [Published(None, last_day, "comment")] if last_day else []
    found = dated + ends.found + pictured + bound
    return PlainText("\n\n".join(paragraphs), headline(paragraphs), ends.place, found, ends.days)


def _without_places(lines: list[Line], phrases: Phrases, ends: Ends) -> list[Line]:
    """The lines without those that only say whence the report comes."""
    kept: list[Line] = []
    for line in lines:
        if match := phrases.place_line.match(line.text[:100]):
            ends.place = ends.place or match["place"]
        else:
            kept.append(line)
    return kept


def _polish(paragraph: str, phrases: Phrases) -> str:
    return _SPACES.sub(" ", remove_lead_ins(part_sentences(paragraph, phrases), phrases)).strip()
