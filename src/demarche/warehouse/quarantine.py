"""What is kept out: rows of quarantine.record, and the marks by which a load counts them."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from psycopg.types.json import Jsonb

from demarche.records import content_id
from demarche.warehouse.connect import Cursor
from demarche.warehouse.queries import query


@dataclass(frozen=True, slots=True)
class Rejected:
    """One row that was kept out, the rule that it broke, and the value that broke it."""

    table: str
    row_id: uuid.UUID
    document_id: uuid.UUID
    payload: dict[str, Any]
    rule: str
    problem_code: str = "failed_expectation"
    message: str = ""
    value: str | None = None

    @property
    def quarantine_id(self) -> uuid.UUID:
        """The same fault of the same row is one record, however often it is found."""
        return content_id("quarantine", self.table, self.row_id, self.rule)


def note(cursor: Cursor, load_id: uuid.UUID, rejected: Sequence[Rejected]) -> None:
    """Write to quarantine.record what is not there yet."""
    in_order = sorted(rejected, key=lambda one: one.quarantine_id)  # two writers in one order never deadlock
    cursor.executemany(query("insert_quarantine"), [_record(load_id, one) for one in in_order])


def reject(cursor: Cursor, load_id: uuid.UUID, rejected: Iterable[Rejected]) -> None:
    """Mark the rows as rejected in this load, for its conservation laws."""
    names = [
        {"load_id": load_id, "table_name": one.table, "row_id": one.row_id}
        | {"document_id": one.document_id, "rule": one.rule}
        for one in rejected
    ]
    cursor.executemany(query("insert_rejection"), names)


def _record(load_id: uuid.UUID, one: Rejected) -> dict[str, Any]:
    return {
        "quarantine_id": one.quarantine_id,
        "table_name": one.table,
        "row_id": one.row_id,
        "document_id": one.document_id,
        "rule": one.rule,
        "problem_code": one.problem_code,
        "message": one.message,
        "value": one.value,
        "payload": Jsonb(one.payload),
        "load_id": load_id,
    }
