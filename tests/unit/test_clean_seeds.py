"""The five articles that the project began with: what each must become. Their text stays outside the project."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest

from demarche.clean import Cleaner
from demarche.collect import collect
from demarche.records import Article, Published

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)

pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the seed articles lie beside the checkout only where it is developed"
)


@pytest.fixture(scope="module")
def articles() -> Mapping[str, Article]:
    with Cleaner() as cleaner:
        documents = list(collect(SEEDS, source="seeds", fetched_at=NOW))
        cleaned = list(cleaner.clean_all(documents))
    return {d.location[:3]: c.article for d, c in zip(documents, cleaned, strict=True) if c.article}


def month(year: int, number: int, last: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, number, 1), dt.date(year, number, last)


def test_all_five_become_articles(articles: Mapping[str, Article]) -> None:
    assert sorted(articles) == ["000", "001", "002", "003", "004"]


def test_each_is_dated_as_well_as_it_tells(articles: Mapping[str, Article]) -> None:
    assert articles["000"].published == Published(*month(2024, 1, 31), "header")
    assert articles["001"].published == Published(dt.date(2024, 1, 16), dt.date(2024, 1, 16), "text")
    assert articles["002"].published == Published(*month(2023, 10, 31), "header")
    assert articles["003"].published == Published(None, dt.date(2024, 11, 5), "comment")
    assert articles["004"].published == Published(dt.date(2023, 9, 14), dt.date(2023, 9, 14), "text")


def test_datelines_are_kept_as_places(articles: Mapping[str, Article]) -> None:
    assert {key: article.place for key, article in articles.items() if article.place} == {
        "001": "MOSKAU",
        "003": "MOSKAU",
    }


@pytest.mark.parametrize(
    "words",
    ["date 20", "YONHAP", "©", "2/2", "Von Reuters", "Guy Faulconbridge", "(Reuters)", "Pool", "source site",
     "Quelle", "HANDOUT",
     "Mehr zum Thema", "Foto", "Mandatory", "MOSKAU", "Online-Abo", "Druckausgabe", "Pflichtfelder", "Schwake",
     "Propaganda", "Brot und Spiele",
     "Al Mayadeen", "Agenturen", "14. September 2023", "Deepl", "Basrelief", "keine Beweise", "Atomwaffendoktrin"],
)  # fmt: skip
def test_boilerplate_is_gone(articles: Mapping[str, Article], words: str) -> None:
    assert [key for key, article in articles.items() if words in article.text] == []


@pytest.mark.parametrize(
    ("key", "beginning", "ending", "paragraphs"),
    [
        ("000", "Der russische Präsident", "abstimmten.", 1),
        ("001", "Nordkorea lobt „kameradschaftliche“ Beziehungen", "von Kim Jong Un.", 16),
        ("002", "Lawrow: Verhältnis zwischen Moskau", "sowjetischen Soldaten.", 3),
        ("003", "Putin empfängt nordkoreanische Außenministerin im Kreml", "UN-Sanktionen gegen Nordkorea.", 7),
        ("004", "Putin accepts", "verwirklichen.", 17),
    ],
)
def test_the_story_is_whole(
    articles: Mapping[str, Article], key: str, beginning: str, ending: str, paragraphs: int
) -> None:
    text = articles[key].text
    assert text.startswith(beginning)
    assert text.endswith(ending)
    assert len(text.split("\n\n")) == paragraphs


def test_sentences_that_stood_together_are_apart(articles: Mapping[str, Article]) -> None:
    text = articles["000"].text
    assert text.count(". ") == 15
    assert "getroffen. Putin" in text


def test_a_sentence_behind_a_glued_headline_is_kept(articles: Mapping[str, Article]) -> None:
    text = articles["002"].text
    assert 'geleistet haben." Der russische Chefdiplomat zeigte sich sicher' in text
    assert "ohne Vorbedingungen ein. Lawrow teilte ferner mit" in text


def test_headlines_are_titles(articles: Mapping[str, Article]) -> None:
    assert [articles[key].title is not None for key in sorted(articles)] == [False, True, True, True, False]
