"""The records that pass between the stages: what a Document, an Article, an Event and their parts are.

One module on purpose: every stage and the warehouse speak of the same things. Plain frozen dataclasses;
validation of what comes from outside happens at the edges (command line, YAML, settings).
"""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass, field
from typing import Any, Literal

NAMESPACE = uuid.UUID("6a3d9c52-5d0b-5a53-9a5c-2f1f0d3f7d11")
"""Namespace of every id: ids are content hashes (uuid5), the same on every machine and in every run."""

Basis = Literal["metadata", "header", "dateline", "text", "comment", "unknown"]
Status = Literal["actual", "planned", "denied", "hypothetical"]
Precision = Literal["day", "span", "week", "month", "season", "year", "unknown"]
Outcome = Literal["loaded", "unchanged", "duplicate", "quarantined", "skipped"]


def content_id(*parts: object) -> uuid.UUID:
    """The uuid5 of the parts; the separator cannot occur in sanitised text, so parts cannot run together."""
    return uuid.uuid5(NAMESPACE, "\x1f".join(str(part) for part in parts))


@dataclass(frozen=True, slots=True)
class Problem:
    """Why something could not be processed: a code of the closed list in `demarche.problems`, and words."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file, a record of a JSONL or WARC file, or a fetched page, as it came; an unreadable one too."""

    document_id: uuid.UUID
    source: str
    location: str  # relative path, `path#id` for a record, or URL: unique within its source
    media_type: str  # text/plain, text/html or application/octet-stream
    content: bytes  # of a JSONL record: the text or html it holds
    fetched_at: dt.datetime
    title: str | None = None
    url: str | None = None
    published: str | None = None  # as given: YYYY, YYYY-MM, YYYY-MM-DD or a timestamp
    language: str | None = None  # as given
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """When a text was published: first and last day possible, and where that is known from."""

    start: dt.date | None = None
    end: dt.date | None = None
    basis: Basis = "unknown"


@dataclass(frozen=True, slots=True)
class Article:
    """A cleaned text. Paragraphs are parted by a blank line; spans of events point into `text` (code points)."""

    document_id: uuid.UUID
    text: str
    language: str  # ISO 639-1
    published: Published
    title: str | None = None
    url: str | None = None
    place: str | None = None  # the dateline's place as written
    is_truncated: bool = False

    @property
    def text_hash(self) -> uuid.UUID:
        """Equal for articles with identical cleaned text."""
        return content_id("text", self.text)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What cleaning made of a document: an article, or why it is skipped (a code, no fault), or its problem."""

    document_id: uuid.UUID
    article: Article | None = None
    skipped: str | None = None
    problem: Problem | None = None
    signature: tuple[int, ...] = ()  # MinHash over word shingles; empty where there is no article


@dataclass(frozen=True, slots=True)
class Actor:
    """Who takes part, as of the event's date."""

    code: str  # ISO 3166-1 alpha-3, or a body's code (UN, EU, HAMAS, …)
    name: str | None = None  # the person or body, most specific
    country: str | None = None
    sector: str | None = None  # PLOVER: GOV, MIL, LEG, …
    role: str | None = None  # office code: foreign_minister, …
    actor_id: str | None = None  # stable id of a known person or body


@dataclass(frozen=True, slots=True)
class Event:
    """One coded event of one text. Field meanings: DESIGN.md section 3 and `extract.schema.json`."""

    type: str
    status: Status
    source_actors: tuple[Actor, ...]
    target_actors: tuple[Actor, ...]
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    quad_class: int = 1
    cameo_code: str | None = None
    goldstein: float | None = None
    is_mutual: bool = False
    date_start: dt.date | None = None
    date_end: dt.date | None = None
    date_precision: Precision = "unknown"
    date_weekday: int | None = None  # ISO: Monday is 1
    date_basis: str | None = None
    place: str | None = None
    place_country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    attributed_to: str | None = None
    confidence: float = 0.0
    evidence: str = ""
    sentence_span: tuple[int, int] = (0, 0)
    trigger_span: tuple[int, int] = (0, 0)
    explanation: dict[str, Any] = field(default_factory=dict, compare=False)

    @property
    def source(self) -> tuple[str, ...]:
        """Codes of the acting side, each once, in order of mention."""
        return tuple(dict.fromkeys(actor.code for actor in self.source_actors))

    @property
    def target(self) -> tuple[str, ...]:
        """Codes of the side acted upon, each once, in order of mention."""
        return tuple(dict.fromkeys(actor.code for actor in self.target_actors))


@dataclass(frozen=True, slots=True)
class Entity:
    """A named actor, person, body or place in a text."""

    text: str
    label: str  # PER, LOC, ORG, LOCderiv, ROLE
    span: tuple[int, int]
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Coding:
    """What the coder made of one article: its events in text order (below the threshold too) and entities."""

    events: tuple[Event, ...] = ()
    entities: tuple[Entity, ...] = ()
