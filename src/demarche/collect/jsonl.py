"""JSON Lines: one record a line, read as a stream; a broken line costs one document, not the file.

A record: `id` (missing: `line-N`), exactly one of `text` and `html`; optional `title`, `url`, `published`, `lang`.
Other keys are ignored. Blank lines are no records.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from demarche.collect.documents import HTML, TEXT, Origin
from demarche.records import Document

_ID_LENGTH = 500
_SKIPPED = 1 << 16  # bytes read at once of what is left of a line that is too long


class _InvalidRecordError(ValueError):
    """Why a line is no record."""


def read_records(
    stream: BinaryIO, origin: Origin, prefix: str = "", *, mark_repeated: bool = True
) -> Iterator[Document]:
    """A Document for each record of a stream, in order; `prefix` stands before each id in the location.

    The location of a record whose id has occurred before is made unique by its line, unless `mark_repeated` is False.
    Errors of the stream itself (a broken gzip member) are the caller's.
    """
    seen: set[str] = set()
    for number, line in _lines(stream, origin.max_bytes):
        record_id, document = _read_line(line, f"line-{number}", origin, prefix)
        if record_id not in seen:
            seen.add(record_id)
            yield document
        else:
            mark = f"@line-{number}" if mark_repeated else ""
            yield origin.broken(
                f"{prefix}{record_id}{mark}", "repeated_id", f"line {number}: this id has occurred before"
            )


def _read_line(line: bytes | None, default_id: str, origin: Origin, prefix: str) -> tuple[str, Document]:
    """A line's id and its document, with a problem where the line is no record."""
    record_id = default_id
    try:
        record = _parse(line)
        record_id = _record_id(record, default_id)
        _check_fields(record)
    except _InvalidRecordError as error:
        words = f"{default_id.replace('-', ' ')}: {error}"
        return record_id, origin.broken(f"{prefix}{record_id}", "invalid_record", words)
    return record_id, _document(origin, f"{prefix}{record_id}", record)


def _lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Number and content of each line that is not blank; None for one longer than limit."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) > limit and not line.endswith(b"\n"):
            _skip_line(stream)
            yield number, None
        elif line.strip():
            yield number, line.removeprefix(codecs.BOM_UTF8) if number == 1 else line


def _skip_line(stream: BinaryIO) -> None:
    while (rest := stream.readline(_SKIPPED)) and not rest.endswith(b"\n"):
        pass


def _parse(line: bytes | None) -> dict[str, Any]:
    if line is None:
        raise _InvalidRecordError("longer than max_bytes allows")
    try:
        record = json.loads(line)
    except UnicodeDecodeError as error:
        raise _InvalidRecordError("not UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise _InvalidRecordError(f"not JSON: {error}"[:200]) from error
    if not isinstance(record, dict):
        raise _InvalidRecordError("not a JSON object")
    return record


def _check_fields(record: dict[str, Any]) -> None:
    if (record.get("text") is None) == (record.get("html") is None):
        raise _InvalidRecordError("exactly one of text and html is needed")
    for name in ("text", "html", "title", "url", "lang"):
        if not isinstance(record.get(name), str | None):
            raise _InvalidRecordError(f"{name} is not a string")
    if isinstance(record.get("published"), bool) or not isinstance(record.get("published"), str | int | None):
        raise _InvalidRecordError("published is not a string")


def _record_id(record: dict[str, Any], default: str) -> str:
    given = record.get("id")
    if given is None or given == "":
        return default
    if isinstance(given, bool) or not isinstance(given, str | int):
        raise _InvalidRecordError("id is neither a string nor a whole number")
    if len(str(given)) > _ID_LENGTH:
        raise _InvalidRecordError(f"id is longer than {_ID_LENGTH} characters")
    return str(given)


def _document(origin: Origin, location: str, record: dict[str, Any]) -> Document:
    is_html = record.get("html") is not None
    content: str = record["html"] if is_html else record["text"]
    published = record.get("published")
    return origin.document(
        location,
        HTML if is_html else TEXT,
        content.encode("utf-8", "surrogatepass"),  # a lone surrogate is kept as it came; cleaning removes it
        title=record.get("title"),
        url=record.get("url"),
        published=None if published is None else str(published),
        language=record.get("lang"),
    )
