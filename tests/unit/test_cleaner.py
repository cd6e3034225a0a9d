from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from demarche.clean import Cleaner, Limits
from demarche.clean.cleaner import cut
from demarche.collect.documents import HTML, TEXT, Origin
from demarche.problems import QUARANTINE, SKIP
from demarche.records import Article, Cleaned, Document, Published

NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)
ORIGIN = Origin("test", NOW, 1_000_000)
STORY = (
    "Der Außenminister von Nordland ist am Dienstag in Hafenstadt mit seiner Amtskollegin aus Südland "
    "zusammengekommen.Beide sprachen über den Streit um die Fischerei im Westmeer."
)
CLEAN = STORY.replace("en.B", "en. B")
LIMITS = Limits(parse_seconds=20, parse_megabytes=1024, max_bytes=100_000, max_characters=2000)


@pytest.fixture(scope="module")
def cleaner() -> Iterator[Cleaner]:
    with Cleaner(LIMITS) as running:
        yield running


def text(content: str, **given: str) -> Document:
    return ORIGIN.document("a.txt", TEXT, content.encode(), **given)


def page(content: str, **given: str) -> Document:
    return ORIGIN.document("a.html", HTML, content.encode(), **given)


def article(cleaned: Cleaned) -> Article:
    assert cleaned.article is not None, cleaned
    return cleaned.article


def day(start: str, end: str | None = None) -> tuple[dt.date, dt.date]:
    return dt.date.fromisoformat(start), dt.date.fromisoformat(end or start)


def test_a_text_becomes_an_article(cleaner: Cleaner) -> None:
    cleaned = cleaner.clean(text(f" date 2024-01 Streit um Fische im Westmeer\n\nHAFENSTADT (Reuters) – {STORY}"))
    found = article(cleaned)
    assert found.text == f"Streit um Fische im Westmeer\n\n{CLEAN}"
    assert (found.title, found.place, found.language) == ("Streit um Fische im Westmeer", "HAFENSTADT", "de")
    assert found.published == Published(*day("2024-01-01", "2024-01-31"), "header")
    assert not found.is_truncated
    assert len(cleaned.signature) == 128


def test_a_page_becomes_an_article(cleaner: Cleaner) -> None:
    html = (
        '<html><head><title>Streit um Fische</title><meta property="article:published_time" content="2024-03-05">'
        '<link rel="canonical" href="https://www.nordpost-zeitung.de/1"></head><body><article><h1>Streit um Fische</h1>'
        f"<p>Von Eva Muster</p><p>HAFENSTADT (dpa) - {STORY}</p><p>{STORY.replace('Dienstag', 'Mittwoch')} (dpa)</p>"
        "</article></body></html>"
    )
    found = article(cleaner.clean(page(html)))
    assert found.text.startswith(f"Streit um Fische\n\n{CLEAN}")
    assert (found.title, found.url, found.place) == (
        "Streit um Fische",
        "https://www.nordpost-zeitung.de/1",
        "HAFENSTADT",
    )
    assert found.published == Published(*day("2024-03-05"), "metadata")


def test_what_a_record_says_goes_before_what_a_page_says(cleaner: Cleaner) -> None:
    head = '<head><title>Seite</title><meta name="date" content="2024-03-05"></head>'
    html = f"<html>{head}<body><p>{STORY}</p><p>{STORY}</p></body></html>"
    found = article(cleaner.clean(page(html, title="Titel", url="https://nordpost-zeitung.de/2", published="2023")))
    assert (found.title, found.url) == ("Titel", "https://nordpost-zeitung.de/2")
    assert found.published == Published(*day("2023-01-01", "2023-12-31"), "metadata")


