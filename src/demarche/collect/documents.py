"""How a collector makes a Document: one id rule for all, and strings that can be stored."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from hashlib import sha256

from demarche.problems import QUARANTINE
from demarche.records import Document, Problem, content_id
from demarche.text import sanitize_line

TEXT, HTML, BINARY = "text/plain", "text/html", "application/octet-stream"
_LOCATION_LENGTH = 1000  # characters; of a longer one the end is replaced by its hash
_LINE_LENGTH = 2048  # characters of a title, an address


@dataclass(frozen=True, slots=True)
class Origin:
    """Where documents come from, and what one may hold at most (bytes)."""

    source: str
    fetched_at: dt.datetime
    max_bytes: int

    def document(
        self,
        location: str,
        media_type: str,
        content: bytes,
        *,
        title: str | None = None,
        url: str | None = None,
        published: str | None = None,
        language: str | None = None,
    ) -> Document:
        """A document as it came. `location` must be unique within the source."""
        return self._document(
            location, media_type, content, None, title=title, url=url, published=published, language=language
        )

    def broken(self, location: str, code: str, message: str | None = None, media_type: str = BINARY) -> Document:
        """A document that could not be read; it is counted like any other."""
        return self._document(location, media_type, b"", Problem(code, message or QUARANTINE[code]))

    def _document(
        self, location: str, media_type: str, content: bytes, problem: Problem | None, **given: str | None
    ) -> Document:
        location = storable_location(location)
        said = {name: _storable(name, value) for name, value in given.items() if value}
        return Document(
            document_id=content_id("document", self.source, location, sha256(content).hexdigest()),
            source=self.source,
            location=location,
            media_type=media_type,
            content=content,
            fetched_at=self.fetched_at,
            problem=problem,
            **said,
        )


def storable_location(location: str) -> str:
    """The location with what cannot be stored or printed written as escapes, so that two never become one."""
    escaped = "".join(c if c.isprintable() and c != "\\" else _escape(c) for c in location)
    if len(escaped) <= _LOCATION_LENGTH:
        return escaped
    return f"{escaped[: _LOCATION_LENGTH - 65]}~{sha256(escaped.encode()).hexdigest()}"


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


def _storable(name: str, value: str) -> str | None:
    line = sanitize_line(value)
    if name == "url" and len(line) > _LINE_LENGTH:  # half an address is worse than none
        return None
    return line[:_LINE_LENGTH] or None
