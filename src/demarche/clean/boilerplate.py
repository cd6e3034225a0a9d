"""The words and patterns of a language's `boilerplate.yml`, compiled once: all that the cleaner knows of a language.

Every pattern is linear: no repetition stands inside another unless a mark that neither can match parts them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from demarche.clean.written_dates import TIME, DateReader
from demarche.languages import load

CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶŁĻĽŃŅŇŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽ"
SMALLS = "a-zß-öø-ÿāăąćčďđēėęěğģīįıķłļľńņňőœŕřśşšţťūůűųźżž"
CAPITAL, SMALL = f"[{CAPITALS}]", f"[{SMALLS}]"
_QUOTES = '"„“”»«'
_SENTENCE_ENDED = rf"(?:^|(?<=[.!?…{_QUOTES}):] ))"
_NICKNAME = r"[^\W_][\w.'’@-]{0,24}(?: [\w.'’-]{1,25}){0,4}"
_LIST_MARKS = " •*>»«+|#-–—("
_END_MARKS = " .:…!?»«>|-–—)"

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Phrases:
    """One language's boilerplate. A pattern called `*_line` is for a whole line, one called `*_tail` for its end."""

    letters: frozenset[str]  # beside a to z
    function_words: frozenset[str]
    dates: DateReader
    exact_lines: frozenset[str]
    page_words: frozenset[str]  # of which bars of buttons and menus are made
    dropped_line: re.Pattern[str]
    end_line: re.Pattern[str]
    end_share: float
    related_line: re.Pattern[str]
    comment_line: re.Pattern[str]
    comment_opener: re.Pattern[str]
    offers_strong: tuple[str, ...]
    offers_weak: tuple[str, ...]  # with a space before: where a word begins so
    offers_needed: int
    offers_longest: int
    date_line: re.Pattern[str]  # a date, then at most a few words (`rest`)
    range_words: frozenset[str]  # behind a date: a stretch of time begins
    glued_date_line: re.Pattern[str]  # a date with the first sentence directly behind it
    source_line: re.Pattern[str]  # a paper's name or an author, a mark, a date
    published_phrase: re.Pattern[str]
    published_sentence: re.Pattern[str]
    credit_line: re.Pattern[str]  # who made the picture, nothing else
    credit_tail: re.Pattern[str]
    bracket_credit_tail: re.Pattern[str]
    copyright_caption: re.Pattern[str]
    caption_label: re.Pattern[str]
    archive: re.Pattern[str]
    agency: re.Pattern[str]
    byline_line: re.Pattern[str]
    byline_tail: re.Pattern[str]
    place_line: re.Pattern[str]
    datelines: tuple[re.Pattern[str], ...]  # an agency or a date stands with the place
    bare_datelines: tuple[re.Pattern[str], ...]  # a place alone: to be confirmed
    date_opening: re.Pattern[str]  # a date alone, before the story's first paragraph
    places_never: frozenset[str]  # in capitals
    bracket_never: frozenset[str]
    tail_marker: re.Pattern[str]
    tail_length: int
    source_tail: re.Pattern[str]
    agency_tail: re.Pattern[str]
    tail_tokens: frozenset[str]
    lead_in: re.Pattern[str]
    quoted_lead_in: re.Pattern[str]
    abbreviations: frozenset[str]


def line_key(line: str) -> str:
    """A line as `exact_lines` knows it: without bullets, closing marks and case."""
    return line.strip(_LIST_MARKS).rstrip(_END_MARKS).lower()


@cache
def phrases(language: str) -> Phrases:
    """The boilerplate of a language that has a folder."""
    data: Data = load(language, "boilerplate")
    dates = DateReader(data["months"])
    return Phrases(
        **_lines(data, dates),
        **_date_marks(data, dates),
        **_picture_marks(data),
        **_bylines(data),
        **_datelines(data, dates),
        **_endings(data),
        **_headlines(data),
    )


