"""From staging to core: events from the mentions of all blocks that a load touches, then one publishing transaction.

Resolving says what the load will make of the warehouse as it stands; publishing refuses when another load was
published in between, and the load is resolved again.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from psycopg import errors

from demarche.problems import DemarcheError
from demarche.resolve import keys
from demarche.resolve.duplicates import Node, representatives
from demarche.resolve.events import ResolvedEvent, resolve
from demarche.resolve.mention import Mention
from demarche.warehouse import connect
from demarche.warehouse.connect import Cursor
from demarche.warehouse.queries import query
from demarche.warehouse.read import LoadCounts, load_counts
from demarche.warehouse.rows import Row
from demarche.warehouse.stage import clear_staging, require_open

ATTEMPTS = 20  # each means that another load was published meanwhile
RESOLUTION = ("article_state", "block", "event", "event_mention")
STATEMENTS = (  # what publishing does, in this order
    "write_revisions",
    "publish_places",
    "publish_actors",
    "publish_actor_roles",
    "publish_article_states",
    "publish_articles",
    "publish_bands",
    "remove_recoded_mentions",
    "publish_mentions",
    "publish_mention_actors",
    "remove_evidence",
    "remove_events",
    "publish_events",
    "publish_evidence",
    "write_outcomes",
    "mark_replayed",
    "count_load",
)


class StaleResolutionError(DemarcheError):
    """The load was not resolved, or another load was published since: resolve it (again)."""


class ConservationError(DemarcheError):
    """The load's counts do not add up: something was lost, and nothing is published."""


def resolve_and_publish(engine: sa.Engine, load_id: uuid.UUID) -> LoadCounts:
    """Resolve and publish a load, again where another was published in between."""
    for _attempt in range(ATTEMPTS):
        with connect.connected(engine) as connection, connection.begin():
            resolve_load(connection, load_id)
        try:
            return publish_load(engine, load_id)
        except StaleResolutionError:
            continue
    raise StaleResolutionError(f"load {load_id} was overtaken {ATTEMPTS} times: run it when fewer loads run")


def resolve_load(connection: sa.Connection, load_id: uuid.UUID) -> int:
    """Stage the events of all blocks that the load touches, as they will be; return how many. The caller commits.

    ConservationError: staging does not hold what the load's batches wrote. DemarcheError: the load is not open.
    """
    with connect.cursor(connection) as cursor:
        names = {"load_id": load_id}
        require_open(cursor, load_id, query("lock_open_load"))
        _refuse_losses(cursor, load_id)
        for table in RESOLUTION:
            cursor.execute(query(f"clear_{table}"), names)
        [(publish_number,)] = cursor.execute(query("publish_number")).fetchall()
        cursor.execute(query("stage_article_state"), names)
        _stage_clusters(cursor, load_id)
        cursor.execute(query("stage_blocks"), names)
        events = resolve(_mention(row) for row in cursor.execute(query("mentions_of_blocks"), names))
        _copy_events(cursor, load_id, events)
        cursor.execute(query("note_resolution"), names | {"publish_number": publish_number})
    return len(events)


def publish_load(engine: sa.Engine, load_id: uuid.UUID) -> LoadCounts:
    """Publish a resolved load in one transaction: readers see all of it or nothing.

    StaleResolutionError: resolve it again. ConservationError: its counts do not add up. DemarcheError: it is not open,
    or breaks a constraint of core that no expectation caught.
    """
    names = {"load_id": load_id}
    try:
        with connect.transaction(engine) as cursor:
            cursor.execute(query("lock_publishing"))
            require_open(cursor, load_id, query("lock_open_load"))
            _refuse_stale(cursor, load_id)
            _refuse_losses(cursor, load_id)
            _refuse_vanished(cursor, load_id)
            for statement in STATEMENTS:
                cursor.execute(query(statement), names)
            if broken := cursor.execute(query("broken_laws"), names).fetchall():
                raise ConservationError(f"load {load_id} is not published: {'; '.join(law for (law,) in broken)}")
            clear_staging(cursor, load_id)
            cursor.execute(query("close_load"), names)
    except errors.IntegrityError as error:
        diagnostic = error.diag
        message = f"load {load_id} is not published: {diagnostic.table_name} breaks {diagnostic.constraint_name}"
        raise DemarcheError(message) from error
    return load_counts(engine, load_id)


def _refuse_stale(cursor: Cursor, load_id: uuid.UUID) -> None:
    [(resolved_on,)] = cursor.execute(query("resolved_on_number"), {"load_id": load_id}).fetchall()
    [(current,)] = cursor.execute(query("publish_number")).fetchall()
    if resolved_on != current:
        raise StaleResolutionError(f"load {load_id} was resolved on publication {resolved_on}, not {current}")


