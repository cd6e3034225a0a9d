"""The ids of the warehouse: content hashes, the same on every machine, in every order and every run."""

from __future__ import annotations

import uuid

from demarche import ontology
from demarche.records import Actor, Article, Event, content_id


def article_id(article: Article) -> uuid.UUID:
    """One a document and cleaned text."""
    return content_id("article", article.document_id, article.text_hash)


def mention_id(article: uuid.UUID, event: Event) -> uuid.UUID:
    """One an article, type, status, trigger, codes and first day; equal ones are the same mention told twice."""
    codes = (",".join(event.source), ",".join(event.target))
    start, end = event.trigger_span
    return content_id("mention", article, event.type, event.status, start, end, *codes, event.date_start)


def block_id(event: Event) -> uuid.UUID:
    """The blocking key: only mentions of equal type, status and pair can tell of one event.

    The pair is the sets of codes on either side; they are pooled where source and target can be swapped.
    """
    sides = [",".join(sorted(event.source)), ",".join(sorted(event.target))]
    if ontology.is_symmetric(event.type, event.is_mutual):
        sides = [",".join(sorted({*event.source, *event.target}))]
    return content_id("block", event.type, event.status, *sides)


def actor_key(actor: Actor) -> str:
    """The known person or body, else whom the actor stands for."""
    return actor.actor_id or actor.code


def actor_id(key: str) -> uuid.UUID:
    """The id of an actor's key."""
    return content_id("actor", key)


def actor_role_id(actor: Actor) -> uuid.UUID:
    """One an actor and the capacity it acts in."""
    parts = (actor_key(actor), actor.code, actor.country, actor.sector, actor.role)
    return content_id("actor_role", *("" if part is None else part for part in parts))


def place_id(event: Event) -> uuid.UUID | None:
    """One a name, country and coordinates; None where the text names no place."""
    if event.place is None:
        return None
    parts = (event.place, event.place_country, event.latitude, event.longitude)
    return content_id("place", *("" if part is None else part for part in parts))


def event_id(least_mention_id: uuid.UUID) -> uuid.UUID:
    """The id of the event whose least mention that is."""
    return content_id("event", least_mention_id)
