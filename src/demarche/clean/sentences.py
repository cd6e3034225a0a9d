"""Sentences that stand together without a space are put apart; headlines glued into a paragraph are taken out."""

from __future__ import annotations

import re

from demarche.clean.boilerplate import CAPITAL, SMALL, Phrases

LEAD_IN_LENGTH = 600  # characters: only paragraphs that were many once have headlines glued in
_GLUE = re.compile(rf"(?P<end>[.!?…])(?P<marks>[\"“”„»«‚‘’')\](]{{0,3}})(?={CAPITAL}{SMALL})")
_GLUED_NUMBER = re.compile(
    rf"(?<={SMALL}[.!?])(?=\d{{1,2}}\. ?\d{{1,2}}\. ?(?:19|20)\d\d)"  # "… sagte er.23.03.2019"
    rf"|(?<={SMALL}{SMALL})(?=\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d)"  # "gegründet23.03.2019"
    rf"|(?<=\d[:.]\d\d)(?={CAPITAL}{SMALL}{{2}})"  # "13:58Eiszeit"
    rf"|(?<=[ .](?:19|20)\d\d)(?={CAPITAL}{SMALL})"  # "13. Mai 2008In der Nacht"
)
_GUILLEMET = re.compile(r"[«»]")
_WORD_BEFORE = re.compile(r"[^\W_]+$")
_WORD_REACH = 30
_ADDRESS_REACH = 100
_ALWAYS_CLOSE = frozenset(")]”’")
_ALWAYS_OPEN = frozenset("„‚(")


def part_sentences(paragraph: str, phrases: Phrases) -> str:
    """The paragraph with a space between sentences that have none; abbreviations and addresses are left whole."""
    parts: list[str] = []
    done = 0
    quotes = _Quotes(paragraph)
    for match in _GLUE.finditer(paragraph):
        if _ends_sentence(paragraph, match, phrases):
            cut = match.end("end") + quotes.closing(match.start("marks"), match["marks"])
            parts.append(paragraph[done:cut])
            done = cut
    parts.append(paragraph[done:])
    return _GLUED_NUMBER.sub(" ", " ".join(parts))


def _ends_sentence(paragraph: str, match: re.Match[str], phrases: Phrases) -> bool:
    start = match.start()
    before = paragraph[max(0, start - _ADDRESS_REACH) : start].rpartition(" ")[2]
    behind = paragraph[match.end() : match.end() + _ADDRESS_REACH].partition(" ")[0]
    if not before or "://" in before or "www." in before or "@" in before + behind:
        return False
    word = _WORD_BEFORE.search(before[-_WORD_REACH:])
    if match["end"] != "." or word is None:
        return True
    return len(word[0]) > 1 and word[0] not in phrases.abbreviations


class _Quotes:
    """Which quotation marks of a paragraph close what stands before them; to be asked from left to right."""

    def __init__(self, paragraph: str) -> None:
        self._paragraph = paragraph
        self._seen = dict.fromkeys("\"'", (0, 0))  # up to where they are counted, and how many
        self._opening: set[str] | None = None

    def closing(self, start: int, marks: str) -> int:
        """How many of the marks close; the rest opens what follows."""
        for count, mark in enumerate(marks):
            if mark in _ALWAYS_OPEN or (mark not in _ALWAYS_CLOSE and self._opens(start + count, mark)):
                return count
        return len(marks)

    def _opens(self, position: int, mark: str) -> bool:
        if mark in self._seen:
            return self._count_before(position, mark) % 2 == 0
        if self._opening is None:
            self._opening = _opening_marks(self._paragraph)
        return mark in self._opening

    def _count_before(self, position: int, mark: str) -> int:
        upto, count = self._seen[mark]
        self._seen[mark] = (position, count + self._paragraph.count(mark, upto, position))
        return self._seen[mark][1]


def _opening_marks(paragraph: str) -> set[str]:
    """Of the marks that are written either way round, “ and « », those that open in this paragraph."""
    first = _GUILLEMET.search(paragraph)
    return {first[0] if first else "«", "" if "„" in paragraph else "“"}


def remove_lead_ins(paragraph: str, phrases: Phrases) -> str:
    """A long paragraph without headlines (`Name: …`) that stand between two sentences with no mark behind them."""
    if len(paragraph) < LEAD_IN_LENGTH or ": " not in paragraph:
        return paragraph
    for pattern in (phrases.quoted_lead_in, phrases.lead_in):
        paragraph = pattern.sub("", paragraph)
    return paragraph
