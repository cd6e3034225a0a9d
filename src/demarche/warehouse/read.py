"""What a run shows of a published load: its counts, its events, and what was kept out with the reasons."""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass

import sqlalchemy as sa

from demarche.problems import QUARANTINE, SKIP, DemarcheError
from demarche.warehouse import connect
from demarche.warehouse.queries import query


@dataclass(frozen=True, slots=True)
class LoadCounts:
    """The counts of a published load; `events` counts published events with evidence from its input."""

    collected: int
    loaded: int
    unchanged: int
    duplicate: int
    quarantined: int
    skipped: int
    coded: int
    published: int
    below_threshold: int
    quarantined_mentions: int
    events_created: int
    events_changed: int
    events_removed: int
    events: int

    @property
    def articles(self) -> int:
        """Articles of the input that are in the warehouse."""
        return self.loaded + self.unchanged

    @property
    def sentence(self) -> str:
        """The last line of a run."""
        kept_out = f"{self.duplicate} duplicates, {self.quarantined} quarantined, {self.skipped} skipped"
        return f"published {self.events} events from {self.articles} articles ({self.unchanged} unchanged, {kept_out})"


@dataclass(frozen=True, slots=True)
class EventRow:
    """A published event, as a run lists it."""

    event_id: uuid.UUID
    date_start: dt.date | None
    date_end: dt.date | None
    date_precision: str
    event_type: str
    event_mode: str | None
    status: str
    source_codes: list[str]
    target_codes: list[str]
    place_name: str | None
    place_country: str | None
    confidence: float
    article_count: int
    evidence: str


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """A document that was quarantined or skipped, and why."""

    source: str
    location: str
    outcome: str
    code: str
    message: str


def load_counts(engine: sa.Engine, load_id: uuid.UUID) -> LoadCounts:
    """The counts of a published load; DemarcheError if it is not published."""
    with connect.transaction(engine) as cursor:
        row = cursor.execute(query("load_counts"), {"load_id": load_id}).fetchone()
    if row is None:
        raise DemarcheError(f"load {load_id} is not published: see ops.load for its status")
    return LoadCounts(*row)


def load_events(engine: sa.Engine, load_id: uuid.UUID) -> list[EventRow]:
    """The published events with evidence from the load's input, by date; undated ones last."""
    with connect.transaction(engine) as cursor:
        return [EventRow(*row) for row in cursor.execute(query("load_events"), {"load_id": load_id})]


def load_problems(engine: sa.Engine, load_id: uuid.UUID) -> list[ProblemRow]:
    """The load's quarantined and skipped documents, with reasons."""
    with connect.transaction(engine) as cursor:
        return [_problem(*row) for row in cursor.execute(query("load_problems"), {"load_id": load_id})]


def _problem(source: str, location: str, outcome: str, code: str, message: str | None) -> ProblemRow:
    return ProblemRow(source, location, outcome, code, message or QUARANTINE.get(code) or SKIP.get(code) or code)
