"""Into staging: opening a load, writing its batches, moving rejected rows to quarantine, giving a load up."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any, Literal, LiteralString

import sqlalchemy as sa
from psycopg.types.json import Jsonb

from demarche.problems import DemarcheError
from demarche.records import Cleaned, Coding, Document, Problem, content_id
from demarche.settings import settings
from demarche.warehouse import connect, quarantine, rows
from demarche.warehouse.batch import Batch
from demarche.warehouse.connect import Cursor
from demarche.warehouse.quarantine import Rejected
from demarche.warehouse.queries import query
from demarche.warehouse.rows import BatchMark

STAGING = (
    "document", "article", "mention", "mention_actor", "rejection", "article_state", "block", "event", "event_mention"
)  # fmt: skip
BELOW: dict[str, tuple[str, ...]] = {  # what a rejected row takes along
    "document": ("documents", "articles", "mentions"),
    "article": ("articles", "mentions"),
    "mention": ("mentions",),
}

Audited = Literal["document", "article", "mention", "event"]


@dataclass(frozen=True, slots=True)
class ExpectationResult:
    """The verdict of one rule of a suite on a load's staged rows."""

    suite: str
    expectation: str
    severity: Literal["fail", "warn"]
    is_met: bool
    column_name: str | None = None
    element_count: int | None = None
    unexpected_count: int | None = None
    detail: dict[str, Any] | None = None


def open_load(
    engine: sa.Engine, flow: str, parameters: Mapping[str, Any], min_confidence: float | None = None
) -> uuid.UUID:
    """Open a load and return its id. The threshold is the setting's, unless it is given."""
    threshold = settings().min_confidence if min_confidence is None else min_confidence
    load_id = uuid.uuid4()  # a load is an occurrence: the same parameters make another one
    row = {"load_id": load_id, "flow": flow, "parameters": _jsonb(parameters), "min_confidence": threshold}
    with connect.transaction(engine) as cursor:
        cursor.execute(query("open_load"), row)
    return load_id


