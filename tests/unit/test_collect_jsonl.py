from __future__ import annotations

import datetime as dt
import io
import json
from pathlib import Path
from typing import BinaryIO, cast

import pytest

from demarche.collect import collect, collect_records
from demarche.records import Document

NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)


def records(content: bytes, max_bytes: int = 10_000) -> list[Document]:
    return list(collect_records(io.BytesIO(content), source="stdin", fetched_at=NOW, max_bytes=max_bytes))


def code(document: Document) -> str | None:
    return document.problem.code if document.problem else None


def test_a_record_brings_what_it_knows_of_itself() -> None:
    record = {
        "id": "n-1",
        "html": "<p>Größe</p>",
        "title": " Ein\nTitel\u202e ",
        "url": "https://www.beispiel-zeitung.de/1",
        "published": "2024-05",
        "lang": "de",
        "events": [1, 2],
    }
    document = records(json.dumps(record).encode())[0]
    assert (document.location, document.media_type) == ("n-1", "text/html")
    assert document.content.decode() == "<p>Größe</p>"
    assert (document.title, document.published, document.language) == ("Ein Titel", "2024-05", "de")
    assert document.url == "https://www.beispiel-zeitung.de/1"


@pytest.mark.parametrize(
    "line",
    [
        '{"id": "a", "text": "x", "html": "y"}',
        '{"id": "a"}',
        '{"id": "a", "text": null}',
        '{"id": "a", "text": 5}',
        '{"id": "a", "text": "x", "title": ["y"]}',
        '{"id": "a", "text": "x", "published": true}',
    ],
)
def test_a_record_with_wrong_fields_is_told_under_its_id(line: str) -> None:
    document = records(line.encode())[0]
    assert (code(document), document.location, document.content) == ("invalid_record", "a", b"")


@pytest.mark.parametrize(
    "line",
    [
        b"{",
        b"[1]",
        b'"x"',
        b"null",
        b"\xff\xfe",
        b'{"text": "\xe4"}',
        b'{"id": 1.5, "text": "x"}',
        b"[" * 5000,
        b"1" * 5000,
    ],
)
def test_a_line_that_is_no_record_is_told_under_its_number(line: bytes) -> None:
    document = records(b'{"text": "gut"}\n' + line + b'\n{"text": "auch gut"}')[1]
    assert (code(document), document.location) == ("invalid_record", "line-2")
    assert "\n" not in (document.problem.message if document.problem else "\n")


def test_good_lines_around_a_broken_one_are_all_read() -> None:
    found = records(b'{"id": "a", "text": "x"}\n{broken\n\n  \n{"text": "y"}\n{"id": 7, "text": "z"}')
    assert [(document.location, code(document)) for document in found] == [
        ("a", None),
        ("line-2", "invalid_record"),
        ("line-5", None),
        ("7", None),
    ]


def test_a_repeated_id_is_an_error_each_time() -> None:
    found = records(b'{"id": "a", "text": "x"}\n{"id": "a", "text": "y"}\n{"id": "a", "text": "x"}')
    assert [(document.location, code(document)) for document in found] == [
        ("a", None),
        ("a", "repeated_id"),
        ("a", "repeated_id"),
    ]


def test_in_a_file_repeated_ids_have_locations_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_bytes(
        b'{"id": "a", "text": "x"}\n{"id": "a", "text": "x"}\n{"id": "line-2", "text": "x"}'
    )
    found = list(collect(tmp_path, source="s", fetched_at=NOW))
    assert [document.location for document in found] == ["x.jsonl#a", "x.jsonl#a@line-2", "x.jsonl#line-2"]
    assert len({document.document_id for document in found}) == 3


def test_an_over_long_line_is_skipped_without_being_held() -> None:
    long = b'{"id": "b", "text": "' + b"x" * 500_000 + b'"}\n'
    found = records(b'{"id": "a", "text": "x"}\n' + long + b'{"id": "c", "text": "x"}\n', max_bytes=1000)
    assert [(document.location, code(document)) for document in found] == [
        ("a", None),
        ("line-2", "invalid_record"),
        ("c", None),
    ]


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm() -> None:
    found = records(b'\xef\xbb\xbf{"id": "a", "text": "x"}\r\n{"id": "b", "text": "y"}\r\n')
    assert [document.content for document in found] == [b"x", b"y"]


def test_nul_and_lone_surrogates_are_kept_in_the_content_and_out_of_the_rest() -> None:
    document = records(b'{"id": "a\\u0000b", "text": "x\\u0000\\ud800", "title": "t\\u0000\\udfff"}')[0]
    assert document.content.decode("utf-8", "surrogatepass") == "x\x00\ud800"
    assert (document.location, document.title) == ("a\\x00b", "t")


def test_an_address_that_is_too_long_is_left_out() -> None:
    line = json.dumps({"text": "x", "url": "https://www.beispiel-zeitung.de/" + "a" * 3000})
    assert records(line.encode())[0].url is None


class Endless:
    """A stream of lines that never ends."""

    def readline(self, _size: int) -> bytes:
        return b'{"text": "a"}\n'


def test_records_are_read_as_a_stream() -> None:
    stream = collect_records(cast("BinaryIO", Endless()), source="s", fetched_at=NOW)
    assert [next(stream).content for _ in range(3)] == [b"a"] * 3