def _words(words: Iterable[str]) -> str:
    """The words as alternatives, the longest first, so that none hides another."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _agencies(data: Data) -> str:
    """The agencies as they are written, in capitals and in small letters."""
    return _words({form for name in data["agencies"] for form in (name, name.upper(), name.lower())})


def _flat(groups: Iterable[str | list[str]]) -> list[str]:
    return [word for group in groups for word in ([group] if isinstance(group, str) else group)]


def _whole(patterns: Iterable[str], macros: Mapping[str, str]) -> re.Pattern[str]:
    """The patterns as one that matches a whole line without regard to case."""
    return re.compile(f"^(?:{'|'.join(_expand(pattern, macros) for pattern in patterns)})$", re.IGNORECASE)


def _expand(pattern: str, macros: Mapping[str, str]) -> str:
    for name, meaning in macros.items():
        pattern = pattern.replace("{" + name + "}", meaning)
    return pattern


def _lines(data: Data, dates: DateReader) -> dict[str, Any]:
    macros = {"date": dates.day_pattern, "time": TIME, "name": _NICKNAME}
    exact = [words.lower() for words in _flat(data["exact_lines"])]
    return {
        "letters": frozenset(data["letters"]),
        "function_words": frozenset(data["function_words"]),
        "dates": dates,
        "exact_lines": frozenset(exact),
        "page_words": frozenset(data["page_fillers"]) | {words for words in exact if words.isalpha()},
        "dropped_line": _whole(data["line_patterns"], macros),
        "end_line": _whole(data["end_patterns"], macros),
        "end_share": data["end_share"],
        "related_line": _whole(data["related_patterns"], macros),
        "comment_line": _whole(data["comment_patterns"], macros),
        "comment_opener": _whole(data["comment_openers"], macros),
        "offers_strong": tuple(data["offers"]["strong"]),
        "offers_weak": tuple(f" {words}" for words in data["offers"]["weak"]),
        "offers_needed": data["offers"]["needed"],
        "offers_longest": data["offers"]["longest"],
    }


def _date_marks(data: Data, dates: DateReader) -> dict[str, Any]:
    lead_in = _words(data["date_lead_ins"])
    clock = rf"{TIME}(?: ?(?:{_words(data['clock'])})\b)?"
    time = rf"(?:[ ,|–-]{{1,3}}(?:(?:{_words(data['time_lead_ins'])}) )?{clock})?"
    weekday = rf"(?:(?:{_words(data['weekdays'])})\.?,? (?:(?:{lead_in}) )?)?"
    day = rf"(?P<date>{weekday}(?:{dates.day_pattern}|{dates.month_pattern}){time})"
    clock_first = rf"(?:{clock},? )?"
    paper = r"[^.!?]{2,60}(?:\.\w{2,10}\b[^.!?]{0,20})?[|/•·,–-] ?"  # a domain may be its name
    author = rf"{CAPITAL}[\w.’-]*(?: {CAPITAL}[\w.’-]*){{1,3}},? "
    nouns, verbs = _words(data["published_nouns"]), _words(data["published_verbs"])
    pointer = rf"(?i:{_words(data['published_pointers'])})"
    is_notice = rf"(?=.{{0,150}}$)(?=.*\b{pointer} (?:{nouns})\b)(?=.*\b(?i:{verbs})\b)"
    return {
        "date_line": re.compile(rf"^\W{{0,3}}(?:(?:{lead_in}):? )?{clock_first}{day}(?P<rest>[^.!?]{{0,90}})$"),
        "range_words": frozenset(data["range_words"]),
        "glued_date_line": re.compile(rf"^{day}(?={CAPITAL}{SMALL})"),
        "source_line": re.compile(rf"^(?P<rest>{paper}|{author}){day}(?:\W[^.!?]{{0,40}})?$"),
        "published_phrase": re.compile(rf"(?:^|(?<=[\s;(|–-]))(?i:{_words(data['published_phrases'])})\s?:? ?{day}\)?"),
        "published_sentence": re.compile(rf"^{is_notice}.*?(?P<date>{dates.day_pattern}).*$"),
    }


def _picture_marks(data: Data) -> dict[str, Any]:
    agency, photo = _agencies(data), _words(data["photo_agencies"])
    archive, source = _words(data["archive_words"]), _words(data["source_words"])
    label = rf"(?:{_words(data['credit_words'])}) ?: ?"
    name = rf"(?:{CAPITAL}[\w.'’&+-]*|{_words(data['credit_particles'])}|{agency}|{photo}|[\w.-]+\.\w{{2,4}}\b)"
    maker = rf"[©(]? ?{name}(?:[ ,/|&–-]{{1,3}}[©(]? ?{name}\)?){{0,11}}"
    licensed = rf"{label}(?:[^.!?/©]{{0,60}}[/©]){{1,5}}[^.!?/©]{{0,40}}"
    alone = (
        rf"{label}{maker}|{licensed}|(?:{source}) ?: ?[^!?]{{1,100}}|© ?{maker}|(?:{agency}|{photo})(?: ?/ ?{maker})?"
    )
    makers_agency = rf"\b(?:{agency}) ?/ ?(?:{CAPITAL}{CAPITAL}|{CAPITAL}\w+ {CAPITAL})"
    bracketed = rf"(?=[^()]*(?:\b(?:{photo})\b|\b(?:{archive})|{makers_agency}))[^()]{{2,90}}"
    glued = rf"(?<=[{SMALLS}.)\]{_QUOTES}])"
    return {
        "credit_line": re.compile(rf"^[(\[]?(?:{alone})\.?[)\]]?$"),
        "credit_tail": re.compile(rf"(?:(?:^| |{glued}){label}{maker}|(?:^| )(?:{agency})/{maker}| © ?{maker})\.?$"),
        "bracket_credit_tail": re.compile(
            rf" ?[(\[](?:(?:{label}|(?:{source}) ?: ?)[^()]{{1,80}}|{bracketed})[)\]]\.?$"
        ),
        "copyright_caption": re.compile(rf"^© ?(?:{agency}|{photo})(?:[ /][^.]{{0,40}})?\. (?=\S)"),
        "caption_label": re.compile(rf"^{label}(?<= )(?=\S.*[.!…]$)"),
        "archive": re.compile(archive),
        "agency": re.compile(rf"(?<!\w)(?:{agency}|{photo})(?!\w)", re.IGNORECASE),
    }


def _bylines(data: Data) -> dict[str, Any]:
    agency, codes = _agencies(data), _words(data["tail_codes"])
    word = data["byline_word"]
    name = rf"{CAPITAL}[\w.'’-]*"
    names = rf"{name}(?:,? (?:(?:{_words(data['byline_joiners'])}) ){{0,2}}{name}){{0,5}}"
    patterns = "|".join(_expand(pattern, {"name": names}) for pattern in data["byline_patterns"])
    by = rf"(?:{_words([word, word.lower(), word.upper()])}) (?:{names}|{agency})"
    full_name = rf"{CAPITAL}{SMALL}+ {CAPITAL}{SMALL}[\w-]+"
    return {
        "byline_line": re.compile(
            rf"^(?:[-–—] )?(?:{patterns}|{by}|(?:{agency})(?:[ /,·+-]{{1,3}}(?:{agency}|{codes}))*)$"
        ),
        "byline_tail": re.compile(rf"(?<=[\w{_QUOTES}?!)]) {re.escape(word)} (?:{agency}|{full_name})$"),
    }


def _datelines(data: Data, dates: DateReader) -> dict[str, Any]:
    part = rf"{CAPITAL}[\w.'’]*"
    place = rf"(?P<place>{part}(?:[ /-]{{1,3}}(?:(?:{_words(data['place_particles'])}) )?{part}){{0,4}})"
    land = r"(?: \([^()]{2,30}\))?"
    weekday = rf"(?:(?:{_words(data['weekdays'])}),? )?"
    date = rf"(?:den )?{weekday}(?P<date>{dates.day_pattern}|{dates.day_of_year_pattern})"
    bracket, agency = r"\((?P<agency>[^()]{2,40})\)", _agencies(data)
    starters, names = rf"(?:{_words(data['sentence_starters'])}) ", _words(data["names_after_article"])
    opening = rf"(?={CAPITAL}|[{_QUOTES}\d])"
    return {
        "place_line": re.compile(rf"^(?:{_words(data['place_line_words'])}) {place}$"),
        "datelines": (
            re.compile(rf"^{place}{land}(?:, {date})?\.? ?{bracket}(?:\.| ?[-–—:|]{{1,2}}) ?(?=\S)"),
            re.compile(rf"^{place} (?P<agency>(?:{agency})(?:/(?:{agency}))*) \| ?(?=\S)"),
            re.compile(rf"^{place}{land}, {date}\.?(?: ?[/(]?[\w./-]{{2,20}}[/)]?\.?)? ?[-–—.:] ?(?=\S)"),
            re.compile(rf"^{bracket} ?[-–—] ?(?=\S)"),
            re.compile(rf"^{place}{land}(?:,| ?[-–—]) ?{date}\.? ?{bracket} ?(?:[-–—:|] ?)?(?=\S)"),
            re.compile(rf"^{place} \({date},? ?(?P<agency>[^()]{{2,40}})\) ?(?:[-–—:|] ?)?(?=\S)"),
        ),
        "date_opening": re.compile(rf"^(?P<date>{dates.day_pattern})(?: ?[-–—|]|\.) ?(?=\S)"),
        "bare_datelines": (
            re.compile(rf"^(?P<place>{CAPITAL}{{4,}}(?:[ /-]{CAPITAL}{{2,}}){{0,3}}): (?=\S)"),
            re.compile(rf"^{place}\. {opening}"),
            re.compile(rf"^{place} ?[-–—] {opening}"),
            re.compile(rf"^(?P<place>(?!{starters}){CAPITAL}{SMALL}{{3,}}) (?={starters}(?!(?:{names})\b))"),
        ),
        "places_never": frozenset(word.upper() for word in (*data["places_never"], *data["weekdays"])),
        "bracket_never": frozenset(data["bracket_never"]),
    }


def _endings(data: Data) -> dict[str, Any]:
    source = rf"(?:{_words(data['source_words'])}) ?: ?(?:https?://)?[^!?()]{{1,80}}(?:\([^()]{{1,40}}\))?"
    tokens = (*data["agencies"], *data["tail_codes"], *data["photo_agencies"])
    return {
        "tail_marker": re.compile(rf"{_SENTENCE_ENDED}(?:{'|'.join(data['tail_markers'])}).*$"),
        "tail_length": data["tail_length"],
        "source_tail": re.compile(rf"{_SENTENCE_ENDED}\(?{source}\)?$"),
        "agency_tail": re.compile(rf"(?<=[.!?…{_QUOTES}] )(?:{_agencies(data)})(?: ?[/·] ?\w{{1,10}}){{0,3}}$"),
        "tail_tokens": frozenset(token.lower() for token in tokens),
    }


def _headlines(data: Data) -> dict[str, Any]:
    """Headlines inside a paragraph: nouns, a colon, no mark at their end, and behind them a sentence that begins."""
    name = rf"{CAPITAL}[\w’'-]*"
    lead = rf"(?<=[.!?{_QUOTES}] ){name}(?:,? (?:{name}|{_words(data['headline_words'])})){{0,7}}: "
    starter = rf"(?:{_words(data['sentence_starters'])}) (?!(?:{_words(data['names_after_article'])})\b)"
    quote = rf"[{_QUOTES}][^{_QUOTES}]{{3,120}}[{_QUOTES}]"
    says = rf"{name}(?: {name})? (?:{_words(data['reporting_verbs'])})\b"
    return {
        "lead_in": re.compile(rf"{lead}[^.!?:]{{10,170}}?[\w{_QUOTES}] (?={starter})"),
        "quoted_lead_in": re.compile(rf"{lead}{quote} {SMALL}[^.!?:]{{3,100}} {name} (?={says})"),
        "abbreviations": frozenset(data["abbreviations"]),
    }
