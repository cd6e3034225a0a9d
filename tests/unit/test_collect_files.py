from __future__ import annotations

import datetime as dt
import gzip
import os
from pathlib import Path

import pytest

from demarche.collect import collect
from demarche.problems import DemarcheError
from demarche.records import Document

NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)


def collected(path: Path, max_bytes: int = 100_000) -> list[Document]:
    return list(collect(path, source="test", fetched_at=NOW, max_bytes=max_bytes))


def codes(documents: list[Document]) -> list[str | None]:
    return [document.problem.code if document.problem else None for document in documents]


def test_a_folder_is_read_in_the_order_of_names_at_every_depth(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.html", "a/c/d.HTM", "a.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Text")
    found = collected(tmp_path)
    assert [(document.location, document.media_type) for document in found] == [
        ("a/c/d.HTM", "text/html"),
        ("a/z.html", "text/html"),
        ("a.txt", "text/plain"),
        ("b.txt", "text/plain"),
    ]
    assert found == collected(tmp_path)


def test_a_file_is_known_by_its_name_and_a_record_by_file_and_id(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Text")
    (tmp_path / "many.jsonl").write_text('{"id": "x", "text": "a"}\n{"text": "b"}\n')
    assert [d.location for d in collected(tmp_path / "one.txt")] == ["one.txt"]
    assert [d.location for d in collected(tmp_path)] == ["many.jsonl#x", "many.jsonl#line-2", "one.txt"]


def test_bytes_are_kept_as_they_came(tmp_path: Path) -> None:
    content = b"\xff\x00\r\n caf\xe9 "
    (tmp_path / "raw.txt").write_bytes(content)
    assert collected(tmp_path)[0].content == content


def test_an_id_depends_on_source_place_and_content_only(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("eins")
    first = collected(tmp_path)[0]
    later = next(collect(tmp_path, source="test", fetched_at=NOW + dt.timedelta(days=9)))
    elsewhere = next(collect(tmp_path, source="other", fetched_at=NOW))
    (tmp_path / "a.txt").write_text("zwei")
    changed = collected(tmp_path)[0]
    assert first.document_id == later.document_id
    assert len({first.document_id, elsewhere.document_id, changed.document_id}) == 3


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.txt").write_text("Text")
    (tmp_path / ".b.txt").write_text("Text")
    assert collected(tmp_path) == []


def test_an_unknown_ending_is_counted_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "bild.png").write_bytes(b"\x89PNG")
    found = collected(tmp_path)
    assert codes(found) == ["unsupported_format"]
    assert found[0].content == b""


def test_a_link_that_leaves_the_folder_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    inside = tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    (outside / "secret.txt").write_text("geheim")
    (inside / "real.txt").write_text("Text")
    (inside / "file.txt").symlink_to(outside / "secret.txt")
    (inside / "folder").symlink_to(outside)
    (inside / "again.txt").symlink_to(inside / "real.txt")
    found = collected(inside)
    assert [(d.location, d.problem.code if d.problem else None) for d in found] == [
        ("again.txt", None),
        ("file.txt", "unreadable_document"),
        ("folder", "unreadable_document"),
        ("real.txt", None),
    ]
    assert all(b"geheim" not in d.content for d in found)


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to("self")
    (tmp_path / "a" / "t.txt").write_text("Text")
    assert [d.location for d in collected(tmp_path) if d.problem is None] == ["a/t.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert codes(collected(tmp_path)) == ["unreadable_document"]


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_and_folder_are_counted_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text")
    (tmp_path / "b").mkdir(mode=0)
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "c.txt").write_text("Text")
    assert codes(collected(tmp_path)) == ["unreadable_document", "unreadable_document", None]
    (tmp_path / "b").chmod(0o700)


def test_a_name_that_cannot_be_stored_is_written_in_escapes(tmp_path: Path) -> None:
    name = os.fsdecode(b"M\xfcnchen\n.txt")
    try:
        (tmp_path / name).write_text("Text")
    except OSError:
        pytest.skip("the file system takes only UTF-8 names")
    location = collected(tmp_path)[0].location
    assert location == "M\\udcfcnchen\\n.txt"
    location.encode()


def test_a_file_above_the_limit_is_counted_without_its_content(tmp_path: Path) -> None:
    (tmp_path / "big.txt").write_bytes(b"a" * 101)
    (tmp_path / "fits.txt").write_bytes(b"a" * 100)
    found = collected(tmp_path, max_bytes=100)
    assert codes(found) == ["document_too_large", None]
    assert found[0].content == b""
    assert "101 bytes" in (found[0].problem.message if found[0].problem else "")


def test_a_packed_file_is_read_as_the_same_file_unpacked(tmp_path: Path) -> None:
    lines = b'{"id": "a", "text": "eins"}\n{"id": "b", "html": "<p>zwei</p>"}\n'
    (tmp_path / "x.jsonl").write_bytes(lines)
    (tmp_path / "x.jsonl.gz").write_bytes(gzip.compress(lines[:30]) + gzip.compress(lines[30:]))
    plain, packed = collected(tmp_path / "x.jsonl"), collected(tmp_path / "x.jsonl.gz")
    assert [d.content for d in plain] == [d.content for d in packed] == [b"eins", b"<p>zwei</p>"]
    assert [d.location for d in packed] == ["x.jsonl.gz#a", "x.jsonl.gz#b"]


@pytest.mark.parametrize(
    "damage", [lambda packed: packed[:-12], lambda _: b"no gzip at all", lambda packed: packed + b"x"]
)
def test_damaged_gzip_gives_its_good_lines_and_one_problem(tmp_path: Path, damage: object) -> None:
    packed = gzip.compress(b'{"id": "a", "text": "eins"}\n' * 1)
    (tmp_path / "x.jsonl.gz").write_bytes(damage(packed))  # type: ignore[operator]
    found = collected(tmp_path)
    assert codes(found)[-1] == "unreadable_document"
    assert all(code is None for code in codes(found)[:-1])


def test_a_gzip_bomb_stops_early(tmp_path: Path) -> None:
    (tmp_path / "line.jsonl.gz").write_bytes(gzip.compress(b"a" * 5_000_000))
    (tmp_path / "lines.jsonl.gz").write_bytes(gzip.compress(b"\n" * 5_000_000))
    found = collected(tmp_path)
    assert {d.problem.code for d in found if d.problem} >= {"document_too_large"}
    assert len(found) <= 4
    assert all(d.content == b"" for d in found)


def test_a_path_that_does_not_exist_is_told_in_one_line_at_once(tmp_path: Path) -> None:
    with pytest.raises(DemarcheError, match="no such file or folder") as error:
        collect(tmp_path / "nowhere", source="test", fetched_at=NOW)
    assert "\n" not in str(error.value)
