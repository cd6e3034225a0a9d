from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from demarche.clean.html import PageReader, extract_page
from demarche.problems import DocumentError

STORY = (
    "Der Außenminister von Nordland ist am Dienstag in Hafenstadt mit seiner Amtskollegin aus Südland "
    "zusammengekommen, um über den Streit um die Fischerei im Westmeer zu sprechen."
)
PAGE = f"""<!DOCTYPE html><html lang="de"><head><title>Streit um Fische | Nordpost</title>
<meta property="og:title" content="Streit um Fische">
<meta property="article:published_time" content="2024-03-05T08:00:00+01:00">
<link rel="canonical" href="https://www.nordpost-zeitung.de/politik/fische-1"></head>
<body><nav><a href="/">Start</a><a href="/politik">Politik</a></nav>
<article><h1>Streit um Fische</h1><p>{STORY}</p><h2>Neue Gespräche im Herbst</h2>
<p>Die Gespräche dauerten vier Stunden, wie eine Sprecherin mitteilte. Im Herbst wird weiter verhandelt.</p></article>
<div class="comments"><p>Emil: Das ist doch alles nur Theater, was die beiden da spielen.</p></div>
<footer>Copyright 2023 Nordpost</footer></body></html>"""


@pytest.fixture(scope="module")
def reader() -> Iterator[PageReader]:
    with PageReader(seconds=20, megabytes=1024) as running:
        yield running


def deep(levels: int) -> str:
    return f"<html><body>{'<div>' * levels}<p>{STORY}</p><p>{STORY}</p>{'</div>' * levels}</body></html>"


def test_a_page_gives_its_article_and_what_it_says_of_itself(reader: PageReader) -> None:
    page = reader.read(PAGE)
    assert page.text.split("\n")[:2] == ["Streit um Fische", STORY]
    assert "Neue Gespräche im Herbst" in page.text
    assert "Theater" not in page.text
    assert (page.title, page.published) == ("Streit um Fische", "2024-03-05")
    assert page.url == "https://www.nordpost-zeitung.de/politik/fische-1"


def test_the_year_of_a_copyright_line_is_no_date(reader: PageReader) -> None:
    page = PAGE.replace('<meta property="article:published_time" content="2024-03-05T08:00:00+01:00">', "")
    assert reader.read(page).published is None


@pytest.mark.parametrize("levels", [300, 1500])
def test_a_deep_page_is_read_by_the_second_way(reader: PageReader, levels: int) -> None:
    assert STORY in reader.read(deep(levels)).text


@pytest.mark.parametrize(
    "page",
    ["<html></html>", "<!-- nichts -->", deep(10_000)],
)
def test_a_page_without_a_text_is_told_as_such(reader: PageReader, page: str) -> None:
    with pytest.raises(DocumentError) as error:
        reader.read(page)
    assert error.value.problem.code == "empty_extraction"


def test_an_xml_declaration_does_not_matter(reader: PageReader) -> None:
    assert STORY in reader.read('<?xml version="1.0" encoding="iso-8859-1"?>\n' + PAGE).text


def test_no_file_is_read_for_an_entity(reader: PageReader, tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("secret") / "secret.txt"
    secret.write_text("geheimnis")
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>{PAGE.replace(STORY, STORY + " &x;")}'
    assert "geheimnis" not in reader.read(page).text


def test_the_child_s_side_answers_in_the_same_way_without_a_child() -> None:
    def extracted(html: str) -> dict[str, str | None]:
        answer: dict[str, str | None] = json.loads(extract_page(json.dumps({"html": html, "url": None}).encode()))
        return answer

    assert extracted(PAGE)["title"] == "Streit um Fische"
    assert STORY in (extracted(deep(300))["text"] or "")
    assert extracted("<!-- nichts -->")["text"] == ""
