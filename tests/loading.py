"""Small articles with events, and loads of them, for the tests of the warehouse."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import sqlalchemy as sa

from demarche.records import Actor, Article, Cleaned, Coding, Document, Event, Problem, Published, content_id
from demarche.warehouse.publish import resolve_and_publish
from demarche.warehouse.read import LoadCounts
from demarche.warehouse.stage import known_documents, open_load, write_batch

MORNING = dt.datetime(2024, 3, 5, 6, 0, tzinfo=dt.UTC)
MEETING = "Die Außenminister Polens und Litauens trafen sich am Montag in Vilnius."
POLAND = Actor("POL", name="Anna Nowak", country="POL", sector="GOV", role="foreign_minister", actor_id="nowak_anna")
LITHUANIA = Actor("LTU", country="LTU")


@dataclass(frozen=True)
class Told:
    """A document with all that the stages made of it."""

    document: Document
    cleaned: Cleaned
    coding: Coding | Problem = field(default_factory=Coding)


def meeting(day: dt.date | None = dt.date(2024, 3, 4), **changes: Any) -> Event:
    """A meeting of two foreign ministers in Vilnius."""
    event = Event(
        type="CONSULT",
        status="actual",
        source_actors=(POLAND,),
        target_actors=(LITHUANIA,),
        mode="visit",
        cameo_code="042",
        goldstein=1.9,
        is_mutual=True,
        date_start=day,
        date_end=day,
        date_precision="day" if day else "unknown",
        place="Vilnius",
        place_country="LTU",
        latitude=54.69,
        longitude=25.28,
        confidence=0.9,
        evidence=MEETING,
        sentence_span=(0, len(MEETING)),
        trigger_span=(38, 43),
    )
    return replace(event, **changes)


def document(location: str = "a.txt", content: str = MEETING, **changes: Any) -> Document:
    """A text file."""
    body = content.encode()
    document_id = content_id("document", "test", location, body.hex())
    return replace(Document(document_id, "test", location, "text/plain", body, MORNING), **changes)


def told(
    location: str = "a.txt",
    *events: Event,
    text: str = MEETING,
    published: dt.date | None = dt.date(2024, 3, 5),
    signature: Sequence[int] = (),
    original: Document | None = None,
    **changes: Any,
) -> Told:
    """A document (made for the purpose, if it is not given) that became an article with these events."""
    found = original or document(location, text, **changes)
    interval = Published(published, published, "metadata") if published else Published()
    article = Article(found.document_id, text, "de", interval)
    return Told(found, Cleaned(found.document_id, article, signature=tuple(signature)), Coding(events))


def quarantined(location: str = "empty.txt", code: str = "empty_document") -> Told:
    """A document that cleaning could not make anything of."""
    found = document(location, "")
    return Told(found, Cleaned(found.document_id, problem=Problem(code, "nothing in it")))


def skipped(location: str = "en.txt") -> Told:
    """A document in a language that nobody codes."""
    found = document(location, "Nothing to see here.")
    return Told(found, Cleaned(found.document_id, skipped="unsupported_language"))


def stage(engine: sa.Engine, *batches: Sequence[Told], version: str = "1", min_confidence: float = 0.5) -> uuid.UUID:
    """Open a load and write the batches; what is known is neither cleaned nor coded."""
    load_id = open_load(engine, "test", {}, min_confidence)
    for number, batch in enumerate(batches):
        known = known_documents(engine, [one.document.document_id for one in batch])
        write(engine, load_id, number, batch, known, version)
    return load_id


def write(
    engine: sa.Engine, load_id: uuid.UUID, number: int, batch: Sequence[Told], known: set[uuid.UUID], version: str = "1"
) -> bool:
    """Write one batch as a flow does."""
    fresh = [one for one in batch if one.document.document_id not in known]
    return write_batch(
        engine,
        load_id,
        number,
        [one.document for one in batch],
        [one.cleaned for one in fresh],
        codings={one.document.document_id: one.coding for one in fresh},
        coder_version=version,
        model_version="blank",
    )


def load(engine: sa.Engine, *batch: Told, version: str = "1", min_confidence: float = 0.5) -> LoadCounts:
    """Stage one batch and publish it."""
    return resolve_and_publish(engine, stage(engine, batch, version=version, min_confidence=min_confidence))
