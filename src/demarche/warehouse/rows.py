"""Records as rows of the staging tables, in the column order of `sql/queries/stage.sql`."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from dataclasses import dataclass
from typing import Any

from demarche.problems import QUARANTINE
from demarche.records import Actor, Article, Cleaned, Coding, Document, Event, Problem
from demarche.resolve import duplicates, keys

Row = tuple[Any, ...]
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # NUL and lone surrogates: Postgres takes neither
REPLACEMENT = "�"


@dataclass(frozen=True, slots=True)
class BatchMark:
    """Which batch the rows belong to, and what coded them."""

    load_id: uuid.UUID
    number: int
    coder_version: str
    model_version: str


@dataclass(frozen=True, slots=True)
class MentionRows:
    """A mention and its actors: rows that stand or fall together."""

    mention_id: uuid.UUID
    mention: Row
    actors: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """A document with its article, if any, and that one's mentions."""

    document: Document
    row: Row
    article: Row | None = None
    mentions: tuple[MentionRows, ...] = ()
    problem: Problem | None = None


def storable(text: str) -> str:
    """The text with what Postgres cannot hold replaced; for words about a row, never for an article."""
    return _UNSTORABLE.sub(REPLACEMENT, text)


def document_rows(
    mark: BatchMark, document: Document, cleaned: Cleaned | None, coding: Coding | Problem | None
) -> DocumentRows:
    """All rows of one document. One without Cleaned, coding or problem of its own is known: see `known_documents`.

    Of a document with text that cannot even be hashed (lone surrogates) only the refusal. TypeError: an article
    without coding.
    """
    try:
        return _rows(mark, document, cleaned, coding)
    except UnicodeEncodeError as error:
        return refused_rows(mark, document, str(error))


def _rows(
    mark: BatchMark, document: Document, cleaned: Cleaned | None, coding: Coding | Problem | None
) -> DocumentRows:
    problem = document.problem or (cleaned and cleaned.problem) or (coding if isinstance(coding, Problem) else None)
    skipped = cleaned.skipped if cleaned and not problem else None
    row = _document_row(mark, document, problem, skipped, is_known=cleaned is None and problem is None)
    if cleaned is None or cleaned.article is None or problem or skipped:
        return DocumentRows(document, row, problem=problem)
    if not isinstance(coding, Coding):
        raise TypeError(f"document {document.document_id} has an article and no coding")
    article_id = keys.article_id(cleaned.article)
    mentions = _mentions(mark, article_id, document.document_id, coding)
    return DocumentRows(document, row, _article_row(mark, article_id, document, cleaned.article, cleaned), mentions)


def refused_rows(mark: BatchMark, document: Document, reason: str) -> DocumentRows:
    """The rows of a document that Postgres refused: only the document, quarantined for that."""
    problem = Problem("failed_expectation", storable(f"Postgres refused the row: {reason}"))
    return DocumentRows(document, _document_row(mark, document, problem, None, is_known=False), problem=problem)


def document_payload(document: Document) -> dict[str, Any]:
    """What quarantine keeps of a document beside its bytes, which are in raw.document."""
    fields = ("source", "location", "media_type", "title", "url", "published", "language")
    payload = {name: storable(value) for name in fields if (value := getattr(document, name)) is not None}
    return payload | {"fetched_at": document.fetched_at.isoformat(), "byte_count": len(document.content)}


def problem_words(problem: Problem) -> str:
    """The problem in words, fit to be stored."""
    return storable(problem.message or QUARANTINE.get(problem.code, problem.code))


def _document_row(
    mark: BatchMark, document: Document, problem: Problem | None, skipped: str | None, *, is_known: bool
) -> Row:
    return (
        mark.load_id,
        mark.number,
        document.document_id,
        storable(document.source),
        storable(document.location),
        storable(document.media_type),
        None if is_known else document.content,
        len(document.content),
        document.fetched_at,
        _storable_or_none(document.title),
        _storable_or_none(document.url),
        _storable_or_none(document.published),
        _storable_or_none(document.language),
        is_known,
        skipped,
        problem.code if problem else None,
        problem_words(problem) if problem else None,
    )


def _storable_or_none(text: str | None) -> str | None:
    return None if text is None else storable(text)


def _article_row(mark: BatchMark, article_id: uuid.UUID, document: Document, article: Article, cleaned: Cleaned) -> Row:
    return (
        mark.load_id,
        mark.number,
        article_id,
        document.document_id,
        storable(document.source),
        storable(document.location),
        article.text_hash,
        article.title,
        article.url,
        article.text,
        len(article.text),
        article.language,
        article.published.start,
        article.published.end,
        article.published.basis,
        article.place,
        article.is_truncated,
        mark.coder_version,
        mark.model_version,
        list(cleaned.signature),
        duplicates.bands(cleaned.signature),
        document.fetched_at,
    )


def _mentions(
    mark: BatchMark, article_id: uuid.UUID, document_id: uuid.UUID, coding: Coding
) -> tuple[MentionRows, ...]:
    """One mention an id: of two events with the same, the more confident is kept."""
    told: dict[uuid.UUID, Event] = {}
    for event in sorted(coding.events, key=lambda event: -event.confidence):
        told.setdefault(keys.mention_id(article_id, event), event)
    return tuple(_mention_rows(mark, key, article_id, document_id, event) for key, event in sorted(told.items()))


def _mention_rows(
    mark: BatchMark, mention_id: uuid.UUID, article_id: uuid.UUID, document_id: uuid.UUID, event: Event
) -> MentionRows:
    sides = (("source", event.source_actors), ("target", event.target_actors))
    actors = tuple(
        _actor_row(mark.load_id, mention_id, side, position, actor)
        for side, members in sides
        for position, actor in enumerate(members)
    )
    row = (mark.load_id, mark.number, mention_id, article_id, document_id, keys.block_id(event), *_coding(event))
    return MentionRows(mention_id, row, actors)


def _coding(event: Event) -> Row:
    date: tuple[dt.date | None, dt.date | None] = (event.date_start, event.date_end)
    return (
        event.type,
        event.mode,
        list(event.contexts),
        event.quad_class,
        event.cameo_code,
        event.goldstein,
        event.status,
        event.is_mutual,
        list(event.source),
        list(event.target),
        *date,
        event.date_precision,
        event.date_weekday,
        event.date_basis,
        keys.place_id(event),
        event.place,
        event.place_country,
        event.latitude,
        event.longitude,
        event.attributed_to,
        event.confidence,
        event.evidence,
        *event.sentence_span,
        *event.trigger_span,
    )


def _actor_row(load_id: uuid.UUID, mention_id: uuid.UUID, side: str, position: int, actor: Actor) -> Row:
    key = keys.actor_key(actor)
    named = (actor.code, keys.actor_id(key), key, keys.actor_role_id(actor), actor.name)
    return (load_id, mention_id, side, position, *named, actor.country, actor.sector, actor.role)
