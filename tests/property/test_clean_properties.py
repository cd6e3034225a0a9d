"""What holds of the cleaner for every text."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from demarche.clean import Cleaner, Limits
from demarche.clean.boilerplate import phrases
from demarche.clean.decode import decode
from demarche.clean.duplicates import signature
from demarche.clean.plaintext import clean_text
from demarche.clean.published import intersect, read_given, settle, take_header
from demarche.clean.sentences import part_sentences
from demarche.collect.documents import HTML, TEXT, Origin, storable_location
from demarche.problems import QUARANTINE, SKIP, DocumentError
from demarche.records import Published
from demarche.text import sanitize_line, sanitize_text

GERMAN = phrases("de")
NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)
patient = settings(deadline=None)  # the machine may have other work

ORIGIN = Origin("test", NOW, 100_000)

PIECES = st.sampled_from(
    ["Der Minister", "Hafenstadt", "sagte am Dienstag", ".", ". ", "Muster", "\n", "\n\n", " (dpa)",
     "Foto: Eva Muster/dpa", "© Reuters. ", " – ",
     "HAFENSTADT (Reuters) – ", "16. Januar 2024", "05.11.24 15:00", "Von Eva Muster", '"', "„", "“", "«", "»",
     "Quelle: ", "Kommentare", "Pflichtfelder",
     "Mehr zum Thema - ", " date 2024-01 ", "Stand: ", "|", "2/2", "Ab", "ab", "z.B.", "Anzeige", "Lesen Sie auch",
     "traf seine Kollegin aus Südland.",
     "Wir verwenden Cookies", "!", "?", ":", " ", "Übersetzt mit DeepL", "REUTERS/", "Der", "die", "\u00a0", "\u0308",
     "\x00", "1", "23.03.2019"]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(PIECES, max_size=60).map("".join),
    st.lists(st.text(max_size=90), max_size=9).map("\n".join),
)
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2030, 12, 31))


@st.composite
def intervals(draw: st.DrawFn) -> Published:
    days = sorted((draw(DAYS), draw(DAYS)))
    basis = draw(st.sampled_from(["metadata", "header", "dateline", "text", "comment"]))
    if basis == "comment":
        return Published(None, days[1], "comment")
    return Published(days[0], days[1], basis)  # type: ignore[arg-type]


def problem_of(content: bytes) -> str | None:
    try:
        decode(content, "text/html").encode("utf-8", "surrogatepass")
    except DocumentError as error:
        return error.problem.code
    return None


def letters(text: str) -> str:
    return "".join(text.split())


def is_subsequence(part: str, whole: str) -> bool:
    rest = iter(whole)
    return all(c in rest for c in part)


@patient
@given(TEXTS)
@example("a\u00a0\u0301 \n \n b")
@example("\r\x00\n \ufeff ")
def test_sanitising_twice_is_sanitising_once(text: str) -> None:
    once = sanitize_text(text)
    assert sanitize_text(once) == once
    assert sanitize_line(sanitize_line(text)) == sanitize_line(text)


@patient
@given(st.text(st.characters(categories=["Cc", "Cf", "Cs", "Zs", "Zl", "Zp", "Ll", "Mn"]), max_size=60))
def test_sanitised_text_can_be_stored_and_printed(text: str) -> None:
    clean = sanitize_text(text)
    clean.encode()
    assert unicodedata.is_normalized("NFC", clean)
    assert not any(unicodedata.category(c) == "Cc" and c != "\n" for c in clean)
    assert not set(clean) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
    assert "\n" not in sanitize_line(text)


@patient
@given(TEXTS)
def test_cleaning_only_deletes_and_puts_space_in(text: str) -> None:
    sanitised = take_header(sanitize_text(text))[1]
    cleaned = clean_text(sanitised, GERMAN).text
    assert is_subsequence(letters(cleaned), letters(sanitised))


@patient
@given(TEXTS)
def test_cleaned_text_is_in_paragraphs(text: str) -> None:
    cleaned = clean_text(sanitize_text(text), GERMAN).text
    assert cleaned == cleaned.strip()
    for paragraph in cleaned.split("\n\n") if cleaned else []:
        assert paragraph.strip() == paragraph != ""
        assert "\n" not in paragraph
        assert "  " not in paragraph


@patient
@given(st.lists(PIECES, max_size=40).map("".join))
def test_parting_sentences_adds_spaces_only(paragraph: str) -> None:
    assert letters(part_sentences(paragraph, GERMAN)) == letters(paragraph)


@patient
@given(TEXTS)
def test_found_intervals_are_intervals(text: str) -> None:
    for found in clean_text(sanitize_text(text), GERMAN).found:
        assert found.end is not None
        assert found.start is None or found.start <= found.end


@patient
@given(intervals(), intervals())
def test_intersection_is_symmetric_in_days_and_never_wider(one: Published, other: Published) -> None:
    both, back = intersect(one, other), intersect(other, one)
    assert (both is None) == (back is None)
    if both and back:
        assert (both.start, both.end) == (back.start, back.end)
        for part in (one, other):
            assert part.start is None or (both.start or dt.date.min) >= part.start
            assert part.end is None or (both.end or dt.date.max) <= part.end


@patient
@given(intervals(), st.lists(intervals(), max_size=5))
def test_the_first_word_is_never_contradicted(first: Published, others: list[Published]) -> None:
    limit = dt.date(2031, 1, 1)
    settled = settle([first, *others], [], limit)
    assert intersect(settled, first) is not None
    assert intersect(settled, Published(settled.start, settled.end, "text")) == settled


@patient
@given(st.lists(intervals(), max_size=5), DAYS)
def test_nothing_is_settled_that_begins_behind_the_limit(found: list[Published], limit: dt.date) -> None:
    settled = settle(found, [], limit)
    assert (settled.start or settled.end or limit) <= limit


@patient
@given(DAYS)
def test_every_day_is_read_back_from_how_it_is_printed(day: dt.date) -> None:
    month = next(names[0] for number, names in enumerate_months() if number == day.month)
    for written in (f"{day:%d.%m.%Y}", day.isoformat(), f"{day.day}. {month} {day.year}"):
        (found,) = GERMAN.dates.find(written)
        assert found.interval() == (day, day)
    assert read_given(day.isoformat()) == Published(day, day, "metadata")


def enumerate_months() -> Iterator[tuple[int, list[str]]]:
    from demarche.languages import load

    yield from load("de", "boilerplate")["months"].items()


@patient
@given(st.lists(st.sampled_from(["eins", "zwei", "drei", "vier", "fünf"]), max_size=80).map(" ".join))
def test_a_signature_is_a_function_of_the_words(text: str) -> None:
    values = signature(text)
    assert values == signature(f"  {text.upper()} !")
    assert len(values) == (128 if text else 0)
    assert all(0 <= value < 2**32 for value in values)


@patient
@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_a_known_problem(content: bytes) -> None:
    assert problem_of(content) in {None, "empty_document", "binary_document", "invalid_encoding"}


@patient
@given(st.text(max_size=2000), st.text(max_size=2000))
def test_locations_can_be_stored_and_stay_apart(one: str, other: str) -> None:
    storable_location(one).encode()
    assert storable_location(one).isprintable()
    assert (storable_location(one) == storable_location(other)) == (one == other)


@pytest.fixture(scope="module")
def cleaner() -> Iterator[Cleaner]:
    limits = Limits(parse_seconds=20, parse_megabytes=1024, max_bytes=100_000, max_characters=1000)
    with Cleaner(limits, with_signature=False) as running:
        yield running


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    content=st.one_of(st.binary(max_size=300), TEXTS.map(lambda t: t.encode("utf-8", "surrogatepass"))),
    given_date=st.none() | st.text(max_size=12),
)
def test_every_document_has_exactly_one_outcome(cleaner: Cleaner, content: bytes, given_date: str | None) -> None:
    for media_type in (TEXT, HTML):
        cleaned = cleaner.clean(ORIGIN.document("a", media_type, content, published=given_date))
        assert [cleaned.article is None, cleaned.skipped is None, cleaned.problem is None].count(False) == 1
        if cleaned.problem:
            assert cleaned.problem.code in set(QUARANTINE) - {"cleaning_failed"}
        if cleaned.skipped:
            assert cleaned.skipped in SKIP
        if cleaned.article:
            assert cleaned.article.text
            assert len(cleaned.article.text) <= 1500