def known_documents(engine: sa.Engine, document_ids: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    """Those of the documents whose article is in the warehouse and current: they need no cleaning and no coding."""
    with connect.transaction(engine) as cursor:
        found = cursor.execute(query("known_documents"), {"document_ids": list(document_ids)})
        return {document_id for (document_id,) in found}


def write_batch(
    engine: sa.Engine,
    load_id: uuid.UUID,
    number: int,
    documents: Sequence[Document],
    cleaned: Iterable[Cleaned],
    *,
    codings: Mapping[uuid.UUID, Coding | Problem],
    coder_version: str,
    model_version: str,
) -> bool:
    """Write a batch, all or nothing; False where it was written before. A row that Postgres refuses is quarantined.

    Documents that this load has staged already are left out. DemarcheError: the load is not open.
    """
    mark = BatchMark(load_id, number, coder_version, model_version)
    by_document = {one.document_id: one for one in cleaned}
    with connect.transaction(engine) as cursor:
        require_open(cursor, load_id, query("share_open_load"))
        claimed = cursor.execute(query("claim_batch"), {"load_id": load_id, "batch_number": number})
        if claimed.fetchone() is None:
            return False
        batch = [
            rows.document_rows(mark, one, by_document.get(one.document_id), codings.get(one.document_id))
            for one in _new_to_load(cursor, load_id, documents)
        ]
        Batch(cursor, mark).write(batch)
    return True


def reject_rows(
    engine: sa.Engine,
    load_id: uuid.UUID,
    table: Audited,
    rule: str,
    *,
    keys: Iterable[uuid.UUID],
    severity: Literal["fail"] = "fail",
    column: str | None = None,
) -> int:
    """Move the staged rows with these keys to quarantine, for breaking a rule; return how many rows went.

    A document takes its article along, an article its mentions; of an event this load's mentions go, and the load must
    be resolved again. `column` names the column whose value is noted. DemarcheError: an event has no mention of this
    load, so that the load as a whole must fail. ValueError: a severity that rejects nothing.
    """
    if severity != "fail":
        raise ValueError(f"rule {rule} has severity {severity}, which rejects no rows")
    with connect.transaction(engine) as cursor:
        require_open(cursor, load_id, query("lock_open_load"))
        wanted = list(keys)
        if table == "event":
            table, wanted = "mention", _mentions_of_events(cursor, load_id, wanted, rule)
        rejected = _rejected_rows(cursor, load_id, table, wanted)
        told = [_told(row, rule, column if kind == f"{table}s" else None) for kind, row in rejected]
        _move(cursor, load_id, rule, told)
    return len(told)


def record_expectations(engine: sa.Engine, load_id: uuid.UUID, results: Sequence[ExpectationResult]) -> None:
    """Note the verdicts on a load's rows; those of a rule that is checked again replace the earlier ones."""
    noted = []
    for result in results:
        key = content_id("expectation_result", load_id, result.suite, result.expectation, result.column_name)
        ids = {"expectation_result_id": key, "load_id": load_id}
        noted.append(ids | asdict(result) | {"detail": _jsonb(result.detail or {})})
    with connect.transaction(engine) as cursor:
        cursor.executemany(query("insert_expectation_result"), noted)


def fail_load(engine: sa.Engine, load_id: uuid.UUID, reason: str) -> None:
    """Give an open load up: nothing of it is published, its staged rows go. A closed load stays as it is."""
    with connect.transaction(engine) as cursor:
        cursor.execute(query("fail_load"), {"load_id": load_id, "reason": rows.storable(reason)})
        if cursor.rowcount:
            clear_staging(cursor, load_id)


@contextmanager
def holding(engine: sa.Engine, load_id: uuid.UUID) -> Iterator[None]:
    """Hold a load while it is worked on: a lock that goes with the process, so that others see whether it lives."""
    with connect.connected(engine) as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT")
        connect.cursor(connection).execute(query("hold_load"), {"load_id": str(load_id)})
        yield


def fail_abandoned_loads(engine: sa.Engine, idle: dt.timedelta = dt.timedelta(seconds=5)) -> list[uuid.UUID]:
    """Give up the open loads that nobody holds and nobody has written to for that long: a killed run leaves one.
    Returns them."""
    with connect.transaction(engine) as cursor:
        abandoned = [load_id for (load_id,) in cursor.execute(query("abandoned_loads"), {"idle": idle})]
    for load_id in abandoned:
        fail_load(engine, load_id, "abandoned: the process that worked on it is gone")
    return abandoned


def clear_staging(cursor: Cursor, load_id: uuid.UUID) -> None:
    """Delete a load's staged rows."""
    for table in STAGING:
        cursor.execute(query(f"clear_{table}"), {"load_id": load_id})


def require_open(cursor: Cursor, load_id: uuid.UUID, lock: LiteralString) -> None:
    """Lock the load's row and make sure that it is open; DemarcheError if not."""
    row = cursor.execute(lock, {"load_id": load_id}).fetchone()
    status = row[0] if row else "unknown"
    if status != "open":
        raise DemarcheError(f"load {load_id} is {status}: open a new one")


def _new_to_load(cursor: Cursor, load_id: uuid.UUID, documents: Sequence[Document]) -> list[Document]:
    """Each document once, and none that an earlier batch of the load has staged."""
    found = {document.document_id: document for document in documents}
    names = {"load_id": load_id, "document_ids": list(found)}
    staged = {document_id for (document_id,) in cursor.execute(query("staged_documents"), names)}
    return [document for document_id, document in sorted(found.items()) if document_id not in staged]


def _mentions_of_events(cursor: Cursor, load_id: uuid.UUID, events: list[uuid.UUID], rule: str) -> list[uuid.UUID]:
    names = {"load_id": load_id, "keys": events}
    without = cursor.execute(query("events_without_staged_mentions"), names).fetchone()
    if without:
        message = f"event {without[0]} breaks {rule} and holds no mention of load {load_id}: mend the rule or the rows"
        raise DemarcheError(message)
    return [mention_id for (mention_id,) in cursor.execute(query("mentions_of_events"), names)]


def _rejected_rows(
    cursor: Cursor, load_id: uuid.UUID, table: str, keys: list[uuid.UUID]
) -> list[tuple[str, tuple[Any, ...]]]:
    """Kind and row of all that goes: the rows with these keys and what goes along with them."""
    names = {"load_id": load_id, "keys": keys}
    return [(kind, row) for kind in BELOW[table] for row in cursor.execute(query(f"rejected_{kind}"), names).fetchall()]


def _told(row: tuple[Any, ...], rule: str, column: str | None) -> Rejected:
    """The rejection of a row (its table, key, document and content) for breaking the rule."""
    table, row_id, document_id, payload = row
    value = payload.get(column) if column else None
    shown = value if value is None or isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return Rejected(table, row_id, document_id, payload, rule, message=f"rejected by {rule}", value=shown)


def _move(cursor: Cursor, load_id: uuid.UUID, rule: str, rejected: Sequence[Rejected]) -> None:
    names = {"load_id": load_id, "rule": rule}
    quarantine.note(cursor, load_id, rejected)
    quarantine.reject(cursor, load_id, rejected)
    documents = [one.row_id for one in rejected if one.table == "document"]
    cursor.execute(query("mark_documents_rejected"), names | {"document_ids": documents})
    for kind in ("articles", "actors", "mentions"):
        cursor.execute(query(f"remove_rejected_{kind}"), names)
    cursor.execute(query("forget_resolution"), names)


def _jsonb(value: Mapping[str, Any]) -> Jsonb:
    """JSON in which dates, paths and the like are words, and nothing is that Postgres refuses."""
    return Jsonb(_storable_json(json.loads(json.dumps(dict(value), default=str, allow_nan=False))))


def _storable_json(value: object) -> object:
    if isinstance(value, str):
        return rows.storable(value)
    if isinstance(value, list):
        return [_storable_json(item) for item in value]
    if isinstance(value, dict):
        return {rows.storable(name): _storable_json(item) for name, item in value.items()}
    return value
