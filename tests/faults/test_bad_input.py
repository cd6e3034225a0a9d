"""Bad input gets a clear answer and loses nothing: every document comes out, once, with its outcome."""

from __future__ import annotations

import datetime as dt
import json
import resource
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from demarche.clean import Cleaner, Limits
from demarche.collect import collect
from demarche.problems import QUARANTINE, DemarcheError
from demarche.records import Article, Cleaned, Published

NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)
LIMITS = Limits(parse_seconds=30, parse_megabytes=512, max_bytes=20_000_000, max_characters=500_000)
STORY = (
    "Der Außenminister von Nordland ist am Dienstag in Hafenstadt mit seiner Amtskollegin aus Südland "
    "zusammengekommen. Beide sprachen über den Streit um die Fischerei im Westmeer und wollen sich wieder treffen."
)
PAGE = f"<html><body><article><p>{STORY}</p><p>{STORY}</p></article></body></html>"


@pytest.fixture(scope="module")
def cleaner() -> Iterator[Cleaner]:
    with Cleaner(LIMITS) as running:
        yield running


def outcomes(cleaner: Cleaner, path: Path) -> dict[str, Cleaned]:
    """What became of each document, by its location: the number that comes out is the number that went in."""
    documents = list(collect(path, source="test", fetched_at=NOW, max_bytes=LIMITS.max_bytes))
    cleaned = list(cleaner.clean_all(documents))
    assert len(cleaned) == len(documents) == len({document.document_id for document in documents})
    return {document.location: result for document, result in zip(documents, cleaned, strict=True)}


def code(cleaned: Cleaned) -> str:
    """The problem's code, checked to be told in one line of words."""
    assert cleaned.problem is not None, cleaned
    assert cleaned.article is None
    assert cleaned.problem.code in QUARANTINE
    assert cleaned.problem.message
    assert "\n" not in cleaned.problem.message
    return cleaned.problem.code


def article(cleaned: Cleaned) -> Article:
    assert cleaned.article is not None, cleaned
    return cleaned.article


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("empty.txt", b"", "empty_document"),
        ("blank.txt", b" \r\n\t\n", "empty_document"),
        ("empty.html", b"", "empty_document"),
        ("binary.txt", bytes(range(256)) * 64, "binary_document"),
        ("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(1000), "binary_document"),
        ("encoding.txt", b"\xe4\xf6\xfc\xdf" * 100, "invalid_encoding"),
        ("notes.docx", b"PK\x03\x04", "unsupported_format"),
        ("packed.jsonl.gz", b"\x1f\x8b\x08\x00broken", "unreadable_document"),
        ("large.txt", (STORY + "\n").encode() * 240_000, "document_too_large"),  # 50 MB
        ("deep.html", f"<article>{'<div>' * 10_000}<p>{STORY}</p></article>".encode(), "empty_extraction"),
    ],
)
def test_a_bad_document_is_told_apart_and_its_neighbour_is_read(
    cleaner: Cleaner, tmp_path: Path, name: str, content: bytes, expected: str
) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "zz.html").write_text(PAGE)
    found = outcomes(cleaner, tmp_path)
    assert code(found[name]) == expected
    assert STORY in article(found["zz.html"]).text


def test_a_page_that_would_take_minutes_is_ended_and_the_next_one_is_read(tmp_path: Path) -> None:
    attributes = " ".join(f"a{number}=x" for number in range(200_000))
    (tmp_path / "a.html").write_text(f"<article><p {attributes}>{STORY}</p></article>")
    (tmp_path / "b.html").write_text(PAGE)
    limits = replace(LIMITS, parse_seconds=3)
    with Cleaner(limits) as cleaner:
        started = time.monotonic()
        found = outcomes(cleaner, tmp_path)
        assert code(found["a.html"]) == "extraction_timeout"
        assert STORY in article(found["b.html"]).text
        assert time.monotonic() - started < limits.parse_seconds + 15  # two starts of a child on a busy machine


def test_a_file_of_fifty_megabytes_is_not_held(tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(5_000_000_000)  # a sparse file: it takes no room, and would take five gigabytes if it were read
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    (document,) = collect(tmp_path, source="test", fetched_at=NOW, max_bytes=LIMITS.max_bytes)
    assert document.problem is not None
    assert document.problem.code == "document_too_large"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000  # kilobytes


def test_a_broken_line_among_good_ones_costs_itself_only(cleaner: Cleaner, tmp_path: Path) -> None:
    good = [json.dumps({"id": name, "text": f"{STORY} {name.upper()}."}) for name in ("a", "b", "c")]
    lines = [good[0], '{"id": "broken", "text": ', good[1], '{"id": "a", "text": "noch einmal"}', "[1, 2]", good[2]]
    (tmp_path / "x.jsonl").write_text("\n".join(lines))
    found = outcomes(cleaner, tmp_path)
    assert [location for location, cleaned in found.items() if cleaned.article] == [
        "x.jsonl#a",
        "x.jsonl#b",
        "x.jsonl#c",
    ]
    assert {location: code(cleaned) for location, cleaned in found.items() if cleaned.problem} == {
        "x.jsonl#line-2": "invalid_record",
        "x.jsonl#a@line-4": "repeated_id",
        "x.jsonl#line-5": "invalid_record",
    }


def test_nul_and_lone_surrogates_do_not_reach_the_article(cleaner: Cleaner, tmp_path: Path) -> None:
    record = {
        "id": "a\x00b",
        "title": "Streit\ud800 um\x00 Fische",
        "text": STORY.replace("Nordland", "Nord\x00land\udfff"),
    }
    (tmp_path / "x.jsonl").write_text(json.dumps(record))
    (location, cleaned), *_ = outcomes(cleaner, tmp_path).items()
    found = article(cleaned)
    assert (found.text, found.title) == (STORY, "Streit um Fische")
    for stored in (location, found.text, found.title or ""):
        assert "\x00" not in stored
        stored.encode()


def test_invalid_bytes_in_a_text_that_is_utf_8_all_the_same_do_not_cost_it(cleaner: Cleaner, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(STORY.encode() + b"\xff" + STORY.encode())
    assert article(outcomes(cleaner, tmp_path)["a.txt"]).text.startswith("Der Außenminister von Nordland")


def test_a_text_without_a_date_is_an_article_without_a_date(cleaner: Cleaner, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    assert article(outcomes(cleaner, tmp_path)["a.txt"]).published == Published(None, None, "unknown")


def test_a_path_that_does_not_exist_is_an_error_of_one_line(tmp_path: Path) -> None:
    with pytest.raises(DemarcheError) as error:
        collect(tmp_path / "nirgends", source="test", fetched_at=NOW)
    assert "nirgends" in str(error.value)
    assert "\n" not in str(error.value)


def test_an_empty_folder_has_no_documents(cleaner: Cleaner, tmp_path: Path) -> None:
    assert outcomes(cleaner, tmp_path) == {}