def _refuse_losses(cursor: Cursor, load_id: uuid.UUID) -> None:
    lost = cursor.execute(query("lost_rows"), {"load_id": load_id}).fetchall()
    if lost:
        counts = ", ".join(f"{found} of {written} rows of staging.{table}" for table, written, found in lost)
        raise ConservationError(f"load {load_id} holds {counts}: the server crashed meanwhile; run the load anew")


def _refuse_vanished(cursor: Cursor, load_id: uuid.UUID) -> None:
    row = cursor.execute(query("vanished_documents"), {"load_id": load_id}).fetchone()
    if row:
        raise DemarcheError(f"{row[0]} was known when load {load_id} began and is gone now: run the load anew")


def _stage_clusters(cursor: Cursor, load_id: uuid.UUID) -> None:
    """Note which article represents each near-duplicate cluster that the load touches.

    Articles that become evidence meet whole clusters, by way of the bands that they share; clusters that lose a member
    are taken apart and put together anew.
    """
    names = {"load_id": load_id}
    broken = [article for (article,) in cursor.execute(query("broken_clusters"), names)]
    entering = cursor.execute(query("entering_articles"), names).fetchall()
    members = cursor.execute(query("cluster_members"), names | {"representatives": broken}).fetchall()
    bands = sorted({band for row in (*entering, *members) for band in row[3]})
    clusters = cursor.execute(query("clusters_of_bands"), {"bands": bands, "broken": broken}).fetchall()
    nodes = [*entering, *members, *clusters]
    shared = ((article, band) for article, _, _, held in nodes for band in held)
    chosen = representatives((Node(article, text, published) for article, text, published, _ in nodes), shared)
    pairs = {"nodes": list(chosen), "representatives": list(chosen.values()), "broken": broken}
    cursor.execute(query("stage_representatives"), names | pairs)
    cursor.execute(query("complete_representatives"), names)


def _mention(row: Row) -> Mention:
    """A row of mentions_of_blocks: the mention's columns, then its actors' sides, codes, ids and names."""
    *fields, sides, codes, ids, names = row
    actors = list(zip(sides or (), codes or (), ids or (), names or (), strict=True))
    head, codes_of_sides, rest = fields[:12], fields[12:14], fields[14:]
    head[6] = tuple(head[6])
    told = [_names(actors, "source"), _names(actors, "target"), _persons(actors, "source"), _persons(actors, "target")]
    return Mention(*head, *map(tuple, codes_of_sides), *told, *rest)


def _names(actors: Iterable[Sequence[Any]], wanted: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for side, _, _, name in actors if side == wanted and name is not None))


def _persons(actors: Iterable[Sequence[Any]], wanted: str) -> frozenset[uuid.UUID]:
    """Ids of known persons and bodies: of actors that are not just the country or body they stand for."""
    return frozenset(actor for side, code, actor, _ in actors if side == wanted and actor != keys.actor_id(code))


def _copy_events(cursor: Cursor, load_id: uuid.UUID, events: Sequence[ResolvedEvent]) -> None:
    with cursor.copy(query("copy_event")) as copy:
        for event in events:
            copy.write_row(_event_row(load_id, event))
    with cursor.copy(query("copy_event_mention")) as copy:
        for event in events:
            for mention_id, reason in event.members:
                copy.write_row((load_id, event.event_id, mention_id, reason))


def _event_row(load_id: uuid.UUID, event: ResolvedEvent) -> Row:
    best, dated, placed = event.best, event.dated, event.placed
    coding = (best.event_type, best.event_mode, list(event.contexts), best.quad_class, best.cameo_code, best.goldstein)
    sides = (list(best.source_codes), list(best.target_codes), list(event.source_names), list(event.target_names))
    date = (dated.date_start, dated.date_end, dated.date_precision, dated.date_weekday, dated.date_basis)
    place = (placed.place_id, placed.place_name, placed.place_country_code, placed.latitude, placed.longitude)
    counts = (len(event.members), event.article_count, event.source_count)
    reported: tuple[dt.datetime, dt.datetime] = (event.first_reported_at, event.last_reported_at)
    return (
        load_id,
        event.event_id,
        best.block_id,
        best.mention_id,
        *coding,
        best.status,
        best.is_mutual,
        *sides,
        *date,
        *place,
        event.attributed_to,
        best.confidence,
        best.evidence,
        event.merge_reason,
        *counts,
        *reported,
    )