@pytest.mark.parametrize(
    ("given", "body", "expected"),
    [
        ("2024", " date 2024-01 ", Published(*day("2024-01-01", "2024-01-31"), "header")),
        ("2024-01", "14. Januar 2024\n\n", Published(*day("2024-01-14"), "text")),
        ("2024-03", "14. Januar 2024\n\n", Published(*day("2024-03-01", "2024-03-31"), "metadata")),
        ("2024-01-14", " date 2024-01 ", Published(*day("2024-01-14"), "metadata")),
        ("2025", "HAFENSTADT, 5. Januar. /tass/. ", Published(*day("2025-01-05"), "dateline")),
        ("", "", Published()),
    ],
)
def test_the_date_is_settled_from_all_that_tells_of_it(
    cleaner: Cleaner, given: str, body: str, expected: Published
) -> None:
    assert article(cleaner.clean(text(body + STORY, published=given))).published == expected


def test_a_given_date_that_is_none_is_an_error(cleaner: Cleaner) -> None:
    problem = cleaner.clean(text(STORY, published="gestern")).problem
    assert problem is not None
    assert problem.code == "invalid_record"
    assert "gestern" in problem.message


def test_a_language_without_a_folder_is_skipped(cleaner: Cleaner) -> None:
    english = "The foreign minister met his counterpart on Tuesday to discuss the dispute over fishing in the sea."
    assert cleaner.clean(text(english)).skipped == "unsupported_language"
    assert cleaner.clean(text(english, language="de")).skipped == "unsupported_language"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "empty_document"),
        ("123 ... 456", "empty_document"),
        (" date 2024-01 ", "empty_document"),
        ("Foto: Eva Muster/dpa\nVon der Redaktion", "empty_extraction"),
        ("x" * 100_001, "document_too_large"),
    ],
)
def test_a_document_without_a_story_is_quarantined(cleaner: Cleaner, content: str, code: str) -> None:
    cleaned = cleaner.clean(text(content))
    assert cleaned.problem is not None
    assert (cleaned.problem.code, cleaned.article, cleaned.signature) == (code, None, ())


def test_a_long_text_is_cut_after_a_paragraph_and_marked(cleaner: Cleaner) -> None:
    found = article(cleaner.clean(text("\n\n".join(f"{number}. Absatz. {STORY}" for number in range(30)))))
    assert found.is_truncated
    assert len(found.text) <= 2000
    assert found.text.endswith("Westmeer.")


@pytest.mark.parametrize(
    ("whole", "limit", "part"),
    [
        ("abc", 3, "abc"),
        ("ab cd ef", 6, "ab cd"),
        ("Ab cd. Ef gh", 9, "Ab cd."),
        ("aaaa\nbbbb", 7, "aaaa"),
        ("abcdef", 3, "abc"),
    ],
)
def test_a_text_is_cut_where_something_ends(whole: str, limit: int, part: str) -> None:
    assert cut(whole, limit) == part


def test_a_problem_of_collecting_is_passed_on(cleaner: Cleaner) -> None:
    broken = ORIGIN.broken("a.txt", "unreadable_document")
    assert cleaner.clean(broken).problem == broken.problem


def test_a_fault_of_ours_costs_one_document(cleaner: Cleaner, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("broken on purpose")

    with monkeypatch.context() as patch:
        patch.setattr("demarche.clean.cleaner.clean_text", fail)
        problem = cleaner.clean(text(STORY)).problem
    assert problem is not None
    assert (problem.code, "broken on purpose" in problem.message) == ("cleaning_failed", True)
    assert cleaner.clean(text(STORY)).article


def test_all_documents_come_back_in_order_and_one_by_one(cleaner: Cleaner) -> None:
    documents = [text(f"{STORY} Nummer {number}.") for number in range(3)]
    cleaned = cleaner.clean_all(iter(documents))
    assert next(cleaned).document_id == documents[0].document_id
    assert [c.document_id for c in cleaned] == [d.document_id for d in documents[1:]]


def test_the_signature_can_be_left_out() -> None:
    with Cleaner(LIMITS, with_signature=False) as without:
        assert without.clean(text(STORY)).signature == ()


def test_every_code_that_cleaning_gives_is_in_the_list() -> None:
    assert {"empty_document", "empty_extraction", "document_too_large", "cleaning_failed"} <= set(QUARANTINE)
    assert "unsupported_language" in SKIP


def test_cleaning_the_same_twice_gives_the_same(cleaner: Cleaner) -> None:
    assert cleaner.clean(text(STORY)) == cleaner.clean(text(STORY))
